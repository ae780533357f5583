"""The copy of cloudlint in the extension: complete, without machine code, run by Python alone. After `make vsix`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from cloudlint.version import VERSION

VSIX = Path(__file__).resolve().parents[2] / "dist" / f"cloudlint-{VERSION}.vsix"
pytestmark = pytest.mark.skipif(not VSIX.exists(), reason="needs the extension: make vsix")

ACL = 'resource "aws_s3_bucket_acl" "a" {\n  acl = "public-read"\n}\n'
QUEUE = 'resource "aws_sqs_queue" "a" {\n  sqs_managed_sse_enabled = false\n}\n'
POD = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  hostNetwork: true\n  containers: []\n"


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`run.py` of the copy."""
    folder = tmp_path_factory.mktemp("vsix")
    with ZipFile(VSIX) as archive:
        archive.extractall(folder)
    return folder / "extension" / "server" / "run.py"


def test_what_is_in_it() -> None:
    with ZipFile(VSIX) as archive:
        names = archive.namelist()
        manifest = json.loads(archive.read("extension/package.json"))
    endings = {name.rpartition(".")[2] for name in names}
    assert endings <= {"py", "js", "json", "md", "png", "gif", "txt", "xml", "vsixmanifest", "lark"}
    assert names == sorted(names)
    named = [manifest["icon"], manifest["main"], *(it["configuration"] for it in manifest["contributes"]["languages"])]
    steps = [step["media"] for step in manifest["contributes"]["walkthroughs"][0]["steps"]]
    named += [step.get("image") or step["markdown"] for step in steps]
    assert {f"extension/{name.removeprefix('./')}" for name in named} <= set(names)


def test_it_serves(run: Path) -> None:
    done = subprocess.run([sys.executable, "-I", run, "server", "--check"], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{VERSION}\n", "")


@pytest.mark.parametrize(
    ("name", "text", "rule"),
    [
        ("main.tf", ACL, "aws-s3-bucket-public-acl"),
        ("pod.yaml", POD, "kubernetes-pod-host-network"),
    ],
)
def test_it_finds(run: Path, tmp_path: Path, name: str, text: str, rule: str) -> None:
    (tmp_path / name).write_text(text)
    command = [sys.executable, "-I", run, "check", "--format", "json", tmp_path / name]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 1, done.stderr
    assert rule in {finding["rule"] for finding in json.loads(done.stdout)["findings"]}


def test_it_fixes(run: Path, tmp_path: Path) -> None:
    file = tmp_path / "main.tf"
    file.write_text(QUEUE)
    done = subprocess.run([sys.executable, "-I", run, "fix", file], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert file.read_text() == QUEUE.replace("false", "true")
