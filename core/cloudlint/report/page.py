"""What the HTML page is dressed in and moved by: style and script, written into it so that it opens offline."""

from __future__ import annotations

STYLE = """
:root { color-scheme: light dark; --back: #f6f7f9; --card: #fff; --text: #1c2330; --dim: #667085; --line: #dfe3ea;
  --code: #f0f2f6; --mark: #ffe3a3; --accent: #2457d6;
  --critical: #a3104b; --high: #c62828; --medium: #b26a00; --low: #2f6f8f; }
@media (prefers-color-scheme: dark) { :root { --back: #12161d; --card: #1b212b; --text: #e4e8ef; --dim: #98a2b3;
  --line: #2e3642; --code: #141a23; --mark: #5c4813; --accent: #82a8ff;
  --critical: #ff7ab0; --high: #ff8a80; --medium: #ffbe5c; --low: #7cc7e8; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 66rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.35rem; margin: 0 0 .2rem; } h2 { font-size: 1rem; margin: 1.6rem 0 .5rem; overflow-wrap: anywhere; }
p { margin: .3rem 0; } .dim { color: var(--dim); }
.totals { display: flex; flex-wrap: wrap; gap: .6rem; margin: 1rem 0; }
.totals > div { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .9rem; }
.totals b { display: block; font-size: 1.3rem; }
form { position: sticky; top: 0; background: var(--back); display: flex; flex-wrap: wrap; gap: .5rem .9rem;
  align-items: center; padding: .6rem 0; border-bottom: 1px solid var(--line); z-index: 1; }
input[type=search] { flex: 1 1 14rem; } input[type=search], select { font: inherit; color: inherit;
  background: var(--card); border: 1px solid var(--line); border-radius: .4rem; padding: .35rem .6rem; }
label { white-space: nowrap; }
article { background: var(--card); border: 1px solid var(--line); border-left: .3rem solid var(--tint);
  border-radius: .5rem; padding: .7rem 1rem; margin: .6rem 0; }
article h3 { margin: 0; font-size: 1rem; font-weight: 600; overflow-wrap: anywhere; }
.severity { color: var(--tint); font-weight: 700; text-transform: uppercase; font-size: .78rem; letter-spacing: .04em; }
.critical { --tint: var(--critical); } .high { --tint: var(--high); } .medium { --tint: var(--medium); }
.low { --tint: var(--low); }
code, pre { font: 13px/1.5 ui-monospace, monospace; } a { color: var(--accent); }
pre { background: var(--code); border-radius: .4rem; padding: .5rem .8rem; overflow-x: auto; margin: .5rem 0; }
mark { background: var(--mark); color: inherit; border-radius: .15rem; }
.number { color: var(--dim); user-select: none; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: .25rem .6rem .25rem 0;
  border-bottom: 1px solid var(--line); overflow-wrap: anywhere; } td.n, th.n { text-align: right; }
details { margin-top: 1.6rem; } summary { cursor: pointer; font-weight: 600; }
[hidden] { display: none !important; }
@media print { form { display: none; } article { break-inside: avoid; } }
"""

SCRIPT = """
"use strict";
function wanted(item, asked) {
  return asked.severities.includes(item.severity)
    && (!asked.standard || item.standards.split(" ").includes(asked.standard))
    && asked.words.every(word => item.words.includes(word));
}
function groupOf(item, by) {
  return by === "file" ? [item.path] : by === "rule" ? [item.rule]
    : by === "standard" ? (item.controls ? item.controls.split("|") : ["no standard"]) : [item.severity];
}
function start(page) {
  const form = page.querySelector("form"), list = page.querySelector("#findings");
  const articles = [...list.querySelectorAll("article")];
  function show() {
    const asked = { words: form.search.value.toLowerCase().split(/\\s+/).filter(Boolean),
      standard: form.standard.value,
      severities: [...form.querySelectorAll("input[name=severity]:checked")].map(box => box.value) };
    const groups = new Map(); let count = 0;
    for (const article of articles) {
      if (!wanted(article.dataset, asked)) continue;
      count += 1;
      for (const name of groupOf(article.dataset, form.group.value)) {
        if (!groups.has(name)) groups.set(name, { exposure: 0, articles: [] });
        const group = groups.get(name);
        group.exposure += Number(article.dataset.exposure);
        group.articles.push(article);
      }
    }
    list.replaceChildren();
    for (const [name, group] of [...groups].sort((a, b) => b[1].exposure - a[1].exposure)) {
      const heading = page.createElement("h2");
      heading.textContent = [name, group.articles.length, "exposure " + group.exposure.toFixed(1)].join(" \\u00b7 ");
      list.append(heading, ...group.articles.map(each => each.cloneNode(true)));
    }
    page.querySelector("#count").textContent = count + " of " + articles.length + " shown";
  }
  form.addEventListener("input", show);
  form.addEventListener("submit", event => event.preventDefault());
  show();
}
if (typeof document !== "undefined") start(document);
"""
