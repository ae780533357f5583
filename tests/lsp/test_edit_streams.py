"""Random editing: after every burst of edits the server says what a fresh judgement of the same text says."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lsprotocol import types

from cloudlint.running import run
from cloudlint_lsp.convert import edited
from cloudlint_lsp.judging import Judge
from cloudlint_lsp.session import Session, Snapshot

FILES = {
    "main.tf": (
        'module "db" {\n  source    = "./db"\n  encrypted = var.encrypted\n}\n'
        'resource "aws_s3_bucket" "a" {\n  bucket = "${local.name}-a" # 😀\n}\n'
        'resource "aws_s3_bucket_acl" "a" {\n  bucket = aws_s3_bucket.a.id\n  acl = "public-read"\n}\n'
    ),
    "variables.tf": 'variable "encrypted" {\n  default = false\n}\nlocals {\n  name = "shop"\n}\n',
    "db/main.tf": (
        'variable "encrypted" {}\r\nresource "aws_db_instance" "one" {\r\n  count = 2\r\n'
        '  storage_encrypted = var.encrypted\r\n  tags = { a = "b" }\r\n}\r\n'
    ),
    "other/main.tf": 'resource "aws_security_group_rule" "all" {\n  type = "ingress"\n  cidr_blocks = ["0.0.0.0/0"]\n}\n',
}
PIECES = (
    *("", " ", "\n", "\r\n", "\t", "😀", '"', "{", "}", "=", "#", "false", "true", "[", "]", "${", "count = 3\n"),
    *(
        "var.encrypted",
        "local.name",
        'acl = "private"\n',
        'resource "aws_s3_bucket" "z" {\n}\n',
        "  storage_encrypted = ",
    ),
    *('source = "../other"\n', 'module "o" {\n  source = "./other"\n}\n', "/*", "<<A\n", "default = true\n"),
)

edit = st.tuples(st.sampled_from(sorted(FILES)), st.floats(0, 1), st.integers(0, 12), st.sampled_from(PIECES))
bursts = st.lists(st.lists(edit, min_size=1, max_size=4), min_size=1, max_size=8)


def position_of(text: str, offset: int) -> types.Position:
    """By the definition of the protocol, in UTF-16, one code point after the other."""
    line = column = at = 0
    while at < offset:
        if text[at] == "\n" or (text[at] == "\r" and text[at + 1 : at + 2] != "\n"):
            line, column = line + 1, 0
        elif text[at] != "\r":
            column += 2 if text[at] > "\uffff" else 1
        at += 1
    return types.Position(line, column)


def typed(session: Session, uri: str, text: str, where: float, length: int, piece: str) -> str:
    """One edit sent to the session; the text as it should be now."""
    start = int(where * len(text))
    end = min(start + length, len(text))
    # A position inside CRLF means before it.
    start, end = (at - 1 if text[at - 1 : at + 1] == "\r\n" else at for at in (start, end))
    range = types.Range(position_of(text, start), position_of(text, end))
    buffer = session.buffer(uri)
    assert buffer is not None
    session.change(
        types.VersionedTextDocumentIdentifier(buffer.version + 1, uri),
        [types.TextDocumentContentChangePartial(range, piece)],
    )
    return text[:start] + piece + text[end:]


def shown(judge: Judge, snapshot: Snapshot) -> object:
    verdict = judge.verdict(snapshot, snapshot.buffers, lambda doing: None)
    return {path: [it.finding for it in verdict.reports[path]] for path in snapshot.buffers}


def afresh(snapshot: Snapshot) -> object:
    outcome = run(list(snapshot.buffers), overlay=snapshot.overlay)
    return {path: [it for it in outcome.findings if it.span.path == path] for path in snapshot.buffers}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("repository")
    (made / ".git").mkdir()
    for name, text in FILES.items():
        (made / name).parent.mkdir(exist_ok=True)
        (made / name).write_bytes(text.encode("utf-8"))
    return made


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bursts=bursts)
def test_every_burst_ends_in_the_verdict_of_a_fresh_start(
    root: Path, bursts: list[list[tuple[str, float, int, str]]]
) -> None:
    session, judge = Session(), Judge()
    texts = dict(FILES)
    for name, text in FILES.items():
        session.open(types.TextDocumentItem((root / name).as_uri(), "terraform", 1, text))
    assert shown(judge, session.snapshot) == afresh(session.snapshot)
    for burst in bursts:
        for name, where, length, piece in burst:
            texts[name] = typed(session, (root / name).as_uri(), texts[name], where, length, piece)
        assert {buffer.path: buffer.text for buffer in session.snapshot.buffers.values()} == {
            str(root / name): text for name, text in texts.items()
        }
        assert shown(judge, session.snapshot) == afresh(session.snapshot)


@given(
    text=st.text(alphabet="a😀\r\n\té", max_size=30),
    changes=st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), st.text(alphabet="b😀\r\n", max_size=4)), max_size=5),
)
def test_several_changes_in_one_message(text: str, changes: list[tuple[float, float, str]]) -> None:
    events: list[types.TextDocumentContentChangeEvent] = []
    expected = text
    for one, other, piece in changes:
        start, end = sorted((int(one * len(expected)), int(other * len(expected))))
        start, end = (at - 1 if expected[at - 1 : at + 1] == "\r\n" and at else at for at in (start, end))
        range = types.Range(position_of(expected, start), position_of(expected, end))
        events.append(types.TextDocumentContentChangePartial(range, piece))
        expected = expected[:start] + piece + expected[end:]
    assert edited(text, events, "utf-16") == expected
