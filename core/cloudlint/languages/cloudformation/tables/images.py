"""Images that EC2 Image Builder makes."""

from __future__ import annotations

from ..rows import Row, Table, raw

TYPES: Table = {
    "AWS::ImageBuilder::Component": Row("aws_imagebuilder_component", {"Tags": raw("tags")}),
    "AWS::ImageBuilder::ImageRecipe": Row(
        "aws_imagebuilder_image_recipe",
        {
            "AdditionalInstanceConfiguration": {"": ".", "SystemsManagerAgent": "systems_manager_agent"},
            "AmiTags": None,
            "AmiWatermarks": None,
            "BlockDeviceMappings": "block_device_mapping",
            "Components": {"": "component", "Parameters": "parameter"},
            "Tags": raw("tags"),
        },
    ),
    "AWS::ImageBuilder::DistributionConfiguration": Row(
        "aws_imagebuilder_distribution_configuration",
        {
            "Distributions": {
                "": "distribution",
                "AmiDistributionConfiguration": {
                    "AmiTags": raw("ami_tags"),
                    "LaunchPermissionConfiguration": "launch_permission",
                },
                "FastLaunchConfigurations": "fast_launch_configuration",
                "LaunchTemplateConfigurations": "launch_template_configuration",
                "SsmParameterConfigurations": None,
            },
            "Tags": raw("tags"),
        },
    ),
}
