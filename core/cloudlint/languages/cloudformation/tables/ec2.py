"""EC2: instances, their templates and volumes, and networks."""

from __future__ import annotations

from collections.abc import Mapping

from ....resource import KNOWN, Value
from ..rows import Also, Name, Row, Table, changed, found, text_of

# Where the images of Amazon, Ubuntu, Debian, Windows and others have their first disk.
_ROOT_DEVICES = ("/dev/xvda", "/dev/sda1", "/dev/sda")

_DEVICE: dict[str, Name] = {
    "Ebs": {"": ".", "Encrypted": "encrypted"},
    "NoDevice": None,
}
_INTERFACES: dict[str, Name] = {"AssociatePublicIpAddress": "associate_public_ip_address"}


def _sorted_disks(properties: Value) -> Value:
    """Block devices as the root device and all others; those that exist in memory only are none."""
    listed = found(properties, "BlockDeviceMappings")
    if not isinstance(listed.data, tuple):
        return properties
    disks = [item for item in listed.data if not text_of(item, "VirtualName") and not _is_taken_away(item)]
    root = [item for item in disks if text_of(item, "DeviceName") in _ROOT_DEVICES]
    others = [item for item in disks if item not in root]
    made: dict[str, Value] = {}
    if root:
        made["RootBlockDevice"] = listed.but(data=tuple(root), name="BlockDeviceMappings")
    if others:
        made["EbsBlockDevice"] = listed.but(data=tuple(others), name="BlockDeviceMappings")
    return changed(properties, BlockDeviceMappings=None, **made)


def _is_taken_away(item: Value) -> bool:
    return isinstance(item.data, Mapping) and "NoDevice" in item.data and item.data["NoDevice"].flag is not False


def _instance(properties: Value) -> Value:
    """With what is said of the first network interface said of the instance, as it may be said of either."""
    properties = _sorted_disks(properties)
    listed = found(properties, "NetworkInterfaces")
    if not isinstance(listed.data, tuple) or not listed.data:
        return properties
    first = listed.data[0]
    if found(first, "NetworkInterfaceId").state is KNOWN or found(first, "NetworkInterfaceId").refers:
        return properties
    lifted = {}
    for name, there in (("AssociatePublicIpAddress", ""), ("SubnetId", ""), ("GroupSet", "SecurityGroupIds")):
        value = found(first, name)
        if isinstance(first.data, Mapping) and name in first.data:
            lifted[there or name] = value
    return changed(properties, NetworkInterfaces=None, **lifted)


def _flow_log(properties: Value) -> Value:
    """What is watched, under the name of its sort."""
    names = {"VPC": "VpcId", "Subnet": "SubnetId", "NetworkInterface": "EniId", "TransitGateway": "TransitGatewayId"}
    name = names.get(text_of(properties, "ResourceType"))
    watched = found(properties, "ResourceId")
    return properties if name is None else changed(properties, **{name: watched, "ResourceId": None})


_GROUP_RULE: dict[str, Name] = {
    "CidrIp": "cidr_blocks",
    "CidrIpv6": "ipv6_cidr_blocks",
    "IpProtocol": "protocol",
}
_INLINE_INGRESS: dict[str, Name] = {
    **_GROUP_RULE,
    "SourcePrefixListId": "prefix_list_ids",
    "SourceSecurityGroupId": "security_groups",
    "SourceSecurityGroupName": "security_groups",
}
_INLINE_EGRESS: dict[str, Name] = {
    **_GROUP_RULE,
    "DestinationPrefixListId": "prefix_list_ids",
    "DestinationSecurityGroupId": "security_groups",
}
_INGRESS: dict[str, Name] = {
    **_GROUP_RULE,
    "GroupId": "security_group_id",
    "GroupName": "security_group_id",
    "SourcePrefixListId": "prefix_list_ids",
    "SourceSecurityGroupName": "source_security_group_id",
}
_EGRESS: dict[str, Name] = {
    **_GROUP_RULE,
    "GroupId": "security_group_id",
    "DestinationPrefixListId": "prefix_list_ids",
    "DestinationSecurityGroupId": "source_security_group_id",
}
_DATA: dict[str, Name] = {
    "user_data_base64": None,
    "": ".",
    "BlockDeviceMappings": {"Ebs": {}},
    "MetadataOptions": {},
    "CreditSpecification": {"CpuCredits": "cpu_credits"},
    "SecurityGroupIds": "vpc_security_group_ids",
    "SecurityGroups": "security_group_names",
    "NetworkInterfaces": {**_INTERFACES, "Groups": "security_groups"},
    "TagSpecifications": None,
}

