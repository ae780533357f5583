"""OpenSearch, Elasticsearch and Kendra."""

from __future__ import annotations

from collections.abc import Mapping

from ....resource import KNOWN, Value
from ..rows import Name, Row, Shape, Table, known, raw


def _log_types(value: Value) -> Value:
    """A mapping from the type of a log to its settings, as blocks that name the type."""
    if not isinstance(value.data, Mapping):
        return value
    items = []
    for type_, options in value.data.items():
        if not isinstance(options.data, Mapping):
            items.append(options)
            continue
        entries = {"log_type": Value(KNOWN, type_, options.span, name=type_)}
        for native, name in (("Enabled", "enabled"), ("CloudWatchLogsLogGroupArn", "cloudwatch_log_group_arn")):
            if native in options.data:
                entries[name] = options.data[native]
        entries.setdefault("enabled", known(False, options.but(site=None), "Enabled"))  # Terraform's default is true
        items.append(options.but(data=entries, site=None))
    return value.but(data=tuple(items), site=None)


_DOMAIN: dict[str, Name] = {
    "AccessPolicies": raw("access_policies"),
    "AdvancedOptions": raw("advanced_options"),
    "AdvancedSecurityOptions": {
        "MasterUserOptions": {"MasterUserARN": "master_user_arn"},
    },
    "DomainEndpointOptions": {"EnforceHTTPS": "enforce_https", "TLSSecurityPolicy": "tls_security_policy"},
    "EBSOptions": {"": "ebs_options", "EBSEnabled": "ebs_enabled"},
    "EncryptionAtRestOptions": {"": "encrypt_at_rest", "KmsKeyId": "kms_key_id"},
    "LogPublishingOptions": Shape("log_publishing_options", _log_types),
    "NodeToNodeEncryptionOptions": "node_to_node_encryption",
    "VPCOptions": {"": "vpc_options"},
}

# Left out of the block, HTTPS is not enforced; Terraform's provider enforces it then.
_GIVEN = {"domain_endpoint_options.enforce_https": False}

TYPES: Table = {
    "AWS::Kendra::Index": Row(
        "aws_kendra_index",
        {
            "DocumentMetadataConfigurations": None,
            "UserTokenConfigurations": {"JwtTokenTypeConfiguration": {"URL": "url"}},
        },
    ),
    "AWS::OpenSearchService::Domain": Row(
        "aws_opensearch_domain",
        {
            **_DOMAIN,
            "AIMLOptions": None,
            "DomainEndpoints": None,
            "IPAddressType": "ip_address_type",
        },
        _GIVEN,
    ),
    "AWS::Elasticsearch::Domain": Row(
        "aws_elasticsearch_domain", {**_DOMAIN, "ElasticsearchClusterConfig": {"": "cluster_config"}}, _GIVEN
    ),
}
