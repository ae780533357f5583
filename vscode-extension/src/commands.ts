/** The commands. Their names differ from those that the server offers, which the client registers by itself. */

import * as vscode from "vscode";

import type { Extension } from "./extension";
import { plural } from "./status";

const SOURCE = "cloudlint";

export function registerCommands(extension: Extension): vscode.Disposable[] {
  const commands: Readonly<Record<string, (given?: unknown) => unknown>> = {
    menu: () => menu(),
    restart: () => extension.restart(),
    showLog: () => extension.log.show(),
    showStatus: () => extension.showStatus(),
    scanWorkspace: () => scanWorkspace(extension),
    fixFile: () => fixFile(),
    fixWorkspace: () => fixWorkspace(extension),
    explainRule: (rule) => explainRule(extension, typeof rule === "string" ? rule : undefined),
    createBaseline: () => extension.ask("cloudlint.createBaseline"),
  };
  return Object.entries(commands).map(([name, run]) =>
    vscode.commands.registerCommand(`cloudlint.editor.${name}`, async (given?: unknown) => {
      try {
        await run(given);
      } catch (error) {
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      }
    }),
  );
}

async function menu(): Promise<void> {
  const entries: Readonly<Record<string, string>> = {
    "$(warning) Show problems": "workbench.actions.view.problems",
    "$(search) Scan the workspace": "cloudlint.editor.scanWorkspace",
    "$(wand) Fix what is safe in this file": "cloudlint.editor.fixFile",
    "$(tools) Fix what is safe in the workspace": "cloudlint.editor.fixWorkspace",
    "$(bookmark) Take what is there for known (baseline)": "cloudlint.editor.createBaseline",
    "$(book) Explain a rule": "cloudlint.editor.explainRule",
    "$(info) Status": "cloudlint.editor.showStatus",
    "$(output) Log": "cloudlint.editor.showLog",
    "$(debug-restart) Restart the server": "cloudlint.editor.restart",
  };
  const chosen = await vscode.window.showQuickPick(Object.keys(entries), { title: "cloudlint" });
  const command = chosen && entries[chosen];
  if (command) {
    await vscode.commands.executeCommand(command);
  }
}

async function scanWorkspace(extension: Extension): Promise<void> {
  extension.scanning = true;
  const found = await extension.ask("cloudlint.scanWorkspace");
  if (typeof found !== "object" || found === null) {
    return; // the user has cancelled it
  }
  const total = Object.values(found).reduce((sum: number, count) => sum + Number(count), 0);
  const text = total === 0 ? "Nothing found in the workspace" : `${plural(total, "finding")} in the workspace`;
  const chosen = await vscode.window.showInformationMessage(text, ...(total === 0 ? [] : ["Show Problems"]));
  if (chosen) {
    await vscode.commands.executeCommand("workbench.actions.view.problems");
  }
}

async function fixFile(): Promise<void> {
  const kind = vscode.CodeActionKind.SourceFixAll.append("cloudlint").value;
  await vscode.commands.executeCommand("editor.action.codeAction", { kind, apply: "first" });
}

async function fixWorkspace(extension: Extension): Promise<void> {
  const fixed = Number(await extension.ask("cloudlint.fixWorkspace"));
  const text = fixed === 0 ? "Nothing was fixed" : `${plural(fixed, "finding")} fixed; the changed files are not saved yet`;
  void vscode.window.showInformationMessage(text);
}

async function explainRule(extension: Extension, given: string | undefined): Promise<void> {
  const rule = given ?? (await chosenRule());
  if (rule) {
    await extension.showRule(rule);
  }
}

/** One of the rules that have found something, those at the cursor first, or whatever id is typed. */
async function chosenRule(): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick();
  pick.title = "Explain a rule";
  pick.placeholder = "A rule of cloudlint, or an id of another tool, such as CKV_AWS_20";
  const found = foundRules().map((label) => ({ label }));
  pick.items = found;
  pick.onDidChangeValue((value) => {
    pick.items = value && !found.some(({ label }) => label === value) ? [{ label: value }, ...found] : found;
  });
  const chosen = await new Promise<string | undefined>((resolve) => {
    pick.onDidAccept(() => resolve(pick.activeItems[0]?.label));
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
  pick.dispose();
  return chosen;
}

function foundRules(): string[] {
  const editor = vscode.window.activeTextEditor;
  const cursor = editor?.selection.active;
  const all = vscode.languages.getDiagnostics().flatMap(([uri, diagnostics]) =>
    diagnostics
      .filter(({ source }) => source === SOURCE)
      .map(({ code, range }) => ({
        rule: typeof code === "object" ? String(code.value) : String(code),
        here: uri.toString() === editor?.document.uri.toString() && cursor !== undefined && range.contains(cursor),
      })),
  );
  return [...new Set([...all.filter(({ here }) => here), ...all].map(({ rule }) => rule))];
}
