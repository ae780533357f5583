from __future__ import annotations

from pathlib import Path

from cloudlint.config import Settings
from cloudlint.document import Document
from cloudlint.fingerprints import Fingerprints, fingerprints
from cloudlint.model import LOW, Finding, Span
from cloudlint.outcome import Outcome
from cloudlint.running import run

DATABASE = 'resource "aws_db_instance" "one" {\n  storage_encrypted = false\n}\n'


def prints(root: Path, **files: str) -> list[str]:
    (root / ".git").mkdir(exist_ok=True)
    for old in root.glob("*.tf"):
        old.unlink()
    for name, text in files.items():
        (root / f"{name}.tf").write_text(text)
    return list(fingerprints(run([str(root)], Settings(select=("aws-rds-storage-unencrypted",)))))


def test_what_changes_a_fingerprint(tmp_path: Path) -> None:
    (one,) = before = prints(tmp_path, a=DATABASE)
    assert len(one) == 32
    assert prints(tmp_path, a=DATABASE) == before
    assert prints(tmp_path, a="\n# moved down\n\n" + DATABASE) == before
    assert prints(tmp_path, b=DATABASE) != before, "fixed in one file and new in another is new"
    assert prints(tmp_path, a=DATABASE.replace("one", "two")) != before


def test_findings_that_are_alike_are_told_apart() -> None:
    document = Document("/repo/a.tf", "x = 1\nx = 1\n", "terraform")
    alike = tuple(Finding("a-rule", LOW, "bad", Span("/repo/a.tf", at, at + 5), "r") for at in (0, 6))
    outcome = Outcome(findings=alike, documents={document.path: document}, roots=("/repo",))
    first, second = fingerprints(outcome)
    assert first != second
    assert list(fingerprints(outcome._replace(findings=alike[:1]))) == [first]


def test_what_is_remembered_is_what_would_be_made_anew() -> None:
    remembering = Fingerprints()
    for text in ("x = 1\nx = 1\n", "x = 1\n\nx = 1\n", "x = 2\nx = 1\n", "x=1\nx = 1\n", ""):
        document = Document("/repo/a.tf", text, "terraform")
        alike = tuple(Finding("a-rule", LOW, "bad", Span("/repo/a.tf", at, at + 5), "r") for at in (0, 6))
        for roots in ((), ("/repo",)):
            outcome = Outcome(findings=alike, documents={document.path: document}, roots=roots)
            assert remembering.of(outcome) == fingerprints(outcome)
