r"""Lambda function URL lets scripts of every website call it with every method.

With `*` for origins and for methods the pages of strangers can use the function through the browsers of your users,
and read what it answers.

## Bad
```terraform
resource "aws_lambda_function_url" "orders" {
  function_name      = "orders"
  authorization_type = "AWS_IAM"

  cors {
    allow_origins = ["*"]
    allow_methods = ["*"]
  }
}
```
## Good
```terraform
resource "aws_lambda_function_url" "orders" {
  function_name      = "orders"
  authorization_type = "AWS_IAM"

  cors {
    allow_origins = ["https://shop.example.com"]
    allow_methods = ["GET"]
  }
}
```
## Fix
Which websites and methods are meant only the author knows.
## See
https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule, Value

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N",
    standards={
        "pci-dss-4.0": (
            "1.3.1",
            "1.4.4",
        ),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-7",),
        "soc-2": ("CC6.6",),
        "iso-27001": ("A.8.20",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=("CKV2_AWS_75",),
)


@rule.on("aws_lambda_function_url")
def check(url: Resource) -> Iterator[Finding]:
    function = next((other for other in url["function_name"].refers if other.kind == "aws_lambda_function"), None)
    for cors in url.blocks("cors"):
        origin = _everything(cors["allow_origins"])
        if origin is not None and _everything(cors["allow_methods"]) is not None:
            message = f"Scripts of every website may call {url} with every method"
            yield rule.found(origin, message, about=function)


def _everything(listed: Value) -> Value | None:
    return next((item for item in listed.items() if item.equals("*")), None)
