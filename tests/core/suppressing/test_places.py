"""Every notation at every place of every format: what an ignore is about, and what not.

In the sources `@` is where the comment goes, HIT is what it has to be about and MISS what not.
"""

from __future__ import annotations

# ruff: noqa: E501  tables of small sources
import pytest

from cloudlint.document import Document
from cloudlint.suppressing.ignore import Ignore
from cloudlint.suppressing.reading import ignores

HERE = [
    # a comment -> whose notation it is; about what begins on its line or the next
    ("# cloudlint: ignore[rule-a] why", "cloudlint"),
    ("# trivy:ignore:AVD-AWS-0092", "trivy"),
    ("#tfsec:ignore:aws-s3-no-public-access-with-acl", "tfsec"),
    ("# trivy:ignore:AVD-AWS-0092:exp:2027-03-31", "trivy"),
    ("# kics-scan ignore-block", "kics"),
    ("# hadolint ignore=DL3006,DL3008", "hadolint"),
]
BLOCK = [
    # the same, about the whole resource they stand in
    ("# checkov:skip=CKV_AWS_20:a site", "checkov"),
    ("# bridgecrew:skip=CKV_AWS_20:a site", "checkov"),
    ("# ts:skip=AC_AWS_0207 a site", "terrascan"),
]
LINE = [("# kics-scan ignore-line", "kics")]
FILE = [
    ("# cloudlint: ignore-file[rule-a] why", "cloudlint"),
    ("# kics-scan disable=e645ac34,f3674e0c", "kics"),
    ("# kics-scan ignore", "kics"),
    ("# hadolint global ignore=DL3006", "hadolint"),
]

TERRAFORM = [
    ("behind an attribute", HERE, 'resource "a" "b" {\n  acl = "HIT" @\n  other = "MISS"\n}\n'),
    ("above an attribute", HERE, 'resource "a" "b" {\n  before = "MISS"\n  @\n  acl = "HIT"\n  other = "MISS"\n}\n'),
    ("above it, other comments between", HERE, 'resource "a" "b" {\n  @\n  # why\n  acl = "HIT"\n  other = "MISS"\n}\n'),
    ("behind a list", HERE, 'resource "a" "b" {\n  acl = [\n    "HIT",\n  ] @\n  other = "MISS"\n}\n'),
    ("above a list", HERE, 'resource "a" "b" {\n  @\n  acl = [\n    "HIT",\n  ]\n  other = "MISS"\n}\n'),
    ("in a list", HERE, 'resource "a" "b" {\n  acl = [\n    @\n    "HIT",\n    "MISS",\n  ]\n}\n'),
    ("in an encoded policy", HERE, 'resource "a" "b" {\n p = jsonencode({\n  S = [\n   {\n    A = "MISS"\n   },\n   @\n   {\n    A = "HIT"\n   },\n  ]\n })\n}\n'),
    ("what is missing from the block", HERE, 'resource "HIT" "b" {\n  @\n  acl = "HIT"\n  other = "MISS"\n}\n'),
    ("above a nested block", HERE, 'resource "a" "b" {\n  @\n  rule {\n    x = "HIT"\n  }\n  rule {\n    x = "MISS"\n  }\n}\n'),
    ("behind a block's header", HERE, 'resource "HIT" "b" { @\n  acl = "HIT"\n}\nresource "MISS" "c" {}\n'),
    ("behind a block's end", HERE, 'resource "HIT" "b" {\n  acl = "HIT"\n} @\nresource "MISS" "c" {}\n'),
    ("above a block", HERE + BLOCK, 'resource "MISS" "x" {}\n\n@\nresource "HIT" "b" {\n  acl = "HIT"\n}\nresource "MISS" "c" {}\n'),
    ("above the first block", HERE, '@\nresource "HIT" "b" {\n  acl = "HIT"\n}\nresource "MISS" "c" {}\n'),
    ("inside, an empty line below", HERE + BLOCK, 'resource "HIT" "b" {\n  @\n\n  acl = "HIT"\n}\nresource "MISS" "c" {}\n'),
    ("inside, at the end", HERE + BLOCK, 'resource "HIT" "b" {\n  acl = "HIT"\n  @\n}\nresource "MISS" "c" {}\n'),
    ("inside, before an attribute", BLOCK, 'resource "HIT" "b" {\n  @\n  acl = "HIT"\n  other = "HIT"\n}\nresource "MISS" "c" {}\n'),
    ("inside a nested block", BLOCK, 'resource "HIT" "b" {\n  rule {\n    @\n    x = "HIT"\n  }\n}\nresource "MISS" "c" {}\n'),
    ("behind, for the resource", BLOCK, 'resource "HIT" "b" {\n  acl = "HIT" @\n  other = "HIT"\n}\nresource "MISS" "c" {}\n'),
    ("above a line", LINE, 'resource "MISS" "b" {\n  @\n  acl = "HIT"\n  other = "MISS"\n}\n'),
    ("behind a line", LINE, 'resource "MISS" "b" {\n  acl = "HIT" @\n  other = "MISS"\n}\n'),
    ("at the top", HERE + FILE, '# Licence\n@\n\nresource "HIT" "b" {\n  acl = "HIT"\n}\nresource "HIT" "c" {}\n'),
    ("anywhere, for the file", FILE, 'resource "HIT" "b" {\n  acl = "HIT" @\n}\nresource "HIT" "c" {}\n'),
]  # fmt: skip
YAML = [
    ("behind a value", HERE, "A:\n  B: HIT @\n  C: MISS\n"),
    ("above a value", HERE, "A:\n  B: MISS\n  @\n  C: HIT\n  D: MISS\n"),
    ("above a mapping", HERE, "A:\n  @\n  B:\n    C: HIT\n    D:\n      - HIT\n  E: MISS\n"),
    ("behind a key", HERE, "A:\n  B: @\n    C: HIT\n  E: MISS\n"),
    ("in a list", HERE, "A:\n  - x: MISS\n  @\n  - x: HIT\n    y: HIT\n  - x: MISS\n"),
    ("inside a resource", BLOCK, "Resources:\n  Bucket:\n    HIT: 1\n    @\n    Properties:\n      A: HIT\n"),
    ("above a line", LINE, "A:\n  @\n  B: HIT\n  C: MISS\n"),
    ("at the top", HERE + FILE, "@\n\nA:\n  B: HIT\nC: HIT\n"),
    ("for the file", FILE, "A:\n  B: HIT @\nC: HIT\n"),
]
DOCKERFILE = [
    ("above an instruction", HERE, "FROM x\nRUN MISS\n@\nRUN HIT\nRUN MISS\n"),
    ("at the top", HERE + FILE, "@\n\nFROM HIT\nRUN HIT\n"),
    ("for the file", FILE, "FROM HIT\n@\nRUN HIT\n"),
]

