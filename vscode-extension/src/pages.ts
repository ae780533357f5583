/** Pages that are shown as Markdown and stand in no file: what a rule is about, what the server is doing. */

import * as vscode from "vscode";

export const SCHEME = "cloudlint";
const STATUS = "status";

/** What pages are made of. */
export interface Source {
  rule(id: string): Promise<string>;
  status(): Promise<string>;
}

export class Pages implements vscode.TextDocumentContentProvider {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly source: Source) {}

  provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const name = uri.path.slice(1).replace(/\.md$/, "");
    return name === STATUS ? this.source.status() : this.source.rule(name);
  }

  async showRule(id: string): Promise<void> {
    await this.show(id);
  }

  async showStatus(): Promise<void> {
    await this.show(STATUS);
  }

  private async show(name: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}.md` });
    this.changed.fire(uri); // what an open page shows may be out of date
    await vscode.commands.executeCommand("markdown.showPreviewToSide", uri);
  }
}
