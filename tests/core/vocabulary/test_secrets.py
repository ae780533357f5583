"""Secrets in plain text: what is one, what only looks like one, and where it stands."""

from __future__ import annotations

import base64

import pytest

from cloudlint.model import Span
from cloudlint.resource import KNOWN, UNKNOWN, Value
from cloudlint.vocabulary.secrets import decoded, find, find_in

SECRETS = [
    # text, the secret in it
    ("AKIAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLE"),
    ("export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMAAA", "AKIAIOSFODNN7EXAMAAA"),
    (
        "export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    ),
    ("aws_secret_key = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMAAAKEY'", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMAAAKEY"),
    ("-----BEGIN RSA PRIVATE KEY-----\nMIIE", "-----BEGIN RSA PRIVATE KEY-----"),
    ("token " + "ghp" + "_" + "a1B2" * 9, "ghp" + "_" + "a1B2" * 9),
    ("sk" + "_live_" + "abcd1234" * 3, "sk" + "_live_" + "abcd1234" * 3),
    ('password = "hunter2"', "hunter2"),
    ("export DB_PASSWORD=hunter2\n", "hunter2"),
    ("export AWS_SECRET_ACCESS_KEY=your_key_here; reboot", "your_key_here"),
    ("mysql --password hunter2 -u root", "hunter2"),
    ('{"api_key": "q1w2e3r4"}', "q1w2e3r4"),
    ("postgres://admin:s3cr3t@db.internal/app", "s3cr3t"),
]
HARMLESS = [
    "",
    "#!/bin/bash\necho hello",
    "AKIAXXXXXXXXXXXXXXXX",
    "password = <password>",
    "password = your_password_here",
    "export AWS_SECRET_ACCESS_KEY=$KEY",
    'password = "${var.password}"',
    "export DB_PASSWORD=$SECRET",
    "export DB_PASSWORD=$(aws ssm get-parameter --name x)",
    "export DB_PASSWORD=`cat /run/secret`",
    "password: {{ password }}",
    "password = var.password",
    'manage_password = "true"',
    "DB_PASSWORD_FILE=/run/secrets/db",
    "password_length = 20",
    "secret = arn:aws:secretsmanager:eu-west-1:1:secret:x",
    "https://example.com/path:80@x",
    "postgres://admin:${PASSWORD}@db/app",
    "-----BEGIN PUBLIC KEY-----",
    "-----BEGIN CERTIFICATE-----",
    "password: ********",
]


@pytest.mark.parametrize(("text", "secret"), SECRETS)
def test_secrets(text: str, secret: str) -> None:
    assert [text[start:end] for _, start, end in find(text)] == [secret]


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless(text: str) -> None:
    assert find(text) == []


def test_user_data_is_decoded() -> None:
    text = base64.b64encode(b"export DB_PASSWORD=hunter2").decode()
    assert [kind for kind, _, _ in find(decoded(text) or "")] == ["password"]
    assert decoded("not base64!") is None or find(decoded("not base64!") or "") == []
    assert decoded("//8=") is None


def test_a_secret_beside_something_unknown_is_shown_where_it_stands() -> None:
    lines = ["#!/bin/sh\n", "export HOST=", None, "\n", "export PASSWORD=hunter2\n"]
    at, pieces = 100, []
    for line in lines:
        width = len(line) if line else 8
        span = Span("/main.tf", at, at + width)
        pieces.append(Value(KNOWN, line, span) if line else Value(UNKNOWN, None, span))
        at += width
    script = Value(UNKNOWN, None, Span("/main.tf", 90, at), pieces=tuple(pieces), name="user_data")
    ((kind, where),) = find_in(script)
    assert (kind, where.known, where.name) == ("password", "hunter2", "user_data")
    assert where.span == Span("/main.tf", at - 8, at - 1)


def test_a_secret_that_was_put_in_is_shown_at_the_whole() -> None:
    span = Span("/main.tf", 10, 30)
    key = Value(KNOWN, "AKIAIOSFODNN7EXAMPLE", span, refers=(), encoded=Value(KNOWN, 1))
    pieces = (Value(KNOWN, "KEY=", span), key)
    script = Value(KNOWN, "KEY=AKIAIOSFODNN7EXAMPLE", span, pieces=pieces)
    assert [(kind, where.span) for kind, where in find_in(script)] == [("AWS access key", span)]
