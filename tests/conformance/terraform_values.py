"""Compare the values of real modules' locals and outputs, and of real expressions, with those of real Terraform.

    python -m tests.conformance.terraform_values [FOLDER]

FOLDER (default: `../shared/real`, unpacked) is searched for module directories. Of each, `terraform console` gets the
variables and those locals, outputs and attributes that need nothing else: no resource, no data source, no called module
and no file, so that neither a provider nor a network is needed.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from cloudlint.discovery import discover
from cloudlint.languages.terraform import syntax
from cloudlint.languages.terraform.declarations import Declarations, declarations
from cloudlint.languages.terraform.expressions import evaluate
from cloudlint.languages.terraform.functions.conversion import broken
from cloudlint.languages.terraform.module import Module
from cloudlint.languages.terraform.project import Options, Project, Root
from cloudlint.languages.terraform.scope import Scope
from cloudlint.resource import Value
from cloudlint.workspace import Workspace
from tests.core.languages.terraform.test_expressions import close
from tests.core.languages.terraform.test_functions import FAILED, plain, shown

IMPURE = re.compile(r"^(file|template|timestamp|uuid|bcrypt|plantimestamp|abspath|pathexpand|provider::|rsadecrypt)")
PREFIX = "cloudlint_"
ERROR = "()"  # no name of ours
LINE = re.compile(r'^  "(\w+)" = (.*)$')


class Compared(NamedTuple):
    """What came out of one module directory; `different` says what differs, `values` how many could be compared."""

    values: int = 0
    unknown: int = 0
    different: tuple[str, ...] = ()


def names_in(  # noqa: C901  one case for each kind of node
    node: object, bound: frozenset[str] = frozenset()
) -> Iterator[tuple[str, str]]:
    """The first two names of every reference and the names of functions (`()`, name) in an expression."""
    if isinstance(node, syntax.For):
        yield from names_in(node.collection, bound)
        inner = bound | {node.key, node.value}
        for part in (node.result, node.result_key, node.condition):
            yield from names_in(part, inner)
        return
    if isinstance(node, syntax.TemplateFor):
        yield from names_in(node.collection, bound)
        for item in node.parts:
            yield from names_in(item, bound | {node.key, node.value})
        return
    if isinstance(node, syntax.Attr) and isinstance(node.on, syntax.Variable):
        if node.on.name not in bound:
            yield node.on.name, node.name
        return
    if isinstance(node, syntax.Variable):
        if node.name not in bound:
            yield node.name, ""
        return
    if isinstance(node, syntax.Object):
        for entry in node.items:
            if not isinstance(entry.key, syntax.Variable):
                yield from names_in(entry.key, bound)
            yield from names_in(entry.value, bound)
        return
    if isinstance(node, syntax.Call):
        yield "()", node.name
    for slot in getattr(node, "__slots__", ()):
        value = getattr(node, slot)
        for part in value if isinstance(value, tuple) else (value,):
            yield from names_in(part, bound)


def compare(workspace: Workspace, directory: str) -> Compared:
    """Our values and Terraform's for one module directory."""
    declared = declarations(workspace, directory)
    wanted = dict(_wanted(declared))
    if not wanted:
        return Compared()
    tree = Root(Project(workspace, Options()), directory)
    module = Module(tree, declared, {})
    theirs = _console(declared, {name: text for name, (text, _) in wanted.items()})
    unknown, different, values = 0, [], 0
    if ERROR in theirs:
        return Compared(0, len(wanted), (f"refused as a whole: {theirs[ERROR]}",))
    for name, (text, value) in wanted.items():
        answer = theirs.get(name)
        if answer is None:
            unknown += 1
            continue
        values += 1
        document, node = value
        found = _shown(evaluate(node, Scope(document, module, {})))
        right = FAILED if answer == FAILED else plain(json.loads(answer))
        if found != right and not close(found, right):
            different.append(f"{text[:200]!r}: {found[:300]} instead of {right[:300]}")
    return Compared(values, unknown, tuple(different))


def _shown(value: Value) -> str:
    return FAILED if broken(value) else shown(value)


