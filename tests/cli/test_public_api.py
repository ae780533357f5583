from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import cloudlint
from cloudlint.version import VERSION

ROOT = Path(__file__).parent.parent.parent


def test_every_public_name_is_there() -> None:
    assert len(cloudlint.__all__) <= 15
    assert all(getattr(cloudlint, name).__name__ == name for name in cloudlint.__all__)


def test_the_version_is_said_once() -> None:
    assert f'\nversion = "{VERSION}"\n' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


NEVER_ON_THE_WAY = (
    "typing",
    "json",
    "dataclasses",
    "pathlib",
    "subprocess",
    "tomllib",
    "shutil",
    "difflib",
    "yaml",
    "hcl2",
    "hashlib",
)


def test_a_commit_imports_only_what_it_needs() -> None:
    """Each of these costs milliseconds at every commit of every user."""
    code = (
        "import sys; from cloudlint.cli import main;"
        "main(['check', '--no-config', 'benchmarks/one.tf']);"
        f"print(*(name for name in {NEVER_ON_THE_WAY} if name in sys.modules), file=sys.stderr)"
    )
    command = [sys.executable, "-S", "-E", "-c", f"import sys; sys.path.insert(0, 'core'); {code}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout
    assert done.stderr.split() == []
