"""An opening: traffic that a firewall rule of any cloud lets through, as rules ask about it."""

from __future__ import annotations

from ..resource import Value
from ..typed import NamedTuple
from .addresses import public_among
from .numerals import natural

INGRESS, EGRESS = "ingress", "egress"

_PROTOCOLS = {"1": "icmp", "6": "tcp", "17": "udp", "58": "icmpv6", "ipv6-icmp": "icmpv6"}
_EVERY_PROTOCOL = {"-1", "all", "*", "any"}
_WITH_PORTS = {"tcp", "udp", "sctp"}


class Ports(NamedTuple):
    """A range of ports as written: two numbers, or (`first` and `last` are one Value) a text such as `20-30`, `*`."""

    first: Value
    last: Value

    @property
    def bounds(self) -> tuple[int, int] | None:
        """First and last port; all of them where none is set. None where unknown, which is noted."""
        if self.first.absent and self.last.absent:
            return 0, 65535
        if self.first is self.last:
            text = self.first.text
            low, _, high = (text or "").strip().partition("-")
            if low in ("*", "Any", "any"):
                return 0, 65535
            return _numbers(low.strip(), high.strip() or low.strip())
        first, last = self.first.number, self.last.number
        if first is None or last is None:
            return None
        return (0, 65535) if first == -1 else (int(first), int(last))


def _numbers(low: str, high: str) -> tuple[int, int] | None:
    first, last = natural(low), natural(high)
    return None if first is None or last is None else (first, last)


class Opening(NamedTuple):
    """Traffic that is let through.

    direction    "ingress" or "egress"
    protocol     a name or number (`tcp`, `6`, `-1`, `*`); see `covers`
    ports        the ranges of ports; empty is all of them
    sources      address ranges on the other side (CIDRs, service tags); for egress the destinations
    peers        groups and prefix lists on the other side
    description  the rule's description, possibly absent
    value        the block or resource that is the rule
    denials      what the same firewall refuses before it comes to this rule
    """

    direction: str
    protocol: Value
    ports: tuple[Ports, ...]
    sources: tuple[Value, ...]
    peers: tuple[Value, ...]
    description: Value
    value: Value
    denials: tuple[Opening, ...] = ()

    def open_sources(self) -> tuple[Value, ...]:
        """The sources that are the whole internet, the two halves of it counted as well. Unknown ones are noted."""
        return public_among(self.sources)

    def covers(self, port: int, protocol: str = "tcp") -> bool | None:
        """Does traffic of `protocol` to `port` come through? None where that cannot be known, which is noted.

        What an earlier rule refuses to everyone does not come through.
        """
        answer = self._lists(port, protocol)
        if answer is not True:
            return answer
        for denial in self.denials:
            if not denial._is_for_all_of(self):
                continue
            refused = denial._lists(port, protocol)
            if refused is not False:
                return False if refused else None
        return True

    def covers_any(self, ports: frozenset[int], protocol: str = "tcp") -> bool | None:
        """Does traffic to at least one of the ports come through?"""
        answers = [self.covers(port, protocol) for port in sorted(ports)]
        return True if True in answers else None if None in answers else False

    @property
    def every_protocol(self) -> bool:
        """Surely not limited to a protocol."""
        text = self.protocol.text
        return text is not None and text.lower() in _EVERY_PROTOCOL

    @property
    def every_port(self) -> bool:
        """Surely all ports (of its protocol)."""
        if self.every_protocol and not self._ports_count_always():
            return True
        return not self.ports or any(bounds[0] <= 1 and bounds[1] >= 65535 for bounds in self._bounds())

    def _bounds(self) -> list[tuple[int, int]]:
        return [bounds for bounds in (ports.bounds for ports in self.ports) if bounds is not None]

    def _lists(self, port: int, protocol: str) -> bool | None:
        """What the rule by itself says."""
        mine = self._is_about(protocol)
        if mine is not True:
            return mine
        if not self.ports or protocol not in _WITH_PORTS:
            return True
        if self.every_protocol and not self._ports_count_always():
            return True
        bounds = self._bounds()
        if any(low <= port <= high for low, high in bounds):
            return True
        return False if len(bounds) == len(self.ports) else None

    def _is_for_all_of(self, other: Opening) -> bool:
        """Is every public source of `other` also one of this rule? A range of IPv4 says nothing of IPv6."""
        mine = {":" in str(source.data) for source in self.open_sources()}
        return bool(mine) and mine >= {":" in str(source.data) for source in other.open_sources()}

    def _is_about(self, protocol: str) -> bool | None:
        if self.protocol.absent:
            return True
        text = self.protocol.text
        if text is None:
            return None
        text = text.lower()
        return text in _EVERY_PROTOCOL or _PROTOCOLS.get(text, text) == protocol

    def _ports_count_always(self) -> bool:
        """Azure limits the ports of a rule for `*` as well; AWS ignores them for `-1`."""
        return self.protocol.text == "*"
