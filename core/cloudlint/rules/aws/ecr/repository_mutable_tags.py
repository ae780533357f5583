r"""ECR repository lets tags be moved to other images.

What was tested as `v1.4` must be what runs as `v1.4`. While tags can be moved, whoever may push can swap the image
under a tag that is already deployed, and the next restart runs theirs.

## Bad
```terraform
resource "aws_ecr_repository" "app" {
  name = "app"
  image_tag_mutability = "MUTABLE" # for latest
}
```
## Good
```terraform
resource "aws_ecr_repository" "app" {
  name = "app"
  image_tag_mutability = "IMMUTABLE" # for latest
}
```
## Bad
```cloudformation
Resources:
  App:
    Type: AWS::ECR::Repository
    Properties:
      ImageTagMutability: MUTABLE # latest moves
```
## Good
```cloudformation
Resources:
  App:
    Type: AWS::ECR::Repository
    Properties:
      ImageTagMutability: IMMUTABLE # latest moves
```
## Fix
Unsafe: pushing a tag that exists, such as `latest`, fails from then on.
## See
https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:H/A:N",
    fixes=UNSAFE,
    standards={
        "nist-800-53": ("CM-2", "CM-6"),
        "soc-2": ("CC7.1",),
        "iso-27001": ("A.8.9",),
    },
    aliases=(
        "CKV_AWS_51",
        "AWS-0031",
        "aws-ecr-enforce-immutable-repository",
        "AVD-AWS-0031",
        "60bfbb8a-c72f-467f-a6dd-a46b7d612789",
        "33f41d31-86b1-46a4-81f7-9c9a671f59ac",
        "d1846b12-20c5-4d45-8798-fc35b79268eb",
        "AC_AWS_0447",
    ),
)


@rule.on("aws_ecr_repository")
def check(repository: Resource) -> Iterator[Finding]:
    tags = repository["image_tag_mutability"]
    if tags.absent or tags.one_of(("MUTABLE", "MUTABLE_WITH_EXCLUSION")):
        fix = None if tags.equals("MUTABLE_WITH_EXCLUSION") else tags.set("IMMUTABLE")
        yield rule.found(tags, f"Tags in {repository} can be moved to other images", fix=fix)
