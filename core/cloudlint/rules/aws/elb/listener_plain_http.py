r"""Load balancer serves plain HTTP.

Whoever sits between the visitor and the load balancer reads passwords and sessions, and can change what is sent. A
listener on port 80 should do nothing but redirect to HTTPS.

## Bad
```terraform
resource "aws_lb_listener" "site" {
  load_balancer_arn = var.load_balancer_arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = var.target_group_arn
  }
}

variable "load_balancer_arn" {
  type = string
}

variable "target_group_arn" {
  type = string
}
```
## Good
```terraform
resource "aws_lb_listener" "site" {
  load_balancer_arn = var.load_balancer_arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

variable "load_balancer_arn" {
  type = string
}
```
## Fix
HTTPS needs a certificate and a second listener, so that more than an edit of this one is called for.
## See
https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

from ._shared import LISTENERS, balancer_of

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
        "CKV_AWS_2",
        "CKV_AWS_103",
        "CKV2_AWS_20",
        "AWS-0054",
        "aws-elb-http-not-used",
        "AVD-AWS-0054",
        "f81d63d2-c5d7-43a4-a5b5-66717a41c895",
        "275a3217-ca37-40c1-a6cf-bb57d245ab32",
        "de7f5e83-da88-4046-871f-ea18504b1d43",
        "AC_AWS_0491",
        "AWS.ALL.IS.MEDIUM.0046",
    ),
)


@rule.on(*LISTENERS)
def check(listener: Resource) -> Iterator[Finding]:
    protocol = listener["protocol"]
    if protocol.equals("HTTP") and not _may_redirect(listener):
        message = f"{listener} serves plain HTTP"
        yield rule.found(protocol, message, about=balancer_of(listener))


def _may_redirect(listener: Resource) -> bool:
    """Does a default action send visitors to HTTPS, or may one? Where a redirect names no protocol, HTTP stays."""
    actions = listener["default_action"]
    if actions.unknown or actions.open:
        return True
    for action in listener.blocks("default_action"):
        target = action["redirect.protocol"]
        if action["type"].unknown or target.unknown or (action["type"].equals("redirect") and target.equals("HTTPS")):
            return True
    return False
