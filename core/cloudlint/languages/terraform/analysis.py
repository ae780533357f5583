"""Files to Terraform resources: which root modules judge them, and what each of those comes to."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping

from ...analysis import Analysis
from ...document import Document
from ...model import Finding
from ...notices import SYNTAX_ERROR
from ...workspace import Workspace
from .callers import UNIT, Callers, is_unit
from .declarations import SUFFIXES, tree_of
from .module import Module
from .project import Options, Project, Root, declarations_key
from .values import root_arguments

VALUES = (".tfvars", ".tfvars.json")


def roots(workspace: Workspace, targets: Iterable[str], repository: Iterable[str]) -> dict[str, list[str]]:
    """The root modules through which `targets` are judged, by folder or Terragrunt file, each with the folders of the
    targets that it reaches; in a stable order. `repository` are the files among which callers are looked for."""
    paths = list(targets)
    units = {path for path in paths if is_unit(path)}
    directories = {posixpath.dirname(path) for path in paths} - {posixpath.dirname(path) for path in units}
    callers = _callers(workspace, tuple(repository))
    found: dict[str, list[str]] = {unit: [posixpath.dirname(unit)] for unit in units}
    for directory in sorted(directories):
        for root in callers.roots_of(directory):
            found.setdefault(root, []).append(directory)
    return dict(sorted(found.items()))


def _callers(workspace: Workspace, repository: tuple[str, ...]) -> Callers:
    """Who calls whom; that of an earlier run, while no file is different."""
    key = ("terraform callers", repository)
    kept = workspace.recall(key)
    if isinstance(kept, Callers):
        kept.workspace = workspace  # what is still to be read is read as it is now
        return kept
    callers = Callers(workspace, repository, _called_by_unit)
    workspace.keep(key, callers, (workspace.everything,))
    return callers


def analysed(workspace: Workspace, root: str, options: Options) -> Analysis:
    """The resources of a root module and of the modules that it calls."""
    workspace.checkpoint(root)
    tree = _evaluated(Project(workspace, options), root)
    return Analysis(
        (tree.graph,),
        tree.documents,
        (*_syntax_errors(tree.documents), *tree.notices),
        tuple(tree.not_followed),
        tree.depends,
    )


def root_key(root: str, options: Options) -> object:
    """What an evaluated root module is kept under."""
    return ("terraform root", root, options)


def let_go(workspace: Workspace, root: str, options: Options) -> None:
    """Forget a root module and its own files. The modules that it calls stay: others may call them."""
    tree = workspace.drop(root_key(root, options))
    if isinstance(tree, Root) and not is_unit(root):
        workspace.drop(declarations_key(root))
        workspace.forget([path for path in tree.documents if posixpath.dirname(path) == root])


def alone(workspace: Workspace, path: str) -> Analysis:
    """A file that no root module reads: whether it can be read."""
    document = workspace.read(path)
    documents = {} if document is None else {path: document}
    return Analysis((), documents, tuple(_syntax_errors(documents)))


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
    key = root_key(root, project.options)
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
        if before is not None and isinstance(before.value, Root):
            from .surviving import survive  # only where an earlier run is remembered

            survive(before.value, tree, before.touched)
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
