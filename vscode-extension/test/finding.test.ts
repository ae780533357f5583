import assert from "node:assert/strict";
import { test } from "node:test";

import { find, type Machine, type Ran, type Wishes } from "../src/finding";

const SERVES: Ran = { code: 0, stdout: "0.1.0\n", stderr: "" };
const NO_LSP: Ran = { code: 2, stdout: "", stderr: "cloudlint: the language server needs its own packages" };
const TOO_OLD: Ran = { code: 1, stdout: "", stderr: "Python 3.8 is too old: cloudlint needs 3.10 or newer" };
const NOT_THERE: Ran = { code: undefined, stdout: "", stderr: "" };

/** A computer with these executables, each with what it says when asked whether it can serve. */
function machine(programs: Record<string, Ran>, more: Partial<Machine> = {}): Machine & { asked: string[] } {
  const asked: string[] = [];
  return {
    platform: "linux",
    home: "/home/ann",
    environment: { PATH: "/usr/local/bin:/usr/bin" },
    isFile: (file) => file in programs,
    run: (command, parameters) => {
      asked.push([command, ...parameters].join(" "));
      return Promise.resolve(programs[command] ?? NOT_THERE);
    },
    asked,
    ...more,
  };
}

const NOTHING_WISHED: Wishes = {
  path: "",
  interpreter: "",
  environment: undefined,
  trusted: true,
  folders: ["/work"],
  bundled: "/ext/server/run.py",
};

const cases: { name: string; wishes?: Partial<Wishes>; programs: Record<string, Ran>; command: string; origin: string }[] = [
  {
    name: "the setting comes first",
    wishes: { path: "/opt/cloudlint", environment: "/work/.venv/bin/python" },
    programs: { "/opt/cloudlint": SERVES, "/work/.venv/bin/cloudlint": SERVES, "/usr/bin/cloudlint": SERVES },
    command: "/opt/cloudlint",
    origin: "setting cloudlint.path",
  },
  {
    name: "a setting may be a bare name",
    wishes: { path: "cloudlint-next" },
    programs: { "/usr/bin/cloudlint-next": SERVES },
    command: "/usr/bin/cloudlint-next",
    origin: "setting cloudlint.path",
  },
  {
    name: "a setting may begin at home",
    wishes: { path: "~/bin/cloudlint" },
    programs: { "/home/ann/bin/cloudlint": SERVES },
    command: "/home/ann/bin/cloudlint",
    origin: "setting cloudlint.path",
  },
  {
    name: "a setting may begin at the workspace",
    wishes: { path: "${workspaceFolder}/tools/cloudlint" },
    programs: { "/work/tools/cloudlint": SERVES },
    command: "/work/tools/cloudlint",
    origin: "setting cloudlint.path",
  },
  {
    name: "then the selected environment",
    wishes: { environment: "/work/.venv/bin/python" },
    programs: { "/work/.venv/bin/cloudlint": SERVES, "/usr/bin/cloudlint": SERVES },
    command: "/work/.venv/bin/cloudlint",
    origin: "selected Python environment",
  },
  {
    name: "one that cannot serve is passed over",
    wishes: { environment: "/work/.venv/bin/python" },
    programs: { "/work/.venv/bin/cloudlint": NO_LSP, "/usr/bin/cloudlint": SERVES },
    command: "/usr/bin/cloudlint",
    origin: "PATH",
  },
  {
    name: "then the PATH, in its order",
    programs: { "/usr/local/bin/cloudlint": SERVES, "/usr/bin/cloudlint": SERVES },
    command: "/usr/local/bin/cloudlint",
    origin: "PATH",
  },
  {
    name: "then the copy in the extension",
    programs: { "/usr/bin/python3": SERVES },
    command: "/usr/bin/python3 -I /ext/server/run.py",
    origin: "copy in the extension",
  },
  {
    name: "the copy is run with the selected environment's Python first",
    wishes: { environment: "/work/.venv/bin/python" },
    programs: { "/work/.venv/bin/python": SERVES, "/usr/bin/python3": SERVES },
    command: "/work/.venv/bin/python -I /ext/server/run.py",
    origin: "copy in the extension",
  },
  {
    name: "a Python that is too old is passed over",
    programs: { "/usr/local/bin/python3": TOO_OLD, "/usr/bin/python3.12": SERVES },
    command: "/usr/bin/python3.12 -I /ext/server/run.py",
    origin: "copy in the extension",
  },
  {
    name: "a wished Python is the only one",
    wishes: { interpreter: "/opt/python", environment: "/work/.venv/bin/python" },
    programs: { "/opt/python": SERVES, "/usr/bin/python3": SERVES, "/work/.venv/bin/python": SERVES },
    command: "/opt/python -I /ext/server/run.py",
    origin: "copy in the extension",
  },
];

for (const { name, wishes, programs, command, origin } of cases) {
  test(name, async () => {
    const { found, advice } = await find({ ...NOTHING_WISHED, ...wishes }, machine(programs));
    assert.ok(found);
    assert.equal([found.command, ...found.parameters].join(" "), command);
    assert.equal(found.origin, origin);
    assert.equal(found.version, "0.1.0");
    assert.equal(advice, "");
  });
}

