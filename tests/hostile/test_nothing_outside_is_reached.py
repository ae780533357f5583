"""What a repository names outside of itself is neither read nor written: by code, by settings, by links."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.hostile.confined import cloudlint, repository

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")

SECRET = "public-read"  # as a value it is a finding: what is read shows
OPEN = 'resource "aws_s3_bucket_acl" "a" {\n  acl = "public-read"\n}\n'
ACL = "aws-s3-bucket-public-acl"
HEAD = "# cloudlint baseline 1"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside the repository, with files that nobody has asked for."""
    folder = tmp_path / "outside"
    (folder / "module").mkdir(parents=True)
    (folder / "secret").write_text(SECRET)
    (folder / "template").write_text("${x}" + SECRET)
    (folder / "values.tfvars").write_text(f'acl = "{SECRET}"\n')
    (folder / "values.json").write_text(f'{{"acl": "{SECRET}"}}')
    (folder / "settings.toml").write_text('ignore = ["*"]\n')
    (folder / "known").write_text(f"{HEAD}\nmain.tf\t{ACL}\taws_s3_bucket_acl.a\t0\n")
    (folder / "module" / "main.tf").write_text(OPEN)
    (folder / "module" / "outputs.tf").write_text(f'output "acl" {{\n  value = "{SECRET}"\n}}\n')
    return folder


READING = [
    'file("../outside/secret")',
    'file("OUTSIDE/secret")',
    'file("${path.module}/../outside/secret")',
    'file("link")',
    'file("door/secret")',
    'file("inner/../../outside/secret")',
    'filebase64("../outside/secret")',
    'fileexists("../outside/secret") ? "public-read" : "private"',
    'templatefile("../outside/template", { x = "" })',
    'templatefile("door/template", { x = "" })',
    'length(fileset("../outside", "*")) > 0 ? "public-read" : "private"',
    'length(fileset(".", "../outside/*")) > 0 ? "public-read" : "private"',
    'length(fileset("door", "*")) > 0 ? "public-read" : "private"',
    'length(fileset(".", "door/*")) > 0 ? "public-read" : "private"',
    "module.m.acl",
    "module.n.acl",
    'jsondecode(file("../outside/values.json")).acl',
    "var.acl",
    'file("/proc/self/environ")',
]


@pytest.mark.parametrize("expression", READING)
def test_no_expression_reads_outside(tmp_path: Path, outside: Path, expression: str) -> None:
    text = f'resource "aws_s3_bucket_acl" "a" {{\n  acl = {expression.replace("OUTSIDE", str(outside))}\n}}\n'
    text += 'module "m" {\n  source = "../outside/module"\n}\nmodule "n" {\n  source = "./door/module"\n}\n'
    folder = repository(tmp_path / "repository", {"main.tf": text, "v.tf": 'variable "acl" {}\n', "inner/x": ""})
    (folder / "link").symlink_to(outside / "secret")
    (folder / "door").symlink_to(outside)
    (folder / "terraform.tfvars").symlink_to(outside / "values.tfvars")
    (folder / "leads.auto.tfvars").symlink_to("../outside/values.tfvars")
    done = cloudlint(folder, "check", ".")
    assert f"[{ACL}]" not in done.out
    assert SECRET not in done.out.replace(expression, "").replace(text, "")


def test_links_out_are_told_and_not_followed(tmp_path: Path, outside: Path) -> None:
    folder = repository(tmp_path / "repository", {"main.tf": ""})
    (folder / "leaves.tf").symlink_to(outside / "module" / "main.tf")
    (folder / "door").symlink_to(outside)
    (folder / "Dockerfile").symlink_to("/dev/zero")
    (folder / "loop").symlink_to("loop")
    (folder / "round").symlink_to(".")
    done = cloudlint(folder, "check", ".")
    assert "`leaves.tf` was not analysed: it is a symbolic link that leaves the repository" in done.out
    assert f"[{ACL}]" not in done.out


def test_pipes_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    folder = repository(tmp_path / "repository", {"main.tf": OPEN, ".git/info/x": ""})
    names = ("a.tf", "Dockerfile", "b.yaml", ".gitignore", "pyproject.toml", "cloudlint.toml", ".cloudlint-baseline")
    for name in (*names, ".trivyignore", ".checkov.yaml", ".git/info/exclude", "terraform.tfvars", "compose.yaml"):
        os.mkfifo(folder / name)
    for command in (("check", "."), ("check", "main.tf"), ("fix", "--check", "."), ("migrate", ".")):
        done = cloudlint(folder, *command)
        assert ACL in done.out or command[0] == "migrate"


# -------------------------------------------------------------------------- settings

