"""The values that a root module gets from outside: `terraform.tfvars`, `*.auto.tfvars` and `--var-file`."""

from __future__ import annotations

from ...document import Document
from ...resource import Value
from .declarations import tree_of
from .expressions import evaluate
from .project import Root
from .scope import NoNames, Scope, passed


def root_arguments(root: Root) -> dict[str, Value]:
    """Values by variable; later files win: `terraform.tfvars`, `*.auto.tfvars` by name, the given files in order."""
    project = root.project
    names = project.workspace.list(root.directory)
    chosen = [f"{root.directory}/{name}" for name in names if name == "terraform.tfvars"]
    chosen += [f"{root.directory}/{name}" for name in names if name.endswith(".auto.tfvars")]
    arguments: dict[str, Value] = {}
    for path in (*chosen, *project.options.var_files):
        document = root.values(path)
        if document is not None:
            arguments.update(_values(document, root))
    return arguments


def _values(document: Document, root: Root) -> dict[str, Value]:
    scope = Scope(document, NoNames(root.context), {})
    name = document.path.rpartition("/")[2]
    return {
        attribute.name: passed(evaluate(attribute.value, scope), name)
        for attribute in tree_of(document).body.attributes
    }
