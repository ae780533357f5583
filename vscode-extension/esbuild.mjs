// Bundles the extension into one file; with `--tests`, the unit tests into dist/tests/.

import { readdirSync } from "node:fs";
import { build } from "esbuild";

const tests = process.argv.includes("--tests");
await build({
  entryPoints: tests ? readdirSync("test").map((name) => `test/${name}`) : ["src/extension.ts"],
  ...(tests ? { outdir: "dist/tests" } : { outfile: "dist/extension.js" }),
  bundle: true,
  minify: !tests,
  platform: "node",
  format: "cjs",
  target: "node20",
  external: ["vscode"],
  legalComments: "none", // the licences of what is bundled are in THIRD_PARTY_NOTICES.txt
  logLevel: "warning",
});
