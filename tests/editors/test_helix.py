"""A real Helix in a terminal of tmux: skipped where either is missing (`HX` names Helix, else the PATH is searched)."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the language server needs the extra `lsp`")

HX = os.environ.get("HX") or shutil.which("hx")
TMUX = shutil.which("tmux")
PAGE = Path(__file__).resolve().parents[2] / "docs/editors/helix.md"
TEXT = '# 😀\nresource "aws_s3_bucket_acl" "a" {\n  /* 😀 */ acl = "public-read"\n}\n'
PATIENCE = 60  # seconds


class Terminal:
    """A program in a terminal: keys in, the screen out."""

    def __init__(self, folder: Path, command: str) -> None:
        self.tmux = [TMUX or "tmux", "-S", str(folder / "tmux"), "-f", "/dev/null"]
        self._tmux("new-session", "-d", "-x", "150", "-y", "40", command)

    def keys(self, *keys: str) -> None:
        """Press keys, as tmux calls them."""
        self._tmux("send-keys", *keys)

    def escape(self) -> None:
        """Press Escape, alone: with the next key it would be taken for one with Alt."""
        self.keys("Escape")
        time.sleep(0.3)

    def see(self, text: str, *keys: str) -> str:
        """The screen, once it shows a text; keys are pressed again now and then until it does."""
        end = time.monotonic() + PATIENCE
        pressed = 0.0
        while text not in (screen := self._tmux("capture-pane", "-p")):
            assert time.monotonic() < end, f"`{text}` is not shown:\n{screen}"
            if keys and time.monotonic() - pressed > 5:
                self.escape()
                self.keys(*keys)
                pressed = time.monotonic()
            time.sleep(0.2)
        return screen

    def close(self) -> None:
        self._tmux("kill-server")

    def _tmux(self, *words: str) -> str:
        return subprocess.run([*self.tmux, *words], check=True, capture_output=True, text=True).stdout


@pytest.fixture
def helix(tmp_path: Path) -> Iterator[Terminal]:
    """Helix on a file with one finding, configured as our page says."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "cloudlint.toml").write_text('select = ["aws-s3-bucket-public-acl"]\n')
    (tmp_path / "main.tf").write_text(TEXT, encoding="utf-8")
    settings = tmp_path / "home/.config/helix"
    settings.mkdir(parents=True)
    written = re.search(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert written is not None
    (settings / "languages.toml").write_text(written[1])
    places = f"HOME={tmp_path}/home XDG_CONFIG_HOME= PATH={Path(sys.executable).parent}:$PATH"
    terminal = Terminal(tmp_path, f"cd {tmp_path} && LANG=C.UTF-8 {places} {HX} main.tf")
    yield terminal
    terminal.close()


@pytest.mark.skipif(HX is None or TMUX is None, reason="needs Helix and tmux")
def test_see_hover_fix_save_undo(helix: Terminal, tmp_path: Path) -> None:
    helix.see("●")
    helix.keys("3gg", "f-")
    helix.see("ACL `public-read` opens `aws_s3_bucket_acl.a` to everyone")
    helix.see("An ACL that grants rights to everyone", "Space", "k")
    helix.see('Set `acl` to "private" (unsafe)', "Space", "a")
    helix.keys("Enter", "Enter")
    helix.see('acl = "private"')
    helix.escape()
    helix.keys(":w", "Enter")
    helix.see("written")
    assert (tmp_path / "main.tf").read_text(encoding="utf-8") == TEXT.replace("public-read", "private")
    assert "●" not in helix.see("main.tf")
    helix.keys("u")
    helix.see("●")
