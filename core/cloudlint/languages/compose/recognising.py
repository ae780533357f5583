"""Is a YAML or JSON text a Compose file? Told by its `services` and what stands in them; a name only helps."""

from __future__ import annotations

import re

from ...patterns import pattern
from ...workspace import Workspace

SUFFIXES = (".yaml", ".yml", ".json")
WORDS = (b"services:",)

ROOT_KEYS = frozenset({"configs", "include", "models", "name", "networks", "secrets", "services", "version", "volumes"})
SERVICE_KEYS = frozenset(
    (
        *("annotations", "attach", "blkio_config", "build", "cap_add", "cap_drop", "cgroup", "cgroup_parent"),
        *("command", "configs", "container_name", "cpu_count", "cpu_percent", "cpu_period", "cpu_quota"),
        *("cpu_rt_period", "cpu_rt_runtime", "cpu_shares", "cpus", "cpuset", "credential_spec", "depends_on"),
        *("deploy", "develop", "device_cgroup_rules", "devices", "dns", "dns_opt", "dns_search", "domainname"),
        *("entrypoint", "env_file", "environment", "expose", "extends", "external_links", "extra_hosts", "gpus"),
        *("group_add", "healthcheck", "hostname", "image", "init", "ipc", "isolation", "label_file", "labels"),
        *("links", "logging", "mac_address", "mem_limit", "mem_reservation", "mem_swappiness", "memswap_limit"),
        *("models", "network_mode", "networks", "oom_kill_disable", "oom_score_adj", "pid", "pids_limit"),
        *("platform", "ports", "post_start", "pre_stop", "privileged", "profiles", "provider", "pull_policy"),
        *("read_only", "restart", "runtime", "scale", "secrets", "security_opt", "shm_size", "stdin_open"),
        *("stop_grace_period", "stop_signal", "storage_opt", "sysctls", "tmpfs", "tty", "ulimits"),
        *("use_api_socket", "user", "userns_mode", "uts", "volume_driver", "volumes", "volumes_from", "working_dir"),
    )
)

_NAMED = pattern(r"(?:^|[._-])compose(?:[._-]|$)")
_SERVICES = pattern(r"""^["']?services["']?[ \t]*:[ \t]*(?:&\S+[ \t]*)?(?:#[^\n]*)?\r?$""", re.MULTILINE)
_KEY = pattern(r"""( *)["']?([\w.<-]+)["']?[ \t]*:(?:[ \t]+(\S[^\n]*))?[ \t]*\r?$""")
_INLINE_KEY = pattern(r"[{,][ \t]*([\w-]+)[ \t]*:")
_ROOT_KEY = pattern(r"""^["']?([\w.-]+)["']?[ \t]*:(?=\s|$)""", re.MULTILINE)


def is_compose(text: str, path: str = "") -> bool:
    """Does the text describe services as Compose does, whole or half typed? Nothing is parsed."""
    named = is_named(path)
    if text.lstrip()[:1] == "{":
        return named and '"services"' in text
    if not named and "services" not in text:
        return False
    found = _SERVICES.search(text)
    if found is None and not named:
        return False
    ours = all(key in ROOT_KEYS or key.startswith("x-") for key in _ROOT_KEY.findall(text))
    if found is None:
        return ours and _ROOT_KEY.search(text) is not None
    services = _services(text[found.end() :])
    return services is not None and (named or (ours and _fits(services)))


def is_named(path: str) -> bool:
    """Is the file called as Compose files are?"""
    return _NAMED.search(path.rpartition("/")[2]) is not None


def _services(section: str) -> list[dict[str, str]] | None:
    """The keys of each service with what stands behind them, as far as lines tell; None where it is a list."""
    found: list[dict[str, str]] = []
    outer = inner = -1
    for line in section.split("\n"):
        content = line.lstrip(" ")
        if not content.strip() or content.startswith("#"):
            continue
        indent = len(line) - len(content)
        if content.startswith("- ") and outer < 0:
            return None
        if indent == 0:
            break
        key = _KEY.match(line)
        if outer < 0 or indent <= outer:
            outer, inner = indent, -1
            inline = key[3] if key is not None and (key[3] or "").startswith("{") else ""
            found.append(dict.fromkeys(_INLINE_KEY.findall(inline or ""), "inline"))
        elif key is not None and found and indent == (inner if inner >= 0 else indent):
            inner = indent
            found[-1][key[2]] = key[3] or ""
    return found


def _fits(services: list[dict[str, str]]) -> bool:
    """Are the services made as those of Compose are? Others have `services`, too: Symfony, azd, charts' values."""
    keys = [key for service in services for key in service if key != "<<" and not key.startswith("x-")]
    known = sum(key in SERVICE_KEYS for key in keys)
    made = any(service.get("image") or "build" in service or "extends" in service for service in services)
    return made and 4 * (len(keys) - known) <= known


def recognised(workspace: Workspace, path: str) -> bool:
    """The same for a file. What cannot be read is left to whoever reads it, with a notice."""
    if not is_named(path) and not workspace.mentions(path, *WORDS):
        return False
    document = workspace.read(path)
    return document is not None and is_compose(document.text, path)
