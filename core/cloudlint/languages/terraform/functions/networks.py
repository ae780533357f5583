"""Address arithmetic on CIDR blocks, IPv4 and IPv6."""

from __future__ import annotations

import re
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from ....resource import Plain
from ....typed import TYPE_CHECKING
from ..types import NUMBER, STRING
from .calling import Failure, Undecided, plain
from .numbers import Number, integer

if TYPE_CHECKING:
    from ....typed import TypeAlias

Network: TypeAlias = "IPv4Network | IPv6Network"


def network(text: str) -> Network:
    """A CIDR block, bits behind the prefix ignored. Raises Failure where it is none, Undecided for IPv4 in IPv6."""
    address, slash, length = text.partition("/")
    if ":" not in address:
        # Terraform takes leading zeros as decimal, Python refuses them.
        address = re.sub(r"(?<![0-9])0+(?=[0-9])", "", address)
    if not slash or not re.fullmatch(r"[0-9]{1,3}", length) or "%" in address:
        raise Failure
    try:
        found = ip_network(f"{address}/{int(length)}", strict=False)
    except ValueError:
        raise Failure from None
    if isinstance(found, IPv6Network) and found.network_address.ipv4_mapped and found.prefixlen >= 96:
        raise Undecided  # some of Terraform's functions take it for IPv4, some do not
    return found


def _host_bits(prefix: Network) -> int:
    return prefix.max_prefixlen - prefix.prefixlen


def _block(prefix: Network, first: int, length: int) -> str:
    """The block of a prefix length that starts at an address given as a number."""
    return f"{_address(prefix, first)}/{length}"


def _address(prefix: Network, number: int) -> str:
    return str(prefix.network_address + (number - int(prefix.network_address)))


@plain(STRING, NUMBER)
def cidrhost(text: str, number: Number) -> Plain:
    prefix, index = network(text), integer(number)
    size = prefix.num_addresses
    if not -size <= index < size:
        raise Failure
    return _address(prefix, int(prefix.network_address) + index % size)


@plain(STRING)
def cidrnetmask(text: str) -> Plain:
    prefix = network(text)
    if not isinstance(prefix, IPv4Network):
        raise Failure
    return str(prefix.netmask)


@plain(STRING, NUMBER, NUMBER)
def cidrsubnet(text: str, bits: Number, number: Number) -> Plain:
    prefix, new, index = network(text), integer(bits), integer(number)
    if index < 0:
        raise Undecided  # Terraform gives a block outside the prefix; nobody means that
    if not 0 <= new <= _host_bits(prefix) or index >= 1 << new:
        raise Failure
    length = prefix.prefixlen + new
    size = 1 << (prefix.max_prefixlen - length)
    return _block(prefix, int(prefix.network_address) + index * size, length)


@plain(STRING, rest=NUMBER)
def cidrsubnets(text: str, *bits: Number) -> Plain:
    prefix = network(text)
    found: list[Plain] = []
    following = int(prefix.network_address)
    end = following + prefix.num_addresses
    for new in map(integer, bits):
        if not 1 <= new <= min(_host_bits(prefix), 32):
            raise Failure
        length = prefix.prefixlen + new
        size = 1 << (prefix.max_prefixlen - length)
        first = -(-following // size) * size
        following = first + size
        if following > end:
            raise Failure
        found.append(_block(prefix, first, length))
    return found


@plain(STRING, STRING)
def cidrcontains(text: str, inner: str) -> Plain:
    """OpenTofu's: is an address or a block inside a block?"""
    outer = network(text)
    try:
        block = network(inner) if "/" in inner else ip_network(ip_address(inner))
    except ValueError:
        raise Failure from None
    if block.version != outer.version:
        raise Failure
    first, last = int(outer.network_address), int(outer.broadcast_address)
    return first <= int(block.network_address) and int(block.broadcast_address) <= last