NAMING = [
    'extends = "../outside/settings.toml"',
    'extends = ["OUTSIDE/settings.toml"]',
    'extends = "door/settings.toml"',
    'extends = "link.toml"',
    'var-files = ["../outside/values.tfvars"]',
    'var-files = ["door/values.tfvars"]',
    'environments = { a = ["OUTSIDE/values.tfvars"] }',
    'baseline = "../outside/known"',
    'baseline = "OUTSIDE/known"',
]


def hostile(tmp_path: Path, outside: Path, setting: str) -> Path:
    folder = repository(tmp_path / "repository", {"main.tf": OPEN})
    (folder / "door").symlink_to(outside)
    (folder / "link.toml").symlink_to(outside / "settings.toml")
    (folder / "cloudlint.toml").write_text(setting.replace("OUTSIDE", str(outside)) + "\n")
    return folder


@pytest.mark.parametrize("setting", NAMING)
def test_settings_that_are_found_name_nothing_outside(tmp_path: Path, outside: Path, setting: str) -> None:
    folder = hostile(tmp_path, outside, setting)
    before = {path: path.read_bytes() for path in outside.rglob("*") if path.is_file()}
    for command in (("check", "."), ("baseline", "."), ("fix", ".")):
        done = cloudlint(folder, *command)
        assert done.code == 2
        assert "cloudlint.toml" in done.err or "link.toml" in done.err
        assert "outside the repository" in done.err or "leaves the repository" in done.err
    assert {path: path.read_bytes() for path in outside.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("setting", [it for it in NAMING if "baseline" not in it])
def test_settings_that_are_asked_for_may(tmp_path: Path, outside: Path, setting: str) -> None:
    folder = hostile(tmp_path, outside, setting)
    assert cloudlint(folder, "check", "--config", "cloudlint.toml", ".").code in (0, 1)


def test_settings_that_are_a_link_out(tmp_path: Path, outside: Path) -> None:
    for name in ("cloudlint.toml", "pyproject.toml"):
        folder = repository(tmp_path / name, {"main.tf": OPEN})
        (outside / "pyproject.toml").write_text('[tool.cloudlint]\nignore = ["*"]\n')
        (folder / name).symlink_to(outside / ("pyproject.toml" if name[0] == "p" else "settings.toml"))
        done = cloudlint(folder, "check", ".")
        assert done.code == (2 if name[0] == "c" else 1), "a link is no pyproject.toml of ours"


def test_settings_can_be_left_unread(tmp_path: Path) -> None:
    folder = repository(tmp_path / "repository", {"main.tf": OPEN, "cloudlint.toml": 'exclude = ["*"]\n'})
    silenced = cloudlint(folder, "check", ".")
    assert silenced.code == 0
    assert "\n0 files" in silenced.out, "that nothing was looked at can be seen"
    assert ACL in cloudlint(folder, "check", "--no-config", ".").out


# --------------------------------------------------------------------------- writing


@pytest.mark.parametrize(
    ("name", "command"),
    [
        (".cloudlint-baseline", ("baseline", ".")),
        ("out.sarif", ("check", "--output", "out.sarif", ".")),
        ("cloudlint.toml", ("migrate", "--write", ".")),
        ("main.tf", ("fix", "--unsafe", "main.tf")),
    ],
)
def test_no_link_makes_us_write_outside(tmp_path: Path, name: str, command: tuple[str, ...]) -> None:
    victim = tmp_path / "victim"
    folder = repository(tmp_path / "repository", {".trivyignore": "AVD-AWS-0092\n"})
    if name != "main.tf":
        (folder / "main.tf").write_text(OPEN)
    else:
        victim.write_text(OPEN)
    (folder / name).symlink_to(victim)
    done = cloudlint(folder, *command)
    assert victim.read_text() == OPEN if name == "main.tf" else not victim.exists()
    assert "leaves the repository" in done.out + done.err


def test_a_link_that_the_user_names_is_written(tmp_path: Path) -> None:
    folder = repository(tmp_path / "repository", {"main.tf": OPEN})
    (tmp_path / "mine.sarif").symlink_to(tmp_path / "target")
    assert cloudlint(folder, "check", "--output", str(tmp_path / "mine.sarif"), ".").code == 1
    assert ACL in (tmp_path / "target").read_text()
    assert ACL in cloudlint(folder, "check", "--format", "json", "--output", "/dev/stdout", ".").out


@pytest.mark.parametrize("path", ["/", "/main.tf"])
def test_a_buffer_at_the_top_of_the_disk_does_not_read_the_disk(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from cloudlint import discovery
    from cloudlint.running import run

    seen: list[str] = []
    entries = discovery._entries
    monkeypatch.setattr(
        discovery, "_entries", lambda workspace, folder: seen.append(folder) or entries(workspace, folder)
    )
    run([path], overlay={path: OPEN})
    assert seen == []
