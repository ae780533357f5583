"""Ignores where comments do not survive: annotations of Kubernetes objects, metadata of CloudFormation resources.

Read from the text of YAML: what matters is a key, a value and the object around them, not how they are quoted.

    annotations: {cloudlint.dev/ignore: "rule-a, rule-b", cloudlint.dev/reason: "..."}       ours, Kubernetes
    Metadata: {cloudlint: {ignore: [rule-a], reason: "..."}}                                 ours, CloudFormation
"""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..outline import Item, Outline, holding
from ..patterns import pattern as regex
from ..typed import TYPE_CHECKING
from .ignore import OURS, Ignore, Pattern
from .notation import dated, named

if TYPE_CHECKING:
    import re

_YAML = (".yaml", ".yml", ".template")

_ANNOTATION = regex(
    r"""(?mx)^[ \t]*["']?(?:
        (?P<ours>cloudlint\.dev/ignore) | (?P<checkov>checkov\.io/skip\d+) | (?P<terrascan>runterrascan\.io/skip)
        | ignore-check\.kube-linter\.io/(?P<linter>[\w-]+) | (?P<every>kube-linter\.io/ignore-all)
    )["']?[ \t]*:[ \t]*(?P<value>[^\n#]*)"""
)
_SECTION = regex(r"(?m)^[ \t]*(cloudlint|checkov):[ \t]*$")
_LIST = regex(r"(?m)^[ \t]*ignore:[ \t]*\[([^\]]*)\]")
_LISTED = regex(r"(?m)^[ \t]*-[ \t]+(?:id:[ \t]*)?[\"']?([\w.*-]+)[\"']?[ \t]*$")
_WORD = regex(r"(?m)^[ \t]*(reason|comment|until|by):[ \t]*[\"']?([^\n]*?)[\"']?[ \t]*$")
_RULE = regex(r"\"rule\":[ \t]*\"([^\"]+)\"")
_OF_OURS = regex(r"(?m)^[ \t]*[\"']?cloudlint\.dev/([a-z]+)[\"']?[ \t]*:[ \t]*(.*)$")


def ignores(document: Document, outline: Outline) -> Iterator[Ignore]:
    """The ignores in a document's annotations and metadata."""
    if document.path.endswith(_YAML):
        yield from _annotated(document)
        yield from _described(document, outline)


def _annotated(document: Document) -> Iterator[Ignore]:
    """Annotations: about the whole object, which is the YAML document they stand in."""
    for found in _ANNOTATION.finditer(document.text):
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        value, offset = found["value"].strip(), found.start("value")
        about = _object(document.text, start)
        notation, patterns, reason = _read(found, value, offset)
        other = document.text[about[0] : about[1]]
        if notation == OURS:
            reason = _annotation(other, "reason")
        until, by = (_annotation(other, name) if notation == OURS else "" for name in ("until", "by"))
        wrong = f"`{until}` is no date; write it as 2027-03-31" if until and not dated(until) else ""
        yield Ignore(document.span(start, found.end()), patterns, (about,), reason, until, by, notation, wrong)


def _read(found: re.Match[str], value: str, offset: int) -> tuple[str, tuple[Pattern, ...], str]:
    """Whose annotation it is, the rules it names, and its reason."""
    if found["ours"]:
        return OURS, _names(value, offset), ""
    if found["checkov"]:
        names, _, reason = value.strip("\"'").partition("=")
        return "checkov", _names(names, offset), reason.strip()
    if found["terrascan"]:
        rules = _RULE.findall(value.replace('\\"', '"'))
        return "terrascan", _names(",".join(rules), offset), ""
    name = found["linter"] or "*"
    at = found.start("linter") if found["linter"] else offset
    return "kube-linter", _names(name, at), value.strip("\"'")


def _names(names: str, offset: int) -> tuple[Pattern, ...]:
    quotes = len(names) - len(names.lstrip("\"'"))
    return tuple(named(names.strip("\"'"), offset + quotes))


def _annotation(text: str, name: str) -> str:
    written = (found[2] for found in _OF_OURS.finditer(text) if found[1] == name)
    return next(written, "").strip().strip("\"'")


def _object(text: str, offset: int) -> tuple[int, int]:
    """The YAML document around an offset."""
    start = 0 if text.startswith("---") else text.rfind("\n---", 0, offset) + 1
    before = text.rfind("\n---", 0, offset)
    start = before + 1 if before >= 0 else start
    end = text.find("\n---", offset)
    return start, len(text) + 1 if end < 0 else end


def _described(document: Document, outline: Outline) -> Iterator[Ignore]:
    """Metadata sections: about the resource that has the `Metadata`, or the template where it is at the top."""
    text = document.text
    for found in _SECTION.finditer(text):
        start = found.start(1)
        around = tuple(holding(outline.items, start))
        above = [_key(text, item) for item in around]
        if "Metadata" not in above or not around:
            continue
        metadata = above.index("Metadata")
        section = around[-1]
        about = (around[metadata - 1].start, around[metadata - 1].end) if metadata else (0, len(text) + 1)
        yield from _section(document, found[1], section, about)


def _section(document: Document, whose: str, section: Item, about: tuple[int, int]) -> Iterator[Ignore]:
    text = document.text
    inner = text[section.start : section.end]
    words: dict[str, str] = dict(_WORD.findall(inner))
    patterns: list[Pattern] = []
    if (flow := _LIST.search(inner)) is not None:
        patterns += (
            Pattern(pattern.text.strip("\"'"), pattern.start, pattern.end)
            for pattern in named(flow[1], section.start + flow.start(1))
        )
    patterns += (
        Pattern(item[1], section.start + item.start(1), section.start + item.end(1)) for item in _LISTED.finditer(inner)
    )
    until = words.get("until", "") if whose == OURS else ""
    wrong = f"`until: {until}` is no date; write it as 2027-03-31" if until and not dated(until) else ""
    if patterns:
        reason = words.get("reason", words.get("comment", ""))
        span = document.span(section.start, section.end)
        yield Ignore(span, tuple(patterns), (about,), reason, until, words.get("by", ""), whose, wrong)


def _key(text: str, item: Item) -> str:
    return text[item.start : item.header_end].partition(":")[0].strip("\"' -")
