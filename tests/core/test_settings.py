"""What settings do to a run: inheritance, acceptance, rules and severities by path; and their published schema."""

from __future__ import annotations

# ruff: noqa: E501  tables of small sources
from json import loads
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cloudlint.config import Settings, SettingsError
from cloudlint.model import HIGH, LOW, MEDIUM
from cloudlint.outcome import Outcome
from cloudlint.running import run
from cloudlint.settings_files import load
from cloudlint.settings_keys import KEYS
from cloudlint.settings_schema import SETTINGS, page, schema, text
from cloudlint.workspace import absolute
from tests.conftest import ROOT

try:
    import tomllib
except ModuleNotFoundError:  # Python 3.10
    import tomli as tomllib

ACL = "aws-s3-bucket-public-acl"
OPEN = 'resource "aws_s3_bucket_acl" "{}" {{\n  acl = "public-read"\n}}\n'
DATE = "2026-11-22"


def repository(root: Path, files: dict[str, str]) -> Path:
    (root / ".git").mkdir()
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content)
    return root


def judged(root: Path, settings: str) -> Outcome:
    """A run over two open buckets, `a` in `app/` and `b` in `sandbox/`, with a settings file at the root."""
    files = {"app/main.tf": OPEN.format("a"), "sandbox/main.tf": OPEN.format("b"), "cloudlint.toml": settings}
    repository(root, files)
    return run([str(root)], load(str(root / "cloudlint.toml"))._replace(today=DATE))


def found(outcome: Outcome) -> list[str]:
    return [finding.span.path.split("/")[-2] for finding in outcome.findings if finding.rule == ACL]


ONLY = f'select = ["{ACL}"]\n'
ACCEPTED = [
    # settings, the folders in which the open bucket is still reported
    ('[[accept]]\nrule = "aws-s3-*"\nreason = "a demo"\n', []),
    ('[[accept]]\nrule = ["CKV_AWS_20"]\npaths = "sandbox/"\n', ["app"]),
    ('[[accept]]\nrule = "aws-s3-*"\npaths = ["sandbox/**"]\n', ["app"]),
    ('[[accept]]\nrule = "aws-s3-*"\nresources = "aws_s3_bucket_acl.b"\n', ["app"]),
    ('[[accept]]\nrule = "aws-s3-*"\nresources = ["*.a", "*.c"]\n', ["sandbox"]),
    ('[[accept]]\nrule = "aws-rds-*"\n', ["app", "sandbox"]),
    (f'[[accept]]\nrule = "aws-s3-*"\nuntil = "{DATE}"\n', []),
    ('[[accept]]\nrule = "aws-s3-*"\nuntil = 2026-11-21\n', ["app", "sandbox"]),
    ('require-reason = true\n[[accept]]\nrule = "aws-s3-*"\n', ["app", "sandbox"]),
    ('[[override]]\npaths = ["sandbox/"]\nignore = ["aws-s3-*"]\n', ["app"]),
    ('[[override]]\npaths = ["sandbox/"]\nselect = ["aws-rds-*"]\n', ["app"]),
    ('[[override]]\npaths = "*"\nignore = ["aws-s3-*"]\n[[override]]\npaths = "app/"\nselect = ["aws-s3-*"]\n', ["app"]),
]  # fmt: skip


@pytest.mark.parametrize(("settings", "folders"), ACCEPTED)
def test_accepting_and_overriding(tmp_path: Path, settings: str, folders: list[str]) -> None:
    assert found(judged(tmp_path, ONLY + settings)) == folders


def test_an_override_may_ask_for_more(tmp_path: Path) -> None:
    settings = f'select = ["aws-rds-*"]\n[[override]]\npaths = ["app/"]\nselect = ["{ACL}"]\n'
    assert found(judged(tmp_path, settings)) == ["app"]


def test_what_is_accepted_is_known(tmp_path: Path) -> None:
    outcome = judged(tmp_path, ONLY + '[[accept]]\nrule = "aws-s3-*"\nreason = "a demo"\nby = "ann"\n')
    assert {(item.means, item.reason, item.by) for item in outcome.suppressed} == {("settings", "a demo", "ann")}
    assert not outcome.fails(Settings())


