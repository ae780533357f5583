"""Nested stacks whose templates are in the repository: judged as they are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from cloudlint.config import Settings
from cloudlint.languages import analyse
from cloudlint.resource import Graph
from cloudlint.running import run
from cloudlint.workspace import Workspace, absolute

PARENT = """\
Parameters:
  Kind:
    Type: String
    Default: aws:kms
Resources:
  Network:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: {location}
      Parameters:
        Name: logs
        Flag: {flag}
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: !GetAtt Network.Outputs.Name
      KmsMasterKeyId: !GetAtt [Network, Outputs.Key]
"""
CHILD = """\
Parameters:
  Name:
    Type: String
    Default: nothing
  Flag:
    Type: String
    Default: "true"
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotation: !Ref Flag
      Description: !Sub "key of ${Name}"
Outputs:
  Name:
    Value: !Sub "${Name}-queue"
  Key:
    Value: !Ref Key
"""


def graph(folder: Path, **files: str) -> Graph:
    """The resources of `parent.yaml` among files (`child_yaml` is `child.yaml`, `parts__child_yaml` one below)."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_yaml", ".yaml")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return analyse(Workspace(str(folder)), [absolute(str(folder / "parent.yaml"))]).graph


@pytest.mark.parametrize("location", ["./child.yaml", "child.yaml", "'./parts/../child.yaml'"])
def test_a_nested_stack_is_made_from_its_template(location: str, tmp_path: Path) -> None:
    resources = graph(tmp_path, parent_yaml=PARENT.format(location=location, flag="true"), child_yaml=CHILD)
    (key,) = resources.of("aws_kms_key")
    (queue,) = resources.of("aws_sqs_queue")
    assert key.address == "Network/Key"
    assert key["description"].text == "key of logs"
    assert queue["name"].text == "logs-queue"
    assert queue["kms_master_key_id"].refers == (key,)


@pytest.mark.parametrize(
    "location", ["https://example.com/child.yaml", "./missing.yaml", "../outside.yaml", "!Ref Place", "./parent.yaml"]
)
def test_what_is_not_at_hand_is_unknown(location: str, tmp_path: Path) -> None:
    resources = graph(tmp_path, parent_yaml=PARENT.format(location=location, flag="true"), child_yaml=CHILD)
    assert not resources.of("aws_kms_key")
    (queue,) = resources.of("aws_sqs_queue")
    assert queue["name"].unknown


def test_an_application_of_sam_is_a_nested_stack(tmp_path: Path) -> None:
    parent = """\
Resources:
  Keys:
    Type: AWS::Serverless::Application
    Properties:
      Location: parts/child.yaml
      Parameters:
        Name: orders
"""
    (key,) = graph(tmp_path, parent_yaml=parent, parts__child_yaml=CHILD).of("aws_kms_key")
    assert key["description"].text == "key of orders"
    assert key["enable_key_rotation"].flag is True


def test_stacks_that_nest_each_other_end(tmp_path: Path) -> None:
    parent = PARENT.format(location="child.yaml", flag="true")
    child = CHILD + PARENT.partition("Resources:\n")[2].format(location="parent.yaml", flag="x")
    assert graph(tmp_path, parent_yaml=parent, child_yaml=child).of("aws_kms_key")


def test_a_parameter_that_needs_itself_is_unknown(tmp_path: Path) -> None:
    parent = PARENT.format(location="child.yaml", flag="!GetAtt Network.Outputs.Flag")
    child = CHILD + "  Flag:\n    Value: !Ref Flag\n"
    (key,) = graph(tmp_path, parent_yaml=parent, child_yaml=child).of("aws_kms_key")
    assert key["enable_key_rotation"].unknown


@pytest.mark.parametrize(
    ("flag", "named", "found"),
    [
        ("false", "child.yaml", [("parent.yaml", 12)]),  # decided by the caller: shown there, also when asked here
        ("false", ".", [("parent.yaml", 12)]),
        ("true", "child.yaml", []),
        ("!Ref Unknown", "child.yaml", []),
    ],
)
def test_a_nested_template_is_judged_as_it_is_called(
    flag: str, named: str, found: list[tuple[str, int]], tmp_path: Path
) -> None:
    graph(tmp_path, parent_yaml=PARENT.format(location="child.yaml", flag=flag), child_yaml=CHILD)
    outcome = run([str(tmp_path / named)], Settings(select=("aws-kms-key-without-rotation",)), roots=[str(tmp_path)])
    places = [
        (finding.span.path.rpartition("/")[2], outcome.documents[finding.span.path].position(finding.span.start).line)
        for finding in outcome.findings
    ]
    assert places == found


def test_a_template_whose_stack_is_never_made_is_judged_alone(tmp_path: Path) -> None:
    parent = PARENT.format(location="child.yaml", flag="true").replace(
        "    Type: AWS::CloudFormation::Stack\n", "    Type: AWS::CloudFormation::Stack\n    Condition: Never\n"
    )
    parent += "Conditions:\n  Never: !Equals [a, b]\n"
    child = CHILD.replace('"true"', '"false"')
    graph(tmp_path, parent_yaml=parent, child_yaml=child)
    outcome = run([str(tmp_path)], Settings(select=("aws-kms-key-without-rotation",)), roots=[str(tmp_path)])
    assert [finding.span.path.rpartition("/")[2] for finding in outcome.findings] == ["child.yaml"]


@pytest.mark.parametrize(
    ("location", "told"),
    [("https://example.com/child.yaml", True), ("!Ref Place", True), ("./missing.yaml", True), ("child.yaml", False)],
)
def test_a_stack_whose_template_is_not_at_hand_is_told(location: str, told: bool, tmp_path: Path) -> None:
    (tmp_path / "parent.yaml").write_text(PARENT.format(location=location, flag="true"))
    (tmp_path / "child.yaml").write_text(CHILD)
    path = (tmp_path / "parent.yaml").as_posix()
    analysis = analyse(Workspace(tmp_path.as_posix()), [path])
    texts = [analysis.documents[path].text[it.span.start : it.span.end] for it in analysis.not_followed]
    assert texts == ([location] if told else [])
