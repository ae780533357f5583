"""What a person does in VS Code with the extension, from its `.vsix`, on a machine that has Python and no cloudlint."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.editors.conftest import Opens, free_port
from tests.editors.vscode import Installed, Workbench

SQUIGGLE = ".squiggly-error, .squiggly-warning, .squiggly-info"
PROBLEM = ".markers-panel .monaco-list-row"
STATUS = ".statusbar-item"
MESSAGE = ".notification-list-item-message"

ACL = '# 😀\nresource "aws_s3_bucket_acl" "site" {\n  /* 😀 */ acl = "public-read" # old website\n}\n'
BY_VARIABLE = 'resource "aws_s3_bucket_acl" "site" {\n  acl = var.acl\n}\n'
VARIABLE = 'variable "acl" {\n  default = "public-read"\n}\n'
ONLY_ACL = {"cloudlint.toml": 'select = ["aws-s3-bucket-public-acl"]\n'}
OPENS = "ACL `public-read` opens `aws_s3_bucket_acl.site` to everyone"

# A safe fix, twice.
QUEUES = "".join(
    f'resource "aws_sqs_queue" "{name}" {{\n  sqs_managed_sse_enabled = false\n}}\n' for name in ("a", "b")
)
ONLY_QUEUES = {"cloudlint.toml": 'select = ["aws-sqs-queue-encryption-disabled"]\n'}


def reviewed(opens: Opens, files: Mapping[str, str], name: str = "main.tf") -> Workbench:
    """A window with a file open in which something is underlined."""
    window = opens(files)
    window.open(name)
    window.see(SQUIGGLE)
    return window


def test_a_finding_is_underlined_and_listed(opens: Opens) -> None:
    window = reviewed(opens, {"main.tf": ACL, **ONLY_ACL})
    window.keys("Control+Shift+M")
    assert "aws-s3-bucket-public-acl" in window.see(PROBLEM, OPENS).inner_text()
    window.see(STATUS, "cloudlint 1")
    window.shoot("finding")
    assert window.asked == {"127.0.0.1"}


def test_hover_shows_why_and_what_the_fix_changes(opens: Opens) -> None:
    window = reviewed(opens, {"main.tf": BY_VARIABLE, "variables.tf": VARIABLE, **ONLY_ACL})
    window.go_to(2, 12)
    said = window.shown(
        lambda: window.run("Show or Focus Hover"), ".monaco-hover", "An ACL that grants rights to everyone"
    ).inner_text()
    assert said.count(OPENS) == 1
    assert "variables.tf(2, 13)" in said
    window.shoot("hover")


def test_fix_save_undo(opens: Opens) -> None:
    window = reviewed(opens, {"main.tf": ACL, **ONLY_ACL})
    window.go_to(3, 20)
    window.choose('Set `acl` to "private" (unsafe)')
    window.see(".monaco-dialog-box", "May change what the running system does")
    window.shoot("confirm")
    window.page.locator(".monaco-dialog-box .monaco-button", has_text="Apply").click()
    window.gone(SQUIGGLE)
    window.keys("Control+S")
    window.until(lambda: window.saved("main.tf") == ACL.replace("public-read", "private"), "the fix is not saved")
    window.gone(STATUS, "cloudlint 1")
    window.keys("Control+Z")
    window.see(SQUIGGLE)
    assert "public-read" in window.text()
    assert window.saved("main.tf") == ACL.replace("public-read", "private")


def test_what_was_not_confirmed_is_not_done(opens: Opens) -> None:
    window = reviewed(opens, {"main.tf": ACL, **ONLY_ACL})
    window.go_to(3, 20)
    window.choose('Set `acl` to "private" (unsafe)')
    window.page.locator(".monaco-dialog-box .monaco-button", has_text="Cancel").click()
    window.gone(".monaco-dialog-box")
    assert "public-read" in window.text()
    window.see(SQUIGGLE)


def test_fix_all_in_file(opens: Opens) -> None:
    window = reviewed(opens, {"main.tf": QUEUES, **ONLY_QUEUES})
    window.run("cloudlint: Fix All in File (safe fixes)")
    window.gone(SQUIGGLE)
    window.keys("Control+S")
    window.until(lambda: "false" not in window.saved("main.tf"), "the fixes are not saved")


def test_a_change_elsewhere_moves_findings_unsaved(opens: Opens) -> None:
    window = reviewed(opens, {"main.tf": BY_VARIABLE, "variables.tf": VARIABLE, **ONLY_ACL})
    window.open("variables.tf")
    window.replace("public-read", "private")
    window.gone(STATUS, "cloudlint 1")
    window.open("main.tf")
    window.gone(SQUIGGLE)
    window.open("variables.tf")
    window.replace("private", "public-read-write")
    window.open("main.tf")
    window.see(SQUIGGLE)
    assert window.saved("variables.tf") == VARIABLE


def test_a_change_on_disk_moves_findings(opens: Opens) -> None:
    window = reviewed(opens, {"main.tf": BY_VARIABLE, "variables.tf": VARIABLE, **ONLY_ACL})
    (window.folder / "variables.tf").write_text(VARIABLE.replace("public-read", "private"))
    window.gone(SQUIGGLE)


def test_ignore_with_a_reason(opens: Opens) -> None:
    window = reviewed(opens, {"main.tf": ACL, **ONLY_ACL})
    window.go_to(3, 20)
    window.choose("Ignore aws-s3-bucket-public-acl here, with a reason")
    window.gone(SQUIGGLE)
    window.shoot("ignored")
    window.keys("Control+S")
    window.until(lambda: "cloudlint: ignore[aws-s3-bucket-public-acl]" in window.saved("main.tf"), "it is not saved")


def test_accept_in_a_settings_file_that_is_not_there_yet(opens: Opens) -> None:
    window = reviewed(opens, {"main.tf": ACL})
    window.go_to(3, 20)
    window.choose("Accept aws-s3-bucket-public-acl here in cloudlint.toml")
    file = window.folder / "cloudlint.toml"
    window.until(lambda: file.exists() and "[[accept]]" in file.read_text(), "it is not written")
    window.gone(SQUIGGLE)


def test_explain_a_rule(opens: Opens) -> None:
    window = reviewed(opens, {"main.tf": ACL, **ONLY_ACL})
    window.go_to(3, 20)
    window.choose("Explain aws-s3-bucket-public-acl")
    page = window.page.frame_locator("iframe.webview.ready").frame_locator("iframe#active-frame")
    page.get_by_role("heading", name="S3 bucket ACL lets anyone read or write").wait_for()
    window.shoot("explained")


def test_scan_the_workspace(opens: Opens) -> None:
    window = reviewed(opens, {"main.tf": ACL, "db/main.tf": QUEUES, "cloudlint.toml": 'select = ["aws-s*"]\n'})
    window.run("cloudlint: Scan Workspace")
    window.see(MESSAGE, "in the workspace")
    window.keys("Control+Shift+M")
    window.see(PROBLEM, "aws_sqs_queue.b")
    window.shoot("workspace")


def test_fix_all_in_workspace_asks_once(opens: Opens) -> None:
    window = reviewed(opens, {"main.tf": QUEUES, "other/main.tf": QUEUES, **ONLY_QUEUES})
    window.run("cloudlint: Fix All in Workspace (safe fixes)")
    window.see(".monaco-dialog-box", "4 changes in main.tf, other/main.tf")
    window.page.locator(".monaco-dialog-box .monaco-button", has_text="Apply").click()
    window.see(MESSAGE, "4 findings fixed")
    window.gone(SQUIGGLE)


def test_create_a_baseline(opens: Opens) -> None:
    window = reviewed(opens, {"main.tf": ACL, **ONLY_ACL})
    window.run("cloudlint: Create Baseline")
    window.gone(SQUIGGLE)
    assert "aws-s3-bucket-public-acl" in window.saved(".cloudlint-baseline")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Dockerfile", "FROM debian:12\nRUN sudo apt-get update\n"),
        ("pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  hostNetwork: true\n  containers: []\n"),
        (
            "stack.json",
            '{"Resources": {"Q": {"Type": "AWS::SQS::Queue", "Properties": {"SqsManagedSseEnabled": false}}}}',
        ),
        ("main.tofu", ACL),
        ("terraform.tfvars", 'acl = "public-read"\n'),
    ],
)
def test_other_files(opens: Opens, name: str, text: str) -> None:
    more = {"main.tf": BY_VARIABLE, "variables.tf": 'variable "acl" {}\n'} if name.endswith("tfvars") else {}
    window = opens({name: text, **more})
    window.open(name)
    window.see(STATUS, "cloudlint ")
    if not more:  # the finding of a variable's value stands where it is used
        window.see(SQUIGGLE)


def test_status(opens: Opens) -> None:
    window = reviewed(opens, {"main.tf": ACL, **ONLY_ACL})
    window.run("cloudlint: Show Status")
    page = window.page.frame_locator("iframe.webview.ready").frame_locator("iframe#active-frame")
    page.get_by_text("copy in the extension").wait_for()
    page.get_by_text("/shop/cloudlint.toml").wait_for()
    window.shoot("status")


def test_settings_of_the_editor_hold_at_once(opens: Opens) -> None:
    window = reviewed(opens, {"main.tf": ACL})
    (window.folder / ".vscode").mkdir()
    (window.folder / ".vscode/settings.json").write_text('{"cloudlint.ignore": ["aws-*"]}')
    window.gone(SQUIGGLE)


def test_nothing_of_a_workspace_without_trust_is_run(
    browser: object, installed: Installed, shots: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "shop"
    (folder / ".vscode").mkdir(parents=True)
    (folder / ".git").mkdir()
    (folder / "main.tf").write_text(ACL, encoding="utf-8")
    trap = folder / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {folder}/sprung\nexit 1\n")
    trap.chmod(0o755)
    (folder / ".vscode/settings.json").write_text('{"cloudlint.path": "${workspaceFolder}/trap"}')
    settings = {"security.workspace.trust.enabled": True, "security.workspace.trust.startupPrompt": "never"}
    with installed.serving(tmp_path / "vscode", free_port(), settings) as address:
        window = Workbench(browser, address, folder, shots)
        window.open("main.tf")
        window.see(SQUIGGLE)
        window.shoot("without-trust")
        assert not (folder / "sprung").exists()
        window.run("Workspaces: Manage Workspace Trust")
        window.page.locator(".workspace-trust-editor .monaco-button", has_text="Trust").first.click()
        window.until((folder / "sprung").exists, "with trust, the setting is not used")
        window.close()


def test_without_python_one_message_says_what_to_do(
    browser: object, installed: Installed, shots: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "shop"  # beside VS Code's own thousands of files, which it would index
    folder.mkdir()
    (folder / "main.tf").write_text(ACL, encoding="utf-8")
    with installed.serving(tmp_path / "vscode", free_port(), {"cloudlint.interpreter": "/gone/python3"}) as address:
        window = Workbench(browser, address, folder, shots)
        window.open("main.tf")
        window.see(MESSAGE, "does not name a Python 3.10 or newer (/gone/python3)")
        assert window.page.locator(MESSAGE).count() == 1
        window.shoot("without-python")
        window.close()
