/** What the Python extension says of the environment that is selected, where it is installed. */

import * as vscode from "vscode";

interface Environments {
  getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string };
  resolveEnvironment(environment: { readonly path: string }): Promise<
    { readonly executable: { readonly uri: vscode.Uri | undefined } } | undefined
  >;
  readonly onDidChangeActiveEnvironmentPath: vscode.Event<unknown>;
}

const EXTENSION = "ms-python.python";

/** Its programming interface; undefined where it is not installed, too old, or fails to start. */
export async function environments(): Promise<Environments | undefined> {
  const extension = vscode.extensions.getExtension<{ readonly environments?: Environments }>(EXTENSION);
  try {
    return (await extension?.activate())?.environments;
  } catch {
    return undefined;
  }
}

/** The Python of the selected environment. */
export async function selectedPython(folder: vscode.Uri | undefined): Promise<string | undefined> {
  const known = await environments();
  try {
    const resolved = await known?.resolveEnvironment(known.getActiveEnvironmentPath(folder));
    return resolved?.executable.uri?.fsPath;
  } catch {
    return undefined;
  }
}
