"""Tables, caches, warehouses, streams and file systems."""

from __future__ import annotations

from collections.abc import Mapping

from ....resource import KNOWN, Value
from ..rows import Also, Name, Row, Shape, Table, changed, choice, found, known, lower, raw, tags, text_of

_ENCRYPTION: dict[str, Name] = {
    "": "server_side_encryption",
    "SSEEnabled": "enabled",
    "KMSMasterKeyId": "kms_key_arn",
    "SSEType": None,
}
_RECOVERY: dict[str, Name] = {"": "point_in_time_recovery", "PointInTimeRecoveryEnabled": "enabled"}
DYNAMODB: dict[str, Name] = {
    "TableName": "name",
    "AttributeDefinitions": {"": "attribute", "AttributeName": "name", "AttributeType": "type"},
    "GlobalSecondaryIndexes": None,
    "KeySchema": None,
    "LocalSecondaryIndexes": None,
    "PointInTimeRecoverySpecification": _RECOVERY,
    "SSESpecification": _ENCRYPTION,
    "TimeToLiveSpecification": "ttl",
    "StreamSpecification": {"": ".", "ResourcePolicy": None, "Tags": None},
    "ResourcePolicy": None,
    "ImportSourceSpecification": None,
}


def _global_table(properties: Value) -> Value:
    """What all replicas have, the table has."""
    replicas = found(properties, "Replicas")
    first = replicas.data[0] if isinstance(replicas.data, tuple) and replicas.data else None
    if first is None or not isinstance(first.data, Mapping):
        return properties
    lifted = {name: first.data[name] for name in ("PointInTimeRecoverySpecification",) if name in first.data}
    key = found(first, "SSESpecification.KMSMasterKeyId")
    encryption = found(properties, "SSESpecification")
    if isinstance(encryption.data, Mapping) and (key.state is KNOWN or key.refers):
        lifted["SSESpecification"] = changed(encryption, KMSMasterKeyId=key)
    return changed(properties, **lifted)


def _logging(value: Value) -> Value:
    """Logging that is described is logging that is on."""
    if not isinstance(value.data, Mapping):
        return value
    names = {"BucketName": "bucket_name", "S3KeyPrefix": "s3_key_prefix", "LogDestinationType": "log_destination_type"}
    entries = {name: value.data[native] for native, name in names.items() if native in value.data}
    return value.but(data={"enable": known(True, value.but(site=None), "enable"), **entries}, site=None)


def _turned_on(value: Value) -> Value:
    """A stream's encryption that is described is on."""
    if not isinstance(value.data, Mapping):
        return value
    names = {"KeyARN": "key_arn", "KeyType": "key_type"}
    entries = {name: value.data[native] for native, name in names.items() if native in value.data}
    return value.but(data={"enabled": known(True, value.but(site=None), "enabled"), **entries}, site=None)


def _endpoint(properties: Value) -> Value:
    """With the password that stands in the settings of MongoDB, where there is one."""
    password = found(properties, "MongoDbSettings.Password")
    return changed(properties, Password=password) if password.state is KNOWN and password.data else properties


def _kind_of_file_system(properties: Value) -> str:
    return _FILE_SYSTEMS.get(text_of(properties, "FileSystemType").upper(), "")


_FILE_SYSTEMS = {
    "LUSTRE": "aws_fsx_lustre_file_system",
    "ONTAP": "aws_fsx_ontap_file_system",
    "OPENZFS": "aws_fsx_openzfs_file_system",
    "WINDOWS": "aws_fsx_windows_file_system",
}
_CACHE: dict[str, Name] = {
    "CacheNodeType": "node_type",
    "CacheParameterGroupName": "parameter_group_name",
    "CacheSubnetGroupName": "subnet_group_name",
    "LogDeliveryConfigurations": {"": "log_delivery_configuration", "DestinationDetails": None},
    "PreferredMaintenanceWindow": "maintenance_window",
}

