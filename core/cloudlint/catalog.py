"""The catalogue: which rules there are, and as few of them imported as the question needs.

The generated index (`rules/_index.py`) says which module is about which kinds, so that a file with two kinds of
resources costs the import of the rules for two kinds. What is asked by id or alias is answered from the index alone.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from . import notices
from .globs import covered
from .rule import PACKAGE, Rule, rule_id
from .rules._index import OFF, RULES
from .typed import NamedTuple

EVERYTHING = "all"


class Selection(NamedTuple):
    """Which rules are wanted, by id: made by `Catalog.selection` from the patterns of settings and arguments.

    `select` is None where nothing was selected: then every rule that is on by default.
    """

    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()

    def wants(self, id: str, default: bool = True) -> bool:
        """Is the rule to be run, and are its findings to be reported? Ignoring wins over selecting."""
        if id in self.ignore:
            return False
        return default if self.select is None else id in self.select


class Catalog:
    """The rules of the index, each imported when first needed."""

    __slots__ = ("_loaded", "_named", "_notices", "_off")

    def __init__(self) -> None:
        self._named: dict[str, str] = {}
        self._off = frozenset(OFF.split())
        self._notices = {rule.id: rule for rule in notices.ALL}
        self._loaded: dict[str, Rule] = {}

    @property
    def _modules(self) -> dict[str, str]:
        """The module of every rule's id. Made when first asked for: to judge a file, its kinds are enough."""
        if not self._named:
            modules = {module for modules in RULES.values() for module in modules.split()}
            self._named = {rule_id(module): module for module in sorted(modules)}
        return self._named

    @property
    def ids(self) -> tuple[str, ...]:
        """Every rule id, sorted; the engine's own notices included. Imports nothing."""
        return tuple(sorted((*self._modules, *self._notices)))

    @property
    def defaults(self) -> tuple[str, ...]:
        """The ids of the rules that run where nothing is selected, sorted. Imports nothing."""
        return tuple(sorted(name for name, module in self._modules.items() if module not in self._off))

    def get(self, id: str) -> Rule:
        """The rule of an exact id; raises KeyError where there is none."""
        return self._notices.get(id) or self._loaded.get(id) or self._rule(id, self._modules[id])

    def _rule(self, id: str, module: str) -> Rule:
        rule = self._loaded.get(id)
        if rule is None:
            rule = self._loaded[id] = _import(PACKAGE + module)
        return rule

    def all(self) -> list[Rule]:
        """Every rule, by id; imports the whole catalogue."""
        return [self.get(name) for name in self.ids]

    def for_kinds(self, kinds: Iterable[str], selection: Selection | None = None) -> list[Rule]:
        """The wanted rules that have a check for one of `kinds`, by id; imports no other module."""
        wanted = selection or Selection()
        modules = {module for kind in kinds for module in RULES.get(kind, "").split()}
        return [
            self._rule(name, module)
            for name, module in sorted((rule_id(module), module) for module in modules)
            if wanted.wants(name, module not in self._off)
        ]

    def matching(self, pattern: str) -> list[str]:
        """The ids that an id, a glob over ids, a peer's id, a glob over those, or `all` means; imports no rule.

        Upper and lower case are the same. A pattern that matches ids is not looked up among the aliases.
        """
        lowered = pattern.lower()
        if lowered == EVERYTHING:
            return list(self.ids)
        if lowered in self._modules or lowered in self._notices:
            return [lowered]
        return list(_glob(lowered, self.ids)) or _by_alias(lowered)

    def find(self, pattern: str) -> list[Rule]:
        """The rules that a pattern means, as `matching`."""
        return [self.get(name) for name in self.matching(pattern)]

    def selection(self, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Selection:
        """What these patterns ask for; imports no rule. `unknown` tells whether they mean anything."""
        chosen = list(select)
        ignored = frozenset(name for pattern in ignore for name in self.matching(pattern))
        if not chosen:
            return Selection(None, ignored)
        return Selection(frozenset(name for pattern in chosen for name in self.matching(pattern)), ignored)

    def unknown(self, patterns: Iterable[str]) -> list[str]:
        """The patterns that match no rule; imports none."""
        return [pattern for pattern in patterns if not self.matching(pattern)]

    def suggest(self, unknown: str) -> list[str]:
        """At most three rule ids that somebody who typed `unknown` may have meant, likeliest first; imports no rule."""
        from difflib import get_close_matches

        words = unknown.lower().replace("_", "-").replace("/", "-").strip("-*")
        alike = get_close_matches(words, self.ids, n=3, cutoff=0.6)
        parts = [part for part in words.split("-") if part]
        holding = [name for name in self.ids if parts and all(part in name.split("-") for part in parts)]
        holding.sort(key=len)
        return list(dict.fromkeys((*holding, *alike)))[:3]


def _import(module: str) -> Rule:
    __import__(module)
    rule = sys.modules[module].rule
    assert isinstance(rule, Rule), f"{module}: `rule` is not a Rule"
    return rule


def _by_alias(pattern: str) -> list[str]:
    """The ids of the rules that a peer's lower-case id, or a glob over such ids, means."""
    from .rules._aliases import ALIASES

    names = (pattern,) if pattern in ALIASES else _glob(pattern, ALIASES)
    return sorted({rule_id(module) for name in names for module in ALIASES[name]})


def _glob(pattern: str, names: Iterable[str]) -> Iterator[str]:
    """The names that a pattern with `*`, `?` or `[...]` matches; none for a pattern without."""
    if "[" in pattern:
        from fnmatch import fnmatchcase

        yield from (name for name in names if fnmatchcase(name, pattern))
    elif "*" in pattern or "?" in pattern:
        yield from covered(pattern, names)
