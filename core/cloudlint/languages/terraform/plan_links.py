"""What the resources of a plan refer to: its values name no resource, the expressions of its configuration part do.

They name what is written (`aws_s3_bucket.logs`, `each.value`, `var.bucket`), for all instances of a block at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...patterns import pattern
from ...resource import ABSENT, Graph, Resource, Value
from ...typed import NamedTuple

MAX_HOPS = 20  # variables and outputs between a reference and the resource it means

_KEY = r'\[(?:"(?:[^"\\]|\\.)*"|[^\]]*)\]'
_KEYS = pattern(_KEY)
_MODULE = pattern(r"module\.([^.\[]+)(" + _KEY + r")?\.")
_BY_INSTANCE = ("each", "count")  # what an expression names that says "the one with my key"


class Instance(NamedTuple):
    """Which instance a resource is: the names and keys of the modules it stands in, and its own key."""

    modules: tuple[tuple[str, str], ...]
    key: str


class Seen(NamedTuple):
    """From where an expression is read: the path of its module, and the block (or module call) it stands in."""

    path: tuple[str, ...]
    block: Value


class Links:
    """Which resources each attribute was made from, by the configuration of every module."""

    def __init__(self, configuration: Value, graph: Graph) -> None:
        self.configuration = configuration
        self.blocks: dict[str, list[Resource]] = {}
        self._instances: dict[str, Instance] = {}
        for resource in graph.resources:
            self.blocks.setdefault(_KEYS.sub("", resource.address), []).append(resource)

    def trace(self) -> None:
        """Give the values of all resources their `refers`."""
        self._trace(self.configuration, ())

    def _trace(self, module: Value, path: tuple[str, ...]) -> None:
        for declared in module["resources"].items():
            resources = self.blocks.get(_address(path, declared["address"].text or ""), ())
            for name, expression in declared["expressions"].entries().items() if resources else ():
                targets = tuple(dict.fromkeys(self._targets(expression, Seen(path, declared), 0)))
                for resource in resources if targets else ():
                    self._mark(resource, name, self._meant(resource, targets, _by_instance(expression)))
        for name, call in module["module_calls"].entries().items():
            self._trace(call["module"], (*path, name))

    def _mark(self, resource: Resource, name: str, targets: tuple[Resource, ...]) -> None:
        data = resource.data
        assert isinstance(data, dict)
        value = data.get(name) or Value(ABSENT, None, resource.span, name=name)
        data[name] = value.but(refers=targets)

    def _meant(self, resource: Resource, targets: tuple[Resource, ...], by_instance: bool) -> tuple[Resource, ...]:
        """Of all instances of what is referred to those in the same module instances; where the expression asks for
        its own key, those that have it, if there are any."""
        mine = self._instance(resource)
        near = tuple(target for target in targets if _together(mine, self._instance(target)))
        alike = tuple(target for target in near if by_instance and self._instance(target).key == mine.key)
        return alike or near

    def _instance(self, resource: Resource) -> Instance:
        address = resource.address
        found = self._instances.get(address)
        if found is None:
            modules = tuple((name, key) for name, key in _MODULE.findall(address))
            keys = _KEYS.findall(address)
            found = Instance(modules, keys[-1] if keys and address.endswith(keys[-1]) else "")
            self._instances[address] = found
        return found

    def _targets(self, expression: Value, seen: Seen, hops: int) -> Iterator[Resource]:
        """The resources that an expression refers to."""
        if hops > MAX_HOPS or not isinstance(expression.data, Mapping):
            return
        for reference in expression["references"].items():
            yield from self._resolved(reference.text or "", seen, hops + 1)

    def _resolved(self, reference: str, seen: Seen, hops: int) -> Iterator[Resource]:
        path = seen.path
        words = _KEYS.sub("", reference).split(".")
        if words[0] == "var" and path and len(words) > 1:
            call = self._module(path[:-1])["module_calls"].entry(path[-1])
            yield from self._targets(call["expressions"].entry(words[1]), Seen(path[:-1], call), hops)
        elif words[:2] == ["each", "value"]:
            yield from self._targets(seen.block["for_each_expression"], seen, hops)
        elif words[0] == "module" and len(words) > 2:
            inner = (*path, words[1])
            output = self._module(inner)["outputs"].entry(words[2])
            yield from self._targets(output["expression"], Seen(inner, output), hops)
        else:
            length = 3 if words[0] == "data" else 2
            yield from self.blocks.get(_address(path, ".".join(words[:length])), ())

    def _module(self, path: tuple[str, ...]) -> Value:
        module = self.configuration
        for name in path:
            module = module["module_calls"].entry(name)["module"]
        return module


def _by_instance(expression: Value) -> bool:
    """Does an expression ask for what has the key of the instance it is evaluated for?"""
    return any((item.text or "").partition(".")[0] in _BY_INSTANCE for item in expression["references"].items())


def _together(one: Instance, other: Instance) -> bool:
    """Do they stand in the same instances of the modules that they both stand in?"""
    for (name, key), (other_name, other_key) in zip(one.modules, other.modules):
        if name != other_name:
            break
        if key != other_key:
            return False
    return True


def _address(path: tuple[str, ...], address: str) -> str:
    return "".join(f"module.{name}." for name in path) + address
