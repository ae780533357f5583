r"""Kinesis stream keeps its records unencrypted.

Records wait in the stream for a day to a year. Unencrypted, they are protected by permissions alone, and most rules
about personal or payment data ask for more.

## Bad
```terraform
resource "aws_kinesis_stream" "clicks" {
  name            = "clicks"
  shard_count     = 1
  encryption_type = "NONE" # for now
}
```
## Good
```terraform
resource "aws_kinesis_stream" "clicks" {
  name            = "clicks"
  shard_count     = 1
  encryption_type = "KMS" # for now
  kms_key_id      = "alias/aws/kinesis"
}
```
## Bad
```cloudformation
Resources:
  Clicks:
    Type: AWS::Kinesis::Stream
    Properties:
      ShardCount: 1
```
## Good
```cloudformation
Resources:
  Clicks:
    Type: AWS::Kinesis::Stream
    Properties:
      ShardCount: 1
      StreamEncryption:
        EncryptionType: KMS
        KeyId: alias/aws/kinesis
```
## Fix
Unsafe: producers and consumers of other accounts cannot use the key of AWS that the fix names; they need one of
yours.
## See
https://docs.aws.amazon.com/streams/latest/dev/what-is-sse.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.resource import Plain
from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:H/I:N/A:N",
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
        "CKV_AWS_43",
        "AWS-0064",
        "aws-kinesis-enable-in-transit-encryption",
        "AVD-AWS-0064",
        "862fe4bf-3eec-4767-a517-40f378886b88",
        "AC_AWS_0157",
        "AWS.Kinesis.EncryptionandKeyManagement.High.0412",
        "f2ea6481-1d31-4d40-946a-520dc6321dd7",
    ),
)

KEY_OF_AWS = "alias/aws/kinesis"


@rule.on("aws_kinesis_stream")
def check(stream: Resource) -> Iterator[Finding]:
    encryption = stream["encryption_type"]
    if encryption.absent or encryption.equals("NONE"):
        values: dict[str, Plain] = {"encryption_type": "KMS"}
        if stream["kms_key_id"].absent:
            values["kms_key_id"] = KEY_OF_AWS
        yield rule.found(encryption, f"{stream} keeps its records unencrypted", fix=stream.set_all(values))
