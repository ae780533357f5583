"""What the HTML page is dressed in and moved by: style and script, written into it so that it opens offline."""

from __future__ import annotations

STYLE = """
:root { color-scheme: light dark; --back: #f4f6f9; --card: #fff; --text: #1a2130; --dim: #5d687b; --line: #dde2ea;
  --code: #f2f4f8; --mark: #ffe08a; --accent: #2456d3;
  --critical: #8e1a6b; --high: #c62a2f; --medium: #a85b00; --low: #2b6b8c; }
@media (prefers-color-scheme: dark) { :root { --back: #0f131a; --card: #191f29; --text: #e3e8f0; --dim: #98a4b6;
  --line: #2b3442; --code: #11161e; --mark: #66500d; --accent: #8aadff;
  --critical: #f08bd0; --high: #ff8b84; --medium: #f7b24f; --low: #7cc4e6; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 7rem; }
body { margin: 0; background: var(--back); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 70rem; margin: 0 auto; padding: 1.6rem 1.2rem 5rem; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1rem; margin: 0 0 .5rem; }
p { margin: .3rem 0; } sup { line-height: 0; } .dim, header p, #count { color: var(--dim); }
a { color: var(--accent); }
code, pre { font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 13px; }
button, input, select { font: inherit; color: inherit; }
.critical { --tint: var(--critical); } .high { --tint: var(--high); } .medium { --tint: var(--medium); }
.low { --tint: var(--low); }
section { margin-top: 2.2rem; }
.overview { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); gap: .8rem;
  margin: 1.2rem 0 0; }
.overview > div, article, .none { background: var(--card); border: 1px solid var(--line); border-radius: .6rem;
  padding: .9rem 1.1rem; min-width: 0; }
.none { font-size: 1.15rem; font-weight: 600; margin-top: 1.2rem; }
.total { font-size: 2.4rem; font-weight: 700; line-height: 1.2; margin: 0; }
.bar { display: flex; gap: 2px; height: .7rem; margin: .6rem 0; } .bar i { background: var(--tint); min-width: 4px; }
.bar i:first-child { border-radius: .35rem 0 0 .35rem; } .bar i:last-child { border-radius: 0 .35rem .35rem 0; }
.bar i:only-child { border-radius: .35rem; }
ol { list-style: none; margin: 0; padding: 0; }
ol li { display: flex; justify-content: space-between; gap: .8rem; padding: .12rem 0;
  background: linear-gradient(var(--accent), var(--accent)) 0 100% / var(--share) 2px no-repeat; }
ol li + li { margin-top: .25rem; }
ol button { all: unset; cursor: pointer; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; min-width: 0; }
ol button:hover { color: var(--accent); } ol button:focus-visible { outline: 2px solid var(--accent); }
ol span { color: var(--dim); font-variant-numeric: tabular-nums; }
form { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem .7rem; align-items: center;
  background: var(--back); padding: .8rem 0 .7rem; margin-top: 1rem; border-bottom: 1px solid var(--line); }
input[type=search], select { background: var(--card); border: 1px solid var(--line); border-radius: .45rem;
  padding: .4rem .65rem; min-width: 0; }
input[type=search] { flex: 1 1 16rem; } select { flex: 0 1 auto; max-width: 12rem; text-overflow: ellipsis; }
.chips { display: flex; flex-wrap: wrap; gap: .4rem; }
.chip { position: relative; color: var(--tint); border: 1px solid var(--tint); border-radius: 1rem;
  padding: .15rem .75rem; cursor: pointer; white-space: nowrap; user-select: none; }
.chip input { position: absolute; opacity: 0; inset: 0; margin: 0; cursor: pointer; }
.chip:not(:has(:checked)) { color: var(--dim); border-color: var(--line); text-decoration: line-through; }
.chip:has(:focus-visible) { outline: 2px solid var(--accent); outline-offset: 1px; }
#findings h2 { margin: 1.6rem 0 .6rem; overflow-wrap: anywhere; }
#findings h2 small { color: var(--dim); font-weight: 400; }
article { border-left: .3rem solid var(--tint); margin: .7rem 0;
  content-visibility: auto; contain-intrinsic-size: auto 16rem; }
article h3 { margin: .1rem 0 .5rem; font-size: 1.02rem; font-weight: 600; overflow-wrap: anywhere; }
article h3 code { font-size: .95em; }
.head { margin: 0; display: flex; flex-wrap: wrap; gap: 0 .6rem; align-items: baseline; overflow-wrap: anywhere; }
.severity { color: var(--tint); font-weight: 700; text-transform: uppercase; font-size: .78rem; letter-spacing: .05em; }
.place { color: var(--dim); margin-top: .6rem; overflow-wrap: anywhere; }
.place b { font-weight: 500; color: var(--text); }
pre { background: var(--code); border-radius: .4rem; padding: .45rem .7rem; overflow-x: auto; margin: .25rem 0 .5rem; }
mark { background: var(--mark); color: inherit; border-radius: .15rem; }
.number { color: var(--dim); user-select: none; }
.fix b { color: var(--accent); font-weight: 600; margin-right: .3rem; }
.controls { display: flex; flex-wrap: wrap; gap: .3rem; } .controls span { color: var(--dim); font-size: .8rem;
  border: 1px solid var(--line); border-radius: .35rem; padding: 0 .4rem; }
details { border-bottom: 1px solid var(--line); padding: .45rem 0; }
details ul { padding-left: 1.2rem; margin: .4rem 0; }
details li { overflow-wrap: anywhere; }
summary { cursor: pointer; } .rule summary span { overflow-wrap: anywhere; margin-right: .8rem; }
.text { max-width: 48rem; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; margin-top: .5rem; }
td, th { text-align: left; vertical-align: top; padding: .3rem 1rem .3rem 0; border-bottom: 1px solid var(--line); }
#rest button { border: 1px solid var(--line); background: var(--card); border-radius: .45rem; padding: .45rem 1rem;
  cursor: pointer; }
[hidden] { display: none !important; }
@media (max-width: 40rem) {
  main { padding: 1rem .8rem 4rem; } html { scroll-padding-top: 1rem; } ol li:nth-child(n + 4) { display: none; }
  form { position: static; } select { flex: 1 1 8rem; max-width: none; } .chip { padding: .15rem .55rem; }
  article, .overview > div { padding: .7rem .8rem; } }
@media print { form, #rest { display: none; } article { break-inside: avoid; content-visibility: visible; } }
"""

