"""Names, accelerators, and firewalls in front of applications and networks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ....resource import UNKNOWN, Resource, Value
from ..rows import Also, Name, Row, Table, elements, found, raw
from ..translating import translated

_RECORD: dict[str, Name] = {
    "AliasTarget": {"": "alias", "DNSName": "name", "HostedZoneId": "zone_id"},
    "HostedZoneId": "zone_id",
    "ResourceRecords": "records",
    "TTL": "ttl",
    "GeoProximityLocation": None,
    "CidrRoutingConfig": None,
}


def _records(group: Resource, properties: Value) -> Iterable[tuple[str, Mapping[str, Value]]]:
    for item in elements(found(properties, "RecordSets")):
        record = translated(item, _RECORD)
        if isinstance(record.data, Mapping):
            yield "aws_route53_record", record.data


TYPES: Table = {
    "AWS::Route53::HostedZone": Row(
        "aws_route53_zone",
        {"HostedZoneTags": raw("tags"), "VPCs": {"": "vpc", "VPCId": "vpc_id"}, "HostedZoneConfig": {"": "."}},
        also=(
            Also(
                "aws_route53_query_log",
                "zone_id",
                {"QueryLoggingConfig": {"": ".", "CloudWatchLogsLogGroupArn": "cloudwatch_log_group_arn"}},
            ),
        ),
    ),
    "AWS::Route53::DNSSEC": Row("aws_route53_hosted_zone_dnssec"),
    "AWS::Route53::KeySigningKey": Row("aws_route53_key_signing_key"),
    "AWS::Route53::RecordSet": Row("aws_route53_record", _RECORD),
    "AWS::Route53::RecordSetGroup": Row("", makes=_records, kinds=("aws_route53_record",)),
    "AWS::GlobalAccelerator::Accelerator": Row(
        "aws_globalaccelerator_accelerator",
        {
            "FlowLogsEnabled": "attributes.flow_logs_enabled",
            "FlowLogsS3Bucket": "attributes.flow_logs_s3_bucket",
            "FlowLogsS3Prefix": "attributes.flow_logs_s3_prefix",
        },
    ),
    "AWS::NetworkFirewall::Firewall": Row(
        "aws_networkfirewall_firewall",
        {"FirewallName": "name", "SubnetMappings": "subnet_mapping"},
        {"encryption_configuration": UNKNOWN},
    ),
    "AWS::NetworkFirewall::FirewallPolicy": Row(
        "aws_networkfirewall_firewall_policy",
        {"FirewallPolicyName": "name", "FirewallPolicy": {"PolicyVariables": None, "StatelessCustomActions": None}},
        {"encryption_configuration": UNKNOWN},
    ),
    "AWS::NetworkFirewall::LoggingConfiguration": Row(
        "aws_networkfirewall_logging_configuration",
        {
            "FirewallName": None,
            "LoggingConfiguration": {
                "LogDestinationConfigs": {"": "log_destination_config", "LogDestination": raw("log_destination")}
            },
        },
    ),
    "AWS::NetworkFirewall::RuleGroup": Row(
        "aws_networkfirewall_rule_group",
        {"RuleGroupName": "name", "RuleGroup": None},
        {"encryption_configuration": UNKNOWN},
    ),
    "AWS::Shield::Protection": Row("aws_shield_protection"),
    "AWS::WAF::WebACL": Row("aws_waf_web_acl", {"rule": None, "rule_json": None}, {"logging_configuration": UNKNOWN}),
    "AWS::WAFRegional::WebACL": Row(
        "aws_wafregional_web_acl",
        {"Rules": "rule", "rule_json": None, "rules": None},
        {"logging_configuration": UNKNOWN},
    ),
    "AWS::WAFRegional::WebACLAssociation": Row("aws_wafregional_web_acl_association", {"WebACLId": "web_acl_id"}),
    "AWS::WAFv2::WebACL": Row(
        "aws_wafv2_web_acl",
        {
            "rule_json": None,
            "rules": None,
            "Rules": {"": "rule", "Statement": {"ManagedRuleGroupStatement": {"ScopeDownStatement": None}}},
            "CustomResponseBodies": None,
            "AssociationConfig": None,
        },
    ),
    "AWS::WAFv2::RuleGroup": Row(
        "aws_wafv2_rule_group",
        {
            "rules_json": None,
            "AvailableLabels": None,
            "ConsumedLabels": None,
            "CustomResponseBodies": None,
            "MonetizationConfig": None,
            "Rules": "rule",
        },
    ),
    "AWS::WAFv2::WebACLAssociation": Row("aws_wafv2_web_acl_association", {"WebACLArn": "web_acl_arn"}),
    "AWS::WAFv2::LoggingConfiguration": Row(
        "aws_wafv2_web_acl_logging_configuration", {"LoggingFilter": None, "RedactedFields": None}
    ),
}
