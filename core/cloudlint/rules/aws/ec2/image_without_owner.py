r"""Newest image of a name is taken, whoever published it.

Anyone can publish an image under a name that matches, and the newest one wins: the next plan then starts a stranger's
software with the role of your instance. Saying whose images count closes that door.

## Bad
```terraform
data "aws_ami" "ubuntu" {
  most_recent = true

  filter {
    name   = "name"
    values = ["ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-*"]
  }
}
```
## Good
```terraform
data "aws_ami" "ubuntu" {
  most_recent = true
  owners      = ["099720109477"] # Canonical

  filter {
    name   = "name"
    values = ["ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-*"]
  }
}
```
## Fix
whose images are trusted is for people to say.
## See
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-ami-allowed-amis.html
https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/ami
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:N",
    standards={
        "nist-800-53": (
            "SR-3",
            "SR-4",
        ),
        "soc-2": ("CC8.1",),
        "iso-27001": ("A.5.21",),
    },
    aliases=(
        "CKV_AWS_386",
        "AWS-0344",
        "aws-ami-ensure-ami-has-owners",
        "AVD-AWS-0344",
        "f317c3c2-58e5-4aa7-bb8e-3a7f6bcd274a",
    ),
)


OWNERS = ("owner-id", "owner-alias", "image-id")


@rule.on("data.aws_ami")
def check(image: Resource) -> Iterator[Finding]:
    owners = image["owners"]
    if not image["most_recent"].equals(True) or not (owners.absent or owners.known == []):
        return
    filters = image.blocks("filter")
    if image["filter"].open or any(only["name"].unknown or only["name"].one_of(OWNERS) for only in filters):
        return
    names = [name for only in filters if only["name"].equals("name") for name in only["values"].items()]
    if not names or image["name_regex"].text or any(set(name.text or "") & set("*?") for name in names):
        yield rule.found(owners, f"{image} takes the newest image that matches, whoever published it")
