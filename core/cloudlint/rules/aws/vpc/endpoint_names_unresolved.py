r"""Private names of a VPC endpoint cannot be resolved in its VPC.

With DNS resolution off, programs do not find the endpoint: their calls fail, or leave over the internet on the way that
the endpoint was meant to replace.

## Bad
```terraform
resource "aws_vpc" "main" {
  cidr_block         = "10.20.0.0/16"
  enable_dns_support = false # resolvers of our own
}

resource "aws_vpc_endpoint" "queues" {
  vpc_id              = aws_vpc.main.id
  service_name        = "com.amazonaws.eu-central-1.sqs"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
```
## Good
```terraform
resource "aws_vpc" "main" {
  cidr_block         = "10.20.0.0/16"
  enable_dns_support = true # resolvers of our own
}

resource "aws_vpc_endpoint" "queues" {
  vpc_id              = aws_vpc.main.id
  service_name        = "com.amazonaws.eu-central-1.sqs"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
}
```
## Fix
Unsafe: names in the whole VPC are answered by the resolver of AWS from then on.
## See
https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "gdpr": ("32(1)(b)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.20",),
        "nist-800-53": ("SC-7",),
        "nydfs-500": ("500.07",),
        "pci-dss-4.0": ("1.3.1", "1.4.4"),
        "soc-2": ("CC6.6",),
    },
    aliases=("e9b7acf9-9ba0-4837-a744-31e7df1e434d",),
)


@rule.on("aws_vpc_endpoint")
def check(endpoint: Resource) -> Iterator[Finding]:
    if not endpoint["private_dns_enabled"].flag:
        return
    for vpc in endpoint["vpc_id"].refers:
        support = vpc["enable_dns_support"]
        if vpc.kind == "aws_vpc" and support.equals(False):
            message = f"{vpc} cannot resolve the private names of {endpoint}"
            yield rule.found(
                support, message, fix=support.set(True), about=endpoint, related=[(endpoint, "the endpoint")]
            )
