"""Backups and snapshots that are made by plan."""

from __future__ import annotations

from ..rows import Also, Name, Row, Table, raw

_CONDITION: dict[str, Name] = {"ConditionKey": "key", "ConditionValue": "value"}
_LIFECYCLE: dict[str, Name] = {
    "DeleteAfterDays": "delete_after",
    "MoveToColdStorageAfterDays": "cold_storage_after",
    "OptInToArchiveForSupportedResources": "opt_in_to_archive_for_supported_resource_types",
}

TYPES: Table = {
    "AWS::Backup::BackupVault": Row(
        "aws_backup_vault",
        {"BackupVaultName": "name", "BackupVaultTags": raw("tags"), "EncryptionKeyArn": "kms_key_arn"},
        also=(Also("aws_backup_vault_policy", "backup_vault_name", {"AccessPolicy": raw("policy")}),),
    ),
    "AWS::Backup::BackupPlan": Row(
        "aws_backup_plan",
        {
            "BackupPlan": {
                "": ".",
                "BackupPlanName": "name",
                "AdvancedBackupSettings": {"": "advanced_backup_setting", "BackupOptions": raw("backup_options")},
                "BackupPlanRule": {
                    "": "rule",
                    "CompletionWindowMinutes": "completion_window",
                    "CopyActions": {"": "copy_action", "Lifecycle": _LIFECYCLE},
                    "IndexActions": None,
                    "Lifecycle": _LIFECYCLE,
                    "RecoveryPointTags": raw("recovery_point_tags"),
                    "ScanActions": None,
                    "ScheduleExpression": "schedule",
                    "StartWindowMinutes": "start_window",
                    "TargetBackupVault": "target_vault_name",
                },
                "ScanSettings": None,
            },
            "BackupPlanTags": raw("tags"),
        },
    ),
    "AWS::Backup::BackupSelection": Row(
        "aws_backup_selection",
        {
            "BackupPlanId": "plan_id",
            "BackupSelection": {
                "": ".",
                "SelectionName": "name",
                "ListOfTags": {"": "selection_tag", "ConditionType": "type", **_CONDITION},
                "Conditions": {
                    "": "condition",
                    "StringEquals": _CONDITION,
                    "StringLike": _CONDITION,
                    "StringNotEquals": _CONDITION,
                    "StringNotLike": _CONDITION,
                },
            },
        },
    ),
    "AWS::DLM::LifecyclePolicy": Row(
        "aws_dlm_lifecycle_policy",
        {
            "CrossRegionCopyTargets": None,
            "Exclusions": None,
            "PolicyDetails": {
                "Actions": "action",
                "CrossRegionCopyTargets": None,
                "Exclusions": None,
                "Parameters": {"ExcludeDataVolumeTags": None},
                "Schedules": {
                    "": "schedule",
                    "ArchiveRule": None,
                    "CrossRegionCopyRules": "cross_region_copy_rule",
                    "ShareRules": "share_rule",
                },
            },
        },
    ),
}
