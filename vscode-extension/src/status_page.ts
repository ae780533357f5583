/** The status as a page. */

import type { Found, Search } from "./finding";

const LABELS: Readonly<Record<string, string>> = {
  version: "Version",
  rules: "Rules",
  folders: "Folders",
  buffers: "Open files",
  settingsFiles: "Settings files in force",
  wrongSettings: "Settings files with mistakes",
  notAnalysed: "Not analysed",
  stoppedRules: "Rules that were stopped",
  undecided: "Checks left undecided by unknown values",
  lastFailure: "Last failure",
  milliseconds: "Milliseconds for the last judgement",
  positionEncoding: "Encoding of positions",
  logFile: "Log file",
};

/** What the server tells about itself, where it comes from, and what else was looked at; as Markdown. */
export function statusPage(told: unknown, found: Found | undefined, search: Search | undefined): string {
  const rows: [string, string][] = found
    ? [["Server", `${found.origin}: ${escaped([found.command, ...found.parameters].join(" "))}`]]
    : [["Server", escaped(search?.advice ?? "not running")]];
  const facts = typeof told === "object" && told !== null ? told : {};
  for (const [name, value] of Object.entries(facts)) {
    const text = shown(value);
    if (text) {
      rows.push([LABELS[name] ?? escaped(name), text]);
    }
  }
  const list = rows.map(([name, text]) => `* **${name}**: ${text}`).join("\n");
  const notes = (search?.notes ?? []).map((note) => `* ${escaped(note)}`).join("\n");
  const passedOver = notes ? `\n\n## Looked at and not taken\n\n${notes}` : "";
  return `# cloudlint\n\n${list}${passedOver}\n`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) {
    return value.map(shown).join("<br>");
  }
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .map(([name, inner]) => `${escaped(name)}: ${shown(inner)}`)
      .join("<br>");
  }
  const text = typeof value === "string" ? value : JSON.stringify(value ?? "");
  return escaped(text.replace(/^""$/, ""));
}

/** What comes from files is shown as it is: it cannot draw a picture from somewhere. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<]/g, "\\$&").replaceAll("\n", " ");
}
