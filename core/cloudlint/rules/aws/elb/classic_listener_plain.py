r"""Classic load balancer serves plain HTTP.

Whoever sits between the visitor and the load balancer reads passwords and sessions, and can change what is sent. A
listener for HTTPS without a certificate cannot encrypt either.

## Bad
```terraform
resource "aws_elb" "site" {
  name    = "site"
  subnets = var.subnet_ids

  listener {
    instance_port     = 8080
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http"
  }
}

variable "subnet_ids" {
  type = list(string)
}
```
## Good
```terraform
resource "aws_elb" "site" {
  name    = "site"
  subnets = var.subnet_ids

  listener {
    instance_port      = 8080
    instance_protocol  = "http"
    lb_port            = 443
    lb_protocol        = "https"
    ssl_certificate_id = var.certificate_arn
  }
}

variable "subnet_ids" {
  type = list(string)
}

variable "certificate_arn" {
  type = string
}
```
## Fix
the certificate that HTTPS needs has to be chosen by somebody who owns the name.
## See
https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-https-load-balancers.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:L/A:N",
    standards={
        "gdpr": ("32(1)(a)",),
        "hipaa": ("164.312(e)(1)",),
        "iso-27001": ("A.8.24",),
        "nist-800-53": ("SC-8", "SC-8(1)"),
        "nydfs-500": ("500.15",),
        "pci-dss-4.0": ("4.2.1",),
        "soc-2": ("CC6.7",),
    },
    aliases=(
        "CKV_AWS_376",
        "CKV_AWS_127",
        "275a3217-ca37-40c1-a6cf-bb57d245ab32",
        "AC_AWS_0120",
        "AWS.ELB.NetworkPortsSecurity.Low.0563",
    ),
)


@rule.on("aws_elb")
def check(balancer: Resource) -> Iterator[Finding]:
    for listener in balancer.blocks("listener"):
        protocol, certificate = listener["lb_protocol"], listener["ssl_certificate_id"]
        name = (protocol.text or "").lower()
        if name == "http":
            yield rule.found(protocol, f"{balancer} serves plain HTTP")
        elif name in ("https", "ssl") and (certificate.absent or certificate.equals("")):
            yield rule.found(certificate, f"{balancer} has no certificate for a listener that shall encrypt")
