r"""Lambda function runs on a runtime that gets no more security fixes.

AWS stops mending a runtime when its language version ends, and some months later functions on it can no longer be
changed. Holes found from then on stay open.

## Bad
```terraform
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"
  filename      = "orders.zip"
  handler       = "orders.handle"
  runtime       = "python3.7"
}
```
## Good
```terraform
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"
  filename      = "orders.zip"
  handler       = "orders.handle"
  runtime       = "python3.13"
}
```
## Fix
Unsafe: the code, and what it brings along, may not run on the newer version; try it first.
## See
https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("6.3.3",),
        "hipaa": ("164.308(a)(1)",),
        "nist-800-53": ("SI-2",),
        "soc-2": ("CC7.1",),
        "iso-27001": ("A.8.8",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.05",),
    },
    aliases=("CKV_AWS_363",),
)

# Families of runtimes and the one to move to; Go has to be built anew, and gets no fix.
SUCCESSORS = (
    ("python", "python3.13"),
    ("nodejs", "nodejs22.x"),
    ("java", "java21"),
    ("dotnet", "dotnet8"),
    ("ruby", "ruby3.4"),
)

# "Deprecated runtimes" in the developer guide of Lambda.
DEPRECATED = frozenset(
    (
        "dotnetcore1.0",
        "dotnetcore2.0",
        "dotnetcore2.1",
        "dotnetcore3.1",
        "dotnet5.0",
        "dotnet6",
        "dotnet7",
        "go1.x",
        "java8",
        "nodejs",
        "nodejs4.3",
        "nodejs4.3-edge",
        "nodejs6.10",
        "nodejs8.10",
        "nodejs10.x",
        "nodejs12.x",
        "nodejs14.x",
        "nodejs16.x",
        "nodejs18.x",
        "nodejs20.x",
        "provided",
        "python2.7",
        "python3.6",
        "python3.7",
        "python3.8",
        "python3.9",
        "ruby2.5",
        "ruby2.7",
        "ruby3.2",
    )
)


@rule.on("aws_lambda_function")
def check(function: Resource) -> Iterator[Finding]:
    runtime = function["runtime"]
    name = runtime.text or ""
    if name in DEPRECATED:
        newer = next((newer for family, newer in SUCCESSORS if name.startswith(family)), None)
        message = f"{function} runs on `{name}`, which gets no more security fixes"
        yield rule.found(runtime, message, fix=runtime.set(newer) if newer is not None else None)
