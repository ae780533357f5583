"""IAM policies as typed statements, whatever notation they were written in.

Elements stay Values: a finding about the `"*"` of an action list is shown at that very string. An element that is not
known is noted as an unknown read when a question depends on it, and the answer is then the harmless one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..globs import covers
from ..patterns import pattern
from ..resource import ABSENT, KNOWN, UNKNOWN, Value
from ..typed import NamedTuple
from .iam_document import document_of as document_of  # a part of the vocabulary, in a file of its own for its size
from .json_text import decode

_EVERY_ACTION = pattern(r"\*+(:\*+)?")
EVERYTHING = pattern(r"\*+|(?:arn|\*):(?:aws[a-z-]*|\*):\*(?::\*)*")
_ANY_ACCOUNT = pattern(r"(?:arn|\*):(?:aws[a-z-]*|\*):(?:iam|sts|\*):[^:]*:\*:.*")


class Principal(NamedTuple):
    """One whom a statement names. `type`: `AWS`, `Service`, `Federated`, `CanonicalUser` or `*`; empty if unknown."""

    type: str
    value: Value


class Condition(NamedTuple):
    """One test of a condition block. `value` holds the values; operator and key are empty where they are unknown."""

    operator: str
    key: str
    values: tuple[Value, ...]
    value: Value


class Statement(NamedTuple):
    """One statement. `value` is its object; elements that are lists of one may have been written as a lone string."""

    effect: Value
    sid: Value
    principals: tuple[Principal, ...]
    not_principals: tuple[Principal, ...]
    actions: tuple[Value, ...]
    not_actions: tuple[Value, ...]
    resources: tuple[Value, ...]
    not_resources: tuple[Value, ...]
    conditions: tuple[Condition, ...]
    value: Value

    @property
    def allows(self) -> bool:
        """Surely an Allow statement."""
        return self.effect.known == "Allow"

    @property
    def denies(self) -> bool:
        """Surely a Deny statement."""
        return self.effect.known == "Deny"


class Policy(NamedTuple):
    """A policy document. `complete` is false where there may be statements that are not seen here."""

    statements: tuple[Statement, ...]
    complete: bool
    value: Value


def policy_of(value: Value) -> Policy | None:
    """The policy that `value` holds as JSON text, encoded structure or object; None if absent, unknown or no policy.

    Statements that cannot be known are noted as an unknown read.
    """
    document = decode(value)
    if document.unknown:
        return None
    if isinstance(document.data, tuple) and len(document.data) == 1:
        document = document.items()[0]
    if not isinstance(document.data, Mapping):
        return None
    listed = document.entry("Statement")
    elements = listed.items()
    complete = not (listed.open or listed.state is UNKNOWN)
    statements = []
    for element in elements:
        if isinstance(element.data, Mapping):
            statements.append(_statement(element))
        elif element.unknown:
            complete = False
    return Policy(tuple(statements), complete, document)


def _statement(value: Value) -> Statement:
    return Statement(
        effect=value.entry("Effect"),
        sid=value.entry("Sid"),
        principals=tuple(_principals(value.entry("Principal"))),
        not_principals=tuple(_principals(value.entry("NotPrincipal"))),
        actions=elements(value.entry("Action")),
        not_actions=elements(value.entry("NotAction")),
        resources=elements(value.entry("Resource")),
        not_resources=elements(value.entry("NotResource")),
        conditions=tuple(_conditions(value.entry("Condition"))),
        value=value,
    )


def elements(value: Value) -> tuple[Value, ...]:
    """The elements of a list, or the lone value; what is unknown stays in it as an unknown value. Notes no read."""
    if value.state is ABSENT:
        return ()
    if value.state is UNKNOWN or not isinstance(value.data, tuple):
        return (value,)
    found = value.but(open=False).items() if value.open else value.items()
    rest = (Value(UNKNOWN, None, value.span, name=value.name, owner=value.owner),) if value.open else ()
    return found + rest


def _entries(value: Value) -> Iterator[tuple[str, Value]]:
    """The entries of a mapping, under an empty key what is unknown of it. Notes no read."""
    if isinstance(value.data, Mapping):
        closed = value.but(open=False) if value.open else value
        yield from closed.entries().items()
    if value.open or value.state is UNKNOWN:
        yield "", Value(UNKNOWN, None, value.span, name=value.name, owner=value.owner, refers=value.refers)


def _principals(value: Value) -> Iterator[Principal]:
    if value.state is KNOWN and isinstance(value.data, str):
        yield Principal("*" if value.data == "*" else "", value)
    for type_, listed in _entries(value):
        for element in elements(listed):
            yield Principal(type_, element)


def _conditions(value: Value) -> Iterator[Condition]:
    for operator, tests in _entries(value):
        for key, listed in _entries(tests):
            yield Condition(operator, key, elements(listed), listed)


# ------------------------------------------------------------------- actions and resources


def matches(pattern: str, text: str) -> bool:
    """Does an IAM pattern (`*` any characters, `?` one) cover `text`? Case does not matter."""
    if pattern == "*":
        return True
    if "*" not in pattern and "?" not in pattern:
        return pattern.lower() == text.lower()
    return covers(pattern.lower(), text.lower())


def is_everything(value: Value) -> bool:
    """Surely a pattern without any limit: `*`, `arn:aws:*`. Unknown is noted unless it can't be one."""
    text = literal(value)
    return text is not None and EVERYTHING.fullmatch(text) is not None


