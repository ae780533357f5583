r"""S3 bucket ACL lets somebody else rewrite the ACL.

`WRITE_ACP` is the right to grant rights: whoever has it can give themselves, or everyone, all the others. The owner
of the bucket has it anyway, so that a grant to somebody else is seldom meant.

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
      permission = "READ"

      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/s3/LogDelivery"
      }
    }

    grant {
      permission = "WRITE_ACP"

      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/s3/LogDelivery"
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
      permission = "READ"

      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/s3/LogDelivery"
      }
    }
  }
}
```
## Fix
Unsafe: the grantee loses all that this grant gave it.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#permissions
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

from ._shared import bucket_of, grants

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("64a222aa-7793-4e40-915f-4b302c76e4d4",),
)


@rule.on("aws_s3_bucket", "aws_s3_bucket_acl")
def check(holder: Resource) -> Iterator[Finding]:
    for grant, _, permissions in grants(holder):
        for permission in permissions.items():
            if permission.equals("WRITE_ACP"):
                message = f"`WRITE_ACP` lets somebody else rewrite the ACL of {bucket_of(holder)}"
                yield rule.found(permission, message, fix=grant.remove())
