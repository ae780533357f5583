"""Services of Compose in one shape: mounts, ports, options and variables, in the short syntax as in the long one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model import Change
from ..resource import KNOWN, UNKNOWN, Resource, Value
from .numerals import natural

SERVICE, VOLUME = "compose_service", "compose_volume"

BIND, NAMED, TMPFS = "bind", "volume", "tmpfs"


_SYSTEM = frozenset({"bin", "boot", "dev", "etc", "lib", "lib64", "proc", "root", "run", "sbin", "sys", "usr", "var"})
_DECISIVE = frozenset({"bin", "boot", "lib", "lib64", "proc", "root", "sbin", "sys"})
_DECISIVE_BELOW = {  # of these folders no more than this: programs of all kinds keep their own things there
    "dev": ("mem", "kmem", "port"),
    "etc": (
        *("cron.d", "cron.daily", "cron.hourly", "crontab", "docker", "group", "init.d", "kubernetes", "ld.so.conf"),
        *("ld.so.preload", "pam.d", "passwd", "profile", "profile.d", "rc.local", "security", "shadow", "ssh"),
        *("sudoers", "sudoers.d", "sysctl.conf", "sysctl.d", "systemd"),
    ),
    "usr": ("bin", "lib", "lib32", "lib64", "libexec", "local/bin", "local/lib", "local/sbin", "sbin"),
    "var": ("lib/containerd", "lib/docker", "lib/kubelet", "spool/cron"),
}
_SOCKETS = ("/docker.sock", "/containerd.sock", "/crio.sock", "/podman.sock", "/pipe/docker_engine")


class Mount:
    """One thing that is mounted into a container; a text is empty where there is none or it is not known.

    kind       `bind` for a path of the host, `volume` for a named or anonymous one, `tmpfs` and the like
    source     the path of the host, or the name of the volume
    target     where it is seen in the container
    read_only  surely not to be written
    value      where a finding about it stands: the item in the short syntax, the source in the long one
    item       the whole item
    """

    __slots__ = ("item", "kind", "read_only", "source", "target", "value")

    def __init__(self, kind: str, source: str, target: str, read_only: bool, value: Value, item: Value) -> None:
        self.kind = kind
        self.source = source
        self.target = target
        self.read_only = read_only
        self.value = value
        self.item = item


class Port:
    """One published port, or a range of them; a text is empty where there is none or it is not known.

    address    the address of the host that it is published at; empty stands for all of them
    published  the port of the host, empty for one that is chosen when the container starts
    target     the port in the container
    value      where a finding about it stands: the item in the short syntax, the published port in the long one
    item       the whole item
    """

    __slots__ = ("address", "item", "protocol", "published", "target", "value")

    def __init__(self, address: str, published: str, target: str, protocol: str, value: Value, item: Value) -> None:
        self.address = address
        self.published = published
        self.target = target
        self.protocol = protocol
        self.value = value
        self.item = item


def mounts(service: Value) -> Iterator[Mount]:
    """The mounts of a service, without those that are not wholly known."""
    for item in service["volumes"].items():
        found = mount(item)
        if found is not None:
            yield found


def mount(item: Value) -> Mount | None:
    """An item of `volumes`; None where it is not known."""
    if isinstance(item.data, Mapping):
        source = item["source"]
        if source.unknown or item["type"].unknown:
            return None
        kind, target = item["type"].text or NAMED, item["target"].text or ""
        shown = item if source.absent else source
        return Mount(kind, source.text or "", target, item["read_only"].equals(True), shown, item)
    text = item.text
    if text is None:
        return None
    path, inside, mode = _mount_parts(text)
    kind = BIND if path.startswith((".", "/", "~", "\\")) or path[1:2] == ":" else NAMED
    return Mount(kind, path, inside, "ro" in mode.split(","), item, item)


def _mount_parts(text: str) -> tuple[str, str, str]:
    """`source:target:mode`; a lone part is the target of an anonymous volume."""
    parts = text.split(":")
    if len(parts) > 1 and len(parts[0]) == 1 and parts[0].isalpha() and parts[1][:1] in ("\\", "/"):
        parts[:2] = [":".join(parts[:2])]  # a drive of Windows
    if len(parts) == 1:
        return "", parts[0], ""
    return parts[0], parts[1], parts[2] if len(parts) > 2 else ""


def ports(service: Value) -> Iterator[Port]:
    """The ports that a service publishes, without those that are not wholly known."""
    for item in service["ports"].items():
        found = port(item)
        if found is not None:
            yield found


def port(item: Value) -> Port | None:
    """An item of `ports`; None where it is not known."""
    if isinstance(item.data, Mapping):
        published, address = item["published"], item["host_ip"]
        if published.unknown or address.unknown:
            return None
        shown = item if published.absent else published
        target, protocol = item["target"].text or "", item["protocol"].text or "tcp"
        return Port(address.text or "", published.text or "", target, protocol, shown, item)
    text = item.text
    if text is None:
        return None
    numbers, _, protocol = text.partition("/")
    rest, _, inside = numbers.rpartition(":")
    host, _, outside = rest.rpartition(":")
    return Port(host.strip("[]"), outside, inside, protocol or "tcp", item, item)


def lowest(numbers: str) -> int | None:
    """The first port of `8080` or `8000-8010`; None where that is no number."""
    return natural(numbers.partition("-")[0])


def options(service: Value) -> Iterator[tuple[str, str, Value]]:
    """The security options of a service: name and value (empty where it has none) and the item.

    Written with `=` or, as it used to be, with `:`.
    """
    for item in service["security_opt"].items():
        text = (item.text or "").strip()
        at = min((at for at in (text.find("="), text.find(":")) if at >= 0), default=len(text))
        if text:
            yield text[:at].strip().lower(), text[at + 1 :].strip(), item


def is_engine_socket(source: str) -> bool:
    """Is a path of the host the socket of a container engine, or the folder that it is in?"""
    path = source.replace("\\", "/").replace("//", "/").rstrip("/")
    return path.endswith(_SOCKETS) or path in ("/run/docker", "/var/run/docker")


def is_system_folder(source: str) -> bool:
    """Does a path of the host belong to its system?"""
    parts = [part for part in source.split("/") if part]
    return source.startswith("/") and (not parts or parts[0] in _SYSTEM)


def decides_host(source: str) -> bool:
    """Does whoever writes to a path of the host decide what the host does?"""
    parts = [part for part in source.split("/") if part]
    if not source.startswith("/") or source.endswith(".sock"):
        return False
    if not parts or parts[0] in _DECISIVE:
        return True
    below = "/".join(parts[1:])
    decisive = _DECISIVE_BELOW.get(parts[0], ())
    return bool(decisive) and (not below or any((below + "/").startswith(name + "/") for name in decisive))


def made_read_only(mount: Mount) -> Change | None:
    """The change after which a mount can only be read."""
    item = mount.item
    if isinstance(item.data, Mapping):
        return item["read_only"].set(True)
    source, target, mode = _mount_parts(item.text or "")
    modes = [name for name in mode.split(",") if name not in ("", "rw")]
    return item.set(":".join((source, target, ",".join([*modes, "ro"])))) if source else None


def bound(port: Port, address: str) -> Change | None:
    """The change after which a port is published at one address of the host only."""
    if isinstance(port.item.data, Mapping):
        return port.item["host_ip"].set(address)
    ending = "" if port.protocol == "tcp" else f"/{port.protocol}"
    return port.item.set(f"{address}:{port.published}:{port.target}{ending}")


def environment(service: Value) -> dict[str, Value]:
    """The variables that a service sets itself, by name, be they a mapping or a list of `NAME=value`."""
    given = service["environment"]
    if isinstance(given.data, Mapping):
        return given.entries()
    found: dict[str, Value] = {}
    for item in given.items():
        if isinstance(item.data, str):
            name, equals, value = item.data.partition("=")
            if equals:
                found[name] = item.part(Value(KNOWN, value, item.span, name=name, pieces=item.pieces))
        elif item.state is UNKNOWN and item.pieces and isinstance(item.pieces[0].data, str):
            name, equals, _ = item.pieces[0].data.partition("=")
            if equals:
                found[name] = item.but(name=name)
    return found


def from_variables(value: Value) -> bool:
    """Does a file of variables decide a text, or a part of it?"""
    return any(piece.trail and piece.state is KNOWN for piece in value.pieces)


def spoken(service: Resource) -> str:
    """A service as messages call it."""
    return f"Service `{service.label}`"
