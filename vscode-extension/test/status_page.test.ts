import assert from "node:assert/strict";
import { test } from "node:test";

import { statusPage } from "../src/status_page";

const found = { command: "/usr/bin/cloudlint", parameters: [], origin: "PATH", version: "0.1.0" };

test("what the server tells is a list", () => {
  const stoppedRules = { slow: "it took ![](https://a.b/c.png) too long" };
  const told = { version: "0.1.0", folders: ["/a", "/b_c"], stoppedRules, logFile: "", undecided: 0 };
  const page = statusPage(told, found, { found, notes: [], advice: "" });
  for (const row of [
    "* **Server**: PATH: /usr/bin/cloudlint\n",
    "* **Version**: 0.1.0\n",
    "* **Folders**: /a<br>/b\\_c\n",
    "* **Rules that were stopped**: slow: it took !\\[\\](https://a.b/c.png) too long\n",
    "* **Checks left undecided by unknown values**: 0\n",
  ]) {
    assert.ok(page.includes(row), `${row} is missing in\n${page}`);
  }
  assert.ok(!page.includes("Log file"));
  assert.ok(!page.includes("not taken"));
});

test("without a server, why", () => {
  const page = statusPage(undefined, undefined, { found: undefined, notes: ["PATH, /x: broken"], advice: "Install Python." });
  assert.match(page, /\* \*\*Server\*\*: Install Python\.\n/);
  assert.match(page, /\* PATH, \/x: broken/);
});
