/** The connection to the server: how it is started, asked and ended. */

import type * as vscode from "vscode";
import { workspace } from "vscode";
import {
  DidChangeConfigurationNotification,
  ExecuteCommandRequest,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from "vscode-languageclient/node";

import { asking, registerConfirming } from "./asking";
import type { Found } from "./finding";
import { forwarded, type ServerSettings } from "./settings";

const LANGUAGES = ["terraform", "terraform-vars", "opentofu", "opentofu-vars", "hcl", "yaml", "json", "jsonc"];
const CONTAINERS = ["dockerfile", "dockercompose"];
const FILES = "**/{*.tf,*.tofu,*.tfvars,*.hcl,*.json,*.yaml,*.yml,*.template,*ockerfile*,Containerfile*,Kustomization,cloudlint.toml,pyproject.toml}";

/** What the status bar shows. */
export type Condition = "starting" | "running" | "stopped";

export interface Handlers {
  condition(now: Condition): void;
  explain(rule: string): Promise<void>;
  /** Is the whole workspace to be judged, or what is open? */
  scans(): boolean;
}

export interface Server {
  ask(command: string, ...parameters: readonly unknown[]): Promise<unknown>;
  stop(): Promise<void>;
}

/** Start a server; the promise settles when it has answered for the first time. */
export async function start(
  found: Found,
  extra: readonly string[],
  log: vscode.LogOutputChannel,
  trace: vscode.LogOutputChannel,
  handlers: Handlers,
): Promise<Server> {
  const run = { command: found.command, args: [...found.parameters, "server", ...extra] };
  const client = new LanguageClient("cloudlint", "cloudlint", run, options(log, trace, handlers));
  client.onDidChangeState(({ newState }) => handlers.condition(conditions[newState]));
  await client.start();
  const confirming = registerConfirming(client);
  const listener = workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration("cloudlint")) {
      const settings = asSent(workspace.getConfiguration("cloudlint"));
      void client.sendNotification(DidChangeConfigurationNotification.type, { settings });
    }
  });
  return {
    ask: (command, ...parameters) =>
      client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [...parameters] }),
    stop: () => {
      listener.dispose();
      confirming.dispose();
      return client.dispose();
    },
  };
}

/** The section of settings as the server gets it. VS Code itself shows a finding's message where the mouse is. */
function asSent(section: unknown): ServerSettings & { readonly hoverFindings: false } {
  const entries = typeof section === "object" && section !== null ? { ...section } : {};
  return { ...forwarded(entries), hoverFindings: false };
}

const conditions: Record<State, Condition> = {
  [State.Starting]: "starting",
  [State.StartFailed]: "stopped",
  [State.Running]: "running",
  [State.Stopped]: "stopped",
};

function options(
  log: vscode.LogOutputChannel,
  trace: vscode.LogOutputChannel,
  handlers: Handlers,
): LanguageClientOptions {
  return {
    documentSelector: [
      ...LANGUAGES.flatMap((language) => [{ scheme: "untitled", language }]),
      ...CONTAINERS.flatMap((language) => [{ scheme: "untitled", language }, { scheme: "file", language }]),
      ...LANGUAGES.map((language) => ({ scheme: "file", language })),
      { scheme: "file", pattern: FILES },
    ],
    outputChannel: log,
    traceOutputChannel: trace,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { isTrusted: false, supportHtml: false },
    middleware: {
      sendRequest: asking.sendRequest,
      workspace: {
        handleApplyEdit: asking.handleApplyEdit,
        configuration: async (params, token, next) => {
          const answers = await next(params, token);
          return Array.isArray(answers) ? answers.map(asSent) : answers;
        },
      },
      provideWorkspaceDiagnostics: (known, token, report, next) =>
        handlers.scans() ? next(known, token, report) : { items: [] },
      executeCommand: (command, parameters: unknown[], next): vscode.ProviderResult<unknown> => {
        const [rule] = parameters;
        return command === "cloudlint.explain" && typeof rule === "string"
          ? handlers.explain(rule)
          : next(command, parameters);
      },
    },
  };
}
