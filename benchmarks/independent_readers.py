"""Parsers that are not ours, as witnesses that a fixed file can be read, and that its comments are still there."""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from cloudlint.document import Document
from cloudlint.languages import outline, readable, syntax_problems
from tests.conformance.hcl import ask_oracle

Texts = Mapping[str, tuple[str, str]]
"""Path -> text before and after."""


def broken(texts: Texts) -> Iterator[str]:
    """The files that a parser could read before, and cannot read now."""
    for path, (before, after) in texts.items():
        if syntax_problems(path, after) > syntax_problems(path, before):
            yield f"{path} (our parser)"
        reads = _READERS.get(_kind(path))
        if reads is not None and reads(before) and not reads(after):
            yield f"{path} (a parser that is not ours)"
    terraform = {path: pair for path, pair in texts.items() if _kind(path) == ".tf"}
    yield from _broken_terraform(terraform)


def lost_comments(texts: Texts) -> Iterator[str]:
    """The comments that are there no more, but for those that stood behind what was taken away and were about that."""
    for path, (before, after) in texts.items():
        lost = _comments(path, before) - _comments(path, after)
        for comment in (lost - _gone_with_their_lines(before, after, lost) if lost else lost).elements():
            yield f"{path}: {comment}"


def _gone_with_their_lines(before: str, after: str, comments: Iterable[str]) -> Counter[str]:
    """Those of the comments that end a line of which nothing is left: no line begins with its first word any more."""
    found: Counter[str] = Counter()
    left = Counter(words[0] for line in after.splitlines() if (words := line.split()))
    had = Counter(words[0] for line in before.splitlines() if (words := line.split()))
    for line in before.splitlines():
        for comment in comments:
            code = line.removesuffix(comment)
            words = code.split()
            if code != line and words and left[words[0]] < had[words[0]]:
                found[comment] += 1
    return found


def _broken_terraform(texts: Texts) -> Iterator[str]:
    for path, (before, after) in texts.items():
        if not readable(path, after) and readable(path, before):
            yield f"{path} (python-hcl2)"
    if not texts:
        return
    with tempfile.TemporaryDirectory() as scratch:
        files = []
        for number, pair in enumerate(texts.values()):
            for name, text in zip(("before", "after"), pair, strict=True):
                files.append(Path(scratch, f"{number}-{name}.tf"))
                files[-1].write_text(text, encoding="utf-8", newline="")
        answers = ["refused" in answer for answer in ask_oracle(files)]
    for path, was, now in zip(texts, answers[::2], answers[1::2], strict=True):
        if now and not was:
            yield f"{path} (pygohcl)"


def _kind(path: str) -> str:
    """The ending by which a reader is chosen."""
    suffix = Path(path).suffix
    if suffix == ".tofu":
        return ".tf"
    if suffix in (".yml", ".template"):
        return ".yaml"
    return suffix if suffix in (".tf", ".yaml", ".json") else "Dockerfile"


def _reads_yaml(text: str) -> bool:
    import yaml

    try:
        for _ in yaml.compose_all(text, Loader=yaml.SafeLoader):
            pass
    except yaml.YAMLError:
        return False
    return True


def _reads_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _reads_dockerfile(text: str) -> bool:
    """Docker's own parser, where the package that wraps it is installed."""
    try:
        import dockerfile
    except ImportError:
        return True
    try:
        dockerfile.parse_string(text)
    except dockerfile.GoParseError:
        return False
    return True


_READERS = {".yaml": _reads_yaml, ".json": _reads_json, "Dockerfile": _reads_dockerfile}


def _comments(path: str, text: str) -> Counter[str]:
    found = outline(Document(path, text, ""))
    return Counter() if found is None else Counter(text[start:end] for start, end in found.comments)
