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
    "other/main.tf": 'resource "aws_security_group_rule" "all" {\n  cidr_blocks = ["0.0.0.0/0"]\n}\n',
}
RICH = {
    "main.tf": (
        'module "db" {\n  source    = "./db"\n  encrypted = var.encrypted\n  name = local.name\n}\n\n'
        'module "second" {\n  source    = "./db"\n  encrypted = true\n  name = module.db.name\n}\n\n'
        'resource "aws_s3_bucket" "a" {\n  bucket = "${local.name}-a" # 😀\n}\n\n'
        'resource "aws_s3_bucket" "b" {\n  bucket = "${var.name}-b"\n  count = 2\n}\n\n'
        'resource "aws_s3_bucket_acl" "a" {\n  bucket = aws_s3_bucket.a.id\n  acl = "public-read"\n}\n\n'
        'resource "aws_s3_bucket_public_access_block" "a" {\n  bucket = aws_s3_bucket.a.id\n'
        "  block_public_acls = false\n  ignore_public_acls = true\n}\n\n"
        'resource "aws_security_group" "one" {\n  vpc_id = "x"\n  ingress {\n    from_port = 22\n    to_port = 22\n'
        '    protocol = "tcp"\n    cidr_blocks = ["10.0.0.0/8"]\n  }\n}\n\n'
        'resource "aws_security_group_rule" "one" {\n  type = "ingress"\n  cidr_blocks = ["0.0.0.0/0"]\n'
        '  from_port = 22\n  to_port = 22\n  protocol = "tcp"\n  security_group_id = aws_security_group.one.id\n}\n\n'
        'data "aws_iam_policy_document" "p" {\n  statement {\n    actions = ["s3:*"]\n    resources = ["*"]\n  }\n}\n\n'
        'resource "aws_iam_policy" "p" {\n  policy = data.aws_iam_policy_document.p.json\n}\n'
    ),
    "variables.tf": (
        'variable "encrypted" {\n  default = false\n}\n\nvariable "name" {\n  default = "shop"\n}\n\n'
        'locals {\n  name = "shop"\n  acl = "private"\n}\n'
    ),
    "db/main.tf": (
        'variable "encrypted" {}\n\nvariable "name" {\n  default = "b"\n}\n\n'
        'resource "aws_db_instance" "one" {\n  count = 2\n  storage_encrypted = var.encrypted\n'
        "  deletion_protection = false\n  identifier = var.name\n}\n\n"
        'output "name" {\n  value = aws_db_instance.one[0].identifier\n}\n'
    ),
    "other/main.tf": 'variable "encrypted" {}\n\nvariable "name" {}\n\noutput "name" {\n  value = "b"\n}\n',
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

Swap = tuple[str, tuple[str, str], int]  # file, what is replaced by what, which occurrence
Typed = tuple[str, float, int, str]  # file, where (0 to 1), how many characters go, what comes

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
    findings = {path: [it.finding for it in verdict.reports[path]] for path in snapshot.buffers}
    return findings, verdict.undecided


def afresh(snapshot: Snapshot) -> object:
    outcome = run(list(snapshot.buffers), overlay=snapshot.overlay)
    findings = {path: [it for it in outcome.findings if it.span.path == path] for path in snapshot.buffers}
    return findings, outcome.undecided


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("repository")
    (made / ".git").mkdir()
    for name, text in {**FILES, **{f"rich/{name}": text for name, text in RICH.items()}}.items():
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_bytes(text.encode("utf-8"))
    return made


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bursts=bursts)
def test_every_burst_ends_in_the_verdict_of_a_fresh_start(root: Path, bursts: list[list[Typed]]) -> None:
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


SWAPS = (
    *(("false", "true"), ("true", "false"), ("var.encrypted", "false"), ("= false", "= var.encrypted")),
    *(('"public-read"', '"private"'), ('"private"', "local.acl"), ("local.acl", '"public-read"')),
    *(("count = 2", "count = 1"), ("count = 1", "count = 2"), ("local.name", "var.name"), ("var.name", "local.name")),
    *(('"shop"', '"a longer name"'), ("10.0.0.0/8", "0.0.0.0/0"), ("0.0.0.0/0", "10.0.0.0/8"), ("= ", "=  ")),
    *(("a.id", "b.id"), ("b.id", "a.id"), ("\n  ", "\n\n  "), (" # 😀", ""), ('"b"', '"b😀"')),
    *(("ingress", "egress"), ('"./db"', '"./other"'), ('"./other"', '"./db"')),
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(swaps=st.lists(st.tuples(st.sampled_from(sorted(RICH)), st.sampled_from(SWAPS), st.integers(0, 5)), max_size=25))
def test_values_that_change_inside_blocks(root: Path, swaps: list[Swap]) -> None:
    """What survives an edit of a value is what an edit of a value leaves as it was."""
    rich, judge, session = root / "rich", Judge(), Session()
    texts = dict(RICH)
    for name, text in RICH.items():
        session.open(types.TextDocumentItem((rich / name).as_uri(), "terraform", 1, text))
    assert shown(judge, session.snapshot) == afresh(session.snapshot)
    for name, (old, new), number in swaps:
        places = [at for at in range(len(texts[name])) if texts[name].startswith(old, at)]
        if places:
            at = places[number % len(places)]
            texts[name] = texts[name][:at] + new + texts[name][at + len(old) :]
            change = types.TextDocumentContentChangeWholeDocument(texts[name])
            buffer = session.buffer((rich / name).as_uri())
            assert buffer is not None
            session.change(types.VersionedTextDocumentIdentifier(buffer.version + 1, buffer.uri), [change])
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
