r"""S3 bucket answers requests over plain HTTP.

S3 listens on port 80 as well. Whoever sits between reads and changes what a client sends there, its signed request
included; only a policy that refuses requests without TLS closes that door.

## Bad
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports" # quarterly
}
```
## Good
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports" # quarterly
}

resource "aws_s3_bucket_policy" "reports" {
  bucket = aws_s3_bucket.reports.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "RefusePlainHttp"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = [aws_s3_bucket.reports.arn, "${aws_s3_bucket.reports.arn}/*"]
        Condition = {
          Bool = {
            "aws:SecureTransport" = "false"
          }
        }
      },
    ]
  })
}
```
## Bad
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_policy" "reports" {
  bucket = aws_s3_bucket.reports.id
  policy = data.aws_iam_policy_document.reports.json
}

data "aws_iam_policy_document" "reports" {
  statement {
    actions   = ["s3:GetObject"] # the nightly job
    resources = ["${aws_s3_bucket.reports.arn}/*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111122223333:role/reporting"]
    }
  }
}
```
## Good
```terraform
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_policy" "reports" {
  bucket = aws_s3_bucket.reports.id
  policy = data.aws_iam_policy_document.reports.json
}

data "aws_iam_policy_document" "reports" {
  statement {
    actions   = ["s3:GetObject"] # the nightly job
    resources = ["${aws_s3_bucket.reports.arn}/*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111122223333:role/reporting"]
    }
  }

  statement {
    sid       = "RefusePlainHttp"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.reports.arn, "${aws_s3_bucket.reports.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}
```
## Bad
```cloudformation
Resources:
  Reports:
    Type: AWS::S3::Bucket

  ReportsPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Reports
      PolicyDocument:
        Statement:
          - Effect: Allow # the nightly job
            Principal:
              AWS: arn:aws:iam::111122223333:role/reporting
            Action: s3:GetObject
            Resource: !Sub "${Reports.Arn}/*"
```
## Good
```cloudformation
Resources:
  Reports:
    Type: AWS::S3::Bucket

  ReportsPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Reports
      PolicyDocument:
        Statement:
          - Effect: Allow # the nightly job
            Principal:
              AWS: arn:aws:iam::111122223333:role/reporting
            Action: s3:GetObject
            Resource: !Sub "${Reports.Arn}/*"
          - Sid: RefusePlainHttp
            Effect: Deny
            Principal: "*"
            Action: "s3:*"
            Resource:
              - !GetAtt Reports.Arn
              - !Sub "${Reports.Arn}/*"
            Condition:
              Bool:
                aws:SecureTransport: "false"
```
## Fix
Unsafe: clients that still use plain HTTP are refused. A bucket without a policy gets one, a policy one statement more.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html#transit
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.model import Change, Reference
from cloudlint.resource import Encoded, Plain
from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule, Value
from cloudlint.vocabulary.iam_conditions import denies_insecure_transport
from cloudlint.vocabulary.iam_policy import Policy, policy_of

from ._shared import bucket_of, has_companion, reference_to

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "cis-aws-3.0": ("2.1.1",),
        "pci-dss-4.0": ("4.2.1",),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-8", "SC-8(1)"),
        "soc-2": ("CC6.7",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "38c64e76-c71e-4d92-a337-60174d1de1c9",
        "4bc4dd4c-7d8d-405e-a0fb-57fa4c31b4d9",
    ),
)


@rule.on("aws_s3_bucket", "aws_s3_bucket_policy")
def written(holder: Resource) -> Iterator[Finding]:
    policy = holder["policy"]
    document = policy_of(policy)
    if document is not None and denies_insecure_transport(document) is False:
        bucket = bucket_of(holder)
        message = f"The policy of {bucket} does not refuse plain HTTP"
        yield rule.found(policy, message, fix=_statement_more(policy, document, bucket), about=bucket)


@rule.on("aws_s3_bucket")
def missing(bucket: Resource) -> Iterator[Finding]:
    if bucket["policy"].absent and not has_companion(bucket, "aws_s3_bucket_policy"):
        policy: dict[str, Plain] = {"Version": "2012-10-17", "Statement": [_refusal(_everything_in(bucket))]}
        content: dict[str, Plain] = {"bucket": reference_to(bucket), "policy": Encoded(policy)}
        fix = bucket.beside("aws_s3_bucket_policy", bucket.label, content)
        yield rule.found(bucket, f"{bucket} has no policy that refuses plain HTTP", fix=fix)


def _statement_more(policy: Value, document: Policy, bucket: Resource) -> Change | None:
    """The statement that refuses plain HTTP, in the policy or in the policy document that it is made from."""
    resources = _resources(document, bucket)
    sources = [refers for refers in policy.refers if refers.kind == "data.aws_iam_policy_document"]
    if not resources or not sources:
        return document.value["Statement"].append(_refusal(resources)) if resources else None
    if len(sources) != 1 or sources[0].address.endswith("]"):
        return None
    content: dict[str, Plain] = {
        "sid": "RefusePlainHttp",
        "effect": "Deny",
        "actions": ["s3:*"],
        "resources": resources,
        "principals": {"type": "*", "identifiers": ["*"]},
        "condition": {"test": "Bool", "variable": "aws:SecureTransport", "values": ["false"]},
    }
    return sources[0].add("statement", content)


def _resources(document: Policy, bucket: Resource) -> list[Plain]:
    """The bucket and all in it, as the policy can name them; nothing where it cannot.

    Of several that `count` or `for_each` makes there is no one ARN, and of a bucket that is only named none but with
    the partition (`aws`, `aws-cn`) that the policy names itself.
    """
    if bucket.kind == "aws_s3_bucket":
        return [] if bucket.address.endswith("]") else _everything_in(bucket)
    name = bucket["bucket"].text
    for resource in (resource.text for statement in document.statements for resource in statement.resources):
        arn = (resource or "").partition("/")[0]
        if name and arn.startswith("arn:") and arn.endswith(f":s3:::{name}"):
            return [arn, f"{arn}/*"]
    return []


def _everything_in(bucket: Resource) -> list[Plain]:
    arn = reference_to(bucket, "arn")
    return [arn, Reference(f'"${{{arn.text}}}/*"')]


def _refusal(resources: list[Plain]) -> Plain:
    return {
        "Sid": "RefusePlainHttp",
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:*",
        "Resource": resources,
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }
