"""Terragrunt: a `terragrunt.hcl` calls a module with inputs, as far as local files say which and with what.

Read are `locals`, `include` (shallow merge), `terraform.source` and `inputs`. What other units put out (`dependency`),
the environment and commands are unknown. https://terragrunt.gruntwork.io/docs/reference/hcl/
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping

from ...document import Document
from ...model import Span
from ...resource import ABSENT, KNOWN, UNKNOWN, Value
from ...workspace import Workspace
from . import syntax
from .callers import UNIT as FILE
from .declarations import tree_of
from .expressions import evaluate
from .functions import Context, failed
from .lazy import Lazy
from .module import Module
from .project import Options, Project, Root
from .provenance import passed, unknown
from .scope import Scope
from .values import root_arguments

DEEPEST = 10  # files that include or read each other

# Functions whose result depends on the machine or the account.
_UNKNOWN = (
    *("get_aws_account_alias", "get_aws_account_id"),
    *("get_aws_caller_identity_arn", "get_aws_caller_identity_user_id"),
    *("get_default_retryable_errors", "get_env"),
    *("get_platform", "get_terraform_cli_args"),
    *("get_terraform_command", "get_terraform_commands_that_need_input"),
    *("get_terraform_commands_that_need_locking", "get_terraform_commands_that_need_parallelism"),
    *("get_terraform_commands_that_need_vars", "get_terragrunt_source_cli_flag"),
    *("get_working_dir", "constraint_check"),
    *("mark_as_read", "read_tfvars_file"),
    *("run_cmd", "sops_decrypt_file"),
)


def evaluated(tree: Root, document: Document) -> None:
    """Fill a root's graph with the module that a `terragrunt.hcl` calls. `tree.directory` is the file's folder."""
    config = Config(tree, document, tree.directory)
    tree.documents[document.path] = document
    source = config.source()
    directory = local_source(config)
    if directory is None:
        if source is not None and source.span is not None:
            tree.not_follow(source.span, f"`terraform.source`: `{source.text or 'something unknown'}` is not at hand")
        return
    declared = tree.declarations(directory)
    if not declared.documents:
        if source is not None and source.span is not None:
            tree.not_analysed(source.span, f"`terraform.source`: there is no module in `{source.text}`")
        return
    tree.directory = directory
    tree.context = tree.context._replace(module=directory)
    arguments = _arguments(config.inputs(), declared.variables)
    Module(tree, declared, {**arguments, **root_arguments(tree)}).lower()


def called_by(workspace: Workspace, path: str) -> str | None:
    """The local directory that a `terragrunt.hcl` calls."""
    tree = Root(Project(workspace, Options()), posixpath.dirname(path))
    document = tree.values(path)
    return local_source(Config(tree, document, tree.directory)) if document is not None else None


def local_source(config: Config) -> str | None:
    """The directory of the module that is called, None where it is not local; without a source the file's own."""
    source = config.source()
    if source is None:
        return config.folder
    text = source.text
    if text is None or not text.startswith(("/", "./", "../")):
        return None
    found = posixpath.normpath(posixpath.join(config.folder, text.partition("?")[0]))
    return found if config.tree.project.workspace.holds(found) else None


def _arguments(inputs: Value, variables: Mapping[str, object]) -> dict[str, Value]:
    given = {}
    if isinstance(inputs.data, Mapping):
        given = {name: passed(inputs.part(item), f"`inputs` in {FILE}", True) for name, item in inputs.data.items()}
    if inputs.open or inputs.state is UNKNOWN:
        given.update((name, unknown(inputs.span, inputs)) for name in variables if name not in given)
    return given


