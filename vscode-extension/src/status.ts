/** The item in the status bar: how the server is, and how much it has found. */

import * as vscode from "vscode";

import type { Condition } from "./server";

const SOURCE = "cloudlint";

export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("cloudlint", vscode.StatusBarAlignment.Left, 40);
  private readonly listener = vscode.languages.onDidChangeDiagnostics(() => this.show());
  private condition: Condition | "missing" | "off" = "off";
  private about = "";

  constructor() {
    this.item.name = "cloudlint";
    this.item.command = "cloudlint.editor.menu";
    this.show();
    this.item.show();
  }

  /** The server is in another condition; `about` says more in the tooltip. */
  set(condition: Condition | "missing" | "off", about = this.about): void {
    this.condition = condition;
    this.about = about;
    this.show();
  }

  dispose(): void {
    this.listener.dispose();
    this.item.dispose();
  }

  private show(): void {
    const { findings, files } = counts();
    const broken = this.condition === "missing" || this.condition === "stopped";
    const count = this.condition === "running" && findings > 0 ? ` ${findings}` : "";
    this.item.text = `${icons[this.condition]} cloudlint${count}`;
    this.item.backgroundColor = broken ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
    const found = findings === 0 ? "nothing found" : `${findings} found in ${plural(files, "file")}`;
    const lines = [this.condition === "running" ? found : sentences[this.condition], this.about];
    this.item.tooltip = lines.filter((line) => line !== "").join("\n");
    this.item.accessibilityInformation = { label: `cloudlint: ${lines[0]}` };
  }
}

const icons = {
  starting: "$(loading~spin)",
  running: "$(shield)",
  stopped: "$(warning)",
  missing: "$(warning)",
  off: "$(circle-slash)",
} as const;

const sentences = {
  starting: "The server is starting",
  running: "",
  stopped: "The server has stopped",
  missing: "No server was found",
  off: "Switched off (setting cloudlint.enable)",
} as const;

/** How many findings are known, in how many files. */
export function counts(): { findings: number; files: number } {
  const numbers = vscode.languages
    .getDiagnostics()
    .map(([, diagnostics]) => diagnostics.filter(({ source }) => source === SOURCE).length)
    .filter((number) => number > 0);
  return { findings: numbers.reduce((sum, number) => sum + number, 0), files: numbers.length };
}

export function plural(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
