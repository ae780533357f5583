/**
 * Finding the server: decisions over what a `Machine` tells, without VS Code.
 *
 * Looked for, in this order: the setting `cloudlint.path`; `cloudlint` in the selected Python environment; `cloudlint` on
 * the PATH; the copy that lies in this extension, run with any Python that is new enough. In a workspace that is not
 * trusted nothing that lies in it is run.
 */

import * as path from "node:path";

export interface Ran {
  /** The exit code, undefined where the program could not be started or did not end in time. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** What finding needs to know of the computer, and can have done on it. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  isFile(file: string): boolean;
  run(command: string, parameters: readonly string[]): Promise<Ran>;
}

export interface Wishes {
  /** The setting `cloudlint.path`: a `cloudlint` executable; empty where it is not set. */
  readonly path: string;
  /** The setting `cloudlint.interpreter`: a Python for the copy in the extension; empty where it is not set. */
  readonly interpreter: string;
  /** The Python of the selected environment, undefined without the Python extension. */
  readonly environment: string | undefined;
  /** Does the user trust the workspace? */
  readonly trusted: boolean;
  /** The folders of the workspace, as paths. */
  readonly folders: readonly string[];
  /** `run.py` of the copy in the extension. */
  readonly bundled: string;
}

/** A `cloudlint` that can be run: `command`, then `parameters`, then those of cloudlint itself. */
export interface Found {
  readonly command: string;
  readonly parameters: readonly string[];
  /** Where it comes from, for people. */
  readonly origin: string;
  readonly version: string;
}

export interface Search {
  readonly found: Found | undefined;
  /** What was looked at and why it was not taken, a line each. */
  readonly notes: readonly string[];
  /** What the user can do, where nothing was found. */
  readonly advice: string;
  /** The setting that the advice is about; without one, what is missing is a Python. */
  readonly wrong?: "path" | "interpreter";
}

const OLDEST = "3.10";
const NEWEST_MINOR = 16;

/** Look for a server. */
export async function find(wishes: Wishes, machine: Machine): Promise<Search> {
  const notes: string[] = [];
  let refusal = "";
  const taken = async (origin: string, command: string, parameters: readonly string[] = []): Promise<Found | undefined> => {
    const ran = await machine.run(command, [...parameters, "server", "--check"]);
    if (ran.code === 0) {
      return { command, parameters, origin, version: ran.stdout.trim() };
    }
    refusal = reason(ran);
    notes.push(`${origin}, ${command}: ${refusal}`);
    return undefined;
  };

  if (wishes.path) {
    const wished = inPlace(wishes.path, wishes, machine);
    const found = await taken("setting cloudlint.path", wished);
    if (found) {
      return { found, notes, advice: "" };
    }
    const advice = `The setting cloudlint.path does not name a cloudlint that can serve (${wished}): ${refusal}.`;
    return { found, notes, advice, wrong: "path" };
  }
  for (const [origin, command] of installed(wishes, machine)) {
    const found = await taken(origin, command);
    if (found) {
      return { found, notes, advice: "" };
    }
  }
  for (const python of interpreters(wishes, machine)) {
    const found = await taken("copy in the extension", python, ["-I", wishes.bundled]);
    if (found) {
      return { found, notes, advice: "" };
    }
  }
  if (wishes.interpreter) {
    const advice = `The setting cloudlint.interpreter does not name a Python ${OLDEST} or newer (${wishes.interpreter}).`;
    return { found: undefined, notes, advice, wrong: "interpreter" };
  }
  const advice = `cloudlint needs Python ${OLDEST} or newer, and found none. Install Python, or name one in the setting cloudlint.interpreter.`;
  return { found: undefined, notes, advice };
}

/** Why a candidate is not taken: the last thing it said. */
function reason(ran: Ran): string {
  const said = ran.stderr.trim().split("\n").at(-1)?.trim();
  if (said) {
    return said;
  }
  return ran.code === undefined ? "could not be run" : `ended with code ${ran.code}`;
}

/** The executables called `cloudlint` that may be run, with where they come from. */
function* installed(wishes: Wishes, machine: Machine): Iterable<[string, string]> {
  const windows = machine.platform === "win32";
  const name = windows ? "cloudlint.exe" : "cloudlint";
  const paths = pathsOf(machine);
  if (wishes.environment && allowed(wishes.environment, wishes, machine)) {
    const folder = paths.dirname(wishes.environment);
    const places = windows ? [paths.join(folder, name), paths.join(folder, "Scripts", name)] : [paths.join(folder, name)];
    const place = places.find((file) => machine.isFile(file));
    if (place) {
      yield ["selected Python environment", place];
    }
  }
  for (const file of onPath([name], wishes, machine)) {
    yield ["PATH", file];
  }
}

