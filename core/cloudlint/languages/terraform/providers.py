"""Provider configurations: which one a resource has, how modules are given them, and what they add to resources."""

from __future__ import annotations

from collections.abc import Mapping

from ...resource import ABSENT, Resource, Value
from ...typed import NamedTuple
from . import syntax
from .declarations import Declared
from .functions import call
from .lazy import Lazy
from .provenance import unknown

Providers = Mapping[str, Resource]
"""Provider configurations by their local name: `aws`, `aws.west`."""

# Provider -> the labels it is configured with, the attribute of a resource they go into, and where both are merged.
_DEFAULTS = {
    "aws": ("default_tags.tags", "tags", ("tags_all",)),
    "google": ("default_labels", "labels", ("effective_labels", "terraform_labels")),
    "google-beta": ("default_labels", "labels", ("effective_labels", "terraform_labels")),
}


def configuration(kind: str, declared: Declared, providers: Providers) -> Resource | None:
    """The configuration that a resource block gets: what `provider` names, or the default one of its type."""
    found = declared.attribute("provider")
    return providers.get(_local_name(found[1].value) if found is not None else kind.partition("_")[0])


class Handed(NamedTuple):
    """What a module has of its caller: provider configurations, and the names of those that the call itself gives."""

    providers: Providers
    given: frozenset[str]


def handed_on(declared: Declared, providers: Providers) -> Handed:
    """What a module call gives to the module: what `providers` says, and the default configurations beside it."""
    handed = {name: provider for name, provider in providers.items() if "." not in name}
    found = declared.attribute("providers")
    if found is None or not isinstance(found[1].value, syntax.Object):
        return Handed(handed, frozenset())
    given = {_local_name(item.key): _local_name(item.value) for item in found[1].value.items}
    for inner, outer in given.items():
        handed.pop(inner, None)
        if outer in providers:
            handed[inner] = providers[outer]
    return Handed(handed, frozenset(given))


def is_placeholder(block: syntax.Block) -> bool:
    """Does a `provider` block only say that a configuration is to be given? So modules did before `required_providers`
    could."""
    return not block.body.blocks and all(attribute.name in ("alias", "version") for attribute in block.body.attributes)


def _local_name(node: syntax.Expression) -> str:
    """`aws` or `aws.west`, also in quotes, as Terraform 0.11 wrote it."""
    if isinstance(node, syntax.Attr) and isinstance(node.on, syntax.Variable):
        return f"{node.on.name}.{node.name}"
    if isinstance(node, syntax.Variable):
        return node.name
    return node.value if isinstance(node, syntax.Literal) and isinstance(node.value, str) else ""


def with_defaults(body: Value, kind: str, provider: Resource | None) -> Value:
    """The body of a resource that also answers for what the provider computes of its own defaults: `tags_all`.

    Without a configuration (a module that nobody calls) there may be more than is seen.
    """
    defaults = _DEFAULTS.get(kind.partition("_")[0])
    data = body.data
    if defaults is None or not isinstance(data, Lazy):
        return body
    configured, own, merged = defaults

    def make(name: str) -> Value:
        if name in data or name not in merged:
            return data[name]
        written = data.get(own)
        parts = [
            part for part in (_configured(provider, configured, body), written) if part and part.state is not ABSENT
        ]
        span = written.span if written is not None and written.span is not None else body.span
        assert span is not None, "a block stands somewhere"
        return (
            call("merge", parts, span, None).but(name=name, site=None)
            if parts
            else Value(ABSENT, None, span, name=name)
        )

    return body.but(data=Lazy(data, make, hidden=merged))


def _configured(provider: Resource | None, path: str, body: Value) -> Value:
    """The provider's labels; any there may be where the provider is not known."""
    return unknown(body.span) if provider is None else provider[path]
