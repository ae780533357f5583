/** How the user is asked before an edit is made, and told why one is not made. */

import * as vscode from "vscode";
import {
  type ApplyWorkspaceEditParams,
  type CodeAction,
  type LanguageClient,
  type Middleware,
  ResponseError,
  type WorkspaceEdit,
} from "vscode-languageclient/node";

import { confirmed, question } from "./confirming";
import { plural } from "./status";

const RESOLVE = "codeAction/resolve";
const CONFIRM = "cloudlint.editor.confirm";

/** Where edits come through: those of code actions, and those that the server asks for. */
export const asking: {
  readonly sendRequest: NonNullable<Middleware["sendRequest"]>;
  readonly handleApplyEdit: NonNullable<NonNullable<Middleware["workspace"]>["handleApplyEdit"]>;
} = {
  sendRequest: async (type, param, token, next) => {
    if ((typeof type === "string" ? type : type.method) !== RESOLVE) {
      return next(type, param, token);
    }
    try {
      const resolved = await next(type, param, token);
      return deferred(resolved as CodeAction) as typeof resolved;
    } catch (error) {
      if (error instanceof ResponseError && !token?.isCancellationRequested) {
        void vscode.window.showWarningMessage(`cloudlint: ${error.message}`);
      }
      throw error;
    }
  },
  handleApplyEdit: async (params: ApplyWorkspaceEditParams, next) => {
    const edit = await settled(params.label ?? "Apply the changes", params.edit);
    return edit ? next({ ...params, edit }, new vscode.CancellationTokenSource().token) : { applied: false };
  },
};

/** An action whose edit is to be confirmed becomes one that asks when it is carried out. */
function deferred(action: CodeAction): CodeAction {
  if (!action.edit || !question(action.edit)) {
    return action;
  }
  const { edit, ...rest } = action;
  return { ...rest, command: { title: action.title, command: CONFIRM, arguments: [action.title, edit] } };
}

/** The command that carries out what was deferred. */
export function registerConfirming(client: LanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand(CONFIRM, async (title: string, edit: WorkspaceEdit) => {
    const chosen = await settled(title, edit);
    if (chosen) {
      await vscode.workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(chosen));
    }
  });
}

/** The edit as the user wants it: as it is after all, with a preview first, or not at all. */
async function settled(title: string, edit: WorkspaceEdit): Promise<WorkspaceEdit | undefined> {
  const asked = question(edit);
  if (!asked) {
    return edit;
  }
  const names = asked.files.map((uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)));
  const where = names.length > 3 ? plural(names.length, "file") : names.join(", ");
  const detail = [...asked.reasons.map((reason) => `${reason}.`), `${plural(asked.changes, "change")} in ${where}.`];
  const options = { modal: true, detail: detail.join("\n") };
  const chosen = await vscode.window.showWarningMessage(title, options, "Apply", "Preview");
  return { Apply: confirmed(edit), Preview: edit, none: undefined }[chosen ?? "none"];
}
