"""Where the editors are: `make test-editors` installs them and names the folder in CLOUDLINT_EDITORS."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from cloudlint.version import VERSION
from tests.editors.vscode import CHROMIUM, Installed, Workbench

ROOT = Path(__file__).resolve().parents[2]

Opens = Callable[[Mapping[str, str]], Workbench]
"""Files by name -> a window on a new folder that holds them."""


@pytest.fixture(scope="session")
def installed() -> Installed:
    folder = os.environ.get("CLOUDLINT_EDITORS")
    if folder is None:
        pytest.skip("needs VS Code: make test-editors")
    vsix = ROOT / "dist" / f"cloudlint-{VERSION}.vsix"
    assert vsix.exists(), "make vsix comes first"
    return Installed(Path(folder), vsix)


@pytest.fixture(scope="session")
def shots() -> Path:
    """Where pictures go."""
    folder = ROOT / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="module")
def address(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with installed.serving(tmp_path_factory.mktemp("vscode"), free_port()) as address:
        yield address


@pytest.fixture(scope="session")
def browser(installed: Installed) -> Iterator[object]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", headless=True, args=list(CHROMIUM))
        yield browser
        browser.close()


@pytest.fixture
def opens(
    browser: object, address: str, shots: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Opens]:
    """Opens windows; each is closed afterwards, and leaves a picture where the test has failed."""
    made: list[Workbench] = []

    def opened(files: Mapping[str, str], at: str = address) -> Workbench:
        folder = tmp_path / "shop"
        (folder / ".git").mkdir(parents=True)
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        made.append(Workbench(browser, at, folder, shots))
        return made[-1]

    failures = request.session.testsfailed
    yield opened
    for window in made:
        if request.session.testsfailed > failures:
            window.shoot(f"failed-{request.node.name}")
        window.close()


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])
