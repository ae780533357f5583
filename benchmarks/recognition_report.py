"""Which files of real repositories are read as which format, and where another reader would say otherwise.

    python benchmarks/recognition_report.py [FOLDER]

FOLDER holds one folder a repository (default: `../shared/real`, unpacked). Formats that share their endings with others
are told by what stands in the text, without parsing it. The witness parses (PyYAML, `json`) and looks at the structure.
Prints a row a format: files read, of these how many the witness agrees with, cannot parse as they are templates (of
Helm, counted and not judged), cannot parse at all, or denies; and files that it takes for ours and we do not read. Then
how many YAML and JSON files are nobody's, and every doubt, with its path.
"""

from __future__ import annotations

import collections
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from cloudlint.languages import formats
from cloudlint.languages.kubernetes.kinds import KINDS
from cloudlint.workspace import Workspace

HERE = Path(__file__).resolve().parent
ENDINGS = (".yaml", ".yml", ".json", ".template")
NAMES = re.compile(r"(?i)(^|.*\.)(dockerfile|containerfile)(\..*)?$")
FORMATS = ("cloudformation", "kubernetes", "kustomization", "compose", "terraform-plan", "dockerfile")
# Groups of the Kubernetes API itself, and of what else makes pods; anybody may add others.
_GROUPS = re.compile(r"(|apps|batch|autoscaling|policy|extensions|[\w.]+\.(k8s\.io|knative\.dev|openshift\.io))")


class Doubt(NamedTuple):
    """A file about which we and the witness differ."""

    format: str
    why: str
    path: str


class _Loader(yaml.SafeLoader):
    """Reads any tag as the value that it stands before."""


def _any_tag(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> object:
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return loader.construct_scalar(node) if isinstance(node, yaml.ScalarNode) else None


_Loader.add_multi_constructor("", _any_tag)


def documents(path: Path) -> list[Any] | None:
    """What stands in a file, as plain data; None where it cannot be parsed."""
    try:
        return list(yaml.load_all(path.read_text(encoding="utf-8-sig"), _Loader))
    except (yaml.YAMLError, ValueError, TypeError, RecursionError, AttributeError):
        return None


def witnessed(path: Path, found: list[Any]) -> set[str]:
    """The formats that the structure of a file speaks for."""
    roots = [it for it in found if isinstance(it, dict)]
    told = set()
    if any(_is_template(root) for root in roots):
        told.add("cloudformation")
    if any(_is_object(root) for root in roots):
        told.add("kubernetes")
    if path.name in ("kustomization.yaml", "kustomization.yml") or any(_is_operations(it) for it in found):
        told.add("kustomization")
    if any(_is_project(root) for root in roots):
        told.add("compose")
    if any({"format_version", "terraform_version"} <= root.keys() for root in roots):
        told.add("terraform-plan")
    return told


def _is_template(root: dict[Any, Any]) -> bool:
    resources = root.get("Resources")
    if not isinstance(resources, dict):
        return False
    types = [it.get("Type") for it in resources.values() if isinstance(it, dict)]
    typed = any(isinstance(it, str) and it.startswith(("AWS::", "Custom::", "Alexa::")) for it in types)
    return typed or "AWSTemplateFormatVersion" in root


def _is_object(root: dict[Any, Any]) -> bool:
    version, kind = root.get("apiVersion"), root.get("kind")
    if not isinstance(version, str) or not isinstance(kind, str) or not _GROUPS.fullmatch(version.rpartition("/")[0]):
        return False
    if kind.endswith("List") and isinstance(root.get("items"), list):
        return any(isinstance(it, dict) and (_is_object(it) or kind != "List") for it in root["items"])
    return kind in KINDS


def _is_operations(found: object) -> bool:
    items = found if isinstance(found, list) else []
    return bool(items) and all(
        isinstance(it, dict) and {"op", "path"} <= it.keys() and str(it["path"]).startswith("/") for it in items
    )


def _is_project(root: dict[Any, Any]) -> bool:
    services = root.get("services")
    if not isinstance(services, dict) or not services or not all(isinstance(it, dict) for it in services.values()):
        return False
    return any({"image", "build", "extends"} & it.keys() for it in services.values()) and "apiVersion" not in root


def files(folder: Path) -> Iterator[Path]:
    """All files whose name could be that of one of the formats, hidden folders too."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != ".git")
        yield from (Path(here, name) for name in sorted(names) if name.endswith(ENDINGS) or NAMES.fullmatch(name))


def report(folder: Path) -> tuple[dict[str, collections.Counter[str]], list[Doubt], int]:
    """The counts of each format, the doubts, and how many files are nobody's."""
    counts = {name: collections.Counter[str]() for name in FORMATS}
    doubts: list[Doubt] = []
    nobodys = 0
    unknown = "not read, and cannot be parsed"
    workspace = Workspace(str(folder))
    for path in files(folder):
        claimed = set(formats(workspace, path.as_posix())) & set(FORMATS)
        shown = str(path.relative_to(folder))
        if "dockerfile" in claimed:
            counts["dockerfile"]["read"] += 1
            if re.search(r"(?im)^\s*from\s+\S", path.read_text(encoding="utf-8", errors="replace")):
                counts["dockerfile"]["agreed"] += 1
            else:
                counts["dockerfile"]["denied"] += 1
                doubts.append(Doubt("dockerfile", "read, although no FROM stands in it", shown))
            continue
        found = documents(path) if path.suffix in ENDINGS else []
        told = witnessed(path, found or [])
        template = found is None and "{{" in path.read_text(encoding="utf-8", errors="replace")
        if not claimed and not told:
            nobodys += 1
            doubts += [Doubt("nothing", unknown, shown)] if found is None and not template else []
        for name in claimed | told:
            what = "templates" if template else "agreed" if name in told else "unparsed" if found is None else "denied"
            counts[name]["read"] += name in claimed
            counts[name][what if name in claimed else "missed"] += 1
            if name not in claimed:
                doubts.append(Doubt(name, "not read, although its structure is that", shown))
            elif what in ("unparsed", "denied"):
                doubts.append(Doubt(name, f"read, {what}", shown))
    return counts, doubts, nobodys


def main() -> None:
    if len(sys.argv) > 1:
        folder = Path(sys.argv[1])
    else:
        unpack = HERE.parent.parent / "shared" / "unpack.py"
        done = subprocess.run([sys.executable, unpack, "real"], capture_output=True, text=True, check=True)
        folder = Path(done.stdout.strip())
    counts, doubts, nobodys = report(folder)
    columns = ("read", "agreed", "templates", "unparsed", "denied", "missed")
    print(f"{'format':16}" + "".join(f"{column:>10}" for column in columns))
    for name, count in counts.items():
        print(f"{name:16}" + "".join(f"{count[column]:10}" for column in columns))
    print(f"\n{nobodys} other YAML and JSON files are read as none of these\n")
    for doubt in sorted(doubts):
        print(f"{doubt.format}: {doubt.why}: {doubt.path}")


if __name__ == "__main__":
    main()