FORMATS = {
    "main.tf": ("terraform", TERRAFORM),
    "template.yaml": ("yaml", YAML),
    "Dockerfile": ("dockerfile", DOCKERFILE),
}
CASES = [
    pytest.param(name, language, source.replace("@", comment), whose, id=f"{name}: {place}: {comment}")
    for name, (language, places) in FORMATS.items()
    for place, comments, source in places
    for comment, whose in comments
]


def about(ignore: Ignore, offset: int) -> bool:
    return any(start <= offset < end for start, end in ignore.covers)


def offsets(text: str, word: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(word, at)]


@pytest.mark.parametrize(("name", "language", "text", "whose"), CASES)
def test_what_an_ignore_is_about(name: str, language: str, text: str, whose: str) -> None:
    (ignore,) = ignores(Document(f"/{name}", text, language))
    assert ignore.notation == whose
    header = 'resource "'  # what is missing is shown at the header, which begins with the block
    hits = [at - len(header) if text[:at].endswith(header) else at for at in offsets(text, "HIT")]
    misses = [at - len(header) if text[:at].endswith(header) else at for at in offsets(text, "MISS")]
    assert [text[at:].split("\n")[0] for at in hits if not about(ignore, at)] == [], ignore.covers
    assert [text[at:].split("\n")[0] for at in misses if about(ignore, at)] == [], ignore.covers


COMMENTS = [
    # comment, patterns, reason, until, by
    ("# cloudlint: ignore[a] why not", ["a"], "why not", "", ""),
    ("// cloudlint: ignore[a, b-*,c]  why", ["a", "b-*", "c"], "why", "", ""),
    ("/* cloudlint:ignore[a] why */", ["a"], "why", "", ""),
    ("# cloudlint: ignore[a] until=2027-03-31 by=ann a site", ["a"], "a site", "2027-03-31", "ann"),
    ('# cloudlint: ignore[a] a site by="Ann Lee" until=2027-03-31', ["a"], "a site", "2027-03-31", "Ann Lee"),
    ("# kept, cloudlint: ignore [a]: why", ["a"], "why", "", ""),
    ("# checkov:skip=CKV_AWS_20: a site", ["CKV_AWS_20"], "a site", "", ""),
    ("# checkov:skip=CKV_AWS_20,CKV_AWS_21", ["CKV_AWS_20", "CKV_AWS_21"], "", "", ""),
    ("# trivy:ignore:AVD-AWS-0092:exp:2027-03-31", ["AVD-AWS-0092"], "", "2027-03-31", ""),
    ("# tfsec:ignore:*", ["*"], "", "", ""),
    ("# kics-scan disable=a1, b2", ["a1", "b2"], "", "", ""),
    ("# ts:skip=AC_AWS_0207 a site", ["AC_AWS_0207"], "a site", "", ""),
]