class Config:
    """Implements `scope.Names` for one file. `folder` is that of the unit it is read for, whose paths count."""

    def __init__(self, tree: Root, document: Document, folder: str, depth: int = 0) -> None:
        self.tree = tree
        self.document = document
        self.folder = folder
        self.depth = depth
        own = {name: self._function(name) for name in (*_UNKNOWN, *_FUNCTIONS)}
        self.context: Context = tree.context._replace(module=folder, own=own)
        self._scope = Scope(document, self, {})
        attributes = {
            attribute.name: attribute for block in self._blocks("locals") for attribute in block.body.attributes
        }
        self._locals = Lazy(
            attributes, lambda name: passed(evaluate(attributes[name].value, self._scope), f"local.{name}")
        )
        self._included: dict[str, Config] | None = None

    def root(self, name: str) -> Value | None:
        """`local`, `include`; what other units or the outside decide is unknown."""
        if name == "local":
            return Value(KNOWN, self._locals)
        if name == "include":
            views = {label: config.view() for label, config in self.included().items()}
            return views.get("") or Value(KNOWN, views)
        return Value(UNKNOWN) if name in ("dependency", "feature", "unit", "stack", "values") else None

    def declared_blocks(self, kind: str) -> Iterable[tuple[str, Document, syntax.Block]]:
        """A unit declares no resources."""
        return ()

    def view(self) -> Value:
        """The file as `read_terragrunt_config` and an exposed include give it."""
        return Value(
            KNOWN,
            Lazy(("locals", "inputs"), lambda name: self.inputs() if name == "inputs" else Value(KNOWN, self._locals)),
            open=True,
        )

    def included(self) -> dict[str, Config]:
        """The files that `include` blocks name, by label."""
        if self._included is None:
            self._included = {}
            for block in self._blocks("include"):
                path = self._attribute(block.body, "path")
                config = self._read(path.text) if path is not None else None
                if config is not None:
                    self._included["".join(label.value for label in block.labels[:1])] = config
        return self._included

    def inputs(self) -> Value:
        """The inputs with those of the included files below them."""
        own = self._attribute(tree_of(self.document).body, "inputs")
        layers = [config.inputs() for config in self._merged()] + ([own] if own is not None else [])
        merged: dict[str, Value] = {}
        for layer in layers:
            if isinstance(layer.data, Mapping):
                merged.update((name, layer.part(item)) for name, item in layer.data.items())
        if any(layer.state is UNKNOWN or layer.open for layer in layers):
            return unknown(None, *layers).but(state=KNOWN, data=merged, open=True)
        return Value(KNOWN, merged, own.span if own is not None else None)

    def source(self) -> Value | None:
        """`terraform.source`, perhaps of an included file."""
        for block in self._blocks("terraform"):
            found = self._attribute(block.body, "source")
            if found is not None and found.state is not ABSENT:
                return found
        return next((found for config in self._merged() if (found := config.source()) is not None), None)

    def _merged(self) -> Iterator[Config]:
        for block in self._blocks("include"):
            strategy = self._attribute(block.body, "merge_strategy")
            config = self.included().get("".join(label.value for label in block.labels[:1]))
            if config is not None and (strategy is None or strategy.text != "no_merge"):
                yield config

    def _blocks(self, type: str) -> list[syntax.Block]:
        return [block for block in tree_of(self.document).body.blocks if block.type == type]

    def _attribute(self, body: syntax.Body, name: str) -> Value | None:
        found = next((attribute for attribute in body.attributes if attribute.name == name), None)
        return evaluate(found.value, self._scope) if found is not None else None

    def _read(self, path: str | None, folder: str = "") -> Config | None:
        """Another file, read for this unit (an include) or for its own folder."""
        if path is None or self.depth >= DEEPEST:
            return None
        document = self.tree.values(posixpath.normpath(posixpath.join(self.folder, path)))
        return Config(self.tree, document, folder or self.folder, self.depth + 1) if document is not None else None

    # --------------------------------------------------------------- functions

    def _function(self, name: str) -> Function:
        def called(arguments: list[Value], span: Span) -> Value:
            found = _FUNCTIONS[name](self, arguments) if name in _FUNCTIONS else None
            if isinstance(found, Value):
                return found
            return unknown(span, *arguments) if found is None else Value(KNOWN, found, span)

        return called

    def _parent(self, arguments: list[Value]) -> str | None:
        """The folder of the included file."""
        label = arguments[0].text or "" if arguments else ""
        included = self.included()
        found = included.get(label) if label else next(iter(included.values()), None)
        return posixpath.dirname(found.document.path) if found is not None else posixpath.dirname(self.document.path)

    def find_in_parent_folders(self, arguments: list[Value]) -> Value | str | None:
        name = arguments[0].text if arguments else FILE
        workspace, folder = self.tree.project.workspace, self.folder
        if name is None:
            return None
        while folder != workspace.root and workspace.holds(folder):
            folder = posixpath.dirname(folder)
            self.tree.depends.add(folder)
            if workspace.holds(folder) and workspace.exists(f"{folder}/{name}"):
                return f"{folder}/{name}"
        return arguments[1] if len(arguments) > 1 else failed(None)

    def read_terragrunt_config(self, arguments: list[Value]) -> Value | None:
        path = arguments[0].text if arguments else None
        if path is None:
            return None
        full = posixpath.normpath(posixpath.join(self.folder, path))
        config = self._read(full, posixpath.dirname(full))
        if config is None:
            return arguments[1] if len(arguments) > 1 else None
        return config.view()

    def relative(self, arguments: list[Value]) -> str | None:
        parent = self._parent(arguments)
        return posixpath.relpath(self.folder, parent) if parent else None

    def relative_back(self, arguments: list[Value]) -> str | None:
        parent = self._parent(arguments)
        return posixpath.relpath(parent, self.folder) if parent else None


Function = Callable[[list[Value], Span], Value]

_FUNCTIONS: dict[str, Callable[[Config, list[Value]], Value | str | None]] = {
    "find_in_parent_folders": Config.find_in_parent_folders,
    "get_original_terragrunt_dir": lambda config, arguments: config.folder,
    "get_parent_terragrunt_dir": Config._parent,
    "get_path_from_repo_root": lambda config, arguments: posixpath.relpath(config.folder, config.context.root),
    "get_path_to_repo_root": lambda config, arguments: posixpath.relpath(config.context.root, config.folder),
    "get_repo_root": lambda config, arguments: config.context.root,
    "get_terragrunt_dir": lambda config, arguments: config.folder,
    "path_relative_from_include": Config.relative_back,
    "path_relative_to_include": Config.relative,
    "read_terragrunt_config": Config.read_terragrunt_config,
}
