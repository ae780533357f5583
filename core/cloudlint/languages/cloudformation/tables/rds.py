"""RDS, Aurora, DocumentDB and Neptune."""

from __future__ import annotations

from ....resource import Value
from ..rows import Name, Row, Table, blocks, text_of


def _kind_of_instance(properties: Value) -> str:
    """Instances of an Aurora cluster are a kind of their own."""
    engine = text_of(properties, "Engine").lower()
    cluster = properties.entry("DBClusterIdentifier")
    if engine.startswith("aurora") or cluster.refers or cluster.data:
        return "aws_rds_cluster_instance"
    return "aws_db_instance"


_CLUSTER: dict[str, Name] = {
    "DBClusterIdentifier": "cluster_identifier",
    "DBSubnetGroupName": "db_subnet_group_name",
    "EnableCloudwatchLogsExports": "enabled_cloudwatch_logs_exports",
    "MasterUserPassword": "master_password",
    "MasterUsername": "master_username",
    "VpcSecurityGroupIds": "vpc_security_group_ids",
}

TYPES: Table = {
    "AWS::RDS::DBInstance": Row(
        _kind_of_instance,
        {
            "CustomIAMInstanceProfile": "custom_iam_instance_profile",
            "DomainIAMRoleName": "domain_iam_role_name",
            "CACertificateIdentifier": "ca_cert_identifier",
            "DBClusterIdentifier": "cluster_identifier",
            "DBInstanceClass": "instance_class",
            "DBInstanceIdentifier": "identifier",
            "DBName": "db_name",
            "DBParameterGroupName": "parameter_group_name",
            "DBSecurityGroups": None,
            "DBSnapshotIdentifier": "snapshot_identifier",
            "DBSubnetGroupName": "db_subnet_group_name",
            "EnableCloudwatchLogsExports": "enabled_cloudwatch_logs_exports",
            "EnableIAMDatabaseAuthentication": "iam_database_authentication_enabled",
            "EnablePerformanceInsights": "performance_insights_enabled",
            "MasterUserPassword": "password",
            "MasterUsername": "username",
            "MultiAZ": "multi_az",
            "PerformanceInsightsKMSKeyId": "performance_insights_kms_key_id",
            "SourceDBInstanceIdentifier": "replicate_source_db",
            "VPCSecurityGroups": "vpc_security_group_ids",
        },
        {"backup_retention_period": 1},
        kinds=("aws_db_instance", "aws_rds_cluster_instance"),
    ),
    "AWS::RDS::DBCluster": Row(
        "aws_rds_cluster",
        {
            "DBClusterInstanceClass": "db_cluster_instance_class",
            "DBInstanceParameterGroupName": "db_instance_parameter_group_name",
            "DBSystemId": "db_system_id",
            "DomainIAMRoleName": "domain_iam_role_name",
            **_CLUSTER,
            "DBClusterParameterGroupName": "db_cluster_parameter_group_name",
            "EnableIAMDatabaseAuthentication": "iam_database_authentication_enabled",
            "SourceDBClusterIdentifier": "replication_source_identifier",
        },
    ),
    "AWS::RDS::GlobalCluster": Row(
        "aws_rds_global_cluster", {"SourceDBClusterIdentifier": "source_db_cluster_identifier"}
    ),
    "AWS::RDS::DBParameterGroup": Row(
        "aws_db_parameter_group", {"DBParameterGroupName": "name", "Parameters": blocks("parameter")}
    ),
    "AWS::RDS::DBClusterParameterGroup": Row(
        "aws_rds_cluster_parameter_group", {"DBClusterParameterGroupName": "name", "Parameters": blocks("parameter")}
    ),
    "AWS::RDS::DBSubnetGroup": Row(
        "aws_db_subnet_group", {"DBSubnetGroupName": "name", "DBSubnetGroupDescription": "description"}
    ),
    "AWS::RDS::DBProxy": Row("aws_db_proxy", {"DBProxyName": "name", "RequireTLS": "require_tls"}),
    "AWS::RDS::EventSubscription": Row("aws_db_event_subscription"),
    "AWS::DocDB::DBCluster": Row(
        "aws_docdb_cluster", {**_CLUSTER, "DBClusterParameterGroupName": "db_cluster_parameter_group_name"}
    ),
    "AWS::DocDB::DBClusterParameterGroup": Row(
        "aws_docdb_cluster_parameter_group", {"Parameters": blocks("parameter")}
    ),
    "AWS::DocDB::GlobalCluster": Row(
        "aws_docdb_global_cluster", {"SourceDBClusterIdentifier": "source_db_cluster_identifier"}
    ),
    "AWS::DocDB::DBInstance": Row(
        "aws_docdb_cluster_instance",
        {
            "DBClusterIdentifier": "cluster_identifier",
            "DBInstanceClass": "instance_class",
            "DBInstanceIdentifier": "identifier",
        },
    ),
    "AWS::Neptune::DBCluster": Row(
        "aws_neptune_cluster",
        {
            "DBClusterIdentifier": "cluster_identifier",
            "DBClusterParameterGroupName": "neptune_cluster_parameter_group_name",
            "DBPort": "port",
            "DBSubnetGroupName": "neptune_subnet_group_name",
            "EnableCloudwatchLogsExports": "enable_cloudwatch_logs_exports",
            "IamAuthEnabled": "iam_database_authentication_enabled",
            "KmsKeyId": "kms_key_arn",
        },
    ),
    "AWS::Neptune::DBInstance": Row(
        "aws_neptune_cluster_instance",
        {
            "DBClusterIdentifier": "cluster_identifier",
            "DBInstanceClass": "instance_class",
            "DBInstanceIdentifier": "identifier",
        },
    ),
    "AWS::Neptune::DBClusterParameterGroup": Row(
        "aws_neptune_cluster_parameter_group", {"Parameters": blocks("parameter")}
    ),
}
