"""Text of a repository in Markdown: shown as it is written, so that no name or value draws a picture from somewhere."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*\[\]<])")  # no more than is needed: some editors show the backslashes
_CODE = re.compile(r"(?<!`)`([^`]+)`(?!`)")
_RUN = re.compile("`+")


def plain(text: str) -> str:
    """A message on one line: what stands between backticks as code, of the rest every character as itself."""
    pieces = _CODE.split(" ".join(text.split()))
    return "".join(code(piece) if index % 2 else _escaped(piece) for index, piece in enumerate(pieces))


def code(text: str) -> str:
    """A piece of code within a line."""
    text = " ".join(text.split())
    fence = _longer_than_in(text, 1)
    pad = " " if text[:1] in ("", "`") or text[-1:] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def block(language: str, text: str) -> str:
    """Lines of code."""
    fence = _longer_than_in(text, 3)
    return f"{fence}{language}\n{text}\n{fence}"


def link(text: str, address: str) -> str:
    """A link; the code of `text` alone where there is no address."""
    target = address.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
    return f"[{_escaped(' '.join(text.split()))}]({target})" if address else code(text)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _longer_than_in(text: str, least: int) -> str:
    """More backticks than stand anywhere in the text."""
    return "`" * max(least, 1 + max(map(len, _RUN.findall(text)), default=0))
