/**
 * Edits that the server wants confirmed: asked for in one question.
 *
 * Left to itself, VS Code shows such edits in its refactor preview with every box unticked. Without VS Code, so that tests
 * can read it.
 */

import type { WorkspaceEdit } from "vscode-languageserver-protocol";

export interface Question {
  /** Why it is asked, a sentence each. */
  readonly reasons: readonly string[];
  readonly changes: number;
  /** The files that change, as URIs. */
  readonly files: readonly string[];
}

/** What is to be asked before an edit is made; undefined where nothing is. */
export function question(edit: WorkspaceEdit): Question | undefined {
  const annotations = Object.values(edit.changeAnnotations ?? {}).filter(({ needsConfirmation }) => needsConfirmation);
  if (annotations.length === 0) {
    return undefined;
  }
  const documents = (edit.documentChanges ?? []).map((change) =>
    "textDocument" in change
      ? { uri: change.textDocument.uri, count: change.edits.length }
      : { uri: "uri" in change ? change.uri : change.newUri, count: 1 },
  );
  return {
    reasons: annotations.map(({ label, description }) => (description ? `${label}: ${description}` : label)),
    changes: documents.reduce((sum, { count }) => sum + count, 0),
    files: [...new Set(documents.map(({ uri }) => uri))],
  };
}

/** The edit once it was confirmed. */
export function confirmed(edit: WorkspaceEdit): WorkspaceEdit {
  const entries = Object.entries(edit.changeAnnotations ?? {});
  const settled = entries.map(([id, annotation]) => [id, { ...annotation, needsConfirmation: false }] as const);
  return { ...edit, changeAnnotations: Object.fromEntries(settled) };
}
