"""What real Terraform says of fixed files: `terraform fmt` and `validate` on copies of folders before and after."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from cloudlint.document import Document
from cloudlint.languages.terraform.declarations import tree_of
from cloudlint.languages.terraform.syntax import Block, Literal
from tests.conformance.test_terraform_validate import plugin_folder

BATCH = 12  # modules validated by one Terraform; each may start a provider of its own
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "TF_CLI_CONFIG_FILE"} | {
    "CHECKPOINT_DISABLE": "1"
}

# Pinned versions of Terraform and of providers decide nothing here; `version` of a resource is no constraint.
_PIN = re.compile(r'^(\s*(?:version|required_version)\s*=\s*)"\s*[~><=!0-9][^"]*"', re.MULTILINE)
_PLACE = re.compile(r"\bon (\S+?) line \d+")


class Module(NamedTuple):
    """A directory that is validated: its place below a copy, its name as a module, its variables."""

    path: Path
    name: str
    variables: tuple[str, ...]


class Copies:
    """The folders as they were (`before`) and as they are fixed (`after`), in a scratch folder, by number."""

    def __init__(self, folders: Iterable[tuple[Path, Mapping[str, tuple[str, str]]]]) -> None:
        self.folders = list(folders)
        self.scratch = Path()

    def __enter__(self) -> Copies:
        self._temporary = tempfile.TemporaryDirectory()
        self.scratch = Path(self._temporary.name).resolve()
        for number, (folder, texts) in enumerate(self.folders):
            for side in ("before", "after"):
                copy = self.scratch / side / str(number)
                shutil.copytree(folder, copy, ignore=shutil.ignore_patterns(".git", ".terraform"), symlinks=True)
                for path, pair in texts.items():
                    text = pair[0] if side == "before" else pair[1]
                    (copy / Path(path).relative_to(folder)).write_text(text, encoding="utf-8", newline="")
        return self

    def __exit__(self, *_: object) -> None:
        self._temporary.cleanup()

    def changed(self) -> Iterable[Path]:
        """The changed files, relative to a side."""
        for number, (folder, texts) in enumerate(self.folders):
            for path in texts:
                yield Path(str(number), Path(path).relative_to(folder))

    def origin(self, path: str) -> str:
        """What a path below a side is a copy of, for people."""
        number, _, rest = path.partition("/")
        return f"{self.folders[int(number)][0].name}/{rest}" if number.isdigit() else path


def terraform(folder: Path, *arguments: str) -> str:
    """What Terraform prints, whatever its exit code."""
    done = subprocess.run(["terraform", *arguments], cwd=folder, capture_output=True, text=True, env=ENVIRONMENT)
    return done.stdout + (done.stderr if "-json" not in arguments else "")


# ------------------------------------------------------------------ fmt


def formatting(copies: Copies) -> list[str]:
    """The files that `terraform fmt` would change now, and left alone before."""
    files = [str(path) for path in copies.changed() if path.suffix in (".tf", ".tfvars")]
    listed = {}
    for side in ("before", "after"):
        found: set[str] = set()
        for start in range(0, len(files), 200):
            said = terraform(copies.scratch / side, "fmt", "-check", "-list=true", *files[start : start + 200])
            found |= {line for line in said.splitlines() if line in set(files)}
        listed[side] = found
    spoilt = sorted(listed["after"] - listed["before"])
    neat = len(files) - len(listed["before"])
    print(f"terraform fmt: {neat} of {len(files)} changed files were formatted, {len(spoilt)} no longer")
    return [f"no longer formatted: {copies.origin(path)}" for path in spoilt]


# ------------------------------------------------------------------ validate


def validity(copies: Copies, most: int) -> list[str]:
    """What `terraform validate` says of changed directories after the fixes that it did not say before."""
    plugins = plugin_folder()
    if shutil.which("terraform") is None or plugins is None:
        print("terraform validate: no Terraform with an AWS provider is at hand")
        return []
    for file in copies.scratch.rglob("*.tf"):
        if file.is_file():
            text = file.read_text(encoding="utf-8", errors="surrogateescape")
            file.write_text(_PIN.sub(r'\1">= 0"', text), encoding="utf-8", errors="surrogateescape", newline="")
    before = copies.scratch / "before"
    directories = sorted({path.parent for path in copies.changed()})
    able = [module for path in directories if (module := _module(before, path)) is not None]
    chosen = able[:: max(1, len(able) // most)][:most]
    complaints: list[str] = []
    valid = 0
    for start in range(0, len(chosen), BATCH):
        good = _errors(before, chosen[start : start + BATCH], plugins)
        sound = [module for module in chosen[start : start + BATCH] if module.name not in good]
        valid += len(sound)
        for errors in _errors(copies.scratch / "after", sound, plugins).values():
            complaints += [f"no longer valid: {copies.origin(error)}" for error in errors]
    print(
        f"terraform validate: {len(directories)} directories changed, {len(able)} need only the AWS provider, "
        f"{len(chosen)} were tried, {valid} were valid before, {len(complaints)} errors came"
    )
    return complaints


def _module(side: Path, path: Path) -> Module | None:
    """The directory as a module to validate; None where it needs more than the AWS provider and local modules."""
    blocks = _blocks(side / path)
    waiting, seen = [(side / path, blocks)], set()
    while waiting:
        folder, found = waiting.pop()
        seen.add(folder)
        for block in found:
            labels = [label.value for label in block.labels]
            if block.type in ("resource", "data", "ephemeral") and not labels[0].startswith(("aws_", "terraform_")):
                return None
            if block.type == "provider" and labels != ["aws"]:
                return None
            if block.type == "module":
                called = (folder / _text(block, "source")).resolve()
                if not _text(block, "source").startswith(".") or not called.is_dir() or side not in called.parents:
                    return None
                if called not in seen:
                    waiting.append((called, _blocks(called)))
    variables = tuple(dict.fromkeys(block.labels[0].value for block in blocks if block.type == "variable"))
    return Module(path, "m" + re.sub(r"\W", "_", str(path)), variables)


def _blocks(folder: Path) -> list[Block]:
    found: list[Block] = []
    for file in sorted(folder.glob("*.tf")):
        text = file.read_text(encoding="utf-8", errors="replace")
        found += tree_of(Document(str(file), text, "terraform")).body.blocks
    return [
        block for block in found if len(block.labels) >= {"resource": 2, "data": 2, "ephemeral": 2}.get(block.type, 0)
    ]


def _text(block: Block, name: str) -> str:
    values = [attribute.value for attribute in block.body.attributes if attribute.name == name]
    return values[0].value if values and isinstance(values[0], Literal) and isinstance(values[0].value, str) else ""


def _errors(side: Path, modules: Sequence[Module], plugins: str) -> dict[str, list[str]]:
    """Module -> what Terraform has against it. It stops at the worst kind of error: asked again without those."""
    errors: dict[str, list[str]] = {}
    left = list(modules)
    while left:
        found = _said(side, left, plugins)
        if not found:
            break
        hit: dict[str, list[str]] = {}
        for place, what in found:
            for module in left:
                named = f'module "{module.name}"' in what or f"module.{module.name}" in what
                if named or place.startswith(f"{module.path}/"):
                    hit.setdefault(module.name, []).append(f"{place}: {' '.join(what.split())}")
        if not hit and len(left) == 1:
            hit = {left[0].name: [f"{left[0].path}/: {found[0][1]}"]}
        if not hit:  # nobody's in particular: each alone
            for module in left:
                errors |= _errors(side, [module], plugins)
            break
        errors |= hit
        left = [module for module in left if module.name not in errors]
    return errors


def _said(side: Path, modules: Sequence[Module], plugins: str) -> list[tuple[str, str]]:
    """What `init`, or else `validate`, has against a root module that calls these: places and words."""
    call = ['variable "any" {\n  type = any\n}\n']
    for module in modules:
        given = "".join(f"  {name} = var.any\n" for name in module.variables)
        call.append(f'module "{module.name}" {{\n  source = "./{module.path}"\n{given}}}\n')
    (side / "main.tf").write_text("\n".join(call), encoding="utf-8")
    shutil.rmtree(side / ".terraform", ignore_errors=True)
    (side / ".terraform.lock.hcl").unlink(missing_ok=True)
    said = terraform(side, "init", "-backend=false", "-input=false", "-no-color", f"-plugin-dir={plugins}")
    if "successfully initialized" in said:
        return [
            (diagnostic["range"]["filename"] if "range" in diagnostic else "", _told(diagnostic))
            for diagnostic in json.loads(terraform(side, "validate", "-json"))["diagnostics"]
            if diagnostic["severity"] == "error"
        ]
    places = [
        (place, said[max(0, said.rfind("Error:", 0, said.index(place))) :][:300]) for place in _PLACE.findall(said)
    ]
    return places or [("", said[-300:])]


def _told(diagnostic: dict[str, str]) -> str:
    return f"{diagnostic['summary']}: {diagnostic.get('detail', '')}"
