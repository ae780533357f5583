"""Load balancers of both generations."""

from __future__ import annotations

from collections.abc import Mapping

from ....resource import Value
from ..rows import Also, Row, Table, changed, choice, found

# The attributes of a load balancer that Terraform has names for.
_ATTRIBUTES = {
    "access_logs.s3.enabled": "AccessLogsEnabled",
    "access_logs.s3.bucket": "AccessLogsBucket",
    "access_logs.s3.prefix": "AccessLogsPrefix",
    "deletion_protection.enabled": "EnableDeletionProtection",
    "idle_timeout.timeout_seconds": "IdleTimeout",
    "load_balancing.cross_zone.enabled": "EnableCrossZoneLoadBalancing",
    "routing.http2.enabled": "EnableHttp2",
    "routing.http.desync_mitigation_mode": "DesyncMitigationMode",
    "routing.http.drop_invalid_header_fields.enabled": "DropInvalidHeaderFields",
    "waf.fail_open.enabled": "EnableWafFailOpen",
}
_SCHEME = choice("internal", **{"internal": True, "internet-facing": False})


def _attributes(properties: Value) -> Value:
    """The list of attributes as properties of their own."""
    listed = found(properties, "LoadBalancerAttributes")
    if not isinstance(listed.data, tuple):
        return properties
    made: dict[str, Value] = {}
    partial = listed.open
    for item in listed.data:
        key = item.data.get("Key") if isinstance(item.data, Mapping) else None
        if key is None or not isinstance(key.data, str):
            partial = True
        elif key.data in _ATTRIBUTES:
            made[_ATTRIBUTES[key.data]] = found(item, "Value")
    properties = changed(properties, LoadBalancerAttributes=None, **made)
    return properties.but(open=properties.open or partial)


TYPES: Table = {
    "AWS::ElasticLoadBalancingV2::LoadBalancer": Row(
        "aws_lb",
        {
            "access_logs": None,  # a list of attributes that is not written item by item
            "desync_mitigation_mode": None,
            "drop_invalid_header_fields": None,
            "enable_cross_zone_load_balancing": None,
            "enable_deletion_protection": None,
            "AccessLogsEnabled": "access_logs.enabled",
            "AccessLogsBucket": "access_logs.bucket",
            "AccessLogsPrefix": "access_logs.prefix",
            "Scheme": _SCHEME,
            "SubnetMappings": "subnet_mapping",
            "Type": "load_balancer_type",
        },
        before=_attributes,
    ),
    "AWS::ElasticLoadBalancingV2::Listener": Row(
        "aws_lb_listener",
        {
            "Certificates": {"": "."},
            "DefaultActions": {
                "": "default_action",
                "AuthenticateCognitoConfig": None,
                "AuthenticateOidcConfig": None,
                "FixedResponseConfig": "fixed_response",
                "ForwardConfig": {
                    "": "forward",
                    "TargetGroups": {"": "target_group", "TargetGroupArn": "arn"},
                    "TargetGroupStickinessConfig": "stickiness",
                },
                "RedirectConfig": "redirect",
            },
        },
    ),
    "AWS::ElasticLoadBalancingV2::ListenerRule": Row(
        "aws_lb_listener_rule",
        {
            "Actions": {
                "": "action",
                "AuthenticateCognitoConfig": None,
                "AuthenticateOidcConfig": None,
                "RedirectConfig": "redirect",
                "FixedResponseConfig": "fixed_response",
            },
            "Conditions": "condition",
        },
    ),
    "AWS::ElasticLoadBalancingV2::TargetGroup": Row(
        "aws_lb_target_group",
        {
            "health_check": None,
            "HealthCheckEnabled": "health_check.enabled",
            "HealthCheckIntervalSeconds": "health_check.interval",
            "HealthCheckPath": "health_check.path",
            "HealthCheckPort": "health_check.port",
            "HealthCheckProtocol": "health_check.protocol",
            "HealthCheckTimeoutSeconds": "health_check.timeout",
            "HealthyThresholdCount": "health_check.healthy_threshold",
            "UnhealthyThresholdCount": "health_check.unhealthy_threshold",
            "Matcher": {"": ".", "HttpCode": "health_check.matcher", "GrpcCode": None},
            "TargetGroupAttributes": None,
            "Targets": None,
        },
    ),
    "AWS::ElasticLoadBalancing::LoadBalancer": Row(
        "aws_elb",
        {
            "desync_mitigation_mode": None,
            "LoadBalancerName": "name",
            "AccessLoggingPolicy": {
                "": "access_logs",
                "EmitInterval": "interval",
                "S3BucketName": "bucket",
                "S3BucketPrefix": "bucket_prefix",
            },
            "ConnectionDrainingPolicy": {"": ".", "Enabled": "connection_draining", "Timeout": None},
            "ConnectionSettings": {"": "."},
            "CrossZone": "cross_zone_load_balancing",
            "Listeners": {
                "": "listener",
                "LoadBalancerPort": "lb_port",
                "Protocol": "lb_protocol",
                "SSLCertificateId": "ssl_certificate_id",
                "PolicyNames": None,
            },
            "AppCookieStickinessPolicy": None,
            "LBCookieStickinessPolicy": None,
            "Scheme": _SCHEME,
        },
        # Terraform's provider turns it on by itself, AWS does not.
        {"cross_zone_load_balancing": False},
        also=(
            Also(
                "aws_load_balancer_policy",
                "load_balancer_name",
                {"Attributes": "policy_attribute", "PolicyType": "policy_type_name"},
                each="Policies",
            ),
        ),
    ),
}
