"""The providers' schemas of ../shared/facts: does an attribute exist?"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, cast

Tree = dict[str, object]

# First part of a kind -> files, newest first; the previous major for what users still have in their code.
FILES = {
    "aws": ("aws", "aws-5"),
    "azurerm": ("azurerm", "azurerm-3"),
    "azuread": ("azuread",),
    "google": ("google", "google-beta", "google-5"),
    "kubernetes": ("kubernetes",),
    "github": ("github",),
    "gitlab": ("gitlab",),
    "digitalocean": ("digitalocean",),
    "cloudflare": ("cloudflare",),
    "okta": ("okta",),
}

# What Terraform itself takes in every resource.
META = {"connection", "count", "depends_on", "for_each", "lifecycle", "provider", "provisioner"}


class Schemas(NamedTuple):
    """The folder that holds the schema files."""

    folder: Path

    def covers(self, kind: str) -> bool:
        """Is there a schema of the provider of this kind?"""
        return _provider(kind) in FILES

    def exists(self, kind: str) -> bool:
        """Is there such a kind, now or in the previous major version?"""
        return any(True for _ in self.of(kind))

    def has(self, kind: str, path: str) -> bool:
        """Does the dotted path of blocks and attributes exist in some version of the kind?"""
        return any(_reaches(tree, path) for tree in self.of(kind))

    def has_anywhere(self, kind: str, path: str) -> bool:
        """Does the path exist in the kind or below any of its blocks?"""
        return any(_reaches(inner, path) for tree in self.of(kind) for inner in _nested(tree))

    def of(self, kind: str) -> Iterator[Tree]:
        """The schema of a kind in each version that has it."""
        if not self.covers(kind):
            return
        for name in FILES[_provider(kind)]:
            if kind.startswith("provider."):
                yield cast(Tree, _load(self.folder / f"{name}.json.gz")["provider_config"])
                continue
            data = kind.startswith("data.")
            file = self.folder / (f"{name}.data.json.gz" if data else f"{name}.json.gz")
            section = cast("dict[str, Tree]", _load(file)["data_sources" if data else "resources"])
            if kind.removeprefix("data.") in section:
                yield section[kind.removeprefix("data.")]


def _provider(kind: str) -> str:
    return kind.removeprefix("data.").removeprefix("provider.").partition("_")[0]


@lru_cache(maxsize=16)
def _load(file: Path) -> Tree:
    with gzip.open(file, "rt", encoding="utf-8") as stream:
        return cast(Tree, json.load(stream))


def _children(tree: Tree) -> dict[str, Tree]:
    return {**cast("dict[str, Tree]", tree.get("attributes", {})), **cast("dict[str, Tree]", tree.get("blocks", {}))}


def _reaches(tree: Tree, path: str) -> bool:
    for key in path.split(".") if path else ():
        if _free(tree) or key in META:
            return True
        children = _children(tree)
        if key not in children:
            return False
        tree = children[key]
    return True


def _free(tree: Tree) -> bool:
    """May hold any key: maps, values of any type, blocks whose inside is not published."""
    kind = str(tree.get("type", ""))
    return bool(tree.get("truncated")) or kind == "any" or kind.startswith("map(")


def _nested(tree: Tree) -> Iterator[Tree]:
    yield tree
    for child in _children(tree).values():
        if _children(child):
            yield from _nested(child)
