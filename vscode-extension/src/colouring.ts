/**
 * Colours for Terraform where no other extension brings any.
 *
 * A grammar in the manifest would be there always, and which of two grammars for one language VS Code takes hangs on
 * the names of the extensions. These colours are given while, and only while, no other extension has a grammar.
 */

import * as vscode from "vscode";

import { KINDS, tokens } from "./tokens";

const LANGUAGES = ["terraform", "terraform-vars", "opentofu", "opentofu-vars"];
const LONGEST = 1_000_000; // characters

interface Manifest {
  readonly contributes?: { readonly grammars?: readonly { readonly language?: string }[] };
}

/** Give colours as long as nobody else does. */
export function colourTerraform(): vscode.Disposable[] {
  let ours: vscode.Disposable | undefined;
  const look = (): void => {
    ours?.dispose();
    const uncoloured = LANGUAGES.filter((language) => !isColoured(language));
    ours = uncoloured.length > 0 ? register(uncoloured) : undefined;
  };
  look();
  return [vscode.extensions.onDidChange(look), new vscode.Disposable(() => void ours?.dispose())];
}

function isColoured(language: string): boolean {
  return vscode.extensions.all.some((extension) => {
    const manifest = extension.packageJSON as Manifest;
    return (manifest.contributes?.grammars ?? []).some((grammar) => grammar.language === language);
  });
}

function register(languages: readonly string[]): vscode.Disposable {
  const legend = new vscode.SemanticTokensLegend([...KINDS]);
  const provider: vscode.DocumentSemanticTokensProvider = {
    provideDocumentSemanticTokens(document) {
      const builder = new vscode.SemanticTokensBuilder(legend);
      const text = document.getText().replaceAll("\r", " "); // in VS Code, a line end is no part of its line
      for (const { line, start, length, kind } of text.length > LONGEST ? [] : tokens(text)) {
        builder.push(line, start, length, KINDS.indexOf(kind));
      }
      return builder.build();
    },
  };
  const selector = languages.map((language) => ({ language }));
  return vscode.languages.registerDocumentSemanticTokensProvider(selector, provider, legend);
}
