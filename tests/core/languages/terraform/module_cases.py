"""`module_cases.txt` read: small modules as people write them, each with a value that decides."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

TEXT = Path(__file__).with_name("module_cases.txt")
VARIANT = re.compile(r"^(bad|good): (.*) ->(.*)$", re.MULTILINE)
FILE = re.compile(r"^--- (.+)$\n", re.MULTILINE)


class ModuleCase(NamedTuple):
    """One variant of a module: its files by relative path, and the rules that report something of it."""

    name: str
    files: Mapping[str, str]
    rules: tuple[str, ...]


def module_cases() -> list[ModuleCase]:
    """Both variants of every module."""
    _, *parts = re.split(r"^=== (.+)$\n", TEXT.read_text(encoding="utf-8"), flags=re.MULTILINE)
    cases = []
    for name, text in zip(*[iter(parts)] * 2, strict=True):
        head, *files = FILE.split(text)
        for variant, value, rules in VARIANT.findall(head):
            written = {path: file.replace("@", value) for path, file in zip(*[iter(files)] * 2, strict=True)}
            cases.append(ModuleCase(f"{name}: {variant}", written, tuple(rules.split())))
    return cases
