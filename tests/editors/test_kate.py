"""A real Kate on a screen in memory: skipped where it, Xvfb, dbus or xdotool is missing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the language server needs the extra `lsp`")
MISSING = [name for name in ("kate", "Xvfb", "xdotool", "dbus-run-session") if shutil.which(name) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)}")

PAGE = Path(__file__).resolve().parents[2] / "docs/editors/kate.md"
PROGRAMS = Path(sys.executable).parent
ACL = '# 😀\nresource "aws_s3_bucket_acl" "a" {\n  /* 😀 */ acl = "public-read"\n}\n'
QUEUES = "".join(f'resource "aws_sqs_queue" "{it}" {{\n  sqs_managed_sse_enabled = false # {it}\n}}\n' for it in "ab")
TRIES = 10


@contextmanager
def screen() -> Iterator[str]:
    """A display of its own; gives its name."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24"]
    server = subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


class Keyboard:
    """What a person types to the one window of a display."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = environment
        self._xdotool("search", "--sync", "--onlyvisible", "--name", "main.tf", "windowfocus")

    def press(self, *keys: str) -> None:
        for key in keys:
            self._xdotool("key", key)
            time.sleep(0.5)

    def open_menu(self, key: str) -> None:
        """Press a key that opens a menu; nothing tells when it is filled."""
        before = self._windows()
        for _ in range(TRIES):
            self.press(key)
            time.sleep(2)
            if self._windows() > before:
                return
        raise AssertionError("no menu is opened")

    def _windows(self) -> int:
        return len(self._xdotool("search", "--onlyvisible", "--class", "kate").split())

    def _xdotool(self, *words: str) -> str:
        command = ["xdotool", *words]
        return subprocess.run(
            command, env=self.environment, check=True, capture_output=True, text=True, timeout=60
        ).stdout


@contextmanager
def kate(folder: Path, text: str, line: int, column: int) -> Iterator[Keyboard]:
    """Kate with the cursor in main.tf, configured as our page says."""
    (folder / ".git").mkdir()
    (folder / "cloudlint.toml").write_text(
        'select = ["aws-s3-bucket-public-acl", "aws-sqs-queue-encryption-disabled"]\n'
    )
    (folder / "main.tf").write_text(text, encoding="utf-8")
    settings = folder / "home/.config/kate/lspclient"
    settings.mkdir(parents=True)
    written = re.search(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert written is not None
    (settings / "settings.json").write_text(written[1])
    # What Kate keeps once it was allowed to start the server.
    allowed = f"[lspclient]\nAllowedServerCommandLines={PROGRAMS}/cloudlint server\n"
    (folder / "home/.config/katerc").write_text(f"[General]\nShow welcome view for new window=false\n{allowed}")
    (folder / "run").mkdir(mode=0o700)
    with screen() as display:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
        environment |= {"DISPLAY": display, "HOME": str(folder / "home"), "XDG_RUNTIME_DIR": str(folder / "run")}
        environment |= {"PATH": f"{PROGRAMS}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
        command = ["dbus-run-session", "kate", "-n", "-b", "-l", str(line), "-c", str(column), "main.tf"]
        silent = subprocess.DEVNULL
        editor = subprocess.Popen(command, cwd=folder, env=environment, stdout=silent, stderr=silent)

        try:
            yield Keyboard(environment)
        finally:
            editor.terminate()
            editor.wait()


def repeated(press: Callable[[], None], file: Path, before: str) -> str:
    """Press keys until the file on disk has changed; its text then."""
    for _ in range(TRIES):
        press()
        time.sleep(2)
        text = file.read_text(encoding="utf-8")
        if text != before:
            return text
    raise AssertionError("nothing was changed")


def test_the_menu_offers_the_fix(tmp_path: Path) -> None:
    with kate(tmp_path, ACL, line=3, column=20) as keys:

        def choose_first() -> None:
            keys.open_menu("alt+Return")
            keys.press("Down", "Return", "ctrl+s")

        assert repeated(choose_first, tmp_path / "main.tf", ACL) == ACL.replace("public-read", "private")


def test_quick_fix_applies_one_safe_fix_and_nothing_else(tmp_path: Path) -> None:
    with kate(tmp_path, QUEUES, line=2, column=30) as keys:
        fixed = repeated(lambda: keys.press("ctrl+period", "ctrl+s"), tmp_path / "main.tf", QUEUES)
        assert fixed == QUEUES.replace("false", "true", 1)
        assert "accept" not in (tmp_path / "cloudlint.toml").read_text()
