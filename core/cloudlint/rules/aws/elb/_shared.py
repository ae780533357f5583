"""The kinds of load balancer: application, network and gateway share a resource, the classic one has its own."""

from __future__ import annotations

from cloudlint.rule import Resource, Value

BALANCERS = ("aws_lb", "aws_alb")
LISTENERS = ("aws_lb_listener", "aws_alb_listener")
TARGET_GROUPS = ("aws_lb_target_group", "aws_alb_target_group")


def is_application(balancer: Resource) -> bool:
    """Surely an application load balancer, which is what an absent type means."""
    kind = balancer["load_balancer_type"]
    return kind.absent or kind.equals("application")


def balancer_of(listener: Resource) -> Resource:
    """The load balancer that a listener belongs to, where the project holds it; else the listener itself."""
    return next((found for found in listener["load_balancer_arn"].refers if found.kind in BALANCERS), listener)


def turned_on(value: Value) -> bool:
    """Does an attribute of a classic load balancer's policy turn on what its name says? AWS reads `true`, `false`."""
    return value.known is not None and not value.equals(False)
