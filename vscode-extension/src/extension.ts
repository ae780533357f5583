/** The extension: looks for a server, starts it, and starts it anew when what it was chosen by has changed. */

import * as vscode from "vscode";

import { colourTerraform } from "./colouring";
import { registerCommands } from "./commands";
import { find, type Found, type Search } from "./finding";
import { thisMachine } from "./machine";
import { Pages, SCHEME } from "./pages";
import { environments, selectedPython } from "./python";
import { type Server, start } from "./server";
import { type EditorSettings, RESTARTING } from "./settings";
import { StatusItem } from "./status";
import { statusPage } from "./status_page";

let running: Extension | undefined;

export function activate(context: vscode.ExtensionContext): void {
  running = new Extension(context);
  void running.restart();
}

export async function deactivate(): Promise<void> {
  await running?.stop();
  running = undefined;
}

/** The settings that are read here; those that name programs are VS Code's to hold back where there is no trust. */
export function editorSettings(): EditorSettings {
  const section = vscode.workspace.getConfiguration("cloudlint");
  return {
    enable: section.get("enable", true),
    path: section.get("path", ""),
    interpreter: section.get("interpreter", ""),
    args: section.get("args", []),
    findingsIn: section.get("findingsIn", "openFiles"),
  };
}

export class Extension {
  readonly log = vscode.window.createOutputChannel("cloudlint", { log: true });
  /** What is at work, undefined while there is nothing. */
  server: Server | undefined;
  found: Found | undefined;
  /** Was the whole workspace asked for? */
  scanning = false;

  private readonly trace = vscode.window.createOutputChannel("cloudlint trace", { log: true });
  private readonly status = new StatusItem();
  private search: Search | undefined;
  private turn: Promise<void> = Promise.resolve();
  private readonly pages = new Pages({
    rule: async (id) => String(await this.ask("cloudlint.documentation", id)),
    status: async () => statusPage(await this.server?.ask("cloudlint.status"), this.found, this.search),
  });

  constructor(private readonly context: vscode.ExtensionContext) {
    context.subscriptions.push(
      this.log,
      this.trace,
      this.status,
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this.pages),
      ...registerCommands(this),
      ...colourTerraform(),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.restart()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (RESTARTING.some((name) => event.affectsConfiguration(`cloudlint.${name}`))) {
          void this.restart();
        }
      }),
    );
    void environments().then((known) => {
      const listener = known?.onDidChangeActiveEnvironmentPath(() => void this.restart());
      context.subscriptions.push(...(listener ? [listener] : []));
    });
  }

  /** End the server, if there is one, look for one and start it. One after the other, however often it is called. */
  restart(): Promise<void> {
    this.turn = this.turn.then(() => this.startAnew()).catch((error: unknown) => this.failed(error));
    return this.turn;
  }

  async stop(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    try {
      await server?.stop();
    } catch (error) {
      this.log.warn(`the server did not end well: ${String(error)}`);
    }
  }

  /** Have the server run a command; an error where there is no server. */
  async ask(command: string, ...parameters: readonly unknown[]): Promise<unknown> {
    await this.turn;
    if (!this.server) {
      throw new Error("cloudlint is not running: see its log");
    }
    return this.server.ask(command, ...parameters);
  }

  showRule(id: string): Promise<void> {
    return this.pages.showRule(id);
  }

  showStatus(): Promise<void> {
    return this.pages.showStatus();
  }

  private async startAnew(): Promise<void> {
    await this.stop();
    this.found = undefined;
    const settings = editorSettings();
    this.scanning = settings.findingsIn === "workspace";
    if (!settings.enable) {
      this.status.set("off", "");
      return;
    }
    this.status.set("starting", "");
    this.search = await this.look(settings);
    this.search.notes.forEach((note) => this.log.info(`not taken: ${note}`));
    if (!this.search.found) {
      this.missing(this.search);
      return;
    }
    const found = this.search.found;
    this.log.info(`cloudlint ${found.version}, ${found.origin}: ${[found.command, ...found.parameters].join(" ")}`);
    this.status.set("starting", `cloudlint ${found.version}, ${found.origin}`);
    this.found = found;
    this.server = await start(found, settings.args, this.log, this.trace, {
      condition: (now) => this.status.set(now),
      explain: (rule) => this.showRule(rule),
      scans: () => this.scanning,
    });
  }

  private async look(settings: EditorSettings): Promise<Search> {
    const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file");
    const { isTrusted } = vscode.workspace;
    const wishes = {
      path: settings.path,
      interpreter: settings.interpreter,
      environment: isTrusted ? await selectedPython(folders[0]?.uri) : undefined,
      trusted: isTrusted,
      folders: folders.map(({ uri }) => uri.fsPath),
      bundled: this.context.asAbsolutePath("server/run.py"),
    };
    return find(wishes, thisMachine);
  }

  private missing({ advice, wrong }: Search): void {
    this.log.error(advice);
    this.status.set("missing", advice);
    const actions = [...(wrong ? [] : ["Get Python"]), "Open Settings", "Show Log"];
    void vscode.window.showErrorMessage(advice, ...actions).then((chosen) => {
      if (chosen === "Get Python") {
        void vscode.env.openExternal(vscode.Uri.parse("https://www.python.org/downloads/"));
      } else if (chosen === "Open Settings") {
        void vscode.commands.executeCommand("workbench.action.openSettings", `cloudlint.${wrong ?? "interpreter"}`);
      } else if (chosen === "Show Log") {
        this.log.show();
      }
    });
  }

  private failed(error: unknown): void {
    this.log.error(String(error));
    this.status.set("stopped", "See the log for why");
  }
}
