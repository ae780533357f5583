"""Every format, every place, every notation: a finding of a real rule is gone where the comment says so, and only there.

What exactly a comment covers is held by `test_places.py`; here the whole way is gone, ids of the other tools included.
"""

from __future__ import annotations

# ruff: noqa: E501  tables of small sources
from pathlib import Path

import pytest

from cloudlint.config import Accept, Settings
from cloudlint.running import run
from cloudlint.typed import NamedTuple
from tests.core.suppressing.test_applying import repository

TODAY = "2026-11-22"
PLACES = ("at the top", "above the block", "inside", "above the line", "behind")
EVERYWHERE = frozenset(PLACES)
AT_A_LINE = frozenset(("above the line", "behind"))


class Format(NamedTuple):
    """A file in which one rule finds one thing, with a slot for each place, and that rule's ids elsewhere."""

    file: str
    source: str
    rule: str
    ids: dict[str, str]


ACL = {"checkov": "CKV_AWS_20", "trivy": "AVD-AWS-0092", "tfsec": "aws-s3-no-public-access-with-acl", "kics": "38c5ee0d-7f22-4260-ab72-5073048df100", "terrascan": "AC_AWS_0210"}  # fmt: skip
FORMATS = {
    "Terraform": Format(
        "main.tf",
        '{at the top}\n\n{above the block}\nresource "aws_s3_bucket_acl" "a" {{\n{inside}\n\n{above the line}\n  acl = "public-read" {behind}\n}}\n',
        "aws-s3-bucket-public-acl",
        ACL,
    ),
    "CloudFormation": Format(
        "template.yaml",
        "{at the top}\n\nResources:\n{above the block}\n  Site:\n    {inside}\n\n    Type: AWS::S3::Bucket\n    Properties:\n{above the line}\n      AccessControl: PublicRead {behind}\n",
        "aws-s3-bucket-public-acl",
        ACL,
    ),
    "Kubernetes": Format(
        "pod.yaml",
        "{at the top}\n\napiVersion: v1\nkind: Pod\nmetadata: {{name: a}}\nspec:\n  containers:\n{above the block}\n  - name: a\n    {inside}\n\n    image: x:1\n    securityContext:\n{above the line}\n      privileged: true {behind}\n",
        "kubernetes-container-privileged",
        {"checkov": "CKV_K8S_16", "trivy": "AVD-KSV-0017", "tfsec": "no-privileged-containers", "kics": "dd29336b-fe57-445b-a26e-e6aa867ae609", "terrascan": "AC_K8S_0046"},
    ),
    "Compose": Format(
        "compose.yaml",
        "{at the top}\n\nservices:\n{above the block}\n  web:\n    {inside}\n\n    image: x:1\n{above the line}\n    privileged: true {behind}\n",
        "compose-service-privileged",
        {"kics": "ae5b6871-7f45-42e0-bb4c-ab300c4d2026"},
    ),
    "Dockerfile": Format(
        "Dockerfile",
        "{at the top}\n\n{above the block}\nFROM alpine:3.20\n{inside}\n\n{above the line}\nRUN sudo id\n",
        "docker-run-sudo",
        {"checkov": "CKV2_DOCKER_1", "trivy": "AVD-DS-0010", "tfsec": "no-sudo-run", "kics": "8ada6e80-0ade-439e-b176-0b28f6bce35a", "terrascan": "AC_DOCKER_0007", "hadolint": "DL3004"},
    ),
}  # fmt: skip

NOTATIONS = [
    # whose, the comment, the places at which it is about the finding
    ("", "# cloudlint: ignore[RULE] a test", EVERYWHERE),
    ("", "# cloudlint: ignore-file[RULE] a test", EVERYWHERE),
    ("checkov", "# cloudlint: ignore[ID] by its id elsewhere", EVERYWHERE),
    ("checkov", "# checkov:skip=ID:a test", EVERYWHERE),
    ("trivy", "# trivy:ignore:ID", EVERYWHERE),
    ("tfsec", "# tfsec:ignore:ID", EVERYWHERE),
    ("kics", "# kics-scan ignore-line", AT_A_LINE),
    ("kics", "# kics-scan ignore-block", EVERYWHERE),
    ("kics", "# kics-scan ignore", EVERYWHERE),
    ("kics", "# kics-scan disable=ID", EVERYWHERE),
    ("terrascan", "# ts:skip=ID a test", EVERYWHERE),
    ("hadolint", "# hadolint ignore=ID", EVERYWHERE),
    ("hadolint", "# hadolint global ignore=ID", EVERYWHERE),
]
CASES = [
    pytest.param(format, place, comment.replace("RULE", format.rule).replace("ID", format.ids.get(whose, "")), place in places, id=f"{name}: {place}: {comment}")
    for name, format in FORMATS.items()
    for whose, comment, places in NOTATIONS
    if not whose or whose in format.ids
    for place in PLACES
    if f"{{{place}}}" in format.source
]  # fmt: skip


def judged(root: Path, format: Format, comments: dict[str, str], settings: Settings = Settings()) -> list[str]:  # noqa: B008  a frozen value
    """What the rule finds in the source with comments at places, and what is said of comments."""
    text = format.source.format(**{place: comments.get(place, "") for place in PLACES})
    repository(root, {format.file: text})
    settings = settings._replace(select=(format.rule, "ignore-*"), today=TODAY)
    return [finding.rule for finding in run([str(root)], settings).findings]