test("every candidate is asked whether it can serve", async () => {
  const here = machine({ "/usr/bin/cloudlint": NO_LSP, "/usr/bin/python3": SERVES });
  const { notes } = await find(NOTHING_WISHED, here);
  assert.deepEqual(here.asked, ["/usr/bin/cloudlint server --check", "/usr/bin/python3 -I /ext/server/run.py server --check"]);
  assert.deepEqual(notes, ["PATH, /usr/bin/cloudlint: cloudlint: the language server needs its own packages"]);
});

const failures: { name: string; wishes?: Partial<Wishes>; programs: Record<string, Ran>; advice: RegExp; wrong?: string }[] = [
  { name: "nothing at all", programs: {}, advice: /Install Python, or name one in the setting cloudlint.interpreter/ },
  { name: "only an old Python", programs: { "/usr/bin/python3": TOO_OLD }, advice: /needs Python 3.10 or newer/ },
  {
    name: "a setting that names nothing is said, and nothing else is taken",
    wishes: { path: "/opt/gone" },
    programs: { "/usr/bin/cloudlint": SERVES },
    advice: /cloudlint.path does not name a cloudlint that can serve \(\/opt\/gone\): could not be run\.$/,
    wrong: "path",
  },
  {
    name: "a cloudlint without its server says what to install",
    wishes: { path: "/opt/cloudlint" },
    programs: { "/opt/cloudlint": NO_LSP },
    advice: /\(\/opt\/cloudlint\): cloudlint: the language server needs its own packages\.$/,
    wrong: "path",
  },
  {
    name: "a wished Python that is none",
    wishes: { interpreter: "/opt/gone" },
    programs: { "/usr/bin/python3": SERVES },
    advice: /cloudlint.interpreter does not name a Python 3.10 or newer \(\/opt\/gone\)/,
    wrong: "interpreter",
  },
];

for (const { name, wishes, programs, advice, wrong } of failures) {
  test(name, async () => {
    const search = await find({ ...NOTHING_WISHED, ...wishes }, machine(programs));
    assert.equal(search.found, undefined);
    assert.match(search.advice, advice);
    assert.equal(search.wrong, wrong);
  });
}

test("nothing of a workspace without trust is run", async () => {
  const environment = { PATH: "/work/bin:.:node_modules/.bin:/usr/bin" };
  const inside = { "/work/.venv/bin/cloudlint": SERVES, "/work/.venv/bin/python": SERVES, "/work/bin/cloudlint": SERVES };
  const here = machine({ ...inside, "/usr/bin/python3": SERVES, "./cloudlint": SERVES }, { environment });
  const wishes = { ...NOTHING_WISHED, environment: "/work/.venv/bin/python" };
  const { found } = await find({ ...wishes, trusted: false }, here);
  assert.equal(found?.command, "/usr/bin/python3");
  assert.deepEqual(here.asked, ["/usr/bin/python3 -I /ext/server/run.py server --check"]);
  assert.equal((await find(wishes, here)).found?.command, "/work/.venv/bin/cloudlint");
});

test("a relative folder on the PATH is never used", async () => {
  const here = machine({ "bin/cloudlint": SERVES, cloudlint: SERVES }, { environment: { PATH: "bin::." } });
  assert.equal((await find(NOTHING_WISHED, here)).found, undefined);
});

test("on Windows", async () => {
  const windows = { platform: "win32", home: "C:\\Users\\ann" } as const;
  const environment = { Path: "C:\\Windows;C:\\Tools", LOCALAPPDATA: "C:\\Users\\ann\\AppData\\Local" };
  const wishes = { ...NOTHING_WISHED, folders: ["C:\\work"], environment: "C:\\work\\.venv\\Scripts\\python.exe" };
  const search = (programs: Record<string, Ran>): ReturnType<typeof find> =>
    find(wishes, machine(programs, { ...windows, environment }));
  const inEnvironment = "C:\\work\\.venv\\Scripts\\cloudlint.exe";
  assert.equal((await search({ [inEnvironment]: SERVES })).found?.command, inEnvironment);
  assert.equal((await search({ "C:\\Tools\\cloudlint.exe": SERVES })).found?.origin, "PATH");
  const installed = "C:\\Users\\ann\\AppData\\Local\\Programs\\Python\\Python312\\python.exe";
  assert.equal((await search({ [installed]: SERVES })).found?.command, installed);
});

test("on macOS, what asks to install developer tools is left alone", async () => {
  const mac = { platform: "darwin", environment: { PATH: "/usr/bin" } } as const;
  const tools = "/Library/Developer/CommandLineTools/usr/bin/python3";
  assert.equal((await find(NOTHING_WISHED, machine({ "/usr/bin/python3": SERVES }, mac))).found, undefined);
  const both = machine({ "/usr/bin/python3": SERVES, [tools]: SERVES }, mac);
  assert.equal((await find(NOTHING_WISHED, both)).found?.command, "/usr/bin/python3");
});
