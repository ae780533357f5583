import assert from "node:assert/strict";
import { test } from "node:test";

import type { ChangeAnnotation, WorkspaceEdit } from "vscode-languageserver-protocol";

import { confirmed, question } from "../src/confirming";

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

function edit(annotation: ChangeAnnotation, ...uris: string[]): WorkspaceEdit {
  const edits = [{ range, newText: "x", annotationId: "a" }];
  const documents = uris.map((uri) => ({ textDocument: { uri, version: 1 }, edits }));
  return { documentChanges: documents, changeAnnotations: { a: annotation } };
}

test("what need not be confirmed is not asked for", () => {
  assert.equal(question({ changes: {} }), undefined);
  assert.equal(question(edit({ label: "fine" }, "file:///a.tf")), undefined);
});

test("a question counts changes and files, new ones too", () => {
  const several = edit({ label: "Unsafe", needsConfirmation: true }, "file:///a.tf", "file:///b.tf", "file:///a.tf");
  const created = { kind: "create" as const, uri: "file:///cloudlint.toml" };
  const asked = question({ ...several, documentChanges: [created, ...(several.documentChanges ?? [])] });
  assert.deepEqual(asked, {
    reasons: ["Unsafe"],
    changes: 4,
    files: ["file:///cloudlint.toml", "file:///a.tf", "file:///b.tf"],
  });
});

test("a description is part of the reason", () => {
  const described = edit({ label: "Unsafe", description: "readers are refused", needsConfirmation: true }, "file:///a.tf");
  assert.deepEqual(question(described)?.reasons, ["Unsafe: readers are refused"]);
});

test("what was confirmed is not asked for again, and is the same otherwise", () => {
  const unsafe = edit({ label: "Unsafe", needsConfirmation: true }, "file:///a.tf");
  assert.equal(question(confirmed(unsafe)), undefined);
  assert.deepEqual(confirmed(unsafe).documentChanges, unsafe.documentChanges);
});
