"""Nothing that a repository names is run or fetched: Python itself reports what is opened and started."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.hostile.confined import repository

# Python calls an audit hook before each of these, wherever it happens.
WATCHED = """\
import sys
told = {"socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork"}
def hook(event, arguments):
    if event in told or (event == "import" and arguments[0] in ("trap", "sitecustomize", "usercustomize")):
        sys.stderr.write(f"EVENT {event} {arguments}\\n")
sys.addaudithook(hook)
from cloudlint.cli import main
sys.exit(main(sys.argv[1:]))
"""
TRAP = "import os\nos.system('touch it-was-run')\n"
FILES = {
    "main.tf": (
        'module "a" {\n  source  = "terraform-aws-modules/vpc/aws"\n  version = "5.0.0"\n}\n'
        'module "b" {\n  source = "git::https://example.invalid/b.git"\n}\n'
        'data "http" "x" {\n  url = "https://example.invalid"\n}\n'
        'data "external" "x" {\n  program = ["touch", "it-was-run"]\n}\n'
        'resource "null_resource" "x" {\n  provisioner "local-exec" {\n    command = "touch it-was-run"\n  }\n}\n'
        'resource "aws_s3_bucket" "a" {\n  bucket = data.http.x.response_body\n}\n'
    ),
    "terragrunt.hcl": 'locals {\n  a = run_cmd("touch", "it-was-run")\n}\nterraform {\n  source = "tfr:///a/b/c"\n}\n',
    "Dockerfile": (
        "# syntax=example.invalid/evil\nFROM example.invalid/a\n"
        "ADD https://example.invalid/x /x\nRUN touch it-was-run\n"
    ),
    "k8s.yaml": 'apiVersion: v1\nkind: Pod\nspec: !!python/object/apply:os.system ["touch it-was-run"]\n',
    "template.yaml": (
        "AWSTemplateFormatVersion: '2010-09-09'\nTransform: AWS::Include\nResources:\n  A:\n"
        "    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: https://example.invalid/t\n"
    ),
    "compose.yaml": "include:\n  - https://example.invalid/x.git\nservices:\n  a:\n    image: example.invalid/a\n",
    "kustomization.yaml": "resources:\n  - https://example.invalid/x\n  - k8s.yaml\n",
    **dict.fromkeys(
        ("yaml.py", "hcl2.py", "json.py", "typing.py", "tomllib.py", "cloudlint/__init__.py", "sitecustomize.py"), TRAP
    ),
}


def test_nothing_is_started_and_no_connection_opened(tmp_path: Path) -> None:
    folder = repository(tmp_path / "repository", FILES)
    watched = tmp_path / "watched.py"
    watched.write_text(WATCHED)
    for command in (
        ("check", "--select", "all", "--show-unknown", "--jobs", "1", "."),
        ("fix", "--unsafe", "."),
        ("check", "--format", "sarif", "--jobs", "1", "."),
        ("explain", "aws-s3-bucket-public-acl"),
        ("migrate", "."),
    ):
        done = subprocess.run(
            [sys.executable, str(watched), *command],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=300,
            env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
        )
        assert done.returncode in (0, 1), done.stderr
        assert "EVENT" not in done.stderr, done.stderr
    assert not (folder / "it-was-run").exists()


def test_the_watch_watches(tmp_path: Path) -> None:
    (tmp_path / "watched.py").write_text(
        WATCHED.replace("from cloudlint", "import os; os.system('true')\nfrom cloudlint")
    )
    done = subprocess.run([sys.executable, "watched.py", "--version"], cwd=tmp_path, capture_output=True, text=True)
    assert "EVENT os.system" in done.stderr


def test_the_program_does_not_import_from_the_folder(tmp_path: Path) -> None:
    """As it is installed, not as `python -m`, which looks into the working directory by itself."""
    folder = repository(tmp_path / "repository", FILES)
    program = Path(sys.executable).parent / "cloudlint"
    if not program.exists():
        program = Path(sys.executable).parent / "cloudlint.exe"
    done = subprocess.run([str(program), "check", "."], cwd=folder, capture_output=True, text=True, timeout=300)
    assert done.returncode == 1, done.stderr
    assert not (folder / "it-was-run").exists()
