"""The frozen values that travel from a rule to every output: spans, edits, fixes, findings."""

from __future__ import annotations

from enum import IntEnum

from .typed import NamedTuple


class Severity(IntEnum):
    """How bad a finding is; ordered, so that a threshold is a comparison."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3
    CRITICAL = 4

    def __str__(self) -> str:
        return self.name.lower()


class Safety(IntEnum):
    """How freely a fix may be applied; ordered from least to most.

    MANUAL needs a value that only a person knows, UNSAFE may change what the running system does,
    SAFE leaves the same system running with nothing replaced and nobody locked out.
    """

    MANUAL = 1
    UNSAFE = 2
    SAFE = 3

    def __str__(self) -> str:
        return self.name.lower()


LOW, MEDIUM, HIGH, CRITICAL = Severity
MANUAL, UNSAFE, SAFE = Safety


class Span(NamedTuple):
    """A stretch of one document: absolute path with forward slashes, code-point offsets, end exclusive."""

    path: str
    start: int
    end: int


class Reference(NamedTuple):
    """A reference to write where a plain value could stand: a raw traversal such as `aws_s3_bucket.site.id`."""

    text: str


class Edit(NamedTuple):
    """Replace the text of a span; an empty span inserts."""

    span: Span
    text: str


class Change(NamedTuple):
    """Edits that belong together and what they do, before a rule has said how safe they are."""

    title: str
    edits: tuple[Edit, ...]

    def also(self, other: Change | None) -> Change:
        """Both changes as one; `other` may be None where nothing could be edited."""
        if other is None:
            return self
        return Change(f"{self.title} and {other.title[:1].lower()}{other.title[1:]}", self.edits + other.edits)


class Fix(NamedTuple):
    """A change that a finding offers: all edits or none."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety


class Related(NamedTuple):
    """Another place that explains a finding: where the value was decided, the resource concerned."""

    span: Span
    message: str


class Finding(NamedTuple):
    """One misconfiguration at one place.

    `rule` is the rule's id, `resource` the address of the resource (`module.x.aws_s3_bucket.b`, empty where
    there is none), `kind` its canonical kind and `framework` the format it is written in (`terraform`).
    """

    rule: str
    severity: Severity
    message: str
    span: Span
    resource: str = ""
    kind: str = ""
    framework: str = ""
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


class Undecided(NamedTuple):
    """A check that read an unknown value and therefore said nothing; `decided_by` names what would decide it."""

    rule: str
    span: Span
    resource: str
    decided_by: str = ""
