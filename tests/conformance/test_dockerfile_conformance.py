"""Our parser beside Docker's own (the package `dockerfile` wraps BuildKit's), on real files where they are at hand."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from cloudlint.languages import language_of
from cloudlint.languages.dockerfile.parser import parse
from tests.conftest import ROOT

dockerfile = pytest.importorskip("dockerfile")

SOURCES = [
    "FROM a AS b\nRUN x \\\n # said\n\n y\nCMD z",
    'FROM a\nRUN ["a", "b"]\nRUN [ -f x ]\nHEALTHCHECK --interval=5s CMD ["a"]\n',
    "# escape=`\nFROM a\nRUN a `\n  b\n",
    "FROM a\nRUN <<A\nb\nA\nCOPY <<-B <<C /d/\n\te\n\tB\nf\nC\n",
    "FROM a\nENV A=1 \\\n  B='2 3'\nEXPOSE 80 443/udp\nRUN --mount=type=cache,target=/x --network=none a\n",
]


def shape(text: str) -> list[tuple[str, bool, int, tuple[str, ...], int]]:
    """Keyword, exec form, line, flags and number of here-documents of each instruction, as we read them."""
    return [
        (
            it.keyword,
            it.exec is not None,
            text.count("\n", 0, it.start) + 1,
            tuple(" ".join(it.body.text[flag.start : flag.end].split()) for flag in it.flags),
            len(it.heredocs),
        )
        for it in parse(text).instructions
        if it.keyword != "ONBUILD"
    ]


def theirs(text: str) -> list[tuple[str, bool, int, tuple[str, ...], int]] | None:
    """The same as Docker's parser reads them, None where it refuses the file."""
    try:
        found = dockerfile.parse_string(text)
    except dockerfile.GoParseError:
        return None
    return [
        (it.cmd.upper(), it.json, it.start_line, tuple(" ".join(flag.split()) for flag in it.flags), len(it.heredocs))
        for it in found
        if it.cmd.upper() != "ONBUILD"
    ]


@pytest.mark.parametrize("text", SOURCES)
def test_both_read_the_same(text: str) -> None:
    assert shape(text) == theirs(text)
    assert not parse(text).problems


def test_both_read_the_same_in_real_files() -> None:
    files = [path for path in real_files() if not parse(path.read_text(encoding="utf-8")).problems]
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert shape(text) == theirs(text), path


def real_files() -> list[Path]:
    shared = ROOT.parent / "shared"
    if not shared.is_dir():
        pytest.skip("no shared folder with real files")
    sys.path.insert(0, str(shared))
    try:
        from unpack import unpack
    finally:
        sys.path.pop(0)
    return [
        Path(folder, name)
        for part in ("real", "cases")
        for folder, _, names in os.walk(unpack(part))
        for name in sorted(names)
        if language_of(f"/{name}") == "dockerfile"
    ]
