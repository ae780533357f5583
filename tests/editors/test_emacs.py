"""Emacs with eglot, headless: skipped where it is not installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the language server needs the extra `lsp`")

TEXT = '# 😀\nresource "aws_s3_bucket_acl" "a" {\n  /* 😀 */ acl = "public-read"\n}\n'


def has_eglot() -> bool:
    """Is there an Emacs with eglot?"""
    asks = ["emacs", "--batch", "--eval", "(progn (package-initialize) (require 'eglot))"]
    return shutil.which("emacs") is not None and subprocess.run(asks, capture_output=True).returncode == 0


@pytest.mark.skipif(not has_eglot(), reason="needs Emacs with eglot")
def test_see_fix_save_undo(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "cloudlint.toml").write_text('select = ["aws-s3-bucket-public-acl"]\n')
    file = tmp_path / "main.tf"
    file.write_text(TEXT, encoding="utf-8")
    home = tmp_path / "home"
    home.mkdir()
    environment = {
        **os.environ,
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "CLOUDLINT_FILE": str(file),
        "CLOUDLINT_PYTHON": sys.executable,
    }
    command = ["emacs", "--batch", "-l", str(Path(__file__).with_name("eglot.el"))]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180)
    assert "PASS" in done.stdout, done.stdout + done.stderr
    assert "found " in done.stdout
    assert 'offered Set `acl` to "private" (unsafe)' in done.stdout
    assert file.read_text(encoding="utf-8") == TEXT