@pytest.mark.parametrize(
    ("settings", "severities"),
    [
        ("", [HIGH, HIGH]),
        ('severities = { "aws-s3-*" = "low" }\n', [LOW, LOW]),
        ('[severities]\nall = "low"\nCKV_AWS_20 = "medium"\n', [MEDIUM, MEDIUM]),
        ('[[override]]\npaths = ["sandbox/"]\nseverities = { "*" = "low" }\n', [HIGH, LOW]),
        ('severity = "medium"\n[[override]]\npaths = ["sandbox/"]\nseverities = { "*" = "low" }\n', [HIGH]),
    ],
)
def test_severities(tmp_path: Path, settings: str, severities: list[object]) -> None:
    assert [finding.severity for finding in judged(tmp_path, ONLY + settings).findings] == severities


# ------------------------------------------------------------------------ inheritance


def test_inheritance(tmp_path: Path) -> None:
    """Nearer files win; what they except adds up."""
    repository(
        tmp_path,
        {
            "shared/base.toml": 'severity = "medium"\nignore = ["base-rule"]\nselect = ["aws-*"]\n',
            "cloudlint.toml": 'extends = "shared/base.toml"\nfail-on = "high"\nignore = ["top-rule"]\nexclude = ["x/"]\n',
            "a/b/cloudlint.toml": 'severity = "low"\nignore = ["own-rule"]\nexclude = ["y/"]\n',
        },
    )
    settings = load(str(tmp_path / "a/b/cloudlint.toml"))
    assert settings.severity is LOW
    assert settings.fail_on is HIGH
    assert settings.select == ("aws-*",)
    assert settings.ignore == ("base-rule", "top-rule", "own-rule")
    assert settings.exclude == ("y/",)
    assert settings.excluded == ((absolute(str(tmp_path)), ("x/",)),)


def test_inheritance_can_be_ended(tmp_path: Path) -> None:
    repository(tmp_path, {"cloudlint.toml": 'severity = "high"\n', "a/cloudlint.toml": "inherit = false\n"})
    assert load(str(tmp_path / "a/cloudlint.toml")).severity is LOW


def test_nothing_is_inherited_from_outside_the_repository(tmp_path: Path) -> None:
    (tmp_path / "cloudlint.toml").write_text('severity = "high"\n')
    (tmp_path / "inner").mkdir()
    repository(tmp_path / "inner", {"cloudlint.toml": "ignore = []\n"})
    assert load(str(tmp_path / "inner/cloudlint.toml")).severity is LOW


def test_inherited_exclusion_is_seen_from_its_own_folder(tmp_path: Path) -> None:
    files = {
        "cloudlint.toml": 'exclude = ["app/old/"]\n',
        "app/cloudlint.toml": ONLY,
        "app/old/main.tf": OPEN.format("o"),
    }
    root = repository(tmp_path, {**files, "app/main.tf": OPEN.format("a")})
    assert found(run([str(root)], load(str(root / "app/cloudlint.toml")))) == ["app"]


SHARED = [
    # what a shared file outside of the repository says, the folders in which the open bucket is still reported
    ('[[accept]]\nrule = "aws-s3-*"\nreason = "a demo"\n', []),
    ('[[accept]]\nrule = "aws-s3-*"\npaths = ["sandbox/"]\n', ["app"]),
    ('[[override]]\npaths = ["app/"]\nignore = ["aws-s3-*"]\n', ["sandbox"]),
    ('exclude = ["/app/"]\n', ["sandbox"]),
]


@pytest.mark.parametrize(("shared", "folders"), SHARED)
def test_what_a_shared_file_says_is_seen_from_who_extends_it(tmp_path: Path, shared: str, folders: list[str]) -> None:
    (tmp_path / "policy").mkdir()
    (tmp_path / "policy/base.toml").write_text(shared)
    (tmp_path / "repository").mkdir()
    assert found(judged(tmp_path / "repository", 'extends = "../policy/base.toml"\n' + ONLY)) == folders