def _wanted(declared: Declarations) -> Iterator[tuple[str, tuple[str, tuple[object, syntax.Expression]]]]:
    """Every expression that needs variables and locals only, by a made-up name, with its text."""
    usable: dict[str, bool] = {}

    def free(node: syntax.Expression) -> bool:
        for first, second in names_in(node):
            if first == "()" and not IMPURE.match(second):
                continue
            if first == "var" and second in declared.variables:
                continue
            if first == "local" and second in declared.locals and usable_local(second):
                continue
            return False
        return True

    def usable_local(name: str) -> bool:
        if name not in usable:
            usable[name] = False  # a ring
            usable[name] = free(declared.locals[name].attribute.value)
        return usable[name]

    number = 0
    nodes = [(local.document, local.attribute.value) for local in declared.locals.values()]
    tables = (*declared.resources.values(), *declared.data.values())
    blocks = [block for named in tables for block in named.values()]
    for block in (*declared.outputs.values(), *declared.modules.values(), *blocks):
        nodes += [(block.document, attribute.value) for attribute in block.block.body.attributes]
    for document, node in nodes:
        if not isinstance(node, (syntax.Literal, syntax.Variable)) and free(node):
            number += 1
            yield f"v{number}", (document.text[node.start : node.end], (document, node))


def _console(declared: Declarations, expressions: Mapping[str, str]) -> dict[str, str]:
    """Terraform's answers as JSON, without those that are unknown to it or secret."""
    with tempfile.TemporaryDirectory() as folder:
        source = []
        for block in declared.variables.values():
            body = block.block.body
            kept = [
                block.document.text[attribute.start : attribute.end]
                for attribute in body.attributes
                if attribute.name in ("type", "default", "nullable")
            ]
            source.append(f'variable "{block.block.labels[0].value}" {{\n' + "\n".join(kept) + "\n}\n")
        used = dict.fromkeys(name for text in expressions.values() for name in re.findall(r"local\.(\w+)", text))
        waiting = list(used)
        for name in waiting:
            local = declared.locals.get(name)
            if local is not None:
                value = local.attribute.value
                text = local.document.text[value.start : value.end]
                source.append(f"locals {{\n{name} = {text}\n}}\n")
                others = dict.fromkeys(re.findall(r"local\.(\w+)", text))
                waiting += [other for other in others if other not in waiting]
        for name, text in expressions.items():
            source.append(f'locals {{\n{PREFIX}{name} = try(jsonencode([\n{text}\n][0]), "{FAILED}")\n}}\n')
        Path(folder, "main.tf").write_text("".join(source), encoding="utf-8")
        question = ", ".join(f"{name} = local.{PREFIX}{name}" for name in expressions)
        environment = {name: value for name, value in os.environ.items() if name != "TF_CLI_CONFIG_FILE"}
        ran = subprocess.run(
            ["terraform", "console"],
            input=f"{{ {question} }}\n",
            cwd=folder,
            env=environment | {"CHECKPOINT_DISABLE": "1"},
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=120,
        )
    found = {}
    for line in ran.stdout.split("\n"):
        match = LINE.match(line)
        if match and match[2].startswith('"'):
            text = match[2][1:-1].replace("$${", "${").replace("%%{", "%{")
            found[match[1]] = FAILED if text == FAILED else json.loads(f'"{text}"')
    if not found and ran.returncode:
        found[ERROR] = " ".join(re.sub(r"\x1b\[[0-9;]*m|[│╷╵]", "", ran.stderr).split())[:300]
    return found


def module_directories(folder: Path) -> Iterator[tuple[Workspace, str]]:
    """The directories with Terraform files, each with the workspace of its repository."""
    for repository in sorted(path for path in folder.iterdir() if path.is_dir()):
        workspace = Workspace(str(repository))
        files = discover(workspace, [str(repository)], lambda name: name.endswith((".tf", ".tofu")))
        for directory in dict.fromkeys(os.path.dirname(path) for path in files):
            yield workspace, directory


def main() -> None:
    if len(sys.argv) > 1:
        folder = Path(sys.argv[1])
    else:
        unpack = Path(__file__).resolve().parents[3] / "shared" / "unpack.py"
        ran = subprocess.run([sys.executable, unpack, "real"], capture_output=True, text=True, check=True)
        folder = Path(ran.stdout.strip())
    values = unknown = modules = 0
    for workspace, directory in module_directories(folder):
        compared = compare(workspace, directory)
        modules += bool(compared.values)
        values += compared.values
        unknown += compared.unknown
        for line in compared.different:
            print(f"{workspace.relative(directory)}: {line}")
    print(f"{values} values of {modules} modules compared; Terraform did not say {unknown}")


if __name__ == "__main__":
    main()
