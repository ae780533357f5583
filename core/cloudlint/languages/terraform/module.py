"""A module instance: a directory of declarations, called with arguments, offering its names to expressions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from ...document import Document
from ...model import Span
from ...resource import ABSENT, KNOWN, UNKNOWN, Resource, Value
from . import syntax, types
from .body import Layer, attribute_value, block_value, instances_of
from .declarations import Declarations, Declared, tree_of
from .expressions import evaluate
from .functions import Context
from .lazy import AnyKey, Lazy
from .project import Root
from .references import reference
from .scope import Scope, passed

T = TypeVar("T")

MAX_DEPTH = 20  # of module calls; deeper is a module that calls itself
MAX_INSTANCES = 200  # of one block: the rest would only repeat what these show


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
    ) -> None:
        self.tree = tree
        self.declared = declared
        self.arguments = arguments
        self.path = path
        self.address = address
        self._instances: dict[str, tuple[Value, tuple[Resource, ...]]] = {}
        self._calls: dict[str, tuple[Value, tuple[Module, ...]]] = {}
        self._roots: dict[str, Value] = {
            "var": _names(declared.variables, self._variable),
            "local": _names(declared.locals, self._local),
            "module": _names(declared.modules, lambda name: self._called(name)[0]),
            "data": _names(declared.data, lambda kind: self._of_type("data", declared.data[kind], kind)),
            "path": _names(("module", "root", "cwd"), self._path),
            "terraform": _names(("workspace",), lambda name: Value(UNKNOWN)),
        }

    # ------------------------------------------------------------- scope.Names

    @property
    def context(self) -> Context:
        """What functions may know."""
        return self.tree.context

    def root(self, name: str) -> Value | None:
        """The value of a traversal's first name."""
        found = self._roots.get(name)
        if found is None and name in self.declared.resources:
            found = self._of_type("resource", self.declared.resources[name], name)
            self._roots[name] = found
        return found

    # ---------------------------------------------------------------- lowering

    def lower(self) -> None:
        """Add every resource of this module and of those it calls to the graph."""
        add = self.tree.graph.add
        for prefix, table in (("", self.declared.resources), ("data.", self.declared.data)):
            for kind, named in table.items():
                for name in named:
                    for resource in self._resources(prefix + kind, name, named[name])[1]:
                        add(resource)
        for declared in (*self.declared.providers, *self.declared.others):
            add(self._plain(declared))
        for table_name, declared_table in (
            ("variable", self.declared.variables),
            ("output", self.declared.outputs),
            ("module", self.declared.modules),
        ):
            for name, declared in declared_table.items():
                scope = self._scope(declared.document)
                add(self._resource(table_name, name, f"{table_name}.{name}", declared, scope))
        for name in self.declared.modules:
            for module in self._called(name)[1]:
                module.lower()

    def _plain(self, declared: Declared) -> Resource:
        """A provider or settings block as a resource: `provider.aws`, `terraform`."""
        block = declared.block
        kind = ".".join([block.type, *(label.value for label in block.labels[:1])])
        scope = self._scope(declared.document)
        return self._resource(kind, kind, kind, declared, scope)

    # ------------------------------------------------------------------- names

    def _variable(self, name: str) -> Value:
        declared = self.declared.variables[name]
        scope = self._scope(declared.document)
        settings = {attribute.name: attribute for attribute in declared.block.body.attributes}
        kind = types.ANY
        if "type" in settings:
            kind = types.parse(settings["type"].value, lambda node: evaluate(node, scope))
        value = self.arguments.get(name)
        if value is not None and not (value.state is ABSENT and _is_false(settings.get("nullable"))):
            reached = passed(value, f'module "{self.path[-1]}"', True) if self.path else value
            return types.convert(reached, kind)
        if "default" in settings:
            default = settings["default"]
            return types.convert(passed(evaluate(default.value, scope), f'variable "{name}"'), kind)
        span = scope.span(declared.block.start, declared.block.header_end)
        return passed(Value(UNKNOWN, None, span), f'variable "{name}", which has no default')

    def _local(self, name: str) -> Value:
        document, attribute = self.declared.locals[name]
        return passed(evaluate(attribute.value, self._scope(document)), f"local.{name}")

    def _path(self, name: str) -> Value:
        """A folder as an absolute path, so that the file functions find it from anywhere."""
        return Value(UNKNOWN) if name == "cwd" else Value(KNOWN, self._folder(name))

    def _folder(self, name: str) -> str:
        return self.declared.directory if name == "module" else self.tree.directory

    def _of_type(self, mode: str, named: Mapping[str, Declared], kind: str) -> Value:
        prefix = "data." if mode == "data" else ""
        return _names(named, lambda name: self._resources(prefix + kind, name, named[name])[0])

    # --------------------------------------------------------------- instances

    def _resources(self, kind: str, name: str, declared: Declared) -> tuple[Value, tuple[Resource, ...]]:
        """The value that references see, and the instances of a resource block."""
        address = f"{kind}.{name}"
        made = self._instances.get(address)
        if made is None:
            self._instances[address] = (Value(UNKNOWN), ())  # what a cycle sees

            def instance(key: str, bindings: dict[str, Value]) -> tuple[Value, Resource]:
                scope = Scope(declared.document, self, bindings)
                resource = self._resource(kind, name, address + key, declared, scope)
                seen = bindings["self"] = reference(resource)
                return seen, resource

            made = self._instances[address] = expand(declared, self._scope(declared.document), instance)
        return made

    def _resource(self, kind: str, label: str, address: str, declared: Declared, scope: Scope) -> Resource:
        overrides = (Layer(scope.inside(layer.document), layer.block.body) for layer in declared.overrides)
        body = block_value(scope, tree_of(declared.document).body, declared.block, *overrides)
        return Resource(kind, label, self.address + address, "terraform", body, self.tree.graph)

    # ------------------------------------------------------------------- calls

    def _called(self, name: str) -> tuple[Value, tuple[Module, ...]]:
        """The value of `module.name`, and the instances of the called module."""
        made = self._calls.get(name)
        if made is None:
            self._calls[name] = (Value(UNKNOWN), ())
            made = self._calls[name] = self._call(name, self.declared.modules[name])
        return made

    def _call(self, name: str, declared: Declared) -> tuple[Value, tuple[Module, ...]]:
        header = Span(declared.document.path, declared.block.start, declared.block.header_end)
        directory = self._called_directory(name, declared, header)
        if directory is None:
            return Value(UNKNOWN, None, header), ()
        called = self.tree.declarations(directory)

        def instance(key: str, bindings: dict[str, Value]) -> tuple[Value, Module]:
            scope = Scope(declared.document, self, bindings)
            arguments = Lazy(
                [attribute.name for attribute in declared.block.body.attributes if attribute.name in called.variables],
                lambda argument: self._argument(declared, argument, scope),
            )
            module = Module(self.tree, called, arguments, (*self.path, name), f"{self.address}module.{name}{key}.")
            return _names(called.outputs, module._output), module

        return expand(declared, self._scope(declared.document), instance)

    def _called_directory(self, name: str, declared: Declared, header: Span) -> str | None:
        """The directory of a called module; a call that cannot be followed is noted."""
        source = declared.attribute("source")
        written = source[1].value if source is not None else None
        if not isinstance(written, syntax.Literal) or not isinstance(written.value, str):
            return None
        path = ".".join((*self.path, name))
        directory = self.tree.called_directory(self.declared.directory, path, written.value)
        if directory is None:
            self.tree.not_follow(header, f'module "{name}": `{written.value}` is not at hand')
        elif len(self.path) >= MAX_DEPTH:
            self.tree.not_follow(header, f'module "{name}" is called more than {MAX_DEPTH} modules deep')
            return None
        return directory

    def _argument(self, declared: Declared, name: str, scope: Scope) -> Value:
        found = declared.attribute(name)
        assert found is not None
        document, attribute = found
        return attribute_value(scope.inside(document), attribute, declared.block.body)

    def _output(self, name: str) -> Value:
        declared = self.declared.outputs[name]
        found = declared.attribute("value")
        if found is None:
            return Value(UNKNOWN)
        document, attribute = found
        return passed(evaluate(attribute.value, self._scope(document)), f'output "{name}" of module "{self.path[-1]}"')

    def _scope(self, document: Document) -> Scope:
        return Scope(document, self, {})