@pytest.mark.parametrize(
    ("files", "path", "line", "words"),
    [
        ({"cloudlint.toml": '\nextends = "a.toml"\n'}, "cloudlint.toml", 2, "no such file"),
        ({"cloudlint.toml": "extends = 3\n"}, "cloudlint.toml", 1, "`extends` must be a path or a list of paths"),
        ({"cloudlint.toml": 'extends = "a.toml"\n', "a.toml": "x = 1\n"}, "a.toml", 1, "unknown setting `x`"),
        ({"cloudlint.toml": 'extends = "cloudlint.toml"\n'}, "cloudlint.toml", 1, "without end"),
        ({"cloudlint.toml": '[[accept]]\nreason = "x"\n'}, "cloudlint.toml", 1, "every `[[accept]]` needs `rule`"),
        ({"cloudlint.toml": '[[accept]]\nrule = "x"\nresaon = "x"\n'}, "cloudlint.toml", 3, "did you mean `reason`?"),
        ({"cloudlint.toml": '[[accept]]\nrule = "x"\nuntil = "soon"\n'}, "cloudlint.toml", 3, "a date such as 2027-03-31"),
        ({"cloudlint.toml": 'accept = "x"\n'}, "cloudlint.toml", 1, "a list of tables"),
        ({"cloudlint.toml": '[[override]]\nignore = ["x"]\n'}, "cloudlint.toml", 1, "every `[[override]]` needs `paths`"),
        ({"cloudlint.toml": '[severities]\nx = "awful"\n'}, "cloudlint.toml", 1, "one of"),
        ({"cloudlint.toml": "require-reason = 1\n"}, "cloudlint.toml", 1, "not 1 (ignores and acceptances without a reason do nothing)"),
    ],
)  # fmt: skip
def test_mistakes(tmp_path: Path, files: dict[str, str], path: str, line: int, words: str) -> None:
    repository(tmp_path, files)
    with pytest.raises(SettingsError) as error:
        load(str(tmp_path / "cloudlint.toml"))
    assert (error.value.path, error.value.line) == (absolute(str(tmp_path / path)), line)
    assert words in error.value.reason


# ------------------------------------------------------------------------- the schema


def test_the_published_schema_is_current() -> None:
    published = (ROOT / "docs" / "settings.schema.json").read_text(encoding="utf-8")
    assert published == text(), "run `make docs`"
    Draft202012Validator.check_schema(loads(published))
    assert (ROOT / "docs" / "settings.md").read_text(encoding="utf-8") == page(), "run `make docs`"


def test_schema_and_settings_have_the_same_names() -> None:
    assert set(SETTINGS) == set(KEYS)


@pytest.mark.parametrize(
    ("settings", "valid"),
    [
        *((f'{name} = ["x"]\n', True) for name in ("select", "ignore", "exclude", "not-ignorable")),
        *((f"{name} = true\n", False) for name in KEYS if name not in ("require-reason", "inherit")),
        ('[[accept]]\nrule = "x"\nuntil = "2027-03-31"\n', True),
        ('[[accept]]\nrule = "x"\nuntil = "soon"\n', False),
        ('[[accept]]\nreason = "x"\n', False),
        ('[[override]]\npaths = "x"\nseverities = { x = "low" }\n', True),
        ('[[override]]\npaths = "x"\nseverities = { x = "awful" }\n', False),
        ("max-file-size = 0\n", False),
        ("seelct = []\n", False),
    ],
)
def test_schema_and_settings_agree(tmp_path: Path, settings: str, valid: bool) -> None:
    assert Draft202012Validator(schema()).is_valid(tomllib.loads(settings)) is valid
    (tmp_path / "cloudlint.toml").write_text(settings)
    try:
        load(str(tmp_path / "cloudlint.toml"))
    except SettingsError:
        assert not valid
    else:
        assert valid
