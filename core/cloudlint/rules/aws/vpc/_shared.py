"""Who gets in through security groups and network ACLs, and how the door is closed again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from cloudlint.model import Change, Safety
from cloudlint.rule import MANUAL, Resource, Value
from cloudlint.vocabulary.deciding import both
from cloudlint.vocabulary.network import EGRESS, INGRESS, Opening, openings, public_among

GROUPS_IN = (
    "aws_security_group",
    "aws_default_security_group",
    "aws_security_group_rule",
    "aws_vpc_security_group_ingress_rule",
)
GROUPS_OUT = (
    "aws_security_group",
    "aws_default_security_group",
    "aws_security_group_rule",
    "aws_vpc_security_group_egress_rule",
)
GROUP_RULES = (
    "aws_security_group_rule",
    "aws_vpc_security_group_ingress_rule",
    "aws_vpc_security_group_egress_rule",
)
ACLS = ("aws_network_acl", "aws_default_network_acl", "aws_network_acl_rule")

# Ranges for documentation (RFC 5737, RFC 3849): nobody has them, so that they close the door until somebody
# writes the range that is meant.
NOBODY = {4: "192.0.2.0/24", 6: "2001:db8::/32"}

SSH, RDP, HTTP, HTTPS = 22, 3389, 80, 443

# Remote administration, databases, caches, queues and consoles: what is meant for the inside of a network.
SENSITIVE_TCP = {
    23: "Telnet",
    25: "SMTP",
    110: "POP3",
    111: "RPC portmapper",
    135: "RPC",
    137: "NetBIOS",
    138: "NetBIOS",
    139: "NetBIOS",
    143: "IMAP",
    161: "SNMP",
    389: "LDAP",
    445: "SMB",
    512: "rexec",
    513: "rlogin",
    514: "rsh",
    636: "LDAP over TLS",
    873: "rsync",
    1433: "SQL Server",
    1434: "SQL Server administration",
    1521: "Oracle",
    2049: "NFS",
    2375: "Docker",
    2376: "Docker",
    2379: "etcd",
    2380: "etcd",
    2382: "SQL Server Analysis Services",
    2383: "SQL Server Analysis Services",
    2483: "Oracle",
    2484: "Oracle over TLS",
    3000: "a development server",
    3020: "CIFS",
    3306: "MySQL",
    4505: "Salt",
    4506: "Salt",
    5432: "PostgreSQL",
    5439: "Redshift",
    5500: "VNC",
    5601: "Kibana",
    5900: "VNC",
    5984: "CouchDB",
    5985: "WinRM",
    5986: "WinRM",
    6379: "Redis",
    6443: "the Kubernetes API",
    7000: "Cassandra",
    7001: "Cassandra",
    7199: "Cassandra",
    8000: "an internal web server",
    8020: "Hadoop",
    8080: "an internal web server",
    8140: "Puppet",
    8500: "Consul",
    8888: "an internal web server",
    9000: "Hadoop",
    9042: "Cassandra",
    9090: "Prometheus",
    9092: "Kafka",
    9160: "Cassandra",
    9200: "Elasticsearch",
    9300: "Elasticsearch",
    10250: "the kubelet",
    11211: "Memcached",
    11214: "Memcached over TLS",
    11215: "Memcached over TLS",
    15672: "RabbitMQ",
    27017: "MongoDB",
    27018: "MongoDB",
    27019: "MongoDB",
    50070: "Hadoop",
    61620: "Cassandra OpsCenter",
    61621: "Cassandra OpsCenter",
}
SENSITIVE_UDP = {
    69: "TFTP",
    111: "RPC portmapper",
    135: "RPC",
    137: "NetBIOS",
    138: "NetBIOS",
    139: "NetBIOS",
    161: "SNMP",
    389: "LDAP",
    445: "SMB",
    1434: "SQL Server browser",
    2049: "NFS",
    2382: "SQL Server Analysis Services",
    2383: "SQL Server Analysis Services",
    2483: "Oracle",
    2484: "Oracle over TLS",
    5432: "PostgreSQL",
    11211: "Memcached",
    11214: "Memcached over TLS",
    11215: "Memcached over TLS",
}
_SENSITIVE = frozenset((SSH, RDP, *SENSITIVE_TCP, *SENSITIVE_UDP))


def _always(opening: Opening) -> bool:
    return True


def exposures(
    resource: Resource, matters: Callable[[Opening], object] = _always, direction: str = INGRESS
) -> Iterator[tuple[Opening, Value]]:
    """Each opening in a direction that matters, with each of its sources that is the whole internet."""
    return let_in(resource, matters, _public, direction)


def let_in(
    resource: Resource,
    matters: Callable[[Opening], object],
    among: Callable[[Opening], Sequence[Value]],
    direction: str = INGRESS,
) -> Iterator[tuple[Opening, Value]]:
    """Each opening in a direction that matters, with each of the sources `among` its own that are asked about.

    Of an opening that surely does not matter, unknown sources are not noted; nor is what else is unknown of one that
    surely has no such source.
    """
    for opening in openings(resource, direction):
        if both(partial(among, opening), partial(matters, opening)):  # in this order: few openings are public
            for source in among(opening):
                yield opening, source


def leaks(resource: Resource, matters: Callable[[Opening], object] = _always) -> Iterator[tuple[Opening, Value]]:
    """Each opening for outgoing traffic that matters, with each of its destinations that is the whole internet."""
    return exposures(resource, matters, EGRESS)


def _public(opening: Opening) -> tuple[Value, ...]:
    return (*opening.open_sources(), *_prefix_lists(opening))


def _prefix_lists(opening: Opening) -> Iterator[Value]:
    """The prefix lists of the same project that hold the whole internet; the rule where a list has no place."""
    for peer in opening.peers:
        for target in peer.refers:
            if target.kind == "aws_ec2_managed_prefix_list" and public_among(target.each("entry.cidr")):
                yield opening.value if peer.place is None else peer


def opens(opening: Opening, port: int) -> bool:
    """Does TCP to the port come through? Not where every port is open, which is reported as that."""
    return bool(opening.covers(port)) and not opens_everything(opening)


def admits(opening: Opening, ports: frozenset[int]) -> bool:
    """Does a network ACL let TCP in to one of the ports? Not where it opens every port, which is reported as that."""
    return bool(opening.covers_any(ports)) and bool(opening.denials or not opens_everything(opening))


def opens_everything(opening: Opening) -> bool:
    """Every port of TCP or UDP, or every protocol. All of ICMP is not meant."""
    return opening.every_port and bool(opening.covers(SSH) or opening.covers(SSH, "udp"))


def sensitive(opening: Opening) -> list[str]:
    """The services behind the sensitive ports that an opening lets through, each `MySQL (3306)`; see `opens`."""
    if opens_everything(opening):
        return []
    found = [f"{name} ({port})" for port, name in SENSITIVE_TCP.items() if opening.covers(port)]
    found += [f"{name} ({port}/udp)" for port, name in SENSITIVE_UDP.items() if opening.covers(port, "udp")]
    return found


def opens_sensitive(opening: Opening) -> bool:
    """Does SSH, Remote Desktop or one of the sensitive ports come through, over TCP or UDP?"""
    return bool(opening.covers_any(_SENSITIVE) or opening.covers_any(_SENSITIVE, "udp"))


def listed(names: list[str]) -> str:
    """`a`, `a and b`, or `a and 5 more` for a sentence."""
    return names[0] if len(names) == 1 else " and ".join(names) if len(names) == 2 else _shortened(names)


def _shortened(names: list[str]) -> str:
    return f"{names[0]} and {len(names) - 1} more services"


def narrowed(opening: Opening, source: Value) -> tuple[Change | None, Safety | None]:
    """The change that shuts one public source out: it goes where others stay, else a range of nobody replaces it."""
    public = opening.open_sources()
    if not any(source is one for one in public):
        return None, None  # a prefix list, which others may use as well
    others = [other for other in opening.sources if not any(other is one for one in public)]
    if others or opening.peers:
        change = source.remove()
        if change is not None:
            return change, None
    text = source.text
    if text is None:
        return None, None
    return source.set(NOBODY[6 if ":" in text else 4]), MANUAL


def closed(opening: Opening) -> Change | None:
    """The change that turns a network ACL's rule for a port or two into a refusal; None for a wider one."""
    bounds = [ports.bounds for ports in opening.ports]
    if opening.every_protocol or any(each is None or each[1] - each[0] > 1 for each in bounds):
        return None
    action = opening.value.entry("rule_action")
    return (opening.value.entry("action") if action.absent else action).set("deny")


def companions(group: Resource) -> Iterator[Resource]:
    """The rules of a group that are resources of their own."""
    for kind in GROUP_RULES:
        yield from group.linked(kind, "security_group_id")


def mentions(value: Value, target: Resource) -> bool:
    """Does the value, or anything inside it, refer to the target, or hold its name or (in quotes) its address?"""
    pending = [value]
    seen: dict[int, object] = {}  # what refers to itself holds itself
    while pending:
        value = pending.pop()
        data = value.data
        if any(target is one for one in value.refers):
            return True
        if isinstance(data, str):
            if target["name"].equals(data) or data.startswith(f"{target.kind}.{target.label}."):
                return True
            continue
        pending += value.pieces
        if isinstance(data, (tuple, Mapping)) and id(data) not in seen:
            seen[id(data)] = data
            pending += data if isinstance(data, tuple) else data.values()
    return False