TYPES: Table = {
    "AWS::DynamoDB::Table": Row("aws_dynamodb_table", DYNAMODB),
    "AWS::DynamoDB::GlobalTable": Row(
        "aws_dynamodb_table",
        {
            **DYNAMODB,
            "Replicas": {
                "": "replica",
                "Region": "region_name",
                "GlobalSecondaryIndexes": None,
                "PointInTimeRecoverySpecification": {"": ".", "PointInTimeRecoveryEnabled": "point_in_time_recovery"},
                "SSESpecification": {"": ".", "KMSMasterKeyId": "kms_key_arn"},
                "ReplicaStreamSpecification": None,
                "ResourcePolicy": None,
                "Tags": None,
            },
            "GlobalTableWitnesses": {"": "global_table_witness", "Region": "region_name"},
        },
        before=_global_table,
    ),
    "AWS::DAX::Cluster": Row(
        "aws_dax_cluster",
        {
            "NotificationTopicARN": "notification_topic_arn",
            "IAMRoleARN": "iam_role_arn",
            "SSESpecification": {"": "server_side_encryption", "SSEEnabled": "enabled"},
        },
    ),
    "AWS::ElastiCache::CacheCluster": Row(
        "aws_elasticache_cluster",
        {**_CACHE, "AZMode": "az_mode", "replication_group_id": None},
    ),
    "AWS::ElastiCache::ReplicationGroup": Row(
        "aws_elasticache_replication_group",
        {**_CACHE, "MultiAZEnabled": "multi_az_enabled", "ReplicationGroupDescription": "description"},
    ),
    "AWS::ElastiCache::ServerlessCache": Row("aws_elasticache_serverless_cache"),
    "AWS::MemoryDB::Cluster": Row(
        "aws_memorydb_cluster",
        {"ACLName": "acl_name", "ClusterName": "name", "KmsKeyId": "kms_key_arn", "TLSEnabled": "tls_enabled"},
    ),
    "AWS::Redshift::Cluster": Row(
        "aws_redshift_cluster",
        {"MultiAZ": "multi_az", "DBName": "database_name", "LoggingProperties": Shape("logging", _logging)},
    ),
    "AWS::Redshift::ClusterParameterGroup": Row(
        "aws_redshift_parameter_group",
        {
            "ParameterGroupFamily": "family",
            "ParameterGroupName": "name",
            "Parameters": {"": "parameter", "ParameterName": "name", "ParameterValue": "value"},
        },
    ),
    "AWS::RedshiftServerless::Namespace": Row("aws_redshiftserverless_namespace", {"NamespaceResourcePolicy": None}),
    "AWS::EFS::FileSystem": Row(
        "aws_efs_file_system",
        {"FileSystemTags": tags(), "LifecyclePolicies": "lifecycle_policy", "ReplicationConfiguration": None},
        also=(
            Also("aws_efs_file_system_policy", "file_system_id", {"FileSystemPolicy": raw("policy")}),
            Also("aws_efs_backup_policy", "file_system_id", {"BackupPolicy": "backup_policy"}),
        ),
    ),
    "AWS::EFS::AccessPoint": Row("aws_efs_access_point", {"AccessPointTags": tags()}),
    "AWS::EFS::MountTarget": Row("aws_efs_mount_target"),
    "AWS::FSx::FileSystem": Row(
        _kind_of_file_system,
        {
            "LustreConfiguration": {"": "."},
            "OntapConfiguration": {"": "."},
            "OpenZFSConfiguration": {"": "."},
            "WindowsConfiguration": {"": "."},
        },
        kinds=tuple(_FILE_SYSTEMS.values()),
    ),
    "AWS::Kinesis::Stream": Row(
        "aws_kinesis_stream",
        {
            "RetentionPeriodHours": "retention_period",
            "StreamEncryption": {"": ".", "EncryptionType": "encryption_type", "KeyId": "kms_key_id"},
        },
    ),
    "AWS::KinesisVideo::Stream": Row("aws_kinesis_video_stream"),
    "AWS::KinesisFirehose::DeliveryStream": Row(
        "aws_kinesis_firehose_delivery_stream",
        {
            "DeliveryStreamName": "name",
            "DeliveryStreamEncryptionConfigurationInput": Shape("server_side_encryption", _turned_on),
            "ExtendedS3DestinationConfiguration": "extended_s3_configuration",
            "KinesisStreamSourceConfiguration": "kinesis_source_configuration",
            "MSKSourceConfiguration": "msk_source_configuration",
            "HttpEndpointDestinationConfiguration": None,
            "IcebergDestinationConfiguration": None,
        },
    ),
    "AWS::MSK::Cluster": Row(
        "aws_msk_cluster",
        {
            "EncryptionInfo": {
                "EncryptionAtRest": {"": ".", "DataVolumeKMSKeyId": "encryption_at_rest_kms_key_arn"},
            },
            "LoggingInfo": {"BrokerLogs": {"CloudWatchLogs": "cloudwatch_logs"}},
        },
    ),
    "AWS::QLDB::Ledger": Row("aws_qldb_ledger"),
    "AWS::Timestream::Database": Row("aws_timestreamwrite_database"),
    "AWS::Cassandra::Table": Row(
        "aws_keyspaces_table",
        {
            "BillingMode": "capacity_specification",
            "EncryptionSpecification": {"EncryptionType": "type"},
            "PointInTimeRecoveryEnabled": choice("point_in_time_recovery.status", true="ENABLED", false="DISABLED"),
            "WarmThroughput": None,
        },
    ),
    "AWS::Athena::WorkGroup": Row(
        "aws_athena_workgroup",
        {
            "WorkGroupConfigurationUpdates": None,
            "WorkGroupConfiguration": {
                "": "configuration",
                "EngineConfiguration": None,
                "EnforceWorkGroupConfiguration": "enforce_workgroup_configuration",
                "MonitoringConfiguration": None,
                "PublishCloudWatchMetricsEnabled": "publish_cloudwatch_metrics_enabled",
                "ResultConfiguration": {"EncryptionConfiguration": {"KmsKey": "kms_key_arn"}},
            },
        },
    ),
    "AWS::Glue::Crawler": Row(
        "aws_glue_crawler", {"CrawlerSecurityConfiguration": "security_configuration", "Targets": None}
    ),
    "AWS::Glue::DataCatalogEncryptionSettings": Row("aws_glue_data_catalog_encryption_settings"),
    "AWS::Glue::DevEndpoint": Row("aws_glue_dev_endpoint", {"Arguments": raw("arguments"), "EndpointName": "name"}),
    "AWS::Glue::Job": Row(
        "aws_glue_job",
        {
            "Role": "role_arn",
            "DefaultArguments": raw("default_arguments"),
            "NonOverridableArguments": raw("non_overridable_arguments"),
        },
    ),
    "AWS::Glue::SecurityConfiguration": Row(
        "aws_glue_security_configuration",
        {
            "EncryptionConfiguration": {
                "CloudWatchEncryption": {
                    "": "cloudwatch_encryption",
                    "CloudWatchEncryptionMode": "cloudwatch_encryption_mode",
                },
                "S3Encryptions": "s3_encryption",
            }
        },
    ),
    "AWS::EMR::Cluster": Row(
        "aws_emr_cluster",
        {
            "OSReleaseLabel": "os_release_label",
            "Instances": {
                "": "ec2_attributes",
                "Ec2KeyName": "key_name",
                "Ec2SubnetId": "subnet_id",
                "Ec2SubnetIds": "subnet_ids",
                "CoreInstanceFleet": None,
                "CoreInstanceGroup": None,
                "MasterInstanceFleet": None,
                "MasterInstanceGroup": None,
                "TaskInstanceFleets": None,
                "TaskInstanceGroups": None,
            },
            "AdditionalInfo": None,
            "Configurations": None,
            "Applications": None,
            "BootstrapActions": None,
        },
    ),
    "AWS::EMR::SecurityConfiguration": Row(
        "aws_emr_security_configuration", {"SecurityConfiguration": raw("configuration")}
    ),
    "AWS::DMS::Endpoint": Row(
        "aws_dms_endpoint",
        {"EngineName": lower("engine_name"), "EndpointIdentifier": "endpoint_id", "KmsKeyId": "kms_key_arn"},
        before=_endpoint,
    ),
    "AWS::DMS::ReplicationInstance": Row(
        "aws_dms_replication_instance",
        {
            "KmsKeyId": "kms_key_arn",
            "MultiAZ": "multi_az",
            "ReplicationInstanceIdentifier": "replication_instance_id",
            "ReplicationSubnetGroupIdentifier": "replication_subnet_group_id",
        },
        {"publicly_accessible": True},
    ),
    "AWS::SDB::Domain": Row("aws_simpledb_domain"),
}
