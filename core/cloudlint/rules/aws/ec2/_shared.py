"""Virtual machines: the three kinds that describe one, and what the account itself says about their volumes."""

from __future__ import annotations

from cloudlint.rule import Resource, Value

INSTANCES = ("aws_instance", "aws_spot_instance_request")
MACHINES = (*INSTANCES, "aws_launch_template", "aws_launch_configuration")


def from_template(machine: Resource) -> bool:
    """May a launch template decide what the instance itself does not say?"""
    return machine.kind in INSTANCES and not machine["launch_template"].absent


def encrypts_by_default(resource: Resource) -> bool:
    """May every new volume be encrypted because the account (as described in this project) says so?"""
    return any(
        setting["enabled"].absent or setting["enabled"].flag is not False
        for setting in resource.graph.of("aws_ebs_encryption_by_default")
    )


def block_devices(machine: Resource) -> tuple[Value, ...]:
    """The blocks that describe volumes of a machine; without those that have no encryption of their own to choose."""
    if machine.kind == "aws_launch_template":
        return machine.blocks("block_device_mappings.ebs")
    return (*machine.blocks("root_block_device"), *machine.blocks("ebs_block_device"))
