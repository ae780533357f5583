r"""OpenSearch domain is not encrypted with a key of your own.

The key that AWS keeps cannot be restricted, shared with another account or revoked. With a key of your own, its
policy decides once more who may read the data, and every use of it is on record.

## Bad
```terraform
resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  encrypt_at_rest {
    enabled = true # with any key
  }
}

resource "aws_kms_key" "search" {
  enable_key_rotation = true
}
```
## Good
```terraform
resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  encrypt_at_rest {
    enabled    = true # with any key
    kms_key_id = aws_kms_key.search.arn
  }
}

resource "aws_kms_key" "search" {
  enable_key_rotation = true
}
```
## Fix
Unsafe: a domain that exists is replaced by an empty one; and the key's policy must let the service use it. The fix is
offered where the domain is encrypted and the module has exactly one key.
## See
https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.kms import lacks_own_key, use_only_key

from ._shared import DOMAINS

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("3.5.1",),
        "hipaa": ("164.312(a)(2)(iv)",),
        "nist-800-53": ("SC-28", "SC-28(1)"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "CKV_AWS_247",
        "d926aa95-0a04-4abc-b20c-acf54afe38a1",
        "7af2f4a3-00d9-47f3-8d15-ca0888f4e5b2",
        "AC_AWS_0111",
        "AWS.ElasticSearch.EKM.Medium.0768",
    ),
    default=False,
)


@rule.on(*DOMAINS)
def check(domain: Resource) -> Iterator[Finding]:
    block, key = domain["encrypt_at_rest"], domain["encrypt_at_rest.kms_key_id"]
    if lacks_own_key(key):
        # A domain that is not encrypted has to be encrypted first.
        fix = None if block.absent else use_only_key(domain, key)
        yield rule.found(key, f"{domain} is not encrypted with a key of your own", fix=fix)
