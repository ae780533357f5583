r"""S3 bucket ACL lets anyone see or change the ACL itself.

Whoever may write a bucket's ACL can grant themselves everything else, and whoever may read it learns which accounts
are worth attacking. `FULL_CONTROL` holds both rights, even where only reading was meant.

## Bad
```terraform
resource "aws_s3_bucket" "drop" {
  bucket = "example-drop"
}

resource "aws_s3_bucket_acl" "drop" {
  bucket = aws_s3_bucket.drop.id

  access_control_policy {
    owner {
      id = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
    }

    grant {
      permission = "FULL_CONTROL"

      grantee {
        type = "CanonicalUser"
        id   = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
      }
    }

    grant {
      permission = "WRITE_ACP"

      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/global/AllUsers"
      }
    }
  }
}
```
## Good
```terraform
resource "aws_s3_bucket" "drop" {
  bucket = "example-drop"
}

resource "aws_s3_bucket_acl" "drop" {
  bucket = aws_s3_bucket.drop.id

  access_control_policy {
    owner {
      id = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
    }

    grant {
      permission = "FULL_CONTROL"

      grantee {
        type = "CanonicalUser"
        id   = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
      }
    }
  }
}
```
## Fix
Unsafe: the group loses all that this grant gave it.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#permissions
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import CRITICAL, UNSAFE, Finding, Resource, Rule

from ._shared import AUTHENTICATED, EVERYONE, bucket_of, grants

rule = Rule(
    __name__,
    __doc__,
    severity=CRITICAL,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("7.2.1",),
        "hipaa": ("164.312(a)(1)",),
        "nist-800-53": ("AC-3", "AC-6"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.3",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV_AWS_375",),
)

ACL_RIGHTS = ("READ_ACP", "WRITE_ACP", "FULL_CONTROL")


@rule.on("aws_s3_bucket", "aws_s3_bucket_acl")
def check(holder: Resource) -> Iterator[Finding]:
    for grant, group, permissions in grants(holder):
        if not group.one_of((EVERYONE, AUTHENTICATED)):
            continue
        for permission in permissions.items():
            if permission.one_of(ACL_RIGHTS):
                message = f"`{permission.text}` lets strangers at the ACL of {bucket_of(holder)}"
                yield rule.found(permission, message, fix=grant.remove())
