from __future__ import annotations

import os
from pathlib import Path

import pytest

from cloudlint.workspace import Workspace, absolute, decode, repository_root

DECODED = [
    (b"a = 1\n", "a = 1\n", "utf-8"),
    (b"\xef\xbb\xbfa = 1\n", "a = 1\n", "utf-8-sig"),
    ("a = \"\u00e9\"\r\n".encode("utf-16"), "a = \"\u00e9\"\r\n", "utf-16"),
    (b"\xfe\xff" + "a = 1".encode("utf-16-be"), "a = 1", "utf-16"),
    (b"", "", "utf-8"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "text", "encoding"), DECODED)
def test_decode(data: bytes, text: str, encoding: str) -> None:
    assert decode(data) == (text, encoding)


def reasons(workspace: Workspace) -> list[str]:
    return [notice.message for notice in workspace.notices]


def test_what_cannot_be_read_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "latin.tf").write_bytes(b'a = 1\nb = "caf\xe9"\n')
    (tmp_path / "large.tf").write_text("#" * 200)
    os.symlink(tmp_path / "nowhere", tmp_path / "broken.tf")
    workspace = Workspace(str(tmp_path), size_limit=100)
    for _ in range(2):
        for name in ("latin.tf", "large.tf", "broken.tf", "missing.tf"):
            assert workspace.read(f"{tmp_path}/{name}") is None
    assert reasons(workspace) == [
        "`latin.tf` was not analysed: line 2 is not UTF-8 text",
        "`large.tf` was not analysed: its 200 bytes are over the limit of 100 (`max-file-size`)",
        "`broken.tf` was not analysed: it is a symbolic link to nothing",
    ]
    assert {notice.rule for notice in workspace.notices} == {"not-analysed"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.tf")
    workspace = Workspace(str(tmp_path))
    assert workspace.read(f"{tmp_path}/pipe.tf") is None
    assert not workspace.mentions(f"{tmp_path}/pipe.tf", b"module")
    assert reasons(workspace) == ["`pipe.tf` was not analysed: it is not a regular file"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_no_permission(tmp_path: Path) -> None:
    (tmp_path / "secret.tf").write_text("")
    (tmp_path / "secret.tf").chmod(0)
    workspace = Workspace(str(tmp_path))
    assert workspace.read(f"{tmp_path}/secret.tf") is None
    assert reasons(workspace) == ["`secret.tf` was not analysed: permission denied"]


def test_nothing_outside_the_root_is_read(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (outside / "a.tf").write_text("a = 1")
    (inside / "b.tf").write_text("b = 1")
    os.symlink(outside / "a.tf", inside / "leaves.tf")
    os.symlink(outside, inside / "door")
    os.symlink(inside / "b.tf", inside / "stays.tf")
    os.symlink(inside, inside / "loop")
    workspace = Workspace(str(inside))
    assert workspace.read(f"{outside}/a.tf") is None
    assert workspace.read(f"{inside}/../out/a.tf") is None
    assert workspace.read(f"{inside}/door/a.tf") is None
    assert workspace.list(f"{inside}/door") == []
    assert not workspace.exists(f"{outside}/a.tf")
    assert workspace.read(f"{inside}/leaves.tf") is None
    assert reasons(workspace) == ["`leaves.tf` was not analysed: it is a symbolic link that leaves the repository"]
    stays = workspace.read(f"{inside}/stays.tf")
    assert stays is not None
    assert stays.text == "b = 1"
    assert workspace.read(f"{inside}/loop/loop/b.tf") is not None, "a loop is only a longer name"


def test_unsaved_text_wins_and_adds(tmp_path: Path) -> None:
    (tmp_path / "a.tf").write_text("saved")
    workspace = Workspace(str(tmp_path), {f"{tmp_path}/a.tf": "unsaved", f"{tmp_path}/new/b.tf": "fresh"})
    changed, added = workspace.read(f"{tmp_path}/a.tf"), workspace.read(f"{tmp_path}/new/b.tf")
    assert changed is not None
    assert changed.text == "unsaved"
    assert added is not None
    assert added.text == "fresh"
    assert workspace.list(str(tmp_path)) == ["a.tf"]
    assert workspace.list(f"{tmp_path}/new") == ["b.tf"]
    assert workspace.exists(f"{tmp_path}/new")


def test_repository_root(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "a" / ".git").write_text("gitdir: elsewhere")  # as in a worktree
    assert repository_root(str(deep)) == absolute(str(tmp_path / "a"))


@pytest.mark.parametrize("name", ["a\0b", "a\0b/c.tf", "a\ud800b", "a" * 5000])
def test_a_name_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    workspace = Workspace(str(tmp_path))
    path = f"{workspace.root}/{name}"
    assert workspace.read(path, "terraform") is None
    assert (workspace.list(path), workspace.list_below(path), workspace.head(path, 10)) == ([], [], "")
    assert (workspace.exists(path), workspace.mentions(path, b"a")) == (False, False)
