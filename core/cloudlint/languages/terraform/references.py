"""What an expression sees of a resource: what is configured, and unknown for all that only the provider knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...resource import ABSENT, KNOWN, UNKNOWN, Resource, Value
from .functions import call
from .provenance import passed, union

POLICY_DOCUMENT = "data.aws_iam_policy_document"
POLICY_TEXTS = ("json", "minified_json")


def reference(resource: Resource) -> Value:
    """The object that `aws_s3_bucket.b` stands for in an expression."""
    return Value(KNOWN, _Attributes(resource), open=True, refers=(resource,))


class _Attributes(Mapping[str, Value]):
    """Attributes of a resource by name; every value refers to the resource."""

    __slots__ = ("_resource",)

    def __init__(self, resource: Resource) -> None:
        self._resource = resource

    def __getitem__(self, name: str) -> Value:
        resource = self._resource
        if resource.kind == POLICY_DOCUMENT and name in POLICY_TEXTS:
            return _policy_text(resource)
        data = resource.data
        configured = data.get(name) if isinstance(data, Mapping) else None
        if configured is None or configured.state is ABSENT:
            return Value(UNKNOWN, refers=(resource,), given=True)
        seen = passed(configured, f"{resource.kind}.{resource.label}")
        return seen.but(refers=union((resource,), configured.refers))

    def __iter__(self) -> Iterator[str]:
        data = self._resource.data
        return iter(data if isinstance(data, Mapping) else ())

    def __len__(self) -> int:
        return len(self._resource.data) if isinstance(self._resource.data, Mapping) else 0


def _policy_text(resource: Resource) -> Value:
    """The JSON that `data.aws_iam_policy_document` makes of its blocks."""
    from ...vocabulary.iam_policy import document_of  # lazily: only where a policy document is used

    document = document_of(resource)
    span = resource.span
    assert span is not None
    made = call("jsonencode", [document], span, None)
    return passed(made.but(refers=union((resource,), made.refers), encoded=document), str(resource).strip("`"))
