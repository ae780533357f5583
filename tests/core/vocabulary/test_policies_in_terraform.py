"""The squiggle sits on the very `"*"`, in every notation in which Terraform takes a policy."""

from __future__ import annotations

import pytest

from cloudlint.languages import analyse
from cloudlint.model import Span
from cloudlint.resource import Resource, Value
from cloudlint.vocabulary.iam_policy import is_admin, policy_of
from cloudlint.workspace import Workspace

PATH = "/(project)/main.tf"

# «» marks where the finding is shown, ¶§ where the star that decides it stands (if that is elsewhere)
NOTATIONS = {
    "jsonencode": """
        resource "aws_iam_policy" "x" {
          policy = jsonencode({ Statement = [{ Effect = "Allow", Action = [«"*"»], Resource = "*" }] })
        }""",
    "a heredoc": """
        variable "bucket" {}
        resource "aws_iam_policy" "x" {
          policy = <<-EOT
            {
              "Statement": {
                "Effect": "Allow",
                "Action": [ "s3:Get*", «"*"» ],
                "Resource": ["${var.bucket}", "*"]
              }
            }
          EOT
        }""",
    "a quoted string": r"""
        resource "aws_iam_policy" "x" {
          policy = «"{\\"Statement\\": {\\"Effect\\": \\"Allow\\", \\"Action\\": \\"*\\", \\"Resource\\": \\"*\\"}}"»
        }""".replace(r"\\", "\\"),
    "a local": """
        locals {
          policy = jsonencode({ Statement = [{ Effect = "Allow", Action = [¶"*"§], Resource = "*" }] })
        }
        resource "aws_iam_policy" "x" {
          policy = «local.policy»
        }""",
    "a policy document": """
        data "aws_iam_policy_document" "x" {
          statement {
            actions   = [¶"*"§]
            resources = ["*"]
          }
        }
        resource "aws_iam_policy" "x" {
          policy = «data.aws_iam_policy_document.x.json»
        }""",
    "a variable inside a heredoc": """
        variable "action" {
          default = ¶"*"§
        }
        resource "aws_iam_policy" "x" {
          policy = <<EOT
        {"Statement": [{"Effect": "Allow", "Action": «"${var.action}"», "Resource": "*"}]}
        EOT
        }""",
}


@pytest.mark.parametrize("notation", NOTATIONS)
def test_the_star_is_found(notation: str) -> None:
    marked = NOTATIONS[notation]
    source = marked.translate(dict.fromkeys(map(ord, "«»¶§")))
    policy = policy_of(iam_policy(source)["policy"])
    assert policy is not None
    (star,) = [action for action in map(is_admin, policy.statements) if action is not None]
    assert star.place == place(marked, "«", "»")
    if "¶" in marked:
        assert place(marked, "¶", "§") in [step.span for step in star.trail]


def test_the_star_of_a_heredoc_can_be_replaced() -> None:
    source = NOTATIONS["a heredoc"].replace("«", "").replace("»", "")
    policy = policy_of(iam_policy(source)["policy"])
    assert policy is not None
    change = policy.statements[0].actions[1].remove()
    assert change is not None
    (edit,) = change.edits
    assert '"Action": [ "s3:Get*" ]' in source[: edit.span.start] + edit.text + source[edit.span.end :]


def iam_policy(source: str) -> Resource:
    (graph,) = analyse(Workspace("/(project)", {PATH: source}), [PATH], [PATH]).graphs
    (found,) = graph.of("aws_iam_policy")
    return found


def place(marked: str, before: str, after: str) -> Span:
    def offset(mark: str) -> int:
        return sum(1 for character in marked[: marked.index(mark)] if character not in "«»¶§")

    return Span(PATH, offset(before), offset(after))


def test_values_are_shown_in_the_resource_that_uses_them() -> None:
    source = NOTATIONS["a policy document"].translate(dict.fromkeys(map(ord, "«»¶§")))
    user = iam_policy(source)
    policy = policy_of(user["policy"])
    assert policy is not None
    action: Value = policy.statements[0].actions[0]
    assert action.owner is user
