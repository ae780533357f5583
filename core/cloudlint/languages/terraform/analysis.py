"""Files to Terraform resources: which root modules judge them, each evaluated once."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence

from ...analysis import Analysis
from ...document import Document
from ...model import Finding
from ...notices import SYNTAX_ERROR
from ...workspace import Workspace
from .callers import Callers
from .declarations import SUFFIXES, tree_of
from .module import Module
from .project import Options, Project, Root
from .values import root_arguments

TFVARS = ".tfvars"


def analyse(workspace: Workspace, targets: Sequence[str], repository: Iterable[str], options: Options) -> Analysis:
    """The resources of the modules that `targets` belong to, as their callers in the repository call them.

    `targets` are the files to judge, `repository` all Terraform files among which callers are looked for.
    """
    wanted = set(targets)
    directories = sorted({posixpath.dirname(path) for path in targets})
    callers = Callers(workspace, repository)
    roots = sorted({root for directory in directories for root in callers.roots_of(directory)})
    project = Project(workspace, options)
    trees = []
    for directory in roots:
        workspace.checkpoint(directory)
        trees.append(_evaluated(project, directory))
    documents = {path: document for tree in trees for path, document in tree.documents.items()}
    for path in targets:
        if path not in documents and (document := workspace.read(path)) is not None:
            documents[path] = document
    return Analysis(
        tuple(tree.graph for tree in trees),
        documents,
        (
            *(notice for path in sorted(documents) for notice in syntax_errors(documents[path])),
            *(notice for tree in trees for notice in tree.notices if notice.span.path in wanted),
        ),
        tuple(related for tree in trees for related in tree.not_followed),
    )


def _evaluated(project: Project, directory: str) -> Root:
    """The root module of a directory; the one that an earlier run evaluated, while nothing it was made from changes."""
    key = ("terraform root", directory, project.options)
    tree = project.workspace.recall(key)
    if isinstance(tree, Root):
        tree.project = project  # what is still to be read is read as it is now
        return tree
    tree = Root(project, directory)
    Module(tree, tree.declarations(directory), root_arguments(tree)).lower()
    project.workspace.keep(key, tree, tree.depends)
    return tree


def syntax_errors(document: Document) -> Iterable[Finding]:
    """A finding for each thing in a document that could not be read."""
    if not document.path.endswith((*SUFFIXES, TFVARS)):
        return
    for problem in tree_of(document).problems:
        yield Finding(
            SYNTAX_ERROR.id,
            SYNTAX_ERROR.severity,
            problem.message,
            document.span(problem.start, problem.end),
            framework="terraform",
        )
