"""What the firewalls of every cloud let through, as one list of openings.

for opening in openings(resource, INGRESS):
    if opening.covers(22):
        for source in opening.open_sources(): ...
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from ..resource import KNOWN, UNKNOWN, Resource, Value
from ..typed import TYPE_CHECKING
from .addresses import is_private_range, is_public, prefix_length, public_among
from .opening import EGRESS, INGRESS, Opening, Ports

if TYPE_CHECKING:
    from ..typed import TypeAlias

__all__ = [
    "EGRESS",
    "INGRESS",
    "KINDS",
    "Opening",
    "Ports",
    "is_private_range",
    "is_public",
    "openings",
    "prefix_length",
    "public_among",
]

Directions: TypeAlias = "tuple[str, ...]"


def openings(resource: Resource, direction: str = "") -> Iterator[Opening]:
    """What a firewall-like resource lets through (in one direction); nothing for other kinds.

    What cannot be known is noted; of the other direction nothing is read that need not be.
    """
    adapter = _ADAPTERS.get(resource.kind)
    if adapter is not None:
        yield from adapter(resource, (direction,) if direction else (INGRESS, EGRESS))


def _all(value: Value, *names: str) -> tuple[Value, ...]:
    """The elements of several lists, unknown lists as one unknown value. Notes no read."""
    found: list[Value] = []
    for name in names:
        listed = value.entry(name)
        if listed.state is KNOWN:
            found += listed.but(open=False).items() if listed.open else listed.items()
        if listed.state is UNKNOWN or listed.open:
            found.append(listed.but(state=UNKNOWN, data=None, open=False, name=name))
    return tuple(item for item in found if item.state is UNKNOWN or item.data != "")


def _blocks(resource: Value, name: str) -> Iterator[Value]:
    """The blocks of a name; unknown ones are noted."""
    for block in resource.entry(name).items():
        if isinstance(block.data, Mapping):
            yield block
        else:
            block.unknown  # noqa: B018  noted as an unknown read


def _choice(value: Value, **choices: str) -> str:
    """What a known text stands for, case aside; empty where it is none of the choices. Unknown is noted."""
    text = value.text
    return choices.get(text.lower(), "") if text is not None else ""


# ------------------------------------------------------------------------------------ AWS


def _group_rule(value: Value, direction: str) -> Opening:
    return Opening(
        direction,
        value.entry("protocol"),
        (Ports(value.entry("from_port"), value.entry("to_port")),),
        _all(value, "cidr_blocks", "ipv6_cidr_blocks"),
        _all(value, "security_groups", "prefix_list_ids", "source_security_group_id"),
        value.entry("description"),
        value,
    )


def _security_group(resource: Resource, directions: Directions) -> Iterator[Opening]:
    for direction in directions:
        for block in _blocks(resource, direction):
            yield _group_rule(block, direction)


def _security_group_rule(resource: Resource, directions: Directions) -> Iterator[Opening]:
    direction = _choice(resource["type"], ingress=INGRESS, egress=EGRESS)
    if direction in directions:
        yield _group_rule(resource, direction)


def _vpc_rule(resource: Resource, directions: Directions) -> Iterator[Opening]:
    direction = INGRESS if resource.kind.endswith("ingress_rule") else EGRESS
    if direction in directions:
        yield Opening(
            direction,
            resource["ip_protocol"],
            (Ports(resource["from_port"], resource["to_port"]),),
            _all(resource, "cidr_ipv4", "cidr_ipv6"),
            _all(resource, "prefix_list_id", "referenced_security_group_id"),
            resource["description"],
            resource,
        )


def _network_acl(resource: Resource, directions: Directions) -> Iterator[Opening]:
    for direction in directions:
        rules = [(block, _acl_rule(block, direction)) for block in _blocks(resource, direction)]
        yield from _ordered([(block["rule_no"], block["action"], rule) for block, rule in rules])


def _acl_rule(value: Value, direction: str) -> Opening:
    return Opening(
        direction,
        value.entry("protocol"),
        (Ports(value.entry("from_port"), value.entry("to_port")),),
        _all(value, "cidr_block", "ipv6_cidr_block"),
        (),
        value.entry("description"),
        value,
    )


def _acl_rule_resource(resource: Resource, directions: Directions) -> Iterator[Opening]:
    egress = resource["egress"]
    if egress.unknown or (EGRESS if egress.flag else INGRESS) not in directions:
        return
    rules = [
        (other["rule_number"], other["rule_action"], _acl_rule(other, EGRESS if egress.flag else INGRESS))
        for other in _siblings(resource, "network_acl_id")
        if other["egress"].state is not UNKNOWN and bool(other["egress"].flag) is bool(egress.flag)
    ]
    yield from _ordered(rules, resource)


def _siblings(resource: Resource, via: str) -> Iterator[Resource]:
    """The resources of the same kind that belong to the same thing, this one among them."""
    mine = resource[via]
    for other in resource.graph.of(resource.kind):
        its = other[via]
        same = mine.state is KNOWN and its.state is KNOWN and mine.data == its.data
        if other is resource or same or any(target in its.refers for target in mine.refers):
            yield other


def _ordered(rules: Sequence[tuple[Value, Value, Opening]], only: Value | None = None) -> Iterator[Opening]:
    """Of numbered rules those that allow (or the one, if it does), each with the refusals of lower number.

    An unknown order hides nothing.
    """
    refusing = [(number, rule) for number, action, rule in rules if _refuses(action)]
    for number, action, opening in rules:
        if (only is not None and opening.value is not only) or _choice(action, allow="allow") != "allow":
            continue
        mine = number.number if refusing else None
        denials = tuple(earlier for other, earlier in refusing if mine is not None and _below(other, mine))
        yield opening._replace(denials=denials)


def _refuses(action: Value) -> bool:
    """Surely; unknown is not noted."""
    return action.state is KNOWN and str(action.data).lower() == "deny"


def _below(number: Value, limit: float) -> bool:
    mine = number.number
    return mine is not None and mine < limit


# ---------------------------------------------------------------------------------- Azure


def _azure_rule(value: Value, direction: str) -> Opening:
    ports = _all(value, "destination_port_range", "destination_port_ranges")
    side = "source" if direction == INGRESS else "destination"
    return Opening(
        direction,
        value.entry("protocol"),
        tuple(Ports(port, port) for port in ports),
        _all(value, f"{side}_address_prefix", f"{side}_address_prefixes"),
        _all(value, f"{side}_application_security_group_ids"),
        value.entry("description"),
        value,
    )


def _azure(rules: Sequence[Value], directions: Directions, only: Value | None = None) -> Iterator[Opening]:
    directed = [(rule, _choice(rule.entry("direction"), inbound=INGRESS, outbound=EGRESS)) for rule in rules]
    for wanted in directions:
        ordered = [
            (rule.entry("priority"), rule.entry("access"), _azure_rule(rule, direction))
            for rule, direction in directed
            if direction == wanted
        ]
        yield from _ordered(ordered, only)


def _azure_group(resource: Resource, directions: Directions) -> Iterator[Opening]:
    yield from _azure(tuple(_blocks(resource, "security_rule")), directions)


def _azure_group_rule(resource: Resource, directions: Directions) -> Iterator[Opening]:
    siblings = _siblings(resource, "network_security_group_name")
    rules = [other for other in siblings if other is resource or _refuses(other["access"])]
    yield from _azure(rules, directions, resource)


# --------------------------------------------------------------------------- Google Cloud


def _google(resource: Resource, directions: Directions) -> Iterator[Opening]:
    towards = resource["direction"]
    direction = INGRESS if towards.absent else _choice(towards, ingress=INGRESS, egress=EGRESS)
    if direction not in directions or resource["disabled"].flag or resource["disabled"].unknown:
        return
    outward = direction == EGRESS
    for block in _blocks(resource, "allow"):
        yield Opening(
            direction,
            block["protocol"],
            tuple(Ports(port, port) for port in _all(block, "ports")),
            _all(resource, "destination_ranges" if outward else "source_ranges"),
            () if outward else _all(resource, "source_tags", "source_service_accounts"),
            resource["description"],
            block,
        )


_ADAPTERS: dict[str, Callable[[Resource, Directions], Iterator[Opening]]] = {
    "aws_security_group": _security_group,
    "aws_default_security_group": _security_group,
    "aws_security_group_rule": _security_group_rule,
    "aws_vpc_security_group_ingress_rule": _vpc_rule,
    "aws_vpc_security_group_egress_rule": _vpc_rule,
    "aws_network_acl": _network_acl,
    "aws_default_network_acl": _network_acl,
    "aws_network_acl_rule": _acl_rule_resource,
    "azurerm_network_security_group": _azure_group,
    "azurerm_network_security_rule": _azure_group_rule,
    "google_compute_firewall": _google,
}
KINDS = tuple(_ADAPTERS)
