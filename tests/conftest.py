"""What all tests share: `--rule`, which narrows the tests that run once a rule, and the folder of facts."""

from __future__ import annotations

import signal
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from cloudlint import notices
from cloudlint.catalog import Catalog
from cloudlint.rule import Rule

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

CATALOG = Catalog()
NOTICES = frozenset(notice.id for notice in notices.ALL)


# How long an example takes says how busy the machine is.
settings.register_profile("cloudlint", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("cloudlint")

# A shell's background jobs ignore interrupts, and so would the programs that tests start and interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--rule=ID` (or a glob, or a peer's id; may be repeated) runs only what is about these rules."""
    parser.addoption("--rule", action="append", default=[], metavar="ID", help="test only this rule (id, glob, alias)")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes `rule` runs once for every rule with checks. By id, so that one broken rule breaks one test."""
    own = {name for mark in metafunc.definition.iter_markers("parametrize") for name in argument_names(mark.args[0])}
    if "rule" in metafunc.fixturenames and "rule" not in own:
        metafunc.parametrize("rule", wanted_rules(metafunc.config), indirect=True)


def argument_names(names: str | Sequence[str]) -> list[str]:
    """The names of a `parametrize` mark, in either of its spellings."""
    return [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)


def wanted_rules(config: pytest.Config) -> list[str]:
    """The ids that `--rule` asks for, all where it is not given; imports no rule unless a peer's id is asked for."""
    known = [name for name in CATALOG.ids if name not in NOTICES]
    patterns: list[str] = config.getoption("--rule")
    if not patterns:
        return known
    unknown = CATALOG.unknown(patterns)
    if unknown:
        raise pytest.UsageError(f"no rule is called {', '.join(unknown)}; a new one needs `make index`")
    asked = {rule.id for pattern in patterns for rule in CATALOG.find(pattern)}
    return [name for name in known if name in asked]


@pytest.fixture
def rule(request: pytest.FixtureRequest) -> Rule:
    """The rule that the test is about."""
    name: str = request.param
    return CATALOG.get(name)


@pytest.fixture(scope="session")
def facts() -> Path:
    """The folder of facts about peers and providers; what needs it is skipped where it is missing."""
    if not (SHARED / "facts").is_dir():
        pytest.skip("needs ../shared/facts")
    return SHARED / "facts"
