"""Take the pictures of the extension's README from a real VS Code, anew: `python -m tests.editors.pictures`.

It needs Pillow, and the editors that `make test-editors` installs.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from cloudlint.version import VERSION
from tests.editors.conftest import ROOT, free_port
from tests.editors.vscode import CHROMIUM, Installed, Workbench

IMAGES = ROOT / "vscode-extension" / "images"
SIZE = (1040, 640)
COLOURS = 96
SETTINGS = {"workbench.colorTheme": "Default Dark Modern", "workbench.activityBar.location": "hidden"}
VALUE = (7, 15)  # line and column of `var.assets_acl` in storage.tf


def main() -> None:
    """Take them all."""
    editors = Path(os.environ.get("CLOUDLINT_EDITORS", ROOT / "build" / "editors"))
    installed = Installed(editors, ROOT / "dist" / f"cloudlint-{VERSION}.vsix")
    scratch = Path(tempfile.mkdtemp())
    shop = scratch / "shop"
    shutil.copytree(ROOT / "examples" / "vulnerable-shop", shop)
    (shop / ".git").mkdir()
    with installed.serving(scratch / "vscode", free_port(), SETTINGS) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(CHROMIUM))
        window = Workbench(browser, address, shop, scratch)
        window.page.set_viewport_size({"width": SIZE[0], "height": SIZE[1]})
        frames = steps(window)
        window.close()
    for name in ("finding", "hover", "quick-fix"):
        picture(scratch / f"{name}.png").save(IMAGES / f"{name}.png", optimize=True)
    first, *others = [picture(scratch / f"{name}.png") for name in frames]
    times = [2200] + [2600] * (len(others) - 1) + [3500]  # milliseconds
    first.save(IMAGES / "fixing.gif", save_all=True, append_images=others, duration=times, loop=0, optimize=True)
    shutil.rmtree(scratch)


def steps(window: Workbench) -> list[str]:
    """From a finding to its end; the names of the pictures, in order."""
    window.open("storage.tf")
    window.see(".squiggly-error")
    window.keys("Control+Shift+M")
    window.see(".markers-panel .monaco-list-row", "opens `aws_s3_bucket.assets` to everyone")
    window.keys("Control+1")
    window.go_to(*VALUE)
    window.shoot("finding")
    window.keys("Control+J")
    window.shown(lambda: window.run("Show or Focus Hover"), ".monaco-hover", "An ACL that grants rights to everyone")
    window.shoot("hover")
    window.keys("Escape")
    window.go_to(*VALUE)
    window.shown(lambda: window.keys("Control+."), ".action-widget .monaco-list-row.action", "private").hover()
    window.shoot("quick-fix")
    window.see(".action-widget .monaco-list-row.action", "private").click()
    window.see(".monaco-dialog-box")
    window.shoot("confirm")
    window.page.locator(".monaco-dialog-box .monaco-button", has_text="Apply").click()
    window.gone(".squiggly-error")
    window.shoot("fixed")
    return ["finding", "hover", "quick-fix", "confirm", "fixed"]


def picture(file: Path) -> Image.Image:
    """A picture with few colours: it stays sharp, and small."""
    return Image.open(file).convert("RGB").quantize(COLOURS)


if __name__ == "__main__":
    main()