@pytest.mark.parametrize(("comment", "patterns", "reason", "until", "by"), COMMENTS)
def test_what_a_comment_says(comment: str, patterns: list[str], reason: str, until: str, by: str) -> None:
    text = f'a = 1 {comment}\nb = "x"\n'
    (ignore,) = ignores(Document("/main.tf", text, "terraform"))
    assert [pattern.text for pattern in ignore.patterns] == patterns
    assert [text[pattern.start : pattern.end] for pattern in ignore.patterns] == patterns
    assert (ignore.reason, ignore.until, ignore.by, ignore.wrong) == (reason, until, by, "")


def test_several_in_one_comment() -> None:
    text = "a = 1 # tfsec:ignore:one tfsec:ignore:two\n"
    found = ignores(Document("/main.tf", text, "terraform"))
    assert [pattern.text for ignore in found for pattern in ignore.patterns] == ["one", "two"]


@pytest.mark.parametrize(
    ("comment", "wrong"),
    [
        ("# cloudlint: ignore", "`ignore` names no rule; write `ignore[rule-id] reason`"),
        ("# cloudlint: ignore[] why", "`ignore` names no rule; write `ignore[rule-id] reason`"),
        ("# cloudlint: ignore[a", "the list of `ignore[` is not closed"),
        ("# cloudlint: ignore[a] until=soon", "`until=soon` is no date; write it as 2027-03-31"),
        ("# cloudlint: ignore[a] until=2027-13-01", "`until=2027-13-01` is no date; write it as 2027-03-31"),
    ],
)
def test_what_is_wrong_with_a_comment(comment: str, wrong: str) -> None:
    (ignore,) = ignores(Document("/main.tf", f"a = 1 {comment}\n", "terraform"))
    assert ignore.wrong == wrong


@pytest.mark.parametrize(
    "text",
    [
        'a = "cloudlint: ignore[a] why"\n',  # in a string
        "a = <<EOT\n# cloudlint: ignore[a] why\nEOT\n",  # in a heredoc
        "# about cloudlint: it ignores nothing here\n",
        "# checkov: skip nothing\n",
    ],
)
def test_what_is_no_ignore(text: str) -> None:
    assert ignores(Document("/main.tf", text, "terraform")) == ()


POD = """\
apiVersion: v1
kind: Pod
metadata:
  name: a
  annotations:
    @
spec: HIT
---
kind: Pod
spec: MISS
"""
TEMPLATE = """\
Resources:
  Bucket:
    Type: HIT
    Metadata:
      @
    Properties:
      A: HIT
  Other:
    Type: MISS
"""
METADATA = [
    # source, what stands there, whose, patterns, reason
    (POD, "cloudlint.dev/ignore: rule-a, rule-b", "cloudlint", ["rule-a", "rule-b"], ""),
    (POD, 'cloudlint.dev/ignore: "rule-a"\n    cloudlint.dev/reason: "a test"', "cloudlint", ["rule-a"], "a test"),
    (POD, "checkov.io/skip1: CKV_K8S_20=a test", "checkov", ["CKV_K8S_20"], "a test"),
    (POD, 'ignore-check.kube-linter.io/run-as-non-root: "a test"', "kube-linter", ["run-as-non-root"], "a test"),
    (POD, "kube-linter.io/ignore-all: a test", "kube-linter", ["*"], "a test"),
    (POD, 'runterrascan.io/skip: \'[{"rule": "AC_K8S_0001"}]\'', "terrascan", ["AC_K8S_0001"], ""),
    (TEMPLATE, "cloudlint:\n        ignore: [rule-a, rule-b]\n        reason: a test", "cloudlint", ["rule-a", "rule-b"], "a test"),
    (TEMPLATE, "checkov:\n        skip:\n          - id: CKV_AWS_18\n            comment: a test", "checkov", ["CKV_AWS_18"], "a test"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "written", "whose", "patterns", "reason"), METADATA)
def test_metadata(source: str, written: str, whose: str, patterns: list[str], reason: str) -> None:
    text = source.replace("@", written)
    (ignore,) = ignores(Document("/template.yaml", text, "yaml"))
    assert ignore.notation == whose
    assert [pattern.text for pattern in ignore.patterns] == patterns
    assert ignore.reason == reason
    assert all(about(ignore, at) for at in offsets(text, "HIT"))
    assert not any(about(ignore, at) for at in offsets(text, "MISS"))
