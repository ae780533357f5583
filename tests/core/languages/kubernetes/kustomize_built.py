"""What the kustomizations beside this file build: by us, by Kustomize itself, and as that was written down.

python -m tests.core.languages.kubernetes.kustomize_built       asks `kubectl` again and writes it down
"""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
from pathlib import Path

import yaml

from cloudlint.languages import analyse
from cloudlint.resource import Plain, Resource
from cloudlint.workspace import Workspace

FOLDER = Path(__file__).parent / "kustomizations"
RECORD = "built.jsonl"
OVERLAYS = sorted(it.parent.name for it in FOLDER.glob("*/kustomization.yaml") if "Component" not in it.read_text())
KUBECTL = shutil.which("kubectl")

Objects = dict[str, Plain]  # by kind, namespace and name

_HASHED = re.compile(r"\b((?:[a-z]+-)*(?:settings|keys)(?:-s)?)-[a-z0-9]{10}\b")


def by_us(overlay: str) -> Objects:
    """What we build."""
    root = FOLDER.as_posix()
    (graph,) = analyse(Workspace(root), [f"{root}/{overlay}/kustomization.yaml"]).graphs
    return by_name([whole(it) for it in graph.resources])


def whole(resource: Resource) -> Plain:
    """An object as plain data. Where nothing names a namespace we leave it open."""
    found: dict[str, Plain] = {key: value.known for key, value in resource.entries().items() if key != "metadata"}
    described = resource["metadata"].entries()
    found["metadata"] = {key: value.known for key, value in described.items() if value.known is not None}
    return found


def by_kustomize(overlay: str) -> Objects:
    """What Kustomize builds; hashes behind the names of what is generated are left out, as we leave them out."""
    assert KUBECTL is not None
    done = subprocess.run([KUBECTL, "kustomize", FOLDER / overlay], capture_output=True, text=True, check=True)
    return by_name(list(yaml.safe_load_all(_HASHED.sub(r"\1", done.stdout))))


def recorded(overlay: str) -> Objects:
    """What it built when it was asked last."""
    lines = (FOLDER / overlay / RECORD).read_text(encoding="utf-8").splitlines()
    return by_name([json.loads(line) for line in lines])


def by_name(things: list[Plain]) -> Objects:
    found: Objects = {}
    for thing in things:
        assert isinstance(thing, dict)
        metadata = thing["metadata"]
        assert isinstance(metadata, dict)
        if thing["kind"] == "Secret":
            texts = thing.pop("stringData", None) or {}
            data = thing.get("data") or {}
            assert isinstance(texts, dict)
            assert isinstance(data, dict)
            thing["data"] = {**data, **{key: base64.b64encode(str(it).encode()).decode() for key, it in texts.items()}}
        found[f"{thing['kind']} {metadata.get('namespace', '')} {metadata['name']}"] = ordered(thing)
    return found


def ordered(thing: Plain) -> Plain:
    """Lists of objects in one order: where a patch puts a new item decides nothing that is judged."""
    if isinstance(thing, dict):
        return {key: ordered(value) for key, value in thing.items()}
    if isinstance(thing, list):
        items = [ordered(item) for item in thing]
        objects = bool(items) and isinstance(items[0], dict)
        return sorted(items, key=lambda item: json.dumps(item, sort_keys=True)) if objects else items
    return thing


def main() -> None:
    for overlay in OVERLAYS:
        lines = [json.dumps(thing, sort_keys=True) for _, thing in sorted(by_kustomize(overlay).items())]
        (FOLDER / overlay / RECORD).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