SCRIPT = """
"use strict";
const MOST = 200; // findings that are shown at once: a page of thousands stays quick
function wanted(item, asked) {
  return asked.severities.includes(item.severity)
    && (!asked.standard || item.controls.some(control => control.startsWith(asked.standard + " ")))
    && asked.words.every(word => item.words.includes(word));
}
function groupsOf(item, asked) {
  if (asked.group === "file") return [item.path];
  if (asked.group === "rule") return [item.rule];
  if (asked.group === "severity") return [item.severity];
  const controls = item.controls.filter(control => control.startsWith(asked.standard));
  return controls.length ? controls : ["no standard"];
}
function grouped(items, asked) {
  const groups = new Map();
  for (const item of items) {
    for (const name of groupsOf(item, asked)) {
      if (!groups.has(name)) groups.set(name, { name, exposure: 0, items: [] });
      groups.get(name).exposure += item.exposure;
      groups.get(name).items.push(item);
    }
  }
  return [...groups.values()].sort((a, b) => b.exposure - a.exposure);
}
function itemOf(article) {
  const { severity, rule, path, resource, controls, exposure } = article.dataset;
  const words = [rule, path, resource, article.querySelector("h3").textContent, controls].join(" ").toLowerCase();
  return { article, severity, rule, path, words, exposure: Number(exposure),
    controls: controls ? controls.split("|") : [] };
}
function start(page) {
  const form = page.querySelector("form"), list = page.querySelector("#findings");
  if (!form) return;
  const count = page.querySelector("#count"), rest = page.querySelector("#rest");
  const number = (value, digits) =>
    value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const items = [...list.querySelectorAll("article")].map(itemOf);
  let most = MOST;
  function asked() {
    return { words: form.search.value.toLowerCase().split(/\\s+/).filter(Boolean),
      standard: form.standard.value, group: form.group.value,
      severities: [...form.querySelectorAll("input[name=severity]:checked")].map(box => box.value) };
  }
  function show() {
    const question = asked(), found = items.filter(item => wanted(item, question));
    const groups = grouped(found, question), used = new Set(), shown = [];
    let all = 0, left = most;
    for (const group of groups) {
      all += group.items.length;
      if (left <= 0) continue;
      const heading = page.createElement("h2"), told = page.createElement("small");
      told.textContent = number(group.items.length, 0) + ", exposure " + number(group.exposure, 1);
      heading.append(group.name + " ", told);
      shown.push(heading);
      for (const { article } of group.items.slice(0, left)) {
        shown.push(used.has(article) ? article.cloneNode(true) : article); // in two groups at once
        used.add(article);
      }
      left -= group.items.length;
    }
    list.replaceChildren(...shown);
    count.textContent = number(found.length, 0) + " of " + number(items.length, 0) + " findings, exposure "
      + number(found.reduce((sum, item) => sum + item.exposure, 0), 1);
    rest.hidden = all <= most;
    rest.firstElementChild.textContent = "Show " + number(all - most, 0) + " more";
  }
  function again(limit) { most = limit; show(); }
  form.addEventListener("input", () => again(MOST));
  form.addEventListener("submit", event => event.preventDefault());
  rest.addEventListener("click", () => again(Infinity));
  addEventListener("beforeprint", () => again(Infinity));
  for (const button of page.querySelectorAll("button[data-search]")) {
    button.addEventListener("click", () => { form.search.value = button.dataset.search; again(MOST); });
  }
  addEventListener("hashchange", opened);
  function opened() {
    const rule = page.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (rule && rule.matches("details")) { rule.open = true; rule.scrollIntoView(); }
  }
  show();
  opened();
}
if (typeof document !== "undefined") start(document);
"""
