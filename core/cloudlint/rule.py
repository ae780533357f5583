"""Rule: a value that says what is wrong, how bad it is and how to see it; and the helpers that checks use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from .model import (
    CRITICAL,
    HIGH,
    LOW,
    MANUAL,
    MEDIUM,
    SAFE,
    UNSAFE,
    Change,
    Finding,
    Fix,
    Related,
    Safety,
    Severity,
    Span,
)
from .resource import KNOWN, SENSITIVE, Plain, Resource, Value
from .typed import NamedTuple

__all__ = [
    "CRITICAL",
    "HIGH",
    "LOW",
    "MANUAL",
    "MEDIUM",
    "SAFE",
    "UNSAFE",
    "Finding",
    "Related",
    "Resource",
    "Rule",
    "Value",
]

Check = Callable[[Resource], Iterator[Finding]]

PACKAGE = "cloudlint.rules."
_TELLING = 6  # letters: a shorter secret beside what a finding is about may be any word of its message


class Registration(NamedTuple):
    """A check and what it applies to: canonical kinds, and the frameworks if the idea exists in some only."""

    check: Check
    kinds: tuple[str, ...]
    frameworks: tuple[str, ...]


class Rule:
    """One kind of misconfiguration. The id is the path: `aws/s3/bucket_public_acl` is `aws-s3-bucket-public-acl`.

    cvss       the CVSS 3.1 base vector that the severity rests on
    fixes      the safest fix its findings carry; None where no edit can be right (the docs say why)
    standards  name of the standard -> its controls: `{"cis-aws-1.4": ("2.1.5",)}`
    aliases    ids of the same check elsewhere (checkov, trivy and AVD, KICS, tfsec, terrascan)
    default    False for rules that are only run when selected
    """

    __slots__ = (
        "aliases",
        "cvss",
        "default",
        "documentation",
        "fixes",
        "id",
        "registrations",
        "severity",
        "standards",
    )

    def __init__(
        self,
        module: str,
        documentation: str | None,
        *,
        severity: Severity,
        cvss: str,
        fixes: Safety | None = None,
        standards: Mapping[str, Iterable[str]] | None = None,
        aliases: Iterable[str] = (),
        default: bool = True,
    ) -> None:
        self.id = rule_id(module)
        self.documentation = documentation or ""
        self.severity = severity
        self.cvss = cvss
        self.fixes = fixes
        self.standards = {name: tuple(controls) for name, controls in (standards or {}).items()}
        self.aliases = tuple(aliases)
        self.default = default
        self.registrations: list[Registration] = []

    @property
    def title(self) -> str:
        """The first line of the documentation, without its period."""
        return self.documentation.lstrip().partition("\n")[0].rstrip(".")

    @property
    def kinds(self) -> tuple[str, ...]:
        """Every kind that some check of the rule applies to, in order of registration."""
        return tuple(dict.fromkeys(kind for registration in self.registrations for kind in registration.kinds))

    def on(self, *kinds: str, frameworks: tuple[str, ...] = ()) -> Callable[[Check], Check]:
        """Register a check for canonical kinds (`aws_s3_bucket`, `data.aws_ami`, `provider.aws`)."""

        def register(check: Check) -> Check:
            self.registrations.append(Registration(check, kinds, frameworks))
            return check

        return register

    def found(
        self,
        subject: Value,
        message: str,
        *,
        fix: Change | None = None,
        safety: Safety | None = None,
        about: Resource | None = None,
        related: Iterable[tuple[Value, str]] = (),
    ) -> Finding:
        """A finding about a value (shown at the value, or where a caller decided it) or a resource (at its header).

        `safety` is needed only where this fix is less safe than what the rule declares. `about` is the resource at
        risk where it is not the one that holds the value: the bucket of an `aws_s3_bucket_acl`. `related` pairs a value
        or resource with one sentence on what it has to do with it.
        """
        place = subject.place
        owner = about or subject.owner
        assert place is not None, f"{self.id}: a finding needs a place"
        assert owner is not None, f"{self.id}: a finding needs a resource"
        return Finding(
            rule=self.id,
            severity=self.severity,
            message=_discreet(message, subject),
            span=place,
            resource=owner.address,
            kind=owner.kind,
            framework=owner.framework,
            related=(*_provenance(subject, place), *_places(related), *_planned(owner)),
            fix=self._fix(fix, safety, subject.owner or owner),
        )

    def expect(
        self,
        subject: Value,
        path: str,
        wanted: Plain,
        *,
        also: Iterable[Plain] = (),
        default: Plain = None,
        message: str = "",
        fix: bool = True,
    ) -> Iterator[Finding]:
        """A finding for every value at `path` that is neither `wanted` nor one of `also`.

        `default` is what an absent attribute means; where it is not given, absent is a finding. `message` replaces the
        generated one and may use `{value}`, `{name}` and `{resource}`. The fix writes `wanted`.
        """
        for value in subject.each(path):
            if value.unknown or value.one_of((wanted, *also)):
                continue
            if value.absent and default is not None and default in (wanted, *also):
                continue
            if not value.absent and value.text is None:
                value.known  # noqa: B018  a list or object with unknown parts: noted as an unknown read
                if not _comparable(value, wanted):
                    continue
            yield self.found(value, _sentence(value, message), fix=value.set(wanted) if fix else None)

    def _fix(self, change: Change | None, safety: Safety | None, owner: Resource) -> Fix | None:
        if change is None or self.fixes is None:
            return None
        if owner.call is not None and any(owner.call.hides(edit.span.path) for edit in change.edits):
            return None  # the module is not the author's to change
        return Fix(change.title, change.edits, self.fixes if safety is None else min(safety, self.fixes))

    def __repr__(self) -> str:
        return f"Rule({self.id})"


def rule_id(module: str) -> str:
    """`cloudlint.rules.aws.s3.bucket_public_acl` -> `aws-s3-bucket-public-acl`."""
    return module.removeprefix(PACKAGE).replace(".", "-").replace("_", "-")


def _comparable(value: Value, wanted: Plain) -> bool:
    """A known structure may be compared with a wanted structure only."""
    return value.state is KNOWN and isinstance(wanted, (list, dict)) and value.known is not None


def _sentence(value: Value, message: str) -> str:
    owner = str(value.owner)
    if message:
        return message.format(value=value.said, name=value.name, resource=owner)
    if value.absent:
        return f"{owner} does not set `{value.name}`"
    return f"`{value.name}` is {value.said} on {owner}"


def _discreet(message: str, subject: Value) -> str:
    """The message without what the author has marked as sensitive, in the value it is about and beside it."""
    secrets = set(subject.secrets())
    if subject.owner is not None:
        secrets.update(text for text in subject.owner.secrets() if len(text) >= _TELLING)
    for secret in sorted(secrets, key=len, reverse=True):
        if secret:
            message = message.replace(secret, SENSITIVE)
    return message


def _provenance(subject: Value, place: Span) -> Iterator[Related]:
    """Where the value came from, nearest first; the resource itself where the finding stands at a caller."""
    if place != subject.span and subject.span is not None:
        yield Related(subject.span, f"{subject.owner} uses it here")
    # Reports quote the lines they point at: the one where a sensitive value is written stays away.
    for step in subject.trail[:-1] if subject.sensitive else subject.trail:
        if step.span != place:
            yield Related(step.span, f"from {step.what}")


def _planned(resource: Resource) -> Iterator[Related]:
    if resource.planned is not None:
        yield Related(resource.planned, f"{resource} is planned here")


def _places(related: Iterable[tuple[Value, str]]) -> Iterator[Related]:
    for value, message in related:
        if value.span is not None:
            yield Related(value.span, message)
