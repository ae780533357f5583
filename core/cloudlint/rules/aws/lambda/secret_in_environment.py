r"""Lambda function holds a secret in its environment variables.

The variables stand in the code, in the Terraform state and in the console, where everybody with the right to look at
the function reads them. Functions that print their environment put them into the logs as well.

## Bad
```terraform
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"
  filename      = "orders.zip"
  handler       = "orders.handle"
  runtime       = "python3.13"

  environment {
    variables = {
      AWS_SECRET_ACCESS_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzEXAMPLEKEY"
    }
  }
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

  environment {
    variables = {
      SECRET_ID = "orders/database"
    }
  }
}
```
## Fix
The secret has to be changed, kept in Secrets Manager, and read by the function when it starts.
## See
https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule
from cloudlint.vocabulary.secrets import find, find_in

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:H/A:H",
    standards={
        "pci-dss-4.0": (
            "8.3.2",
            "8.6.2",
        ),
        "hipaa": ("164.312(d)",),
        "nist-800-53": ("IA-5",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV_AWS_45",
        "f34508b9-f574-4330-b42d-88c44cced645",
        "2564172f-c92b-4261-9acd-464aed511696",
        "1402afd8-a95c-4e84-8b0b-6fb43758e6ce",
    ),
)


@rule.on("aws_lambda_function")
def check(function: Resource) -> Iterator[Finding]:
    for name, value in function["environment.variables"].entries().items():
        kinds = [kind for kind, _ in find_in(value)]
        if not kinds and isinstance(value.data, str):
            kinds = [secret.kind for secret in find(f"{name}={value.data}")]
        if kinds:
            yield rule.found(value, f"Variable `{name}` of {function} holds a secret ({kinds[0]})")
