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
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      }
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
## Fix
Unsafe: clients that still use plain HTTP are refused. A bucket without a policy gets one, a policy document one
statement more; a policy written as JSON is left to people.
## See
https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html#transit
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.model import Change, Reference
from cloudlint.resource import Plain
from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule, Value
from cloudlint.vocabulary.iam_conditions import denies_insecure_transport
from cloudlint.vocabulary.iam_policy import policy_of

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
        yield rule.found(policy, message, fix=_statement_more(policy, bucket), about=bucket)


@rule.on("aws_s3_bucket")
def missing(bucket: Resource) -> Iterator[Finding]:
    if bucket["policy"].absent and not has_companion(bucket, "aws_s3_bucket_policy"):
        content: dict[str, Plain] = {"bucket": reference_to(bucket), "policy": Reference(_refusal(bucket))}
        fix = bucket.beside("aws_s3_bucket_policy", bucket.label, content) if _single(bucket) else None
        yield rule.found(bucket, f"{bucket} has no policy that refuses plain HTTP", fix=fix)


def _single(bucket: Resource) -> bool:
    """Not one of several that `count` or `for_each` makes: those have no one ARN."""
    return bucket.kind == "aws_s3_bucket" and not bucket.address.endswith("]")


def _statement_more(policy: Value, bucket: Resource) -> Change | None:
    """The statement that refuses plain HTTP, in the policy document that the policy is made from."""
    documents = [refers for refers in policy.refers if refers.kind == "data.aws_iam_policy_document"]
    if len(documents) != 1 or not _single(bucket) or documents[0].address.endswith("]"):
        return None
    arn = reference_to(bucket, "arn").text
    content: dict[str, Plain] = {
        "sid": "RefusePlainHttp",
        "effect": "Deny",
        "actions": ["s3:*"],
        "resources": [Reference(arn), Reference(f'"${{{arn}}}/*"')],
        "principals": {"type": "*", "identifiers": ["*"]},
        "condition": {"test": "Bool", "variable": "aws:SecureTransport", "values": ["false"]},
    }
    return documents[0].add("statement", content)


def _refusal(bucket: Resource) -> str:
    arn = reference_to(bucket, "arn").text
    return f"""jsonencode({{
    Version = "2012-10-17"
    Statement = [
      {{
        Sid       = "RefusePlainHttp"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = [{arn}, "${{{arn}}}/*"]
        Condition = {{ Bool = {{ "aws:SecureTransport" = "false" }} }}
      }}
    ]
  }})"""
