import assert from "node:assert/strict";
import { test } from "node:test";

import { tokens } from "../src/tokens";

/** The tokens of a text as `kind:text`. */
function coloured(text: string): string[] {
  const lines = text.split("\n");
  return tokens(text).map(
    ({ line, start, length, kind }) => `${kind}:${lines[line]?.slice(start, start + length) ?? "beyond the end"}`,
  );
}

const cases: [string, string, string[]][] = [
  ["comments", "# one\n// two", ["comment:# one", "comment:// two"]],
  ["a comment over lines", "/* a\n b */ x = 1", ["comment:/* a", "comment: b */", "property:x", "number:1"]],
  ["a block", 'resource "aws_vpc" "a" {', ["keyword:resource", 'string:"aws_vpc"', 'string:"a"']],
  ["a block without labels", "  lifecycle {}", ["keyword:lifecycle"]],
  ["attributes", "a   = true\nb = -1.5e3", ["property:a", "keyword:true", "property:b", "number:1.5e3"]],
  ["an object", "x = { y = null }", ["property:x", "property:y", "keyword:null"]],
  ["a comparison", "x = a == b ? 1 : 2", ["property:x", "number:1", "number:2"]],
  ["references and calls", "x = lower(var.name)", ["property:x", "function:lower", "variable:var"]],
  ["types", "type = list(string)", ["property:type", "type:list", "type:string"]],
  ["a template", '"a-${var.b}-c"', ['string:"a-', "variable:var", 'string:-c"']],
  ["a template in a template", '"${f("${1}")}"', ['string:"', "function:f", 'string:"', "number:1", 'string:"', 'string:"']],
  ["no template", '"a\\"$${b}"', ['string:"a\\"$${b}"']],
  ["a heredoc", "x = <<-EOT\n  a = 1\n  EOT\ny = 2", ["property:x", "keyword:<<-EOT", "string:  a = 1", "keyword:  EOT", "property:y", "number:2"]],
  ["a list over lines", "x = [\n  for k in y : k\n]", ["property:x", "keyword:for", "keyword:in"]],
  ["damage: a string without end", 'x = "abc\ny = 1', ["property:x", 'string:"abc', "property:y", "number:1"]],
  ["damage: a template without end", '"${var.', ['string:"', "variable:var"]],
  ["damage: a heredoc without end", "x = <<EOT\nabc", ["property:x", "keyword:<<EOT", "string:abc"]],
  ["damage: a backslash at the end", '"\\', ['string:"\\']],
];

for (const [name, text, expected] of cases) {
  test(name, () => assert.deepEqual(coloured(text), expected));
}
