r"""Volume of an image recipe is not encrypted with a key of your own.

Every machine that starts from the image has such a disk. Only with a key of your own can you decide who may use it,
see each use, and shut everything off at once. The key that AWS manages is fine for most; the rule runs only when
selected.

## Bad
```terraform
resource "aws_imagebuilder_image_recipe" "web" {
  name         = "web"
  parent_image = "arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-2023-x86/x.x.x"
  version      = "1.0.0"

  component {
    component_arn = var.component
  }

  block_device_mapping {
    device_name = "/dev/xvda"

    ebs {
      volume_size = 20
    }
  }
}

variable "component" {
  type = string
}
```
## Good
```terraform
resource "aws_imagebuilder_image_recipe" "web" {
  name         = "web"
  parent_image = "arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-2023-x86/x.x.x"
  version      = "1.0.0"

  component {
    component_arn = var.component
  }

  block_device_mapping {
    device_name = "/dev/xvda"

    ebs {
      volume_size = 20
      encrypted   = true
      kms_key_id  = aws_kms_key.own.arn
    }
  }
}

variable "component" {
  type = string
}

resource "aws_kms_key" "own" {
  enable_key_rotation = true
}
```
## Fix
which key to use is for people to decide.
## See
https://docs.aws.amazon.com/imagebuilder/latest/userguide/data-protection.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.kms import lacks_own_key

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": (
            "SC-28",
            "SC-28(1)",
        ),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=("CKV_AWS_200",),
    default=False,
)


@rule.on("aws_imagebuilder_image_recipe")
def check(recipe: Resource) -> Iterator[Finding]:
    for volume in recipe.blocks("block_device_mapping.ebs"):
        encrypted, key = volume["encrypted"], volume["kms_key_id"]
        if encrypted.absent or encrypted.equals(False) or lacks_own_key(key):
            yield rule.found(key, f"A volume of {recipe} is not encrypted with a key of your own")
