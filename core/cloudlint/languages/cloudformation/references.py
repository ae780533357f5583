"""`Ref` and `Fn::GetAtt`: what the names of a template stand for.

Whatever only AWS knows (an account's number, an ARN, an import) is unknown; what is made from a resource refers to it.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...resource import ABSENT, KNOWN, UNKNOWN, Graph, Resource, Value
from .surroundings import Surroundings

# How the names of properties end that hold secrets in plain text.
SECRETS = ("Password", "Secret", "Token")

NO_VALUE = "AWS::NoValue"

# What is the same in nearly every account: without it the ARN of a managed policy would be unknown.
_PSEUDO = {"AWS::Partition": "aws", "AWS::URLSuffix": "amazonaws.com"}
_NOTHING = Resource("", "", "", "cloudformation", Value(KNOWN, {}), Graph())


def unknown(raw: Value, sources: Iterable[Value] = ()) -> Value:
    """Nothing is known at this place, except what it was made from."""
    refers = tuple(dict.fromkeys(target for source in sources for target in source.refers))
    return Value(UNKNOWN, None, raw.span, refers=refers, site=raw.site, name=raw.name, trail=raw.trail)


def ref(argument: Value, raw: Value, scope: Surroundings, depth: int) -> Value:
    """`Ref`."""
    name = argument.data
    return named(name, raw, scope) if isinstance(name, str) else unknown(raw)


def named(name: str, raw: Value, scope: Surroundings) -> Value:
    """What `Ref` gives for a name: a parameter, a pseudo parameter, a loop variable or a resource."""
    name = scope.filled(name) if scope.loop else name
    if name == NO_VALUE:
        return Value(ABSENT, None, raw.span, site=raw.site, name=raw.name)
    if name in _PSEUDO:
        return Value(KNOWN, _PSEUDO[name], raw.span, name=raw.name)
    if name in scope.loop:
        return scope.loop[name].but(span=raw.span, site=None)
    parameter = scope.parameter(name)
    if parameter is not None:
        secret = raw.name.endswith(SECRETS) and parameter.state is KNOWN
        # Shown is where the secret itself stands.
        trail = tuple(step._replace(decides=True) for step in parameter.trail) if secret else parameter.trail
        return parameter.but(span=raw.span, name=raw.name, trail=trail)
    return _made_from(scope.resources.get(name), raw)


def meant(text: str, scope: Surroundings) -> Resource | None:
    """The resource whose logical id (`Vpc`, `Role.Arn`) a plain string is: a reference whose function was forgotten.

    AWS takes the string as it is. The resource is linked all the same, so that nobody is told that it has no flow log
    because of a lost `!Ref`, as tools that know no tags write templates.
    """
    label, _, attribute = text.partition(".")
    return scope.resources.get(label) if not attribute or attribute[:1].isupper() else None


def _made_from(target: Resource | None, raw: Value) -> Value:
    """What AWS makes of a resource. A name that means nothing here means no resource of this template."""
    refers = (_NOTHING if target is None else target,)
    return Value(UNKNOWN, None, raw.span, refers=refers, site=raw.site, name=raw.name)


def get_att(argument: Value, raw: Value, scope: Surroundings, depth: int) -> Value:
    """`Fn::GetAtt`, in its three notations."""
    if isinstance(argument.data, str):
        name, _, attribute = argument.data.partition(".")
    elif isinstance(argument.data, tuple) and argument.data and isinstance(argument.data[0].data, str):
        name, *further = (str(part.data) for part in argument.data)
        attribute = ".".join(further)
    else:
        return unknown(raw)
    return attribute_of(name, attribute, raw, scope)


def attribute_of(name: str, attribute: str, raw: Value, scope: Surroundings) -> Value:
    """What `Fn::GetAtt` gives: unknown until the stack is made, but made from the resource; an output is what it is."""
    if attribute.startswith("Outputs."):
        output = scope.output(name, attribute.removeprefix("Outputs."))
        if output is not None:
            return output.but(span=raw.span, name=raw.name)
    return _made_from(scope.resources.get(scope.filled(name) if scope.loop else name), raw)
