"""Templates to resources, for the tests of this folder."""

from __future__ import annotations

from cloudlint.languages import analyse_text
from cloudlint.resource import Graph, Resource, Value


def graph(text: str, name: str = "template.yaml") -> Graph:
    """The resources of a template."""
    return analyse_text(text, "cloudformation", name).graph


def resource(text: str, kind: str, name: str = "template.yaml") -> Resource:
    """The one resource of a kind."""
    (found,) = graph(text, name).of(kind)
    return found


def worth(expression: str, rest: str = "") -> Value:
    """What a property is worth. The template has a bucket `Other` and whatever `rest` adds."""
    text = f"""\
{rest}
Resources:
  Other:
    Type: AWS::S3::Bucket
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: {expression}
"""
    return resource(text, "aws_sqs_queue")["name"]
