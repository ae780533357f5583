"""Files to the stages of Dockerfiles; every file is judged on its own."""

from __future__ import annotations

from ...analysis import Analysis
from ...document import Document
from ...model import Finding
from ...notices import SYNTAX_ERROR
from .parser import parse
from .stages import lower
from .syntax import Tree


def tree_of(document: Document) -> Tree:
    """The tree of a document, parsed once."""
    if not isinstance(document.tree, Tree):
        document.tree = parse(document.text)
    return document.tree


def analyse(document: Document) -> Analysis:
    """The stages of one Dockerfile, and what in it cannot be read."""
    tree = tree_of(document)
    notices = tuple(
        Finding(
            SYNTAX_ERROR.id,
            SYNTAX_ERROR.severity,
            problem.message,
            document.span(problem.start, problem.end),
            framework="dockerfile",
        )
        for problem in tree.problems
    )
    return Analysis((lower(document, tree),), {document.path: document}, notices)