def literal(value: Value) -> str | None:
    """The known text. Otherwise None, and a read of an unknown value is noted if the whole could be a wildcard.

    What is made from a resource's attribute (an ARN), or holds other literal text than `*`, never is one.
    """
    if value.state is UNKNOWN:
        fixed = "".join(str(piece.data) for piece in value.pieces if piece.state is KNOWN)
        if value.refers or fixed.strip("*:/ "):
            return None
    data = value.known
    return data if isinstance(data, str) else None


def allows_action(statement: Statement, action: str) -> Value | None:
    """What allows `action` (`iam:PassRole`): the element with the pattern that covers it, or the NotAction that
    leaves it out. None where the statement does not surely allow it. Resources and conditions are not looked at."""
    return covering_action(statement, action) if statement.allows else None


def covering_action(statement: Statement, action: str) -> Value | None:
    """The element through which a statement of either effect is about `action`."""
    for element in statement.actions:
        text = literal(element)
        if text is not None and matches(text, action):
            return element
    if not statement.not_actions:
        return None
    excluded = [element.known for element in statement.not_actions]
    if any(not isinstance(text, str) or matches(text, action) for text in excluded):
        return None
    return statement.value.entry("NotAction")


def wildcard_actions(statement: Statement, service: str = "") -> tuple[Value, ...]:
    """The actions that are a whole service or everything: `*`, `*:*`, `s3:*`; of one `service` where it is given."""
    found = []
    for element in statement.actions:
        text = literal(element)
        if text is None:
            continue
        prefix, colon, names = text.partition(":")
        of_service = prefix.lower() == service.lower() if service else prefix
        if _EVERY_ACTION.fullmatch(text) or (of_service and colon and names and not names.strip("*")):
            found.append(element)
    return tuple(found)


def every_action(statement: Statement) -> Value | None:
    """The action that is every action of every service (`*`, `*:*`)."""
    for element in statement.actions:
        text = literal(element)
        if text is not None and _EVERY_ACTION.fullmatch(text):
            return element
    return None


def every_resource(statement: Statement) -> Value | None:
    """The resource that is every resource (`*`, `arn:aws:*`)."""
    return next((element for element in statement.resources if is_everything(element)), None)


def is_admin(statement: Statement) -> Value | None:
    """The action through which a statement allows everything on every resource; conditions are not looked at."""
    if not statement.allows:
        return None
    action = every_action(statement)
    return action if action is not None and every_resource(statement) is not None else None


# ------------------------------------------------------------------------------ principals


def open_principals(statement: Statement) -> tuple[Value, ...]:
    """The principals of an Allow statement that mean everyone; NotPrincipal with Allow is everyone else.

    Conditions are not looked at; see `iam_conditions.public_principals`.
    """
    if not statement.allows:
        return ()
    found = [principal.value for principal in statement.principals if _everyone(principal)]
    if statement.not_principals:
        found.append(statement.value.entry("NotPrincipal"))
    return tuple(found)


def service_principals(statement: Statement) -> tuple[Value, ...]:
    """The AWS services that a statement names (`lambda.amazonaws.com`)."""
    return tuple(principal.value for principal in statement.principals if principal.type == "Service")


def federated_principals(statement: Statement) -> tuple[Value, ...]:
    """The identity providers that a statement names."""
    return tuple(principal.value for principal in statement.principals if principal.type == "Federated")


def _everyone(principal: Principal) -> bool:
    if principal.type not in ("AWS", "*", ""):
        return False
    text = literal(principal.value)
    return text is not None and (text == "*" or _ANY_ACCOUNT.fullmatch(text) is not None)
