from __future__ import annotations

import os
from pathlib import Path

from cloudlint.discovery import discover
from cloudlint.workspace import Workspace, absolute


def files(root: Path, *folders: Path) -> list[str]:
    workspace = Workspace(str(root))
    found = discover(workspace, [str(folder) for folder in folders or (root,)], lambda name: name.endswith(".tf"))
    return [path.removeprefix(absolute(str(root)) + "/") for path in found]


def make(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("")


def test_hidden_and_vendored_folders_are_left_out(tmp_path: Path) -> None:
    make(
        tmp_path,
        "z.tf",
        "a/b.tf",
        "a.md",
        ".terraform/m/x.tf",
        "node_modules/x.tf",
        "vendor/x.tf",
        "venv/x.tf",
        ".x.tf",
    )
    assert files(tmp_path) == ["z.tf", "a/b.tf"]
    assert files(tmp_path, tmp_path / "vendor") == ["vendor/x.tf"], "a folder that is named is meant"


def test_ignore_files_at_every_level(tmp_path: Path) -> None:
    make(tmp_path, "a.tf", "gen/a.tf", "sub/a.tf", "sub/b.tf", "sub/deep/b.tf", "sub/deep/keep/b.tf", "out/a.tf")
    (tmp_path / ".gitignore").write_text("/gen\nb.tf\n")
    (tmp_path / "sub" / "deep" / ".gitignore").write_text("!b.tf\n")
    (tmp_path / ".git" / "info").mkdir(parents=True)
    (tmp_path / ".git" / "info" / "exclude").write_text("out/\n")
    assert files(tmp_path) == ["a.tf", "sub/a.tf", "sub/deep/b.tf", "sub/deep/keep/b.tf"]
    assert files(tmp_path, tmp_path / "sub") == ["sub/a.tf", "sub/deep/b.tf", "sub/deep/keep/b.tf"]
    assert files(tmp_path, tmp_path / "gen") == ["gen/a.tf"]


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "a/a.tf")
    os.symlink(tmp_path, tmp_path / "a" / "loop")
    os.symlink("itself", tmp_path / "itself")
    os.symlink(tmp_path / "a" / "a.tf", tmp_path / "link.tf")
    assert files(tmp_path) == ["link.tf", "a/a.tf"]


def test_each_file_once(tmp_path: Path) -> None:
    make(tmp_path, "a/a.tf", "a/b/b.tf")
    assert files(tmp_path, tmp_path / "a" / "b", tmp_path, tmp_path / "a") == ["a/b/b.tf", "a/a.tf"]