TYPES: Table = {
    "AWS::EC2::Instance": Row(
        "aws_instance",
        {
            "ImageId": "ami",
            "associate_public_ip_address": None,  # said of an interface
            "primary_network_interface": None,
            "provisioner": None,
            "root_block_device": None,
            "user_data_base64": None,
            "RootBlockDevice": {"": "root_block_device", **_DEVICE},
            "EbsBlockDevice": {"": "ebs_block_device", **_DEVICE},
            "CreditSpecification": {"CPUCredits": "cpu_credits"},
            "NetworkInterfaces": {"": "network_interface"},
            "SecurityGroupIds": "vpc_security_group_ids",
            "LaunchTemplate": {"LaunchTemplateId": "id", "LaunchTemplateName": "name"},
            "LicenseSpecifications": None,
        },
        also=(Also("aws_volume_attachment", "instance_id", {"Device": "device_name"}, each="Volumes"),),
        before=_instance,
    ),
    "AWS::EC2::LaunchTemplate": Row(
        "aws_launch_template", {"LaunchTemplateName": "name", "LaunchTemplateData": _DATA, "TagSpecifications": None}
    ),
    "AWS::AutoScaling::LaunchConfiguration": Row(
        "aws_launch_configuration",
        {
            "LaunchConfigurationName": "name",
            "root_block_device": None,
            "user_data_base64": None,
            "RootBlockDevice": {"": "root_block_device", **_DEVICE},
            "EbsBlockDevice": {"": "ebs_block_device", **_DEVICE},
            "InstanceMonitoring": "enable_monitoring",
        },
        before=_sorted_disks,
    ),
    "AWS::ApplicationAutoScaling::ScalableTarget": Row(
        "aws_appautoscaling_target", {"RoleARN": "role_arn", "ScheduledActions": None}
    ),
    "AWS::ApplicationAutoScaling::ScalingPolicy": Row(
        "aws_appautoscaling_policy",
        {
            "PolicyName": "name",
            "PredictiveScalingPolicyConfiguration": None,
            "StepScalingPolicyConfiguration": {"StepAdjustments": "step_adjustment"},
            "TargetTrackingScalingPolicyConfiguration": {"CustomizedMetricSpecification": {"Dimensions": "dimensions"}},
        },
    ),
    "AWS::AutoScaling::AutoScalingGroup": Row(
        "aws_autoscaling_group",
        {
            "ServiceLinkedRoleARN": "service_linked_role_arn",
            "AutoScalingGroupName": "name",
            "LaunchConfigurationName": "launch_configuration",
            "LaunchTemplate": {"LaunchTemplateId": "id", "LaunchTemplateName": "name"},
            "LoadBalancerNames": "load_balancers",
            "TargetGroupARNs": "target_group_arns",
            "TrafficSources": "traffic_source",
            "VPCZoneIdentifier": "vpc_zone_identifier",
            "Tags": "tag",
        },
    ),
    "AWS::EC2::SecurityGroup": Row(
        "aws_security_group",
        {
            "GroupName": "name",
            "GroupDescription": "description",
            "SecurityGroupIngress": {"": "ingress", **_INLINE_INGRESS},
            "SecurityGroupEgress": {"": "egress", **_INLINE_EGRESS},
        },
    ),
    "AWS::EC2::SecurityGroupIngress": Row("aws_security_group_rule", _INGRESS, {"type": "ingress"}),
    "AWS::EC2::SecurityGroupEgress": Row("aws_security_group_rule", _EGRESS, {"type": "egress"}),
    "AWS::EC2::NetworkAcl": Row("aws_network_acl", {"subnet_ids": None}),
    "AWS::EC2::NetworkAclEntry": Row(
        "aws_network_acl_rule", {"PortRange": {"": ".", "From": "from_port", "To": "to_port"}}
    ),
    "AWS::EC2::SubnetNetworkAclAssociation": Row("aws_network_acl_association"),
    "AWS::EC2::Route": Row("aws_route", {"route": None}),
    "AWS::EC2::RouteTable": Row("aws_route_table", {"route": None}),
    "AWS::EC2::SubnetRouteTableAssociation": Row("aws_route_table_association"),
    "AWS::EC2::InternetGateway": Row("aws_internet_gateway"),
    "AWS::EC2::VPCGatewayAttachment": Row("aws_internet_gateway_attachment", {"VpnGatewayId": None}),
    "AWS::EC2::NatGateway": Row("aws_nat_gateway"),
    "AWS::EC2::Subnet": Row("aws_subnet"),
    "AWS::EC2::VPC": Row("aws_vpc"),
    "AWS::EC2::VPCEndpoint": Row("aws_vpc_endpoint"),
    "AWS::EC2::VPCEndpointService": Row("aws_vpc_endpoint_service"),
    "AWS::EC2::VPCPeeringConnection": Row("aws_vpc_peering_connection"),
    "AWS::EC2::Volume": Row("aws_ebs_volume", {"VolumeType": "type"}),
    "AWS::EC2::VolumeAttachment": Row("aws_volume_attachment", {"Device": "device_name"}),
    "AWS::EC2::EIP": Row("aws_eip", {"InstanceId": "instance"}),
    "AWS::EC2::EIPAssociation": Row("aws_eip_association"),
    "AWS::EC2::NetworkInterface": Row("aws_network_interface", {"GroupSet": "security_groups"}),
    "AWS::EC2::FlowLog": Row(
        "aws_flow_log",
        {
            "vpc_id": None,
            "EniId": "eni_id",
            "DeliverLogsPermissionArn": "iam_role_arn",
            "LogGroupName": "log_group_name",
        },
        before=_flow_log,
    ),
    "AWS::EC2::TransitGateway": Row("aws_ec2_transit_gateway"),
    "AWS::EC2::PrefixList": Row("aws_ec2_managed_prefix_list", {"PrefixListName": "name", "Entries": "entry"}),
    "AWS::EC2::KeyPair": Row("aws_key_pair", {"KeyName": "key_name", "PublicKeyMaterial": "public_key"}),
}
