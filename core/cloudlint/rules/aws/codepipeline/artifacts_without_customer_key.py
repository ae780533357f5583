r"""CodePipeline artifacts are not encrypted with a key of your own.

Between its stages a pipeline hands over source code and builds. With the key that AWS manages, whoever may read the
bucket also decrypts them, and another account cannot be given them at all.

## Bad
```terraform
resource "aws_codepipeline" "app" {
  name     = "app"
  role_arn = "arn:aws:iam::111122223333:role/pipeline"

  artifact_store {
    location = "example-artifacts"
    type     = "S3"
  }

  stage {
    name = "Source"

    action {
      name             = "Source"
      category         = "Source"
      owner            = "AWS"
      provider         = "CodeStarSourceConnection"
      version          = "1"
      output_artifacts = ["source"]
    }
  }

  stage {
    name = "Build"

    action {
      name            = "Build"
      category        = "Build"
      owner           = "AWS"
      provider        = "CodeBuild"
      version         = "1"
      input_artifacts = ["source"]
    }
  }
}
```
## Good
```terraform
resource "aws_codepipeline" "app" {
  name     = "app"
  role_arn = "arn:aws:iam::111122223333:role/pipeline"

  artifact_store {
    location = "example-artifacts"
    type     = "S3"

    encryption_key {
      id   = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
      type = "KMS"
    }
  }

  stage {
    name = "Source"

    action {
      name             = "Source"
      category         = "Source"
      owner            = "AWS"
      provider         = "CodeStarSourceConnection"
      version          = "1"
      output_artifacts = ["source"]
    }
  }

  stage {
    name = "Build"

    action {
      name            = "Build"
      category        = "Build"
      owner           = "AWS"
      provider        = "CodeBuild"
      version         = "1"
      input_artifacts = ["source"]
    }
  }
}
```
## Fix
Which key, and who may use it, is for people to decide.
## See
https://docs.aws.amazon.com/codepipeline/latest/userguide/S3-artifact-encryption.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=("CKV_AWS_219",),
    default=False,
)


@rule.on("aws_codepipeline")
def check(pipeline: Resource) -> Iterator[Finding]:
    for key in pipeline.each("artifact_store.encryption_key.id"):
        if key.absent:
            yield rule.found(key, f"Artifacts of {pipeline} are encrypted with a key that AWS manages")
