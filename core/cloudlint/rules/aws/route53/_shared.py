"""DNS zones: which are public."""

from __future__ import annotations

from cloudlint.rule import Resource


def is_public(zone: Resource) -> bool:
    """Surely not bound to a VPC, by a block of its own or by an association."""
    networks = zone["vpc"]
    if networks.unknown or networks.open or zone.blocks("vpc"):
        return False
    return zone.lacks("aws_route53_zone_association", "zone_id")
