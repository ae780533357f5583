"""Queues as resources, and through the module of the registry that most people use for them."""

from __future__ import annotations

from cloudlint.resource import Resource

# The module takes these arguments under the names that the resource has.
QUEUES = ("aws_sqs_queue", "module")
QUEUES_AND_POLICIES = ("aws_sqs_queue", "aws_sqs_queue_policy", "module")


def is_queue(resource: Resource) -> bool:
    """Is this a queue (or its policy), and not some other module?"""
    source = resource["source"].text if resource.kind == "module" else None
    return resource.kind != "module" or (source is not None and source.startswith("terraform-aws-modules/sqs/aws"))
