"""Secrets in plain text: few patterns, each precise enough to stop a commit for.

Formats: the issuers' own documentation of their tokens' prefixes and lengths.
"""

from __future__ import annotations

from ..patterns import pattern
from ..resource import KNOWN, Value
from ..typed import NamedTuple
from .pieced_text import PiecedText


class Secret(NamedTuple):
    """What kind of secret stands at `start` to `end` of a text."""

    kind: str
    start: int
    end: int


# Kind, what every such text holds, pattern with the secret as its group. Searching for the mark is fast, and a pattern
# without a mark in the text is never compiled.
_TOKENS = (
    ("AWS access key", "A", pattern(r"(?<![A-Za-z0-9])((?:AKIA|ASIA)[A-Z0-9]{16})(?![A-Za-z0-9])")),
    ("private key", "PRIVATE KEY", pattern(r"(-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----)")),
    ("GitHub token", "gh", pattern(r"\b(gh[pousr]_[A-Za-z0-9]{36,})")),
    ("GitHub token", "github_pat_", pattern(r"\b(github_pat_[A-Za-z0-9_]{50,})")),
    ("GitLab token", "glpat-", pattern(r"\b(glpat-[A-Za-z0-9_-]{20,})")),
    ("Slack token", "xox", pattern(r"\b(xox[abeprs]-[A-Za-z0-9-]{10,})")),
    ("Slack webhook", "hooks.slack", pattern(r"(https://hooks\.slack\.com/services/[A-Za-z0-9/]{40,})")),
    ("Stripe key", "k_live_", pattern(r"\b([sr]k_live_[A-Za-z0-9]{20,})")),
    ("Google API key", "AIza", pattern(r"\b(AIza[A-Za-z0-9_-]{35})(?![A-Za-z0-9_-])")),
    ("SendGrid key", "SG.", pattern(r"\b(SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43})")),
    ("npm token", "npm_", pattern(r"\b(npm_[A-Za-z0-9]{36})")),
    ("storage account key", "AccountKey=", pattern(r"AccountKey=([A-Za-z0-9+/]{86}==)")),
)
_AWS_SECRET = pattern(
    r"(?i:aws_?)?(?i:secret_?(?:access_?)?key)['\"]?[ \t]*[=:][ \t]*['\"]?([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])"
)
_ASSIGNMENT = pattern(
    r"(?i)(?<![A-Za-z0-9:])"  # `:secret:orders` is part of an ARN
    r"(password|passwd|pwd|passphrase|secret|api_?key|auth_?token|access_?token|secret_?key|secret_?access_?key)"
    r"(?:['\"]?[ \t]*(?:=|:)[ \t]*|(?<=--password)[ \t]+)"
    r"(?:\"([^\"\n]*)\"|'([^'\n]*)'|([^\s\"'#;,&|)}\]]+))"
)
# Bounded, so that no text can make the search slow.
_URL = pattern(r"(?<=[a-z0-9])://[^\s:/@\"'<>${}]{1,100}:([^\s:/@\"'<>${}]{3,200})@[A-Za-z0-9]")
_REFERENCE = (
    r"[$<{%(\[@`/~].*|.*(?:\$\{|\$\(|\{\{|<[a-z _-]+>|\ufdd0).*|arn:.*|https?://.*|(?:data|var|local|module|each)\..*"
    r"|[*.x_-]+|.*\(.*\).*"
)
_ELSEWHERE = pattern(rf"(?i){_REFERENCE}")
_PLACEHOLDER = pattern(
    rf"(?i){_REFERENCE}|true|false|null|none|nil|yes|no|on|off|undefined|string|required|optional|your[_-].*|.*_here"
)
_SHORTEST, _LONGEST = 4, 200


def find(text: str) -> list[Secret]:
    """The secrets in a text, by position; stretches that two patterns find count once. Offsets are code points."""
    if not text:  # most often; not even the patterns are compiled
        return []
    found = [
        Secret(kind, *match.span(1))
        for kind, mark, token in _TOKENS
        if mark in text
        for match in token.finditer(text)
        if len(set(match[1][4:])) > 3  # AKIAXXXXXXXXXXXXXXXX
    ]
    found += [Secret("AWS secret key", *match.span(1)) for match in _AWS_SECRET.finditer(text)]
    found += [
        Secret("password in an address", *match.span(1))
        for match in (_URL.finditer(text) if "://" in text else ())
        if not _PLACEHOLDER.fullmatch(match[1])
    ]
    found += [
        Secret(_kind(name), *match.span(match.lastindex or 1))
        for match in _ASSIGNMENT.finditer(text)
        for name in [text[max(0, match.start() - 4) : match.end(1)].lower()]
        if _is_secret(name, match[match.lastindex or 1])
    ]
    return _apart(found)


def _is_secret(name: str, value: str) -> bool:
    """Is what is assigned to `name` written out? A cloud key in a script is the wrong way even as `your_key_here`."""
    ours = _ELSEWHERE if name == "aws_secret_access_key" else _PLACEHOLDER
    return _SHORTEST <= len(value) <= _LONGEST and not ours.fullmatch(value)


def find_in(value: Value) -> list[tuple[str, Value]]:
    """The secrets in a string: kind, and the value narrowed to where the secret stands (the whole if that is unknown).

    Text around unknown interpolations is searched as well; the unknown parts are noted as an unknown read.
    """
    pieced = PiecedText(value)
    value.unknown  # noqa: B018  noted as an unknown read
    found = []
    for kind, start, end in find(pieced.text):
        exact = pieced.exact(start, end)
        spot = Value(KNOWN, pieced.text[start:end], exact or value.span, name=value.name, owner=value.owner)
        found.append((kind, value.part(spot)))
    if not found and isinstance(value.data, str):  # it may lie in what was put in
        found = [(kind, value) for kind, _, _ in find(value.data)]
    return found


def decoded(text: str) -> str | None:
    """What a base64 text stands for (user data); None where it is no base64 of UTF-8 text."""
    if not text:
        return None
    from binascii import Error, a2b_base64

    try:
        return a2b_base64(text).decode("utf-8")
    except (Error, ValueError):
        return None


def _kind(name: str) -> str:
    if "token" in name:
        return "token"
    if "key" in name:
        return "AWS secret key" if name.startswith("aws_") else "key"
    return "secret" if "secret" in name else "password"


def _apart(found: list[Secret]) -> list[Secret]:
    """In order, without those that lie in or overlap an earlier one; of two at one place the first pattern's."""
    kept: list[Secret] = []
    for secret in sorted(found, key=lambda secret: secret.start):
        if not kept or secret.start >= kept[-1].end:
            kept.append(secret)
    return kept
