"""Keys, secrets, certificates, trails and detectors."""

from __future__ import annotations

from ..rows import Also, Name, Row, Table, raw

_KEY: dict[str, Name] = {
    "Enabled": "is_enabled",
    "KeyPolicy": raw("policy"),
    "PendingWindowInDays": "deletion_window_in_days",
}

TYPES: Table = {
    "AWS::KMS::Key": Row("aws_kms_key", {**_KEY, "KeySpec": "customer_master_key_spec", "custom_key_store_id": None}),
    "AWS::KMS::ReplicaKey": Row("aws_kms_replica_key", {**_KEY, "Enabled": "enabled"}),
    "AWS::KMS::Alias": Row("aws_kms_alias", {"AliasName": "name"}),
    "AWS::SecretsManager::Secret": Row(
        "aws_secretsmanager_secret", {"policy": None, "SecretString": None, "ReplicaRegions": "replica"}
    ),
    "AWS::SecretsManager::RotationSchedule": Row(
        "aws_secretsmanager_secret_rotation", {"RotationLambdaARN": "rotation_lambda_arn"}
    ),
    "AWS::SecretsManager::ResourcePolicy": Row(
        "aws_secretsmanager_secret_policy", {"ResourcePolicy": raw("policy"), "SecretId": "secret_arn"}
    ),
    "AWS::CloudTrail::Trail": Row(
        "aws_cloudtrail",
        {
            "TrailName": "name",
            "CloudWatchLogsLogGroupArn": "cloud_watch_logs_group_arn",
            "CloudWatchLogsRoleArn": "cloud_watch_logs_role_arn",
            "EventSelectors": {"": "event_selector", "DataResources": "data_resource"},
            "InsightSelectors": "insight_selector",
            "AdvancedEventSelectors": {"": "advanced_event_selector", "FieldSelectors": "field_selector"},
            "IsLogging": "enable_logging",
            "KMSKeyId": "kms_key_id",
        },
    ),
    "AWS::CloudTrail::EventDataStore": Row("aws_cloudtrail_event_data_store"),
    "AWS::GuardDuty::Detector": Row("aws_guardduty_detector", {"Enable": "enable"}),
    "AWS::CertificateManager::Certificate": Row(
        "aws_acm_certificate",
        {
            "certificate_body": None,
            "CertificateTransparencyLoggingPreference": "options.certificate_transparency_logging_preference",
            "DomainValidationOptions": None,
        },
    ),
    "AWS::AccessAnalyzer::Analyzer": Row("aws_accessanalyzer_analyzer"),
    "AWS::SSM::Parameter": Row(
        "aws_ssm_parameter",
        {
            "Tags": raw("tags"),
            "insecure_value": None,
            "key_id": None,
            "value_wo": None,
        },
    ),
    "AWS::SSM::Document": Row("aws_ssm_document", {"permissions": None, "Content": raw("content")}),
    "AWS::IdentityStore::User": Row("aws_identitystore_user"),
    "AWS::SSO::PermissionSet": Row(
        "aws_ssoadmin_permission_set",
        {"CustomerManagedPolicyReferences": None, "PermissionsBoundary": None, "RelayStateType": "relay_state"},
        also=(
            Also(
                "aws_ssoadmin_permission_set_inline_policy",
                "permission_set_arn",
                {"InlinePolicy": raw("inline_policy")},
            ),
            Also(
                "aws_ssoadmin_managed_policy_attachment",
                "permission_set_arn",
                {"": "managed_policy_arn"},
                each="ManagedPolicies",
            ),
        ),
    ),
}
