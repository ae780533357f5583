"""A real editor, headless: skipped where there is none (`NVIM` names it, else the PATH is searched)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the language server needs the extra `lsp`")

NVIM = os.environ.get("NVIM") or shutil.which("nvim")
TEXT = '# 😀\nresource "aws_s3_bucket_acl" "a" {\n  /* 😀 */ acl = "public-read"\n}\n'


@pytest.mark.skipif(NVIM is None, reason="needs Neovim")
def test_see_fix_undo_save(tmp_path: Path) -> None:
    assert NVIM is not None
    (tmp_path / ".git").mkdir()
    (tmp_path / "cloudlint.toml").write_text('select = ["aws-s3-bucket-public-acl"]\n')
    file = tmp_path / "main.tf"
    file.write_text(TEXT, encoding="utf-8")
    home = tmp_path / "home"
    home.mkdir()
    places = {
        name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    }
    environment = {**os.environ, **places, "CLOUDLINT_FILE": str(file), "CLOUDLINT_PYTHON": sys.executable}
    script = Path(__file__).with_name("neovim.lua")
    command = [NVIM, "--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", f"luafile {script}"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert "PASS" in done.stdout, done.stdout + done.stderr
    assert 'offered Set `acl` to "private" (unsafe)' in done.stdout
    assert file.read_text(encoding="utf-8") == TEXT.replace("public-read", "private")
