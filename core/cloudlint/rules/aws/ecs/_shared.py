"""The containers of a task definition, out of the JSON that holds them."""

from __future__ import annotations

from cloudlint.rule import Resource, Value
from cloudlint.vocabulary.json_text import decode


def containers(task: Resource) -> tuple[Value, ...]:
    """The container definitions; nothing where they are unknown, which is noted."""
    return decode(task["container_definitions"]).items()


def said(container: Value, name: str) -> Value:
    """What a container definition, or a part of it, says under a name of the JSON."""
    return container.entry(name)


def named(container: Value) -> str:
    """The container for a sentence: "container `web`", or "a container" where its name is not known."""
    name = container.entry("name").text
    return f"container `{name}`" if name else "a container"
