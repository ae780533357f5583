"""Characters as people count them."""

from __future__ import annotations

from unicodedata import category


def clusters(text: str) -> list[str]:
    """The characters as people count them: a letter with its accents is one, and so is a family emoji.

    Near to Unicode's extended grapheme clusters (UAX 29), without its rules for Hangul and Indic syllables.
    """
    if text.isascii() and "\r" not in text:
        return list(text)
    found: list[str] = []
    flags = 0
    for character in text:
        last = found[-1] if found else ""
        flag = "\U0001f1e6" <= character <= "\U0001f1ff"
        flags = flags + 1 if flag else 0
        joins = (
            category(character) in ("Mn", "Me", "Mc")
            or character == "\u200d"
            or "\U0001f3fb" <= character <= "\U0001f3ff"
            or last.endswith("\u200d")
            or (flag and flags % 2 == 0)
        )
        if last and ((joins and last not in "\r\n") or (last == "\r" and character == "\n")):
            found[-1] = last + character
        else:
            found.append(character)
    return found
