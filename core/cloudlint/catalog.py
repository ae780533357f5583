"""The catalogue: which rules there are, and as few of them imported as the question needs.

The generated index (`rules/_index.py`) says which module is about which kinds, so that a file with two kinds of
resources costs the import of the rules for two kinds. What is asked by rule id is answered from the index alone.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from . import notices
from .rule import PACKAGE, Rule, rule_id
from .rules._index import KINDS

EVERYTHING = "all"


class Selection(NamedTuple):
    """Which rules are wanted: made by `Catalog.selection` from the patterns of settings and arguments.

    `select` is None where nothing was selected: then every rule that is on by default. The `_aliases` are patterns that
    match no rule id and are therefore meant as peers' ids; they are compared with each rule as it is loaded.
    """

    select: frozenset[str] | None = None
    select_aliases: tuple[str, ...] = ()
    ignore: frozenset[str] = frozenset()
    ignore_aliases: tuple[str, ...] = ()

    def wants(self, rule: Rule) -> bool:
        """Is the rule to be run, and are its findings to be reported? Ignoring wins over selecting."""
        if rule.id in self.ignore or _has_alias(rule, self.ignore_aliases):
            return False
        if self.select is None:
            return rule.default
        return rule.id in self.select or _has_alias(rule, self.select_aliases)

    def excludes(self, id: str) -> bool:
        """Surely unwanted, as far as the id alone can tell: such a rule need not even be imported."""
        return id in self.ignore or (self.select is not None and not self.select_aliases and id not in self.select)


class Catalog:
    """The rules of one index (module below `package` -> kinds), each imported when first needed."""

    __slots__ = ("_kinds", "_loaded", "_modules", "_notices", "_package")

    def __init__(self, index: Mapping[str, tuple[str, ...]] = KINDS, package: str = PACKAGE) -> None:
        self._package = package
        self._modules = {rule_id(module): module for module in index}
        self._kinds = index
        self._notices = {rule.id: rule for rule in notices.ALL}
        self._loaded: dict[str, Rule] = {}

    @property
    def ids(self) -> tuple[str, ...]:
        """Every rule id, sorted; the engine's own notices included. Imports nothing."""
        return tuple(sorted((*self._modules, *self._notices)))

    def get(self, id: str) -> Rule:
        """The rule of an exact id; raises KeyError where there is none."""
        rule = self._notices.get(id) or self._loaded.get(id)
        if rule is None:
            rule = self._loaded[id] = _import(self._package + self._modules[id])
        return rule

    def all(self) -> list[Rule]:
        """Every rule, by id; imports the whole catalogue."""
        return [self.get(name) for name in self.ids]

    def for_kinds(self, kinds: Iterable[str], selection: Selection | None = None) -> list[Rule]:
        """The wanted rules that have a check for one of `kinds`, by id; imports no other module."""
        present = frozenset(kinds)
        wanted = selection or Selection()
        ids = sorted(
            name
            for name, module in self._modules.items()
            if not present.isdisjoint(self._kinds[module]) and not wanted.excludes(name)
        )
        return [rule for rule in map(self.get, ids) if wanted.wants(rule)]

    def find(self, pattern: str) -> list[Rule]:
        """The rules of an id, a glob over ids, a peer's id or a glob over those, or `all`; upper case or lower."""
        ids = self._matching(pattern)
        if ids:
            return [self.get(name) for name in ids]
        return [rule for rule in self.all() if _has_alias(rule, (pattern.lower(),))]

    def selection(self, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Selection:
        """What these patterns ask for; imports nothing. `unknown` tells whether they mean anything."""
        chosen, chosen_aliases = self._resolve(select)
        ignored, ignored_aliases = self._resolve(ignore)
        nothing_chosen = not chosen and not chosen_aliases
        return Selection(None if nothing_chosen else chosen, chosen_aliases, ignored, ignored_aliases)

    def unknown(self, patterns: Iterable[str]) -> list[str]:
        """The patterns that match no rule; imports the whole catalogue only where one matches no id."""
        return [pattern for pattern in patterns if not self._matching(pattern) and not self.find(pattern)]

    def suggest(self, unknown: str) -> list[str]:
        """At most three rule ids that somebody who typed `unknown` may have meant, likeliest first; imports no rule."""
        from difflib import get_close_matches

        words = unknown.lower().replace("_", "-").replace("/", "-").strip("-*")
        alike = get_close_matches(words, self.ids, n=3, cutoff=0.6)
        parts = [part for part in words.split("-") if part]
        holding = [name for name in self.ids if parts and all(part in name.split("-") for part in parts)]
        return list(dict.fromkeys((*holding, *alike)))[:3]

    def _matching(self, pattern: str) -> list[str]:
        lowered = pattern.lower()
        if lowered == EVERYTHING:
            return list(self.ids)
        return [lowered] if lowered in self._modules or lowered in self._notices else list(_glob(lowered, self.ids))

    def _resolve(self, patterns: Iterable[str]) -> tuple[frozenset[str], tuple[str, ...]]:
        ids: set[str] = set()
        aliases: list[str] = []
        for pattern in patterns:
            matching = self._matching(pattern)
            ids.update(matching)
            if not matching:
                aliases.append(pattern.lower())
        return frozenset(ids), tuple(aliases)


def _import(module: str) -> Rule:
    __import__(module)
    rule = sys.modules[module].rule
    assert isinstance(rule, Rule), f"{module}: `rule` is not a Rule"
    return rule


def _has_alias(rule: Rule, patterns: tuple[str, ...]) -> bool:
    """Does one of these lower-case patterns match one of the rule's aliases?"""
    if not patterns:
        return False
    aliases = tuple(alias.lower() for alias in rule.aliases)
    return any(pattern in aliases or any(True for _ in _glob(pattern, aliases)) for pattern in patterns)


def _glob(pattern: str, names: Iterable[str]) -> Iterator[str]:
    """The names that a pattern with `*`, `?` or `[...]` matches; none for a pattern without."""
    if any(sign in pattern for sign in "*?["):
        from fnmatch import fnmatchcase

        yield from (name for name in names if fnmatchcase(name, pattern))