def expand(
    declared: Declared, scope: Scope, instance: Callable[[str, dict[str, Value]], tuple[Value, T]]
) -> tuple[Value, tuple[T, ...]]:
    """The instances that `count` or `for_each` makes of a block, and the value that a reference to the block has.

    `instance` is called with the instance's key (`[0]`, `["a"]`, `[*]` where it cannot be known) and its bindings.
    """
    for name in ("count", "for_each"):
        found = declared.attribute(name)
        if found is not None:
            value = evaluate(found[1].value, scope.inside(found[0]))
            return _counted(value, instance) if name == "count" else _keyed(value, instance)
    seen, only = instance("", {})
    return seen, (only,)


def _counted(count: Value, instance: Callable[[str, dict[str, Value]], tuple[Value, T]]) -> tuple[Value, tuple[T, ...]]:
    number = count.number if count.state is KNOWN else None
    if number is None:
        index = Value(UNKNOWN, None, count.span)
        seen, only = instance("[*]", {"count": Value(KNOWN, {"index": index})})
        return Value(KNOWN, (seen,), open=True, refers=seen.refers), (only,)
    made = [
        instance(f"[{position}]", {"count": Value(KNOWN, {"index": Value(KNOWN, position, count.span)})})
        for position in range(min(int(number), MAX_INSTANCES))
    ]
    open = number > MAX_INSTANCES
    return Value(KNOWN, tuple(seen for seen, _ in made), open=open), tuple(item for _, item in made)


def _keyed(over: Value, instance: Callable[[str, dict[str, Value]], tuple[Value, T]]) -> tuple[Value, tuple[T, ...]]:
    items, open = instances_of(over)
    seen: dict[str, Value] = {}
    made: list[T] = []
    symbol: Value | None = None
    for key, value in items[:MAX_INSTANCES]:
        text = key.text if key.state is KNOWN else None
        each = {"each": Value(KNOWN, {"key": key, "value": value})}
        view, item = instance("[*]" if text is None else f'["{text}"]', each)
        made.append(item)
        if text is None:
            symbol = view
        else:
            seen[text] = view
    if symbol is not None and not seen:
        return Value(KNOWN, AnyKey(symbol), open=True, refers=symbol.refers), tuple(made)
    return Value(KNOWN, seen, open=open or len(items) > MAX_INSTANCES), tuple(made)


def _names(names: Iterable[str], make: Callable[[str], Value]) -> Value:
    return Value(KNOWN, Lazy(names, make))


def _is_false(attribute: syntax.Attribute | None) -> bool:
    return attribute is not None and isinstance(attribute.value, syntax.Literal) and attribute.value.value is False
