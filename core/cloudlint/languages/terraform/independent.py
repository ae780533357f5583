"""A second opinion on whether a text is valid HCL: python-hcl2, whose grammar is not ours."""

from __future__ import annotations


def readable(text: str) -> bool:
    """Can python-hcl2 read it? It refuses a few valid files: only a change of its mind means something."""
    from hcl2 import parses_to_tree
    from lark.exceptions import LarkError

    try:
        parses_to_tree(text if text.endswith("\n") else f"{text}\n")
    except (LarkError, RecursionError, ValueError):
        return False
    return True
