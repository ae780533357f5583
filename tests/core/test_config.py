from __future__ import annotations

from pathlib import Path

import pytest

from cloudlint.config import Settings, SettingsError
from cloudlint.model import CRITICAL, HIGH
from cloudlint.settings_files import find, load
from cloudlint.workspace import absolute

WRONG = [
    # file, its text, the line that is named, words of the message
    ("cloudlint.toml", 'ignore = []\nseelct = ["a"]\n', 2, "unknown setting `seelct`; did you mean `select`?"),
    ("cloudlint.toml", 'fail_on = "high"\n', 1, "did you mean `fail-on`?"),
    ("cloudlint.toml", "qqq = 1\n", 1, "known are select, ignore"),
    ("cloudlint.toml", '# note\n\nselect = "all"\n', 3, 'a list of strings, such as ["one", "two"], not "all"'),
    ("cloudlint.toml", "select = [1]\n", 1, "not a list with other things in it"),
    ("cloudlint.toml", 'severity = "hihg"\n', 1, 'one of "low", "medium", "high", "critical", not "hihg"'),
    ("cloudlint.toml", "max-file-size = true\n", 1, "a number of bytes above zero, not true"),
    ("cloudlint.toml", "max-file-size = 0\n", 1, "a number of bytes above zero, not 0"),
    ("cloudlint.toml", "select = [\n  'a',\n  'b'\nignore = 3\n", 4, ""),
    ("cloudlint.toml", "[select]\na = 1\n", 1, "not a table"),
    ("pyproject.toml", '[project]\nselect = 1\n[tool.cloudlint]\nignore = ["x"]\nselect = 1\n', 5, "not 1"),
    ("pyproject.toml", "[tool]\ncloudlint.select = 1\n", 2, "not 1"),
    ("pyproject.toml", '[tool.cloudlint]\n"fail-on" = 1\n', 2, "not 1"),
    ("pyproject.toml", "[tool]\nx = 1\n\ncloudlint = { selct = 1 }\n", 4, "did you mean `select`?"),
    ("pyproject.toml", "[tool]\ncloudlint = 3\n", 2, "`tool.cloudlint` must be a table"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "line", "words"), WRONG)
def test_a_wrong_setting_names_its_line(tmp_path: Path, name: str, text: str, line: int, words: str) -> None:
    file = tmp_path / name
    file.write_text(text)
    with pytest.raises(SettingsError) as error:
        load(str(file))
    assert error.value.line == line
    assert words in error.value.reason
    assert str(error.value).startswith(f"{absolute(str(file))}:{line}: ")


def test_every_setting(tmp_path: Path) -> None:
    file = tmp_path / "cloudlint.toml"
    file.write_text(
        'select = ["aws-s3-*"]\nignore = ["CKV_AWS_20"]\nexclude = ["examples/"]\nseverity = "high"\n'
        'fail-on = "Critical"\nvar-files = ["prod.tfvars"]\nmax-file-size = 1000\n'
    )
    path = absolute(str(file))
    folder = path.rpartition("/")[0]
    assert load(path) == Settings(
        ("aws-s3-*",), ("CKV_AWS_20",), ("examples/",), HIGH, CRITICAL, (folder + "/prod.tfvars",), 1000, path
    )


def test_the_nearest_file_wins(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    root = str(tmp_path)
    assert find(str(inner), root) is None
    (tmp_path / "pyproject.toml").write_text("[tool.cloudlint]\n")
    assert find(str(inner), root) == absolute(str(tmp_path / "pyproject.toml"))
    assert find(str(inner), str(tmp_path / "a")) is None, "never above the root"
    (tmp_path / "a" / "pyproject.toml").write_text('[project]\nname = "cloudlint-user"\n')
    assert find(str(inner), root) == absolute(str(tmp_path / "pyproject.toml")), "without our table it does not count"
    (tmp_path / "cloudlint.toml").write_text("")
    assert find(str(inner), root) == absolute(str(tmp_path / "cloudlint.toml"))


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no such file"):
        load(str(tmp_path / "missing.toml"))
    (tmp_path / "latin.toml").write_bytes(b"# ok\n# caf\xe9\n")
    with pytest.raises(SettingsError, match="not UTF-8 text") as error:
        load(str(tmp_path / "latin.toml"))
    assert error.value.line == 2
