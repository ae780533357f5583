r"""Load balancer accepts TLS versions older than 1.2.

TLS 1.0 and 1.1 have known weaknesses and are retired everywhere. A listener without a policy gets one from 2016 that
still takes them.

## Bad
```terraform
resource "aws_lb_listener" "site" {
  load_balancer_arn = var.load_balancer_arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-2016-08" # old phones
  certificate_arn   = var.certificate_arn

  default_action {
    type             = "forward"
    target_group_arn = var.target_group_arn
  }
}

variable "load_balancer_arn" {
  type = string
}

variable "certificate_arn" {
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
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06" # old phones
  certificate_arn   = var.certificate_arn

  default_action {
    type             = "forward"
    target_group_arn = var.target_group_arn
  }
}

variable "load_balancer_arn" {
  type = string
}

variable "certificate_arn" {
  type = string
}

variable "target_group_arn" {
  type = string
}
```
## Bad
```terraform
resource "aws_load_balancer_policy" "site" {
  load_balancer_name = var.load_balancer_name
  policy_name        = "site"
  policy_type_name   = "SSLNegotiationPolicyType"

  policy_attribute {
    name  = "Reference-Security-Policy"
    value = "ELBSecurityPolicy-2015-05" # old phones
  }
}

variable "load_balancer_name" {
  type = string
}
```
## Good
```terraform
resource "aws_load_balancer_policy" "site" {
  load_balancer_name = var.load_balancer_name
  policy_name        = "site"
  policy_type_name   = "SSLNegotiationPolicyType"

  policy_attribute {
    name  = "Reference-Security-Policy"
    value = "ELBSecurityPolicy-TLS-1-2-2017-01" # old phones
  }
}

variable "load_balancer_name" {
  type = string
}
```
## Fix
Unsafe: clients that cannot speak TLS 1.2, as a rule more than ten years old, no longer get through.
## See
https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.tls import (
    CLASSIC_LOAD_BALANCER_POLICY,
    LOAD_BALANCER_DEFAULT,
    LOAD_BALANCER_POLICY,
    is_old,
    load_balancer_minimum,
)

from ._shared import LISTENERS

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
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
        "CKV_AWS_103",
        "CKV2_AWS_74",
        "CKV_AWS_213",
        "AWS-0047",
        "aws-elb-use-secure-tls-policy",
        "AVD-AWS-0047",
        "AC_AWS_0172",
        "AWS.ELB.EncryptionandKeyManagement.High.0401",
    ),
)


@rule.on(*LISTENERS)
def check(listener: Resource) -> Iterator[Finding]:
    policy = listener["ssl_policy"]
    if not listener["protocol"].one_of(("HTTPS", "TLS")):
        return
    name = LOAD_BALANCER_DEFAULT if policy.absent else policy.text
    if name is not None and is_old(load_balancer_minimum(name)):
        message = f"{listener} accepts TLS versions older than 1.2 ({name})"
        yield rule.found(policy, message, fix=policy.set(LOAD_BALANCER_POLICY))


@rule.on("aws_load_balancer_policy")
def named(policy: Resource) -> Iterator[Finding]:
    for attribute in policy.blocks("policy_attribute"):
        value = attribute["value"]
        name = value.text if attribute["name"].equals("Reference-Security-Policy") else None
        if name is not None and is_old(load_balancer_minimum(name)):
            message = f"{policy} accepts TLS versions older than 1.2 ({name})"
            yield rule.found(value, message, fix=value.set(CLASSIC_LOAD_BALANCER_POLICY))
