"""The values that a root module gets from outside: `terraform.tfvars`, `*.auto.tfvars`, `--var-file`; also as JSON."""

from __future__ import annotations

from ...document import Document
from ...resource import Value
from .declarations import tree_of
from .expressions import evaluate
from .project import Root
from .provenance import passed
from .scope import NoNames, Scope


def root_arguments(root: Root) -> dict[str, Value]:
    """Values by variable; later files win: `terraform.tfvars`, `*.auto.tfvars` by name, the given files in order.

    https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence
    """
    project = root.project
    names = project.workspace.list(root.directory)
    chosen = [f"{root.directory}/{name}" for name in names if name in ("terraform.tfvars", "terraform.tfvars.json")]
    chosen += [f"{root.directory}/{name}" for name in names if name.endswith((".auto.tfvars", ".auto.tfvars.json"))]
    arguments: dict[str, Value] = {}
    for path in (*chosen, *project.options.var_files):
        document = root.values(path)
        if document is not None:
            arguments.update(_values(document, root))
    return arguments


def _values(document: Document, root: Root) -> dict[str, Value]:
    name = document.path.rpartition("/")[2]
    if name.endswith(".json"):
        return {key: passed(value, name) for key, value in _json(document).items()}
    scope = Scope(document, NoNames(root.context), {})
    return {
        attribute.name: passed(evaluate(attribute.value, scope), name)
        for attribute in tree_of(document).body.attributes
    }


def _json(document: Document) -> dict[str, Value]:
    """The values of a JSON file, in which `${` means nothing; none where it is no JSON, which is said elsewhere."""
    from ...vocabulary.json_text import parse_json  # only where there is such a file
    from ...vocabulary.json_tree import JsonError

    try:
        return parse_json(document.text, document.path).entries()
    except JsonError:
        return {}
