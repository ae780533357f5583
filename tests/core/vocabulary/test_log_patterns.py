"""Filter patterns of CloudWatch Logs, run over sample events."""

from __future__ import annotations

import pytest

from cloudlint.vocabulary.log_patterns import parse

LOGIN = {"eventName": "ConsoleLogin", "userIdentity.type": "Root"}


@pytest.mark.parametrize(
    ("pattern", "event", "matches"),
    [
        ("{ $.eventName = ConsoleLogin }", LOGIN, True),
        ('{ $.eventName = "ConsoleLogin" }', LOGIN, True),
        ("{ $.eventName = Console* }", LOGIN, True),
        ("{ $.eventName = *Login }", LOGIN, True),
        ("{ $.eventName = Login }", LOGIN, False),
        ("{ $.eventName != ConsoleLogin }", LOGIN, False),
        ("{ $.eventName = %^Console% }", LOGIN, True),
        ("{ $.userIdentity.type = Root && $.userIdentity.invokedBy NOT EXISTS }", LOGIN, True),
        ("{ $.userIdentity.invokedBy EXISTS }", LOGIN, False),
        ("{ $.missing != x }", LOGIN, False),
        # `&&` binds more tightly than `||`
        ("{ $.eventName = ConsoleLogin || $.eventName = x && $.eventName = y }", LOGIN, True),
        ("{ ($.eventName = ConsoleLogin || $.eventName = x) && $.eventName = y }", LOGIN, False),
        ("{ (($.eventName = x) || ($.eventName = ConsoleLogin)) }", LOGIN, True),
    ],
)
def test_pattern(pattern: str, event: dict[str, str], matches: bool) -> None:
    test = parse(pattern)
    assert test is not None
    assert test(event) is matches


@pytest.mark.parametrize(
    "pattern", ["", "ERROR", "[ip, user]", "{ $.a = }", "{ ($.a = b }", "{ $.a b c }", "{ a = b }"]
)
def test_other_patterns(pattern: str) -> None:
    assert parse(pattern) is None
