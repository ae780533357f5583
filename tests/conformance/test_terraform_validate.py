"""Real Terraform, with the real AWS provider, accepts every example of every AWS rule, Bad and Good.

One `terraform validate` for all: each example is a child module of its own. Skipped where there is no terraform or no
provider at hand; `CLOUDLINT_TF_PLUGINS` may name a folder to pass to `terraform init -plugin-dir`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from cloudlint.documentation import parse
from cloudlint.rule import Rule
from tests.conftest import CATALOG, wanted_rules

PROVIDER = "registry.terraform.io/hashicorp/aws"

# Where machines without a registry keep a mirror of providers; Terraform's own implied mirrors first.
PLUGIN_ROOTS = (
    "~/.terraform.d/plugins",
    "~/.local/share/terraform/plugins",
    "/usr/local/share/terraform/plugins",
    "/usr/share/terraform/plugins",
    "/opt/*plugins*",
    "/opt/*/plugins",
    "/usr/local/lib/*plugins*",
)


class Module(NamedTuple):
    """One example as a child module."""

    name: str
    rule: str
    text: str


@pytest.fixture(scope="session")
def complaints(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Rule id -> what `terraform validate` has against its examples."""
    terraform = shutil.which("terraform")
    plugins = plugin_folder()
    if terraform is None or plugins is None:
        pytest.skip("needs terraform and a folder with its AWS provider")
    modules = example_modules(wanted_rules(request.config))
    root = tmp_path_factory.mktemp("examples")
    write(root, modules)
    run(terraform, root, "init", "-backend=false", "-input=false", f"-plugin-dir={plugins}")
    return by_rule(run(terraform, root, "validate", "-json"), modules)


def test_terraform_accepts_the_examples(rule: Rule, complaints: dict[str, list[str]]) -> None:
    assert complaints.get(rule.id, []) == []
    assert complaints.get("", []) == [], "what cannot be put down to one example"


def example_modules(rules: list[str]) -> list[Module]:
    """Bad and Good of every Terraform example of the rules about AWS."""
    modules = []
    for rule in rules:
        examples = parse(CATALOG.get(rule).documentation).examples if rule.startswith("aws-") else ()
        for number, example in enumerate(examples, start=1):
            if example.language == "terraform":
                modules.append(Module(f"{rule}-{number}-bad", rule, example.bad))
                modules.append(Module(f"{rule}-{number}-good", rule, example.good))
    return modules


def write(root: Path, modules: list[Module]) -> None:
    """A root module that calls every example; what an example asks for as a variable, it gets as an unknown."""
    main = ['variable "any" {\n  type = any\n}\n']
    for name, _, text in modules:
        (root / name).mkdir()
        (root / name / "main.tf").write_text(text, encoding="utf-8")
        arguments = "".join(f"  {variable} = var.any\n" for variable in required_variables(text))
        main.append(f'module "{name}" {{\n  source = "./{name}"\n{arguments}}}\n')
    (root / "main.tf").write_text("\n".join(main), encoding="utf-8")


def required_variables(text: str) -> list[str]:
    """The variables without a default; examples are laid out as `terraform fmt` would."""
    blocks = re.findall(r'^variable "([\w-]+)" \{(\}|.*?^\})', text, re.MULTILINE | re.DOTALL)
    return [name for name, body in blocks if not re.search(r"^\s*default\s*=", body, re.MULTILINE)]


def by_rule(report: str, modules: list[Module]) -> dict[str, list[str]]:
    """The errors of `terraform validate -json`, each at the rule of its example; at "" where it has none."""
    rules = {module.name: module.rule for module in modules}
    found: dict[str, list[str]] = {}
    for diagnostic in json.loads(report)["diagnostics"]:
        if diagnostic["severity"] == "error":
            place = diagnostic.get("range") or {"filename": "", "start": {"line": 0}}
            folder = place["filename"].partition("/")[0]
            sentence = f"{folder} line {place['start']['line']}: {diagnostic['summary']}: {diagnostic['detail']}"
            found.setdefault(rules.get(folder, ""), []).append(sentence)
    return found


def run(terraform: str, folder: Path, *arguments: str) -> str:
    """What terraform prints; a failed `init` fails the tests with what it says."""
    environment = {**os.environ, "CHECKPOINT_DISABLE": "1", "TF_IN_AUTOMATION": "1"}
    settings = environment.get("TF_CLI_CONFIG_FILE")
    if settings and not Path(settings).is_file():
        del environment["TF_CLI_CONFIG_FILE"]
    done = subprocess.run(
        [terraform, *arguments, "-no-color"], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode and arguments[0] == "init":
        pytest.fail(f"terraform init: {done.stdout}{done.stderr}")
    return done.stdout


def plugin_folder() -> Path | None:
    """A folder that `-plugin-dir` takes: it holds the AWS provider, unpacked, under the registry's name."""
    named = os.environ.get("CLOUDLINT_TF_PLUGINS")
    if named:
        return Path(named)
    for pattern in PLUGIN_ROOTS:
        path = Path(pattern).expanduser()
        base = Path(path.anchor)
        for folder in sorted(base.glob(str(path.relative_to(base)))):
            if (folder / PROVIDER).is_dir():
                return folder
    return None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('variable "a" {}\n', ["a"]),
        ('variable "a" {\n  type = string\n}\n\nvariable "b" {\n  default = 1\n}\n', ["a"]),
        ('resource "x" "y" {\n  z = var.a\n}\n', []),
    ],
)
def test_required_variables(text: str, names: list[str]) -> None:
    assert required_variables(text) == names
