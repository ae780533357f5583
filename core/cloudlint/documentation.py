"""A rule's docstring read into a typed value; what is known about a rule as a page, or set for a terminal.

The form: the title on the first line, the reason, then sections that begin with `## `: pairs of `## Bad` and `## Good`
with one fenced block each, `## Fix` (what applying it may do, or why there is no edit), `## See` (one address a line).
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

from .cvss import cvss_score
from .patterns import pattern
from .rule import Rule
from .typed import NamedTuple

_FENCE = pattern(r"^( *)```(\w*)[^\n]*\n(.*?)^ *``` *$", re.MULTILINE | re.DOTALL)
_HEADING = pattern(r"^## +(.+?) *$")

Paint = Callable[[str, str], str]
"""Text and the name of a style -> the text set off."""

SECTIONS = ("Bad", "Good", "Fix", "See")


class Example(NamedTuple):
    """Two sources in one language (`terraform`, `cloudformation`): the rule speaks up on the first only."""

    language: str
    bad: str
    good: str


class Documentation(NamedTuple):
    """What a docstring says: `title` without period, `reason` and `fix` as paragraphs, `see` as addresses."""

    title: str
    reason: str
    examples: tuple[Example, ...]
    fix: str
    see: tuple[str, ...]


def parse(text: str) -> Documentation:
    """Read a docstring; raises ValueError with a sentence on what is wrong with its form."""
    title, _, rest = text.strip().partition("\n")
    reason, sections = _split(rest)
    texts = {name: content for name, content in sections if name not in ("Bad", "Good")}
    return Documentation(
        title.strip().rstrip("."),
        reason,
        _pairs(sections),
        texts.get("Fix", ""),
        tuple(line.strip() for line in texts.get("See", "").splitlines() if line.strip()),
    )


def _split(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The text before the first heading, and (heading, text below it) for each; `## ` inside a fence is no heading."""
    parts: list[tuple[str, list[str]]] = [("", [])]
    fenced = False
    for line in text.splitlines():
        fenced ^= line.lstrip().startswith("```")
        heading = None if fenced else _HEADING.match(line)
        if heading is None:
            parts[-1][1].append(line)
        elif heading[1] in SECTIONS:
            parts.append((heading[1], []))
        else:
            raise ValueError(f"`## {heading[1]}` is none of the sections {', '.join(SECTIONS)}")
    if fenced:
        raise ValueError("a fence is not closed")
    (_, before), *rest = parts
    sections = [(name, "\n".join(lines).strip("\n")) for name, lines in rest]
    for name in ("Fix", "See"):
        if sum(name == other for other, _ in sections) > 1:
            raise ValueError(f"`## {name}` stands there twice")
    return "\n".join(before).strip(), sections


