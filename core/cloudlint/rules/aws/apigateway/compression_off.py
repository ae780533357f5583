r"""REST API does not compress its answers.

Large answers then take longer and cost more than they need to, which helps whoever wants to keep the API busy. This
is about speed first, so that the rule runs only when selected.

## Bad
```terraform
resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}
```
## Good
```terraform
resource "aws_api_gateway_rest_api" "shop" {
  name                     = "shop"
  minimum_compression_size = "1024"
}
```
## Fix
from which size on compressing pays off depends on the answers.
## See
https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gzip-compression-decompression.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:N/A:L",
    standards={
        "nist-800-53": ("CP-10",),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.14",),
    },
    aliases=(
        "d6653eee-2d4d-4e6a-976f-6794a497999a",
        "ed35928e-195c-4405-a252-98ccb664ab7b",
        "a2f2800e-614b-4bc8-89e6-fec8afd24800",
        "d5d1fe08-89db-440c-8725-b93223387309",
        "AC_AWS_0010",
        "AWS.APIGateway.Medium.0568",
    ),
    default=False,
)


LARGEST = 10_485_760  # bytes


@rule.on("aws_api_gateway_rest_api")
def check(api: Resource) -> Iterator[Finding]:
    size = api["minimum_compression_size"]
    number = size.number
    if (size.absent and api["body"].absent) or (number is not None and not 0 <= number <= LARGEST):
        yield rule.found(size, f"{api} does not compress its answers")