/** The Pythons to try for the copy in the extension, each once; a wished one is the only one. */
function* interpreters(wishes: Wishes, machine: Machine): Iterable<string> {
  if (wishes.interpreter) {
    yield inPlace(wishes.interpreter, wishes, machine);
    return;
  }
  const seen = new Set<string>();
  for (const file of candidates(wishes, machine)) {
    if (!seen.has(file)) {
      seen.add(file);
      yield file;
    }
  }
}

function* candidates(wishes: Wishes, machine: Machine): Iterable<string> {
  const suffix = machine.platform === "win32" ? ".exe" : "";
  const names = ["python3", "python", ...minors().map((minor) => `python3.${minor}`)].map((name) => name + suffix);
  if (wishes.environment && allowed(wishes.environment, wishes, machine)) {
    yield wishes.environment;
  }
  yield* onPath(names, wishes, machine);
  const paths = pathsOf(machine);
  for (const folder of usualFolders(machine)) {
    for (const file of names.map((name) => paths.join(folder, name))) {
      if (machine.isFile(file) && !opensInstaller(file, machine)) {
        yield file;
      }
    }
  }
}

function minors(): number[] {
  const oldest = Number(OLDEST.split(".")[1]);
  return Array.from({ length: NEWEST_MINOR - oldest + 1 }, (_, index) => NEWEST_MINOR - index);
}

/** Where Python is put by its installers: an editor that was not started from a shell may have a short PATH. */
function usualFolders(machine: Machine): string[] {
  const paths = pathsOf(machine);
  if (machine.platform === "win32") {
    const local = machine.environment["LOCALAPPDATA"];
    const programs = machine.environment["ProgramFiles"];
    return minors().flatMap((minor) => [
      ...(local ? [paths.join(local, "Programs", "Python", `Python3${minor}`)] : []),
      ...(programs ? [paths.join(programs, `Python3${minor}`)] : []),
    ]);
  }
  const mine = [paths.join(machine.home, ".local", "bin"), paths.join(machine.home, ".pyenv", "shims")];
  const tools = "/Library/Developer/CommandLineTools/usr/bin";
  return ["/usr/local/bin", "/opt/homebrew/bin", "/usr/bin", ...mine, ...(machine.platform === "darwin" ? [tools] : [])];
}

/** On macOS, /usr/bin/python3 without the developer tools is a program that asks to install them. */
function opensInstaller(file: string, machine: Machine): boolean {
  const tools = "/Library/Developer/CommandLineTools/usr/bin/python3";
  return machine.platform === "darwin" && file.startsWith("/usr/bin/") && !machine.isFile(tools);
}

/** The files with these names in the folders of the PATH; relative folders are left out. */
function* onPath(names: readonly string[], wishes: Wishes, machine: Machine): Iterable<string> {
  const paths = pathsOf(machine);
  const list = machine.environment["PATH"] ?? machine.environment["Path"] ?? "";
  const folders = list.split(paths.delimiter).filter((folder) => paths.isAbsolute(folder));
  for (const name of names) {
    for (const folder of folders) {
      const file = paths.join(folder, name);
      if (machine.isFile(file) && allowed(file, wishes, machine) && !opensInstaller(file, machine)) {
        yield file;
      }
    }
  }
}

/** May this be run? Not where it lies in a workspace that is not trusted. */
function allowed(file: string, wishes: Wishes, machine: Machine): boolean {
  const paths = pathsOf(machine);
  const inside = wishes.folders.some((folder) => {
    const way = paths.relative(folder, file);
    return way === "" || (!way.startsWith("..") && !paths.isAbsolute(way));
  });
  return wishes.trusted || !inside;
}

/** A path from the settings: `~` and `${workspaceFolder}` are replaced, a bare name is looked for on the PATH. */
function inPlace(setting: string, wishes: Wishes, machine: Machine): string {
  const paths = pathsOf(machine);
  const folder = wishes.folders[0] ?? "";
  const text = setting.replace(/^~(?=[/\\]|$)/, () => machine.home).replaceAll("${workspaceFolder}", () => folder);
  if (paths.isAbsolute(text)) {
    return text;
  }
  if (/[/\\]/.test(text)) {
    return paths.join(folder, text);
  }
  const names = machine.platform === "win32" ? [text, `${text}.exe`] : [text];
  const [first] = onPath(names, wishes, machine);
  return first ?? text;
}

function pathsOf(machine: Machine): path.PlatformPath {
  return machine.platform === "win32" ? path.win32 : path.posix;
}