def _pairs(sections: list[tuple[str, str]]) -> tuple[Example, ...]:
    examples = [(name, *_code(name, content)) for name, content in sections if name in ("Bad", "Good")]
    if [name for name, _, _ in examples] != ["Bad", "Good"] * (len(examples) // 2):
        raise ValueError("each `## Bad` needs a `## Good` after it")
    pairs = []
    for (_, language, bad), (_, other, good) in zip(examples[::2], examples[1::2], strict=True):
        if language != other:
            raise ValueError(f"a pair is in {language} and in {other}")
        pairs.append(Example(language, bad, good))
    return tuple(pairs)


def _code(section: str, content: str) -> tuple[str, str]:
    """Language and source of the one fence in a section; the fence's own indentation is taken off each line."""
    fences = list(_FENCE.finditer(content))
    if len(fences) != 1 or fences[0].group(0).strip() != content.strip():
        raise ValueError(f"`## {section}` holds one fenced block and nothing else")
    indent, language, source = fences[0].groups()
    if not language:
        raise ValueError(f"the fence in `## {section}` names no language")
    return language, "".join(line.removeprefix(indent) for line in source.splitlines(keepends=True))


def page(rule: Rule) -> str:
    """The page of one rule as Markdown: its documentation as it stands in the source, then its facts."""
    _, _, body = rule.documentation.strip().partition("\n")
    facts = [
        ("Rule", f"`{rule.id}`" + ("" if rule.default else " (off by default)")),
        ("Severity", f"{rule.severity} (CVSS 3.1 {cvss_score(rule.cvss)}, `{rule.cvss}`)"),
        ("Fix", "none" if rule.fixes is None else str(rule.fixes)),
        ("Applies to", ", ".join(f"`{kind}`" for kind in rule.kinds)),
        ("Standards", "; ".join(f"{name}: {', '.join(controls)}" for name, controls in rule.standards.items())),
        ("In other tools", ", ".join(rule.aliases)),
    ]
    table = "\n".join(f"| {name} | {text} |" for name, text in facts if text)
    return f"# {rule.title}\n\n{body.strip()}\n\n## Facts\n\n| | |\n|---|---|\n{table}\n"


# ---------------------------------------------------------------- for a terminal


def render(rule: Rule, *, width: int = 80, colour: bool = False) -> str:
    """All that is known about a rule, for a terminal `width` columns wide; ends in a newline.

    `colour` adds ANSI escapes. Raises ValueError like `parse`.
    """
    documentation = parse(rule.documentation)
    paint = _paint if colour else _plain
    blocks = [f"{paint(rule.id, 'heading')}  {documentation.title}", _facts(rule, width, paint)]
    if documentation.reason:
        blocks.append(_paragraphs(documentation.reason, width, paint))
    for example in documentation.examples:
        for name, source in (("Bad", example.bad), ("Good", example.good)):
            heading = paint(f"{name} ({example.language})", name.lower())
            blocks.append(f"{heading}\n\n{textwrap.indent(source.rstrip(), '    ')}")
    if documentation.fix:
        blocks.append(f"{paint('Fix', 'heading')}\n\n{_paragraphs(documentation.fix, width, paint)}")
    if documentation.see:
        blocks.append(f"{paint('See', 'heading')}\n\n" + "\n".join(documentation.see))
    return "\n\n".join(blocks) + "\n"


def _facts(rule: Rule, width: int, paint: Paint) -> str:
    """The fields of a rule as a two-column list."""
    facts = [
        ("severity", f"{rule.severity} (CVSS 3.1 {cvss_score(rule.cvss)}, {rule.cvss})"),
        ("fix", "none" if rule.fixes is None else str(rule.fixes)),
        ("default", "on" if rule.default else "off, runs when selected"),
        ("kinds", ", ".join(rule.kinds)),
        ("standards", "; ".join(f"{name} {', '.join(controls)}" for name, controls in rule.standards.items())),
        ("aliases", ", ".join(rule.aliases)),
    ]
    lines = []
    for name, text in facts:
        if text:
            head = f"{name:<10} "
            filled = _fill(head + text, width, " " * len(head))
            lines.append(paint(head.rstrip(), "dim") + filled[len(head.rstrip()) :])
    return "\n".join(lines)


def _paragraphs(text: str, width: int, paint: Paint) -> str:
    """Paragraphs filled to the width; list items keep a hanging indent; what stands in backticks is set off."""
    filled = []
    for paragraph in re.split(r"\n\s*\n", text):
        items = re.split(r"\n(?=[-*] )", paragraph.strip())
        filled.append(
            "\n".join(_fill(" ".join(item.split()), width, "  " if item[:2] in ("- ", "* ") else "") for item in items)
        )
    return re.sub(r"`[^`]+`", lambda code: paint(code[0], "code"), "\n\n".join(filled))


def _fill(text: str, width: int, indent: str) -> str:
    return textwrap.fill(text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _plain(text: str, style: str) -> str:
    return text


def _paint(text: str, style: str) -> str:
    return f"{_ANSI[style]}{text}\x1b[0m"


_ANSI = {"heading": "\x1b[1m", "bad": "\x1b[1;31m", "good": "\x1b[1;32m", "code": "\x1b[36m", "dim": "\x1b[2m"}
