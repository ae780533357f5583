"""A module instance: a directory of declarations, called with arguments, offering its names to expressions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial

from ...document import Document
from ...model import Span
from ...resource import ABSENT, KNOWN, UNKNOWN, Call, Late, Resource, Value
from ...typed import NamedTuple, TypeVar
from ...workspace import GOING_ON
from . import syntax, types
from .body import Layer, attribute_value, block_value
from .declarations import Declarations, Declared, tree_of
from .expansion import MAX_INSTANCES, expand
from .expressions import evaluate
from .lazy import Lazy
from .project import MOST_INSTANCES, Root
from .provenance import passed
from .providers import Handed, configuration, handed_on, is_placeholder, with_defaults
from .references import reference
from .scope import OWN, Scope
from .stand_ins import REGISTRY, stand_ins

T = TypeVar("T")

DEEPEST = 50  # calls that lead to a module
INSTALLED = "/.terraform/modules/"  # where `terraform init` puts modules of others


class Caller(NamedTuple):
    """What a called module has from the module that calls it."""

    module: Module
    handed: Handed
    foreign: Call | None


class Module:
    """Implements `scope.Names` for one module directory as it is called.

    `arguments` are the values a caller passes, by variable; `path` are the names of the calls from the root to here;
    `address` is the prefix of its resources (`module.db["a"].`, empty for a root).
    """

    def __init__(
        self,
        tree: Root,
        declared: Declarations,
        arguments: Mapping[str, Value],
        path: tuple[str, ...] = (),
        address: str = "",
        caller: Caller | None = None,
    ) -> None:
        self.tree = tree
        self.declared = declared
        self.arguments = arguments
        self.path = path
        self.address = address
        self.caller = caller
        self.context = tree.context  # what functions may know
        tree.instances += 1
        tree.graph.holders.append(self.__dict__.clear)  # without its names nothing holds the values in a ring
        self._instances: dict[str, tuple[Value, tuple[Resource, ...]]] = {}
        self._calls: dict[str, tuple[Value, tuple[Module, ...]]] = {}
        self._roots: dict[str, Value] = {
            "var": _names(declared.variables, self._variable),
            "local": _names(declared.locals, self._local),
            "module": _names(declared.modules, lambda name: self._called(name)[0]),
            "data": _names(declared.data, lambda kind: self._of_type("data.", declared.data[kind], kind)),
            "ephemeral": _names(
                declared.ephemeral, lambda kind: self._of_type("ephemeral.", declared.ephemeral[kind], kind)
            ),
            "path": _names(("module", "root", "cwd"), self._path),
            "terraform": _names(("workspace",), self._workspace),
        }

    # ------------------------------------------------------------- scope.Names

    def root(self, name: str) -> Value | None:
        """The value of a traversal's first name."""
        found = self._roots.get(name)
        if found is None and name in self.declared.resources:
            found = self._of_type("", self.declared.resources[name], name)
            self._roots[name] = found
        return found

    def declared_blocks(self, kind: str) -> Iterable[tuple[str, Document, syntax.Block]]:
        """The resources of a type that the module declares: name, document and block."""
        for name, found in self.declared.resources.get(kind, {}).items():
            yield name, found.document, found.block

    # ---------------------------------------------------------------- lowering

    def lower(self) -> None:
        """Add every resource of this module and of those it calls to the graph."""
        add = self.tree.graph.add
        workspace, root = self.tree.project.workspace, self.tree.directory
        for prefix, table in (
            ("", self.declared.resources),
            ("data.", self.declared.data),
            ("ephemeral.", self.declared.ephemeral),
        ):
            for kind, named in table.items():
                for name in named:
                    workspace.checkpoint(root)  # large ones take seconds
                    for resource in self._resources(prefix + kind, name, named[name])[1]:
                        add(resource)
        for provider in self._own_providers.values():
            add(provider)
        for declared in self.declared.others:
            add(self._plain(declared))
        self._announce("variable")
        self._announce("output")
        for name, declared in self.declared.modules.items():
            add(self._resource("module", name, f"module.{name}", declared, self._scope(declared.document)))
        for name in self.declared.modules:
            seen, modules = self._called(name)
            for module in modules:
                module.lower()
            if seen.state is UNKNOWN:
                self._stand_in(name)

    def _announce(self, kind: str) -> None:
        """Add the variables or outputs, of which modules have hundreds, and about which hardly anybody asks."""
        if self.declared.interface(kind):
            late = Late(kind, partial(self.declared.headers, kind), partial(self._interface, kind))
            self.tree.graph.add_late(late)

    def _interface(self, kind: str) -> list[Resource]:
        return [
            self._resource(kind, name, f"{kind}.{name}", declared, self._scope(declared.document))
            for name, declared in self.declared.interface(kind).items()
        ]

    def _stand_in(self, name: str) -> None:
        """Add what a module that is not at hand surely makes of its arguments."""
        declared = self.declared.modules[name]
        source = declared.attribute("source")
        written = source[1].value if source is not None else None
        if isinstance(written, syntax.Literal) and str(written.value).startswith(REGISTRY):
            call = self._resource("module", name, f"module.{name}", declared, self._scope(declared.document))
            if not call["count"].equals(0):
                for resource in stand_ins(call):
                    self.tree.graph.add(resource)

    def _plain(self, declared: Declared) -> Resource:
        """A block of another type: `terraform`, `check.health`, `moved`."""
        block = declared.block
        label = ".".join(label.value for label in block.labels)
        address = f"{block.type}.{label}" if label else block.type
        return self._resource(block.type, label or block.type, address, declared, self._scope(declared.document))

    @cached_property
    def providers(self) -> dict[str, Resource]:
        """The provider configurations by local name: those handed on to this module, and its own."""
        return {**(self.caller.handed.providers if self.caller is not None else {}), **self._own_providers}

    @cached_property
    def _own_providers(self) -> dict[str, Resource]:
        """Those that it configures; a mere placeholder makes room for what the call gives."""
        given = self.caller.handed.given if self.caller is not None else ()
        made = {}
        for name, declared in self.declared.providers.items():
            if not (name in given and is_placeholder(declared.block)):
                type = declared.block.labels[0].value
                scope = self._scope(declared.document)
                made[name] = self._resource(
                    f"provider.{type}", name.partition(".")[2] or type, f"provider.{name}", declared, scope
                )
        return made

    # ------------------------------------------------------------------- names

    def _variable(self, name: str) -> Value:
        declared = self.declared.variables[name]
        scope = self._scope(declared.document)
        settings = {attribute.name: attribute for attribute in declared.block.body.attributes}
        value = self._given(name, settings, scope)
        return value.but(sensitive=True) if _is(True, settings.get("sensitive")) else value

    def _given(self, name: str, settings: Mapping[str, syntax.Attribute], scope: Scope) -> Value:
        """The value of a variable: its argument, its default, or unknown."""
        declared, kind = self.declared.variables[name], types.ANY
        if "type" in settings:
            kind = types.parse(settings["type"].value, lambda node: evaluate(node, scope))
        value = self.arguments.get(name)
        if value is not None and not (value.state is ABSENT and _is(False, settings.get("nullable"))):
            reached = self._passed(value, f'module "{self.path[-1]}"', True) if self.path else value
            return types.convert(reached, kind)
        if "default" in settings:
            default = settings["default"]
            return types.convert(self._passed(evaluate(default.value, scope), f'variable "{name}"'), kind)
        span = scope.span(declared.block.start, declared.block.header_end)
        return passed(Value(UNKNOWN, None, span), f'variable "{name}", which has no default')

    def _local(self, name: str) -> Value:
        self.tree.project.workspace.checkpoint(GOING_ON)  # whatever asks for it: a large one takes seconds
        document, attribute = self.declared.locals[name]
        return self._passed(evaluate(attribute.value, self._scope(document)), f"local.{name}")

    def _path(self, name: str) -> Value:
        """A folder as an absolute path, so that the file functions find it from anywhere."""
        return Value(UNKNOWN) if name == "cwd" else Value(KNOWN, self._folder(name))

    def _folder(self, name: str) -> str:
        return self.declared.directory if name == "module" else self.tree.directory

    def _workspace(self, name: str) -> Value:
        chosen = self.tree.project.options.workspace
        return Value(KNOWN, chosen) if chosen else Value(UNKNOWN)

    def _of_type(self, prefix: str, named: Mapping[str, Declared], kind: str, but: str = "") -> Value:
        """The resources of a type by name; of `but` nothing is known."""
        return _names(
            named, lambda name: Value(UNKNOWN) if name == but else self._resources(prefix + kind, name, named[name])[0]
        )

    # --------------------------------------------------------------- instances

    def _resources(self, kind: str, name: str, declared: Declared) -> tuple[Value, tuple[Resource, ...]]:
        """The value that references see, and the instances of a resource block."""
        address = f"{kind}.{name}"
        made = self._instances.get(address)
        if made is None:
            self._instances[address] = (Value(UNKNOWN), ())  # what a cycle sees

            def instance(key: str, bindings: dict[str, Value]) -> tuple[Value, Resource]:
                scope = Scope(declared.document, self, bindings)
                self.tree.instances += 1
                resource = self._resource(kind, name, address + key, declared, scope)
                seen = bindings[OWN] = reference(resource)
                bindings[kind] = others
                return seen, resource

            # What a resource says of itself by its own name, Terraform refuses: it would never end.
            others = self._of_type("", self.declared.resources.get(kind, {}), kind, but=name)

            try:
                scope = self._scope(declared.document)
                made = expand(declared, scope, instance, 1 if self.tree.full else MAX_INSTANCES)
            except BaseException as error:
                _forget(self._instances, address, error)
                raise
            self._instances[address] = made
        return made

    def _resource(self, kind: str, label: str, address: str, declared: Declared, scope: Scope) -> Resource:
        overrides = (Layer(scope.inside(layer.document), layer.block) for layer in declared.overrides)
        body = block_value(scope, tree_of(declared.document).body, declared.block, *overrides)
        provider = None
        if declared.block.type in ("resource", "data", "ephemeral"):
            provider = configuration(kind.rpartition(".")[2], declared, self.providers)
            body = with_defaults(body, kind, provider)
        made = Resource(kind, label, self.address + address, "terraform", body, self.tree.graph)
        made.provider = provider
        made.call = self.caller.foreign if self.caller is not None else None
        return made

    # ------------------------------------------------------------------- calls

    def _called(self, name: str) -> tuple[Value, tuple[Module, ...]]:
        """The value of `module.name`, and the instances of the called module."""
        made = self._calls.get(name)
        if made is None:
            self._calls[name] = (Value(UNKNOWN), ())  # what a cycle sees
            try:
                made = self._call(name, self.declared.modules[name])
            except BaseException as error:
                _forget(self._calls, name, error)
                raise
            self._calls[name] = made
        return made

    def _call(self, name: str, declared: Declared) -> tuple[Value, tuple[Module, ...]]:
        header = Span(declared.document.path, declared.block.start, declared.block.header_end)
        directory = self._called_directory(name, declared, header)
        if directory is None:
            return Value(UNKNOWN, None, header), ()
        called = self.tree.declarations(directory)
        caller = Caller(self, handed_on(declared, self.providers), self._foreign(directory, header))

        def instance(key: str, bindings: dict[str, Value]) -> tuple[Value, Module]:
            scope = Scope(declared.document, self, bindings)
            arguments = Lazy(
                [attribute.name for attribute in declared.block.body.attributes if attribute.name in called.variables],
                lambda argument: self._argument(declared, argument, scope),
            )
            module = Module(
                self.tree, called, arguments, (*self.path, name), f"{self.address}module.{name}{key}.", caller
            )
            return _names(called.outputs, module._output), module

        return expand(declared, self._scope(declared.document), instance)

    def _foreign(self, directory: str, header: Span) -> Call | None:
        """The author's call of a module that is somebody else's: where it leaves the author's own files."""
        if self.caller is not None and self.caller.foreign is not None:
            return self.caller.foreign
        above, installed, _ = directory.partition(INSTALLED)
        return Call(header, above + INSTALLED.rstrip("/")) if installed else None

    def _called_directory(self, name: str, declared: Declared, header: Span) -> str | None:
        """The directory of a called module; a call that cannot be followed is noted."""
        source = declared.attribute("source")
        written = source[1].value if source is not None else None
        if not isinstance(written, syntax.Literal) or not isinstance(written.value, str):
            return None
        directory = self.tree.called_directory(self.declared.directory, ".".join((*self.path, name)), written.value)
        if directory is None:
            self.tree.not_follow(header, f'module "{name}": `{written.value}` is not at hand')
        elif self.tree.full or len(self.path) >= DEEPEST:
            many = (
                f"{MOST_INSTANCES:,} resources and modules come before it"
                if self.tree.full
                else f"{DEEPEST} calls lead to it"
            )
            self.tree.not_analysed(header, f'module "{name}" was not analysed: {many} in this root module')
            return None
        elif directory in self._directories():
            self.tree.not_analysed(header, f'module "{name}" was not analysed: `{written.value}` calls itself')
            return None
        elif not self.tree.declarations(directory).documents:
            self.tree.not_analysed(header, f'module "{name}" was not analysed: there is no module in `{written.value}`')
            return None
        return directory

    def _directories(self) -> Iterator[str]:
        """The directories of this module and of all that lead to it."""
        module: Module | None = self
        while module is not None:
            yield module.declared.directory
            module = module.caller.module if module.caller is not None else None

    def _argument(self, declared: Declared, name: str, scope: Scope) -> Value:
        found = declared.attribute(name)
        assert found is not None
        document, attribute = found
        return attribute_value(scope.inside(document), attribute, declared.block.body)

    def _output(self, name: str) -> Value:
        self.tree.project.workspace.checkpoint(GOING_ON)
        declared = self.declared.outputs[name]
        found = declared.attribute("value")
        if found is None:
            return Value(UNKNOWN)
        document, attribute = found
        value = evaluate(attribute.value, self._scope(document))
        marked = declared.attribute("sensitive")
        if marked is not None and _is(True, marked[1]):
            value = value.but(sensitive=True)
        return self._passed(value, f'output "{name}" of module "{self.path[-1]}"')

    def _passed(self, value: Value, what: str, decides: bool = False) -> Value:
        return passed(value, what, decides, self.tree.sizes)

    def _scope(self, document: Document) -> Scope:
        return Scope(document, self, {})


def _names(names: Iterable[str], make: Callable[[str], Value]) -> Value:
    return Value(KNOWN, Lazy(names, make))


def _is(wanted: bool, attribute: syntax.Attribute | None) -> bool:
    return attribute is not None and isinstance(attribute.value, syntax.Literal) and attribute.value.value is wanted


def _forget(made: dict[str, T], name: str, error: BaseException) -> None:
    """Nobody may take what a cycle sees for the value; but what is too deep for the stack stays unknown."""
    if not isinstance(error, RecursionError):
        del made[name]
