"""Edits of YAML text that keep its comments, indentation, quotes and style."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ...model import Change, Edit, Span
from ...patterns import pattern
from ...resource import Plain
from ...vocabulary.json_editing import json_text
from .nodes import MAPPING, SCALAR, SEQUENCE, Node, Problem
from .writing import Verbatim, entry_text, flow_text, item_text, scalar_text

_STEP = pattern(r"^( *)(?:- )?[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n\1( +)\S", re.MULTILINE)
_SPELLINGS = (("true", "false"), ("True", "False"), ("TRUE", "FALSE"), ("yes", "no"), ("Yes", "No"), ("on", "off"))


class Page:
    """The text that sites edit, the layout it is written in, and what of it cannot be read."""

    __slots__ = ("_step", "line_end", "path", "problems", "text")

    def __init__(self, path: str, text: str, problems: Sequence[Problem] = ()) -> None:
        self.path = path
        self.text = text
        self.problems = problems
        self.line_end = "\r\n" if "\r\n" in text else "\n"
        self._step = ""

    @property
    def step(self) -> str:
        """What the first nested line of the text is indented by."""
        if not self._step:
            found = _STEP.search(self.text)
            self._step = found[2] if found else "  "
        return self._step

    def column(self, at: int) -> int:
        """How many characters stand before an offset on its line."""
        return at - (self.text.rfind("\n", 0, at) + 1)

    def line_after(self, at: int) -> int:
        """The end of the line that an offset is on, without its line break."""
        end = self.text.find("\n", at)
        end = len(self.text) if end < 0 else end
        return end - 1 if end > at and self.text[end - 1] == "\r" else end

    def change(self, title: str, start: int, end: int, text: str) -> Change | None:
        """One edit; None beside what cannot be read, as nobody knows where what stands there ends."""
        if any(not self._between(start, end, problem).strip() for problem in self.problems):
            return None
        return Change(title, (Edit(Span(self.path, start, end), text),))

    def _between(self, start: int, end: int, problem: Problem) -> str:
        """The text between a stretch and what cannot be read; empty where they overlap."""
        return self.text[end : problem.start] if end <= problem.start else self.text[problem.end : start]


class YamlSite:
    """Where a node stands: in `parent`, under `key` where that is a mapping."""

    __slots__ = ("key", "name", "node", "page", "parent")

    def __init__(self, page: Page, node: Node, key: Node | None, parent: Node | None, name: str) -> None:
        self.page = page
        self.node = node
        self.key = key
        self.parent = parent
        self.name = name

    @property
    def header(self) -> Span:
        """The key, or where there is none the node."""
        at = self.key or self.node
        return Span(self.page.path, at.start, at.end)

    def anchor(self) -> tuple[int, int]:
        """Something to show for a value that is left out (`Key:` and nothing behind it)."""
        if self.key is not None:
            return self.key.start, self.key.end
        return self.node.start, min(self.node.start + 1, len(self.page.text))

    # ------------------------------------------------------------------------ the Site protocol

    def set(self, name: str, value: Plain) -> Change | None:
        """Write `value` over what stands here; under another name than its own, a mapping gets a new key."""
        title = f"Set `{name}` to {_shown(value)}"
        if name != self.name and self._takes_entries():
            return self._insert({name: value}, title)
        return self._replace(value, title)

    def set_all(self, values: Mapping[str, Plain]) -> Change | None:
        """Write several entries into the mapping that stands here."""
        if self.node.kind != MAPPING:
            return None
        fresh: dict[str, Plain] = {}
        changes: list[Change | None] = []
        for name, value in values.items():
            pair = next((pair for pair in self.node.pairs if pair[0].text == name), None)
            if pair is None:
                fresh[name] = value
            else:
                changes.append(YamlSite(self.page, pair[1], pair[0], self.node, name).set(name, value))
        if fresh:
            names = ", ".join(f"`{name}`" for name in fresh)
            changes.append(self._insert(fresh, f"Set {names}"))
        whole: Change | None = None
        for change in changes:
            if change is None:
                return None
            whole = change if whole is None else whole.also(change)
        return whole

    def remove(self, name: str) -> Change | None:
        """Take the entry or item away; what stands around it keeps its layout."""
        if self.parent is None:
            return None
        title = f"Remove `{name}`"
        children = [key for key, _ in self.parent.pairs] or self.parent.items
        mine = self.key or self.node
        index = next((index for index, child in enumerate(children) if child is mine), None)
        if index is None:
            return None  # what an anchor stands for
        if self.parent.style:
            return self._remove_inline(children, index, title)
        if len(children) == 1:
            empty = "{}" if self.parent.kind == MAPPING else "[]"
            return self._collapse(empty, title)
        return self._remove_lines(children, index, title)

    def add(self, name: str, content: Mapping[str, Plain]) -> Change | None:
        """Add the key `name` with a mapping to the mapping that stands here; none where there is such a key."""
        if not self._takes_entries() or any(key.text == name for key, _ in self.node.pairs):
            return None
        own = name == self.name and self.node.kind == SCALAR  # `Key:` with nothing behind it is this very mapping
        return self._insert(content if own else {name: dict(content)}, f"Add `{name}`")

    def append(self, name: str, item: Plain) -> Change | None:
        """Write one more item behind the last of the list that stands here."""
        if self.node.kind != SEQUENCE or self.node.meant is not None:
            return None
        title = f"Add an item to `{name}`" if isinstance(item, (dict, list)) else f"Add {_shown(item)} to `{name}`"
        return self._append([item], title) if self.node.items else self._replace([item], title)

    def beside(self, kind: str, label: str, content: Mapping[str, Plain]) -> Change | None:
        """YAML itself knows no resources; the formats do."""
        return None

    def follow(self, name: str, value: Plain, title: str) -> Change | None:
        """Write a new entry right behind this one, with an empty line between where the others have one."""
        if self.parent is None or self.parent.style or self.key is None:
            return None
        page = self.page
        indent = " " * page.column(self.key.start)
        at = page.line_after(self.node.end)
        index = next((i for i, (key, _) in enumerate(self.parent.pairs) if key is self.key), 0)
        neighbour = self.parent.pairs[index + 1][0].start if index + 1 < len(self.parent.pairs) else None
        gap = page.text[at:neighbour] if neighbour is not None else "\n\n"
        between = page.line_end * (2 if gap.count("\n") > 1 else 1)
        return page.change(title, at, at, between + indent + entry_text(name, value, indent, page.step, page.line_end))

    # --------------------------------------------------------------------------------- writing

    def _takes_entries(self) -> bool:
        node = self.node
        return node.meant is None and (node.kind == MAPPING or (node.kind == SCALAR and node.start == node.end))

    def _replace(self, value: Plain, title: str) -> Change | None:
        node, page = self.node, self.page
        added = _added(node, value)
        if added:
            return self._append(added, title)
        quote = node.style if node.kind == SCALAR and node.style in ("'", '"') else ""
        old = page.text[node.content : node.end]
        flow = self.parent is not None and bool(self.parent.style)
        scalar = not isinstance(value, (dict, list))
        if scalar:
            text = _spelled(value, old, quote) if node.kind == SCALAR and not node.tag else scalar_text(value)
        elif flow or not value or self.key is None or node.style == "{":
            text = flow_text(value)
        else:
            return self._rewrite(value, title)
        if node.kind != SCALAR and not node.style:
            return self._collapse(text, title, self)
        start = node.start if node.tag else node.content
        space = " " if start == node.end and page.text[start - 1 : start] in (":", "-") else ""
        return page.change(title, start, node.end, space + text)

    def _append(self, added: list[Plain], title: str) -> Change | None:
        """Further items behind those that stand here."""
        page, last = self.page, self.node.items[-1]
        if self.node.style:
            texts = [json_text(item) if last.style == '"' else flow_text(item) for item in added]
            return page.change(title, last.end, last.end, "".join(", " + text for text in texts))
        dash = page.text.rfind("-", 0, last.start)
        indent = " " * page.column(dash)
        at = page.line_after(last.end)
        lines = [indent + "- " + item_text(item, indent + "  ", page.step, page.line_end) for item in added]
        return page.change(title, at, at, "".join(page.line_end + line for line in lines))

    def _rewrite(self, value: Plain, title: str) -> Change | None:
        """The whole entry anew, in block style."""
        assert self.key is not None
        page = self.page
        indent = " " * page.column(self.key.start)
        text = entry_text(self.key.text, value, indent, page.step, page.line_end)
        return page.change(title, self.key.start, self.node.end, text)

    def _collapse(self, text: str, title: str, site: YamlSite | None = None) -> Change | None:
        """Text on one line in place of a block collection: this site's, or the one that this site is in."""
        whole = self.parent if site is None else self.node
        assert whole is not None
        if site is not None and self.key is not None:
            after = self.page.text.find(":", self.key.end) + 1
            return self.page.change(title, after, whole.end, " " + text)
        before = len(self.page.text[: whole.start].rstrip())
        if self.page.text[before - 1 : before] in (":", "-"):
            return self.page.change(title, before, whole.end, " " + text)
        return None

    def _insert(self, values: Mapping[str, Plain], title: str) -> Change | None:
        node, page = self.node, self.page
        if node.meant is not None:
            return None
        if node.kind == SCALAR:
            return self._fill(values, title)
        if node.style:
            return self._insert_inline(values, title)
        first, last = node.pairs[0][0], node.pairs[-1][1]
        indent = " " * page.column(first.start)
        at = page.line_after(max(last.end, node.pairs[-1][0].end))
        lines = [entry_text(name, value, indent, page.step, page.line_end) for name, value in values.items()]
        return page.change(title, at, at, "".join(page.line_end + indent + line for line in lines))

    def _fill(self, values: Mapping[str, Plain], title: str) -> Change | None:
        """`Key:` with nothing behind it gets its first entries."""
        if self.key is None or (self.parent is not None and self.parent.style):
            return None
        page = self.page
        indent = " " * page.column(self.key.start) + page.step
        at = page.line_after(self.key.end)
        lines = [entry_text(name, value, indent, page.step, page.line_end) for name, value in values.items()]
        return page.change(title, at, at, "".join(page.line_end + indent + line for line in lines))

    def _insert_inline(self, values: Mapping[str, Plain], title: str) -> Change | None:
        node, page = self.node, self.page
        quoted = bool(node.pairs) and all(key.style == '"' for key, _ in node.pairs)
        written = [
            f"{json_text(name)}: {json_text(value)}"
            if quoted and not isinstance(value, Verbatim)
            else f"{scalar_text(name)}: {flow_text(value)}"
            for name, value in values.items()
        ]
        if not node.pairs:
            return page.change(title, node.content + 1, node.end - 1, ", ".join(written))
        last = node.pairs[-1][1].end
        between = page.text[last : node.end - 1]
        if "\n" not in between:
            return page.change(title, last, last, "".join(", " + text for text in written))
        first = node.pairs[0][0].start
        start = page.text.rfind("\n", 0, first) + 1
        indent = page.text[start:first] if not page.text[start:first].strip() else page.step
        if "," in between.split("#")[0]:
            last += between.index(",")
        return page.change(title, last, last, "".join("," + page.line_end + indent + text for text in written))

    # -------------------------------------------------------------------------------- removing

    def _remove_inline(self, children: list[Node], index: int, title: str) -> Change | None:
        node, page = self.node, self.page
        begin = (self.key or node).start
        if index + 1 < len(children):
            return page.change(title, begin, children[index + 1].start, "")
        if index:
            before = self.parent.pairs[index - 1][1] if self.parent and self.parent.pairs else children[index - 1]
            return page.change(title, before.end, node.end, "")
        return page.change(title, begin, node.end, "")

    def _remove_lines(self, children: list[Node], index: int, title: str) -> Change | None:
        page = self.page
        begin = (self.key or self.node).start
        line = page.text.rfind("\n", 0, begin) + 1
        lead = page.text[line:begin]
        if self.parent is not None and self.parent.kind == SEQUENCE:
            dash = page.text.rfind("-", 0, begin)
            line = page.text.rfind("\n", 0, dash) + 1
            lead = page.text[line:dash]
        if lead.strip():  # the first entry on the line of a dash: the next one moves up to it
            return page.change(title, begin, children[index + 1].start, "") if index + 1 < len(children) else None
        end = page.text.find("\n", self.node.end)
        return page.change(title, line, len(page.text) if end < 0 else end + 1, "")


def _added(node: Node, value: Plain) -> list[Plain]:
    """What a list holds beyond the scalars that stand there already; nothing where it is another list altogether."""
    if node.kind != SEQUENCE or node.meant is not None or not node.items or not isinstance(value, list):
        return []
    written = [item.text if item.kind == SCALAR and item.meant is None else None for item in node.items]
    return value[len(written) :] if written == value[: len(written)] else []


def _spelled(value: Plain, old: str, quote: str) -> str:
    """A boolean in the spelling of the one it replaces, a number in the quotes of one; anything else as it must be."""
    bare = old.strip("'\"")
    if not isinstance(value, (str, bool)) and not bare.isdigit():
        quote = ""
    if isinstance(value, bool):
        for pair in _SPELLINGS:
            if bare in pair:
                return f"{quote}{pair[0] if value else pair[1]}{quote}"
        quote = ""
    return scalar_text(value, quote)


def _shown(value: Plain) -> str:
    return str(value) if isinstance(value, Verbatim) else json_text(value)