@pytest.mark.parametrize("format", [pytest.param(format, id=name) for name, format in FORMATS.items()])
def test_found_without_a_comment(tmp_path: Path, format: Format) -> None:
    assert judged(tmp_path, format, {}) == [format.rule]


@pytest.mark.parametrize(("format", "place", "comment", "ignored"), CASES)
def test_ignored(tmp_path: Path, format: Format, place: str, comment: str, ignored: bool) -> None:
    assert judged(tmp_path, format, {place: comment}) == [format.rule] * (not ignored)


@pytest.mark.parametrize("comment", ["// cloudlint: ignore[{}] a test", "/* cloudlint: ignore[{}] a test */"])
@pytest.mark.parametrize("place", PLACES)
def test_the_other_comments_of_terraform(tmp_path: Path, place: str, comment: str) -> None:
    format = FORMATS["Terraform"]
    assert judged(tmp_path, format, {place: comment.format(format.rule)}) == []


KUBERNETES = """\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: a
  annotations: {on the object}
spec:
  template:
    metadata:
      annotations: {on the pod}
    spec:
      containers:
        - name: a
          image: x:1
          securityContext: {{privileged: true}}
---
apiVersion: v1
kind: Pod
metadata: {{name: b}}
spec:
  containers:
    - name: b
      image: x:1
      securityContext: {{privileged: true}}
"""
TEMPLATE = """\
{of the template}
Resources:
  Site:
    Type: AWS::S3::Bucket
    {of the resource}
    Properties:
      AccessControl: PublicRead
  Other:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: PublicRead
"""
PRIVILEGED = FORMATS["Kubernetes"].rule
METADATA = [
    # file, source, place, what stands there, how many of the two findings are left
    ("a.yaml", KUBERNETES, "on the object", f'\n    cloudlint.dev/ignore: "{PRIVILEGED}"\n    cloudlint.dev/reason: a test', 1),
    ("a.yaml", KUBERNETES, "on the pod", f"\n        cloudlint.dev/ignore: {PRIVILEGED}", 1),
    ("a.yaml", KUBERNETES, "on the object", f'\n    cloudlint.dev/ignore: "{PRIVILEGED}"\n    cloudlint.dev/until: "2026-11-21"', 2),
    ("a.yaml", KUBERNETES, "on the object", "\n    checkov.io/skip1: CKV_K8S_16=a test", 1),
    ("a.yaml", KUBERNETES, "on the pod", "\n        checkov.io/skip1: CKV_K8S_16=a test", 1),
    ("a.yaml", KUBERNETES, "on the object", "\n    ignore-check.kube-linter.io/privileged-container: a test", 1),
    ("a.yaml", KUBERNETES, "on the object", "\n    ignore-check.kube-linter.io/latest-tag: a test", 2),
    ("a.yaml", KUBERNETES, "on the object", "\n    kube-linter.io/ignore-all: a test", 1),
    ("a.yaml", KUBERNETES, "on the object", '\n    runterrascan.io/skip: \'[{"rule": "AC_K8S_0046", "comment": "a test"}]\'', 1),
    ("a.yaml", TEMPLATE, "of the resource", "Metadata:\n      cloudlint:\n        ignore: [aws-s3-bucket-public-acl]", 1),
    ("a.yaml", TEMPLATE, "of the resource", "Metadata:\n      cloudlint:\n        ignore:\n          - CKV_AWS_20", 1),
    ("a.yaml", TEMPLATE, "of the template", "Metadata:\n  cloudlint:\n    ignore: [aws-s3-*]", 0),
    ("a.yaml", TEMPLATE, "of the resource", "Metadata:\n      checkov:\n        skip:\n          - id: CKV_AWS_20\n            comment: a test", 1),
]  # fmt: skip


@pytest.mark.parametrize(("file", "source", "place", "written", "left"), METADATA)
def test_where_comments_do_not_survive(
    tmp_path: Path, file: str, source: str, place: str, written: str, left: int
) -> None:
    places = {"on the object": "{}", "on the pod": "{}", "of the template": "", "of the resource": ""}
    repository(tmp_path, {file: source.format(**{**places, place: written})})
    settings = Settings(select=(PRIVILEGED, "aws-s3-bucket-public-acl"), today=TODAY)
    assert len(run([str(tmp_path)], settings).findings) == left


JSON = {
    "main.tf.json": '{"resource": {"aws_s3_bucket_acl": {"a": {"acl": "public-read"}}}}',
    "template.json": '{"Resources": {"Site": {"Type": "AWS::S3::Bucket", "Properties": {"AccessControl": "PublicRead"}}}}',
}


@pytest.mark.parametrize("file", JSON)
def test_json_through_settings(tmp_path: Path, file: str) -> None:
    repository(tmp_path, {file: JSON[file]})
    settings = Settings(select=("aws-s3-bucket-public-acl",))
    assert len(run([str(tmp_path)], settings).findings) == 1
    accepting = settings._replace(accept=(Accept(("CKV_AWS_20",), (file,), reason="a test"),))
    assert run([str(tmp_path)], accepting).findings == ()
