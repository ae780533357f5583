"""Files to Terraform resources: which root modules judge them, each evaluated once."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from ...analysis import Analysis
from ...document import Document
from ...model import Finding
from ...notices import SYNTAX_ERROR
from ...workspace import Workspace
from .callers import UNIT, Callers, is_unit
from .declarations import SUFFIXES, tree_of
from .module import Module
from .project import Options, Project, Root
from .values import root_arguments

VALUES = (".tfvars", ".tfvars.json")


def analyses(
    workspace: Workspace, targets: Sequence[str], repository: Iterable[str], options: Options
) -> Iterator[Analysis]:
    """The resources of the modules that `targets` belong to, as their callers in the repository call them.

    `targets` are the files to judge, `repository` all Terraform files among which callers are looked for. One analysis
    for each root module, then one for the targets that belong to none; each document is told of once.
    """
    wanted = set(targets)
    units = {path for path in targets if is_unit(path)}
    directories = sorted({posixpath.dirname(path) for path in targets} - {posixpath.dirname(path) for path in units})
    callers = Callers(workspace, repository, partial(_called_by_unit, workspace))
    roots = sorted(units.union(*(callers.roots_of(directory) for directory in directories)))
    project = Project(workspace, options)
    told: set[str] = set()
    for root in roots:
        workspace.checkpoint(root)
        tree = _evaluated(project, root)
        new = {path: document for path, document in tree.documents.items() if path not in told}
        told.update(new)
        notices = (notice for notice in tree.notices if notice.span.path in wanted)
        yield Analysis((tree.graph,), new, (*_syntax_errors(new), *notices), tuple(tree.not_followed))
    left = {path: document for path in targets if path not in told and (document := workspace.read(path)) is not None}
    if left:
        yield Analysis((), left, tuple(_syntax_errors(left)))


def configuration(workspace: Workspace, options: Options, directory: str) -> Analysis:
    """One directory evaluated as a root module, whoever calls it."""
    tree = _evaluated(Project(workspace, options), directory)
    return Analysis((tree.graph,), tree.documents)


def _called_by_unit(workspace: Workspace, path: str) -> str | None:
    from .terragrunt import called_by  # only where it is used

    return called_by(workspace, path)


def _evaluated(project: Project, root: str) -> Root:
    """The root module of a directory, or the one that a `terragrunt.hcl` calls.

    It is the one that an earlier run evaluated, while nothing it was made from changes.
    """
    key = ("terraform root", root, project.options)
    tree = project.workspace.recall(key)
    if isinstance(tree, Root):
        tree.project = project  # what is still to be read is read as it is now
        return tree
    if is_unit(root):
        from . import terragrunt  # only where it is used

        tree = Root(project, posixpath.dirname(root))
        document = tree.values(root)
        if document is not None:
            terragrunt.evaluated(tree, document)
    else:
        tree = Root(project, root)
        Module(tree, tree.declarations(root), root_arguments(tree)).lower()
        _add_objects(tree)
        before = project.workspace.outdated(key)
        if isinstance(before, Root):
            from .surviving import survive  # only where an earlier run is remembered

            survive(before, tree)
    project.workspace.keep(key, tree, tree.depends)
    return tree


def _add_objects(tree: Root) -> None:
    """What `kubernetes_*` resources make, as the rules for Kubernetes know it."""
    if any(kind.startswith("kubernetes_") for kind in tree.graph.kinds):
        from ..kubernetes.from_terraform import translate  # only where there are some

        translate(tree.graph)


def _syntax_errors(documents: Mapping[str, Document]) -> Iterator[Finding]:
    """A finding for each thing in the documents that could not be read."""
    for path in sorted(documents):
        document = documents[path]
        if not path.endswith((*SUFFIXES, *VALUES, UNIT)):
            continue
        for problem in tree_of(document).problems:
            yield Finding(
                SYNTAX_ERROR.id,
                SYNTAX_ERROR.severity,
                problem.message,
                document.span(problem.start, problem.end),
                framework="terraform",
            )
