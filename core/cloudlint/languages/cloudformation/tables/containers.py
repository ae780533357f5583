"""ECS, ECR, EKS and Batch."""

from __future__ import annotations

from collections.abc import Mapping

from ....resource import Value
from ..rows import Also, Name, Row, Shape, Table, choice, each_of, raw

_FREE = ("DockerLabels", "Options", "DriverOpts", "Labels")


def _as_api(value: Value) -> Value:
    """Container definitions as they stand in the JSON that Terraform is given: in camelCase."""
    if isinstance(value.data, tuple):
        return value.but(data=tuple(_as_api(item) for item in value.data))
    if not isinstance(value.data, Mapping):
        return value
    entries = {
        name[:1].lower() + name[1:]: inner if name in _FREE else _as_api(inner) for name, inner in value.data.items()
    }
    return value.but(data=entries, site=None)


def _api(path: str) -> Shape:
    return Shape(path, _as_api)


_VOLUMES: dict[str, Name] = {
    "": "volume",
    "ConfiguredAtLaunch": "configure_at_launch",
    "EFSVolumeConfiguration": {
        "": "efs_volume_configuration",
        "FilesystemId": "file_system_id",
        "AuthorizationConfig": {"IAM": "iam"},
    },
    "FSxWindowsFileServerVolumeConfiguration": "fsx_windows_file_server_volume_configuration",
    "DockerVolumeConfiguration": {"DriverOpts": raw("driver_opts"), "Labels": raw("labels")},
    "Host": {"": ".", "SourcePath": "host_path"},
}

TYPES: Table = {
    "AWS::ECS::Cluster": Row(
        "aws_ecs_cluster",
        {
            "ClusterName": "name",
            "ClusterSettings": "setting",
            "Configuration": {
                "ExecuteCommandConfiguration": {
                    "LogConfiguration": {"S3EncryptionEnabled": "s3_bucket_encryption_enabled"},
                }
            },
        },
    ),
    "AWS::ECS::Service": Row(
        "aws_ecs_service",
        {
            "EnableECSManagedTags": "enable_ecs_managed_tags",
            "ServiceName": "name",
            "LoadBalancers": "load_balancer",
            "NetworkConfiguration": {
                "AwsvpcConfiguration": {
                    "": ".",
                    "AssignPublicIp": choice("assign_public_ip", ENABLED=True, DISABLED=False),
                }
            },
            "Role": "iam_role",
            "ServiceConnectConfiguration": {"LogConfiguration": {"Options": raw("options")}},
            "DeploymentConfiguration": None,
            "VolumeConfigurations": None,
        },
    ),
    "AWS::ECS::TaskSet": Row(
        "aws_ecs_task_set",
        {
            "NetworkConfiguration": {
                "AwsVpcConfiguration": {
                    "": ".",
                    "AssignPublicIp": choice("assign_public_ip", ENABLED=True, DISABLED=False),
                },
            }
        },
    ),
    "AWS::ECS::TaskDefinition": Row(
        "aws_ecs_task_definition",
        {
            "ContainerDefinitions": _api("container_definitions"),
            "ProxyConfiguration": {"ProxyConfigurationProperties": None},
            "Volumes": _VOLUMES,
        },
    ),
    "AWS::ECR::Repository": Row(
        "aws_ecr_repository",
        {"RepositoryName": "name"},
        also=(
            Also("aws_ecr_repository_policy", "repository", {"RepositoryPolicyText": raw("policy")}),
            Also(
                "aws_ecr_lifecycle_policy",
                "repository",
                {"LifecyclePolicy": {"": ".", "LifecyclePolicyText": "policy", "RegistryId": None}},
            ),
        ),
    ),
    "AWS::ECR::RegistryScanningConfiguration": Row(
        "aws_ecr_registry_scanning_configuration",
        {"Rules": {"": "rule", "RepositoryFilters": "repository_filter"}},
    ),
    "AWS::ECR::RegistryPolicy": Row("aws_ecr_registry_policy", {"PolicyText": raw("policy")}),
    "AWS::EKS::Cluster": Row(
        "aws_eks_cluster",
        {
            "Logging": {
                "": ".",
                "ClusterLogging": {"": ".", "EnabledTypes": each_of("enabled_cluster_log_types", "Type")},
            },
            "ResourcesVpcConfig": "vpc_config",
            "KubernetesNetworkConfig": {"ServiceIpv4Cidr": "service_ipv4_cidr", "ServiceIpv6Cidr": "service_ipv6_cidr"},
        },
    ),
    "AWS::EKS::Nodegroup": Row(
        "aws_eks_node_group",
        {
            "NodegroupName": "node_group_name",
            "NodeRole": "node_role_arn",
            "Labels": raw("labels"),
            "RemoteAccess": {"SourceSecurityGroups": "source_security_group_ids"},
            "Subnets": "subnet_ids",
            "Taints": "taint",
        },
    ),
    "AWS::Batch::JobDefinition": Row(
        "aws_batch_job_definition",
        {
            "JobDefinitionName": "name",
            "ContainerProperties": _api("container_properties"),
            "NodeProperties": _api("node_properties"),
            "EcsProperties": _api("ecs_properties"),
            "EksProperties": None,
            "Parameters": raw("parameters"),
        },
    ),
}
