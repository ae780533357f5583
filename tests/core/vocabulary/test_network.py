"""Firewalls of all clouds as openings, and what of the internet an address range is."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cloudlint.resource import Graph, Observing, Value
from cloudlint.vocabulary.addresses import is_private_range, is_public, prefix_length, public_among, range_of
from cloudlint.vocabulary.network import EGRESS, INGRESS, KINDS, Opening, openings
from tests.core.vocabulary.plain_values import UNSURE, built, opened, resource, template


@given(st.ip_addresses(), st.integers(0, 128))
def test_ranges_are_read_like_python_reads_them(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address, prefix: int
) -> None:
    prefix = min(prefix, address.max_prefixlen)
    wanted = ipaddress.ip_network(f"{address}/{prefix}", strict=False)
    for text in (f"{address}/{prefix}", f"{address.exploded}/{prefix}"):
        found = range_of(text)
        assert found == (address.version, int(wanted.network_address), prefix)


@given(st.text(alphabet="0123456789abf.:/", max_size=20))
def test_no_other_text_is_a_range(text: str) -> None:
    try:
        ipaddress.ip_network(text, strict=False)
    except ValueError:
        found = range_of(text)
        assert found is None or text.split("/")[0].startswith("0") or ".0" in text  # leading zeros are tolerated
    else:
        assert range_of(text) is not None or ("/" in text and "." in text.split("/")[1])


@pytest.mark.parametrize(
    ("text", "public", "private", "prefix"),
    [
        ("0.0.0.0/0", True, False, 0),
        ("::/0", True, False, 0),
        ("0::0/0", True, False, 0),
        ("0000:0000:0000:0000:0000:0000:0000:0000/0", True, False, 0),
        ("*", True, False, None),
        ("Internet", True, False, None),
        ("any", True, False, None),
        ("0.0.0.0", False, False, 32),
        ("10.1.0.0/16", False, True, 16),
        ("172.32.0.0/16", False, False, 16),
        ("10.0.0.0/7", False, False, 7),
        ("fd00::/8", False, True, 8),
        ("VirtualNetwork", False, False, None),
        ("", False, False, None),
    ],
)
def test_ranges(text: str, public: bool, private: bool, prefix: int | None) -> None:
    value = built(text)
    assert (is_public(value), is_private_range(value), prefix_length(value)) == (public, private, prefix)


def test_two_halves_are_the_whole_internet() -> None:
    halves = [built(text) for text in ("0.0.0.0/1", "10.0.0.0/8", "128.0.0.0/1")]
    assert [value.known for value in public_among(halves)] == ["0.0.0.0/1", "128.0.0.0/1"]
    assert public_among(halves[:2]) == ()


@pytest.mark.parametrize(
    ("value", "noted"), [(built(UNSURE), True), (template(UNSURE, "/32"), False), (template(UNSURE, "/0"), True)]
)
def test_unknown_ranges_are_noted_unless_their_prefix_tells(value: Value, noted: bool) -> None:
    with Observing() as reads:
        assert not is_public(value)
    assert bool(reads) is noted


def rule(protocol: object = "tcp", first: object = 22, last: object = 22, **more: object) -> dict[str, object]:
    return {"protocol": protocol, "from_port": first, "to_port": last, "cidr_blocks": ["0.0.0.0/0"], **more}


COVERS = [
    # rule, does it let tcp in on port 22?
    (rule(), True),
    (rule("6"), True),
    (rule("TCP", "0", "65535"), True),
    (rule("-1", 0, 0), True),
    (rule("all", 0, 0), True),
    (rule(-1, 0, 0), True),
    (rule("udp"), False),
    (rule("17"), False),
    (rule("icmp", -1, -1), False),
    (rule("tcp", 23, 80), False),
    (rule("tcp", UNSURE, 80), None),
    (rule("udp", UNSURE, UNSURE), False),
    (rule(UNSURE), None),
    (rule("tcp", 20, UNSURE), None),
]


@pytest.mark.parametrize(("block", "wanted"), COVERS)
def test_covers(block: dict[str, object], wanted: bool | None) -> None:
    with Observing() as reads:
        (only,) = openings(resource("aws_security_group", ingress=[block]))
        assert only.covers(22) is wanted
    assert bool(reads) is (wanted is None)


def one(kind: str, **attributes: object) -> Opening:
    (only,) = openings(resource(kind, **attributes))
    return only


EVERY_FORM = [
    one("aws_security_group", ingress=[rule()]),
    one("aws_default_security_group", ingress=rule()),
    one("aws_security_group_rule", type="ingress", **rule()),
    one("aws_security_group_rule", type="ingress", **rule(cidr_blocks=None, ipv6_cidr_blocks=["::/0"])),
    one("aws_vpc_security_group_ingress_rule", ip_protocol="tcp", from_port=22, to_port=22, cidr_ipv4="0.0.0.0/0"),
    one("aws_vpc_security_group_ingress_rule", ip_protocol="-1", cidr_ipv6="::/0"),
    one("aws_network_acl", ingress=[rule(cidr_block="0.0.0.0/0", rule_no=100, action="allow")]),
    one("aws_default_network_acl", ingress=[rule("-1", 0, 0, cidr_block="0.0.0.0/0", rule_no=100, action="allow")]),
    one("aws_network_acl_rule", rule_action="allow", rule_number=1, **rule(cidr_block="0.0.0.0/0")),
    one(
        "azurerm_network_security_rule",
        direction="Inbound",
        access="Allow",
        priority=100,
        protocol="Tcp",
        destination_port_range="20-30",
        source_address_prefix="Internet",
    ),
    one(
        "azurerm_network_security_group",
        security_rule=[
            {
                "direction": "inbound",
                "access": "allow",
                "protocol": "*",
                "destination_port_ranges": ["80", "22"],
                "source_address_prefixes": ["10.0.0.0/8", "*"],
            }
        ],
    ),
    one("google_compute_firewall", source_ranges=["0.0.0.0/0"], allow=[{"protocol": "tcp", "ports": ["22", "80-90"]}]),
    one("google_compute_firewall", source_ranges=["0.0.0.0/0"], allow=[{"protocol": "all"}]),
]


@pytest.mark.parametrize("opening", EVERY_FORM)
def test_every_form_opens_ssh_to_the_internet(opening: Opening) -> None:
    assert opening.direction == INGRESS
    assert opening.covers(22) is True
    assert len(opening.open_sources()) == 1


def test_ports_are_limited_in_every_cloud() -> None:
    unlimited = [opening for opening in EVERY_FORM if opening.covers(3389)]
    assert all(opening.every_protocol and opening.every_port for opening in unlimited)
    assert len(unlimited) == 3


def test_outward_rules() -> None:
    group = resource("aws_security_group", egress=[rule("-1", 0, 0)])
    assert [opening.direction for opening in openings(group)] == [EGRESS]
    assert one("aws_vpc_security_group_egress_rule", ip_protocol="-1").direction == EGRESS


def test_groups_and_prefix_lists_are_no_sources() -> None:
    peers = one(
        "aws_security_group", ingress=[rule(cidr_blocks=[], security_groups=["sg-1"], prefix_list_ids=["pl-1"])]
    )
    assert ([peer.known for peer in peers.peers], peers.sources) == (["sg-1", "pl-1"], ())


@pytest.mark.parametrize(
    ("rules", "wanted"),
    [
        ([(100, "allow", "0.0.0.0/0"), (200, "deny", "0.0.0.0/0")], True),
        ([(100, "deny", "0.0.0.0/0"), (200, "allow", "0.0.0.0/0")], False),
        ([(100, "deny", "10.0.0.0/8"), (200, "allow", "0.0.0.0/0")], True),
        ([(100, "deny", UNSURE), (200, "allow", "0.0.0.0/0")], True),
        ([(UNSURE, "deny", "0.0.0.0/0"), (200, "allow", "0.0.0.0/0")], True),
    ],
)
def test_an_earlier_refusal_hides_a_later_opening(rules: list[tuple[object, str, object]], wanted: bool) -> None:
    blocks = [rule(rule_no=number, action=action, cidr_block=cidr) for number, action, cidr in rules]
    (only,) = openings(resource("aws_network_acl", ingress=blocks))
    assert only.covers(22) is wanted
    graph = Graph()
    made = [
        resource("aws_network_acl_rule", graph, network_acl_id="acl-1", rule_number=number, rule_action=action,
                 **rule(cidr_block=cidr))
        for number, action, cidr in rules
    ]  # fmt: skip
    (only,) = (opening for item in made for opening in openings(item))
    assert only.covers(22) is wanted


def test_a_refusal_of_ipv4_does_not_hide_ipv6() -> None:
    blocks = [
        rule(rule_no=1, action="deny", cidr_block="0.0.0.0/0"),
        rule(rule_no=2, action="allow", ipv6_cidr_block="::/0"),
    ]
    (only,) = openings(resource("aws_network_acl", ingress=blocks))
    assert only.covers(22) is True


@pytest.mark.parametrize(
    ("kind", "attributes"),
    [
        ("aws_security_group", {"ingress": UNSURE}),
        ("aws_security_group", {"ingress": opened(built([]))}),
        ("aws_security_group_rule", {"type": UNSURE}),
        ("aws_network_acl", {"ingress": [{"action": UNSURE}]}),
        ("google_compute_firewall", {"direction": UNSURE}),
    ],
)
def test_unknown_rules_are_noted(kind: str, attributes: dict[str, object]) -> None:
    with Observing() as reads:
        assert list(openings(resource(kind, **attributes))) == []
    assert reads


@pytest.mark.parametrize("kind", [*KINDS, "aws_s3_bucket"])
def test_an_empty_resource_opens_nothing_to_the_internet(kind: str) -> None:
    assert not any(opening.open_sources() for opening in openings(resource(kind)))


def test_unknown_sources_are_noted_when_asked_for() -> None:
    only = one("aws_security_group", ingress=[rule(cidr_blocks=UNSURE)])
    assert only.covers(22) is True
    with Observing() as reads:
        assert only.open_sources() == ()
    assert reads


@pytest.mark.parametrize(
    ("kind", "attributes"),
    [
        ("aws_security_group", {"egress": UNSURE}),
        ("aws_default_security_group", {"egress": opened(built([]))}),
        ("aws_security_group_rule", {"type": "egress", "from_port": UNSURE, "protocol": UNSURE}),
        ("aws_vpc_security_group_egress_rule", {"from_port": UNSURE}),
        ("aws_network_acl", {"egress": UNSURE}),
        ("aws_network_acl_rule", {"egress": True, "rule_action": UNSURE}),
        ("azurerm_network_security_group", {"security_rule": [{"direction": "Outbound", "access": UNSURE}]}),
        ("azurerm_network_security_rule", {"direction": "Outbound", "access": UNSURE}),
        ("google_compute_firewall", {"direction": "EGRESS", "disabled": UNSURE, "allow": UNSURE}),
    ],
)
def test_of_the_other_direction_nothing_is_noted(kind: str, attributes: dict[str, object]) -> None:
    firewall = resource(kind, **attributes)
    with Observing() as reads:
        assert list(openings(firewall, INGRESS)) == []
    assert reads == []
    with Observing() as reads:
        list(openings(firewall, EGRESS))
    assert reads or kind == "aws_security_group_rule" or kind.startswith("aws_vpc")


def test_the_order_is_of_no_interest_where_nothing_is_refused() -> None:
    acl = resource("aws_network_acl", ingress=[rule(rule_no=UNSURE, action="allow", cidr_block="10.0.0.0/8")])
    group = resource(
        "azurerm_network_security_group",
        security_rule=[{"direction": "Inbound", "access": "Allow", "priority": UNSURE, "protocol": "Tcp"}],
    )
    with Observing() as reads:
        assert [len(list(openings(firewall, INGRESS))) for firewall in (acl, group)] == [1, 1]
    assert reads == []


def test_a_firewall_that_may_be_switched_off_opens_nothing_for_sure() -> None:
    firewall = resource("google_compute_firewall", disabled=UNSURE, allow=[{"protocol": "all"}])
    with Observing() as reads:
        assert list(openings(firewall)) == []
    assert reads


def test_what_another_rule_is_about_is_of_no_interest_unless_it_refuses() -> None:
    """Of a rule beside this one, in the same group, nobody knows the direction."""
    graph = Graph()
    of_group = {"network_security_group_name": "web", "priority": 100, "protocol": "Tcp"}
    mine = resource("azurerm_network_security_rule", graph, direction="Inbound", access="Allow", **of_group)
    resource("azurerm_network_security_rule", graph, direction=UNSURE, access="Allow", **of_group)
    with Observing() as reads:
        assert [opening.value for opening in openings(mine, INGRESS)] == [mine]
    assert reads == []
