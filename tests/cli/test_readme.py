"""What the README shows is what the program says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cloudlint.cli import main
from cloudlint.cli.check import parser as check_parser
from cloudlint.cli.fix import parser as fix_parser
from cloudlint.settings_files import load

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_captured_findings_are_real(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    (capture,) = re.findall(r"```\n\$ cloudlint check examples/vulnerable-shop\n(.*?)```", README, re.DOTALL)
    monkeypatch.chdir(ROOT)
    assert main(["check", "--no-config", "examples/vulnerable-shop"]) == 1
    said = capsys.readouterr().out
    for finding in capture.strip().split("\n\n"):
        assert finding + "\n" in said


def test_every_option_it_names_exists() -> None:
    options = check_parser().format_help() + fix_parser().format_help()
    others = {"--all-files"}  # of pre-commit
    assert [
        option for option in re.findall(r"`(--[a-z-]+)", README) if option not in options and option not in others
    ] == []


def test_the_settings_it_shows_are_good(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    (tmp_path / "cloudlint.toml").write_text(example, encoding="utf-8")
    assert load(str(tmp_path / "cloudlint.toml")).select == ("aws-*",)
