import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { FORWARDED, forwarded, RESTARTING } from "../src/settings";

interface Setting {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly default: unknown;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly contributes: { readonly configuration: { readonly properties: Record<string, Setting> } };
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
};
const settings = manifest.contributes.configuration.properties;
const schema = JSON.parse(readFileSync("../docs/settings.schema.json", "utf8")) as {
  readonly properties: Record<string, { readonly type?: string; readonly enum?: readonly string[] }>;
};
const EDITORS_OWN = ["inlayHints", "codeLens"];
const FILES_ONLY = ["extends", "inherit"]; // how settings files build upon each other

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

test("what a settings file can say, the editor can say", () => {
  const ofFiles = Object.keys(schema.properties).filter((name) => !FILES_ONLY.includes(name));
  assert.deepEqual([...FORWARDED].sort(), [...ofFiles.map(camel), ...EDITORS_OWN].sort());
});

test("types and choices are those of the settings file", () => {
  for (const [name, { type, enum: choices }] of Object.entries(schema.properties)) {
    if (!FILES_ONLY.includes(name) && name !== "baseline") {
      const setting = settings[`cloudlint.${camel(name)}`];
      assert.ok(setting, name);
      assert.equal(setting.type, type ?? "string", name);
      assert.deepEqual(setting.enum, choices, name);
    }
  }
});

test("every setting is read here or handed on", () => {
  const own = ["enable", "findingsIn", "path", "interpreter", "args", "trace.server"];
  assert.deepEqual(
    Object.keys(settings).sort(),
    [...FORWARDED, ...own].map((name) => `cloudlint.${name}`).sort(),
  );
  assert.ok(RESTARTING.every((name) => own.includes(name)));
});

test("settings that name programs are not taken from a workspace without trust", () => {
  const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
  assert.deepEqual(restrictedConfigurations, ["cloudlint.path", "cloudlint.interpreter", "cloudlint.args"]);
});

test("what is handed on", () => {
  const section = {
    select: ["aws-*"],
    ignore: [],
    severities: {},
    severity: "high",
    baseline: "",
    codeLens: false,
    maxFileSize: null,
    path: "/opt/cloudlint",
    args: ["--verbose"],
    findingsIn: "workspace",
    trace: { server: "messages" },
    failOn: 3,
  };
  assert.deepEqual(forwarded(section), { select: ["aws-*"], severity: "high", codeLens: false, failOn: 3 });
  assert.deepEqual(forwarded({}), {});
});
