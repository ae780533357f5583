/** The settings: which are read here, which are handed to the server. Without VS Code, so that tests can read it. */

export type Severity = "low" | "medium" | "high" | "critical";

/** What the server is given: the names of `cloudlint.toml` in camel case, and two that only editors have. */
export interface ServerSettings {
  readonly select?: readonly string[];
  readonly ignore?: readonly string[];
  readonly exclude?: readonly string[];
  readonly severity?: Severity;
  readonly failOn?: Severity;
  readonly varFiles?: readonly string[];
  readonly environments?: Readonly<Record<string, readonly string[]>>;
  readonly terraformWorkspace?: string;
  readonly maxFileSize?: number;
  readonly accept?: readonly object[];
  readonly override?: readonly object[];
  readonly severities?: Readonly<Record<string, Severity>>;
  readonly baseline?: string;
  readonly requireReason?: boolean;
  readonly notIgnorable?: readonly string[];
  readonly inlayHints?: boolean;
  readonly codeLens?: boolean;
}

/** What is read here. */
export interface EditorSettings {
  readonly enable: boolean;
  readonly path: string;
  readonly interpreter: string;
  readonly args: readonly string[];
  readonly findingsIn: "openFiles" | "workspace";
}

/** A change of one of these takes a new server. */
export const RESTARTING: readonly (keyof EditorSettings)[] = ["enable", "path", "interpreter", "args"];

const NAMES: Record<keyof ServerSettings, true> = {
  select: true,
  ignore: true,
  exclude: true,
  severity: true,
  failOn: true,
  varFiles: true,
  environments: true,
  terraformWorkspace: true,
  maxFileSize: true,
  accept: true,
  override: true,
  severities: true,
  baseline: true,
  requireReason: true,
  notIgnorable: true,
  inlayHints: true,
  codeLens: true,
};

export const FORWARDED: readonly string[] = Object.keys(NAMES);

/**
 * What of the section `cloudlint` the server is given. What is empty is left out: there it means what not being set means.
 * A value of a wrong type goes through: the server says what is wrong with it.
 */
export function forwarded(section: Readonly<Record<string, unknown>>): ServerSettings {
  return Object.fromEntries(FORWARDED.filter((name) => !isEmpty(section[name])).map((name) => [name, section[name]]));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") {
    return true;
  }
  return typeof value === "object" && Object.keys(value).length === 0;
}
