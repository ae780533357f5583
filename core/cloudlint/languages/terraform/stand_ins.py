"""Modules of the registry that are not at hand, judged by the arguments they are called with.

The modules of `terraform-aws-modules` hand their arguments to one main resource under the resource's own names. A call
whose module was not downloaded still shows these arguments; what it does not say is unknown, because a default depends
on the module's version. The names are those of the modules' published inputs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ...resource import ABSENT, KNOWN, Graph, Resource, Value
from ...typed import NamedTuple

REGISTRY = "terraform-aws-modules/"


class _Part(NamedTuple):
    """A resource that a module makes: the inputs that are its attributes, and those that need another shape.

    `unset` are those of the former that no version of the module gives a value, where the call does not.
    """

    kind: str
    same: str
    shaped: Mapping[str, tuple[str, Callable[[Value], Value]]] = {}
    unset: str = ""


class StandIn(Resource):
    """A resource inside a module that is not at hand: spoken of by the call, which is all that can be seen."""

    __slots__ = ()

    def __str__(self) -> str:
        return f"`module.{self.label}`"


def stand_ins(call: Resource) -> Iterator[Resource]:
    """What a `module` block surely makes, with the attributes that its arguments give."""
    source = call["source"].text or ""
    name = source.removeprefix(REGISTRY).partition("/")[0] if source.startswith(REGISTRY) else ""
    arguments = call.data if isinstance(call.data, Mapping) else {}
    for part in _PARTS.get(name, ()):
        given = {attribute: arguments[attribute] for attribute in part.same.split() if attribute in arguments}
        for argument, (attribute, shape) in part.shaped.items():
            if argument in arguments:
                given[attribute] = shape(arguments[argument])
        if given:
            given |= {name: Value(ABSENT, None, call.span) for name in part.unset.split() if name not in given}
            yield _stand_in(call, part.kind, given, call.graph)


def _stand_in(call: Resource, kind: str, given: Mapping[str, Value], graph: Graph) -> Resource:
    body = Value(KNOWN, given, call.span, open=True, site=call.site)
    return StandIn(kind, call.label, f"{call.address}.{kind}.this", call.framework, body, graph)


def _rules(listed: Value) -> Value:
    """The security group module's rules as blocks: it takes the ranges of each as one text with commas."""
    if not isinstance(listed.data, tuple):
        return listed
    return listed.but(data=tuple(_rule(listed.part(rule)) for rule in listed.data))


def _rule(rule: Value) -> Value:
    ranges = rule.data.get("cidr_blocks") if isinstance(rule.data, Mapping) else None
    if ranges is None or not isinstance(ranges.data, str) or not isinstance(rule.data, Mapping):
        return rule
    parts = tuple(ranges.but(data=part.strip(), site=None) for part in ranges.data.split(","))
    return rule.but(data={**rule.data, "cidr_blocks": ranges.but(data=parts)}, open=False)


_PARTS: dict[str, tuple[_Part, ...]] = {
    "alb": (_Part("aws_lb", "drop_invalid_header_fields enable_deletion_protection load_balancer_type access_logs"),),
    "autoscaling": (
        _Part("aws_launch_configuration", "ebs_block_device root_block_device user_data user_data_base64"),
    ),
    "ec2-instance": (
        _Part("aws_instance", "associate_public_ip_address user_data user_data_base64 ebs_optimized metadata_options"),
    ),
    "rds": (
        _Part(
            "aws_db_instance",
            "engine publicly_accessible storage_encrypted deletion_protection backup_retention_period"
            " iam_database_authentication_enabled auto_minor_version_upgrade copy_tags_to_snapshot replicate_source_db",
            unset="replicate_source_db",
        ),
    ),
    "s3-bucket": (
        _Part(
            "aws_s3_bucket_public_access_block",
            "block_public_acls block_public_policy ignore_public_acls restrict_public_buckets",
        ),
        _Part("aws_s3_bucket_policy", "policy"),
    ),
    "security-group": (
        _Part(
            "aws_security_group",
            "",
            {
                "ingress_with_cidr_blocks": ("ingress", _rules),
                "ingress_with_ipv6_cidr_blocks": ("ingress", _rules),
                "egress_with_cidr_blocks": ("egress", _rules),
            },
        ),
    ),
    "sqs": (_Part("aws_sqs_queue", "policy sqs_managed_sse_enabled kms_master_key_id"),),
    "vpc": (_Part("aws_subnet", "map_public_ip_on_launch"),),
}
