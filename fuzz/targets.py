"""What is fuzzed: functions that take any text and raise where something is wrong with us.

Each is a promise: a parser never raises and its ranges lie in the text; a verdict holds no crash; a fixed file is no
worse to read and settles at once; a wrong setting is an error with a sentence.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Iterable, Mapping

from cloudlint.baseline import BaselineError
from cloudlint.baseline import read as read_baseline
from cloudlint.catalog import Catalog
from cloudlint.config import Settings, SettingsError
from cloudlint.document import Document
from cloudlint.ignoring import ignored, parse
from cloudlint.languages import syntax_problems
from cloudlint.languages.dockerfile.parser import parse as parse_dockerfile
from cloudlint.languages.terraform.parser import parse as parse_hcl
from cloudlint.languages.terraform.parser import parse_template
from cloudlint.languages.yaml.loading import load as load_yaml
from cloudlint.languages.yaml.nodes import Node
from cloudlint.mending import Bench
from cloudlint.migrating.comments import migrated
from cloudlint.migrating.files import FILES, Draft
from cloudlint.migrating.files import read as read_foreign
from cloudlint.model import HIGH, UNSAFE, Finding, Span
from cloudlint.notices import INTERNAL_ERROR
from cloudlint.report import text as text_report
from cloudlint.running import Outcome, run
from cloudlint.settings_files import load
from cloudlint.suppressing.reading import ignores
from cloudlint.suppressing.writing import drafts

Target = Callable[[str], None]

FOLDER = "/fuzz"  # there is none: all text is unsaved
CATALOG = Catalog()
SETTINGS = Settings(select=("all",))
NAMED = re.compile(r"^# file: (\w[\w./-]*)\n", re.MULTILINE)

# Around an expression: places where rules and Terraform's own meaning ask for its value.
AROUND = """\
locals {{
  z = {expression}
}}
resource "aws_security_group_rule" "x" {{
  count       = try(local.z.n, 1)
  type        = "ingress"
  from_port   = local.z
  cidr_blocks = local.z
}}
resource "aws_iam_policy" "x" {{
  policy = jsonencode(local.z)
}}
resource "aws_db_instance" "x" {{
  for_each          = try(toset(local.z), local.z)
  storage_encrypted = each.value
  password          = "${{local.z}}"
}}
"""


class Wrong(AssertionError):
    """A promise that is not kept."""


def within(text: str, start: int, end: int, what: object) -> None:
    """Raise Wrong where a range does not lie in the text."""
    if not 0 <= start <= end <= len(text):
        raise Wrong(f"{what} stands at {start} to {end} of {len(text)}")


# --------------------------------------------------------------------------- parsers


def hcl(text: str) -> None:
    """The parser of Terraform's language, also for templates."""
    tree = parse_hcl(text)
    for problem in tree.problems:
        within(text, problem.start, problem.end, problem.message)
    for start, end in tree.comments:
        within(text, start, end, "a comment")
    pending = [tree.body]
    for body in pending:
        for item in (*body.attributes, *body.blocks):
            within(text, item.start, item.end, item)
        pending.extend(block.body for block in body.blocks)
    parse_template(text)


def yaml(text: str) -> None:
    """The parser of YAML and JSON, with what it does to damaged text."""
    stream = load_yaml(text)
    for problem in stream.problems:
        within(text, problem.start, problem.end, problem.message)
    pending = [node for node in stream.documents if node is not None]
    seen: set[int] = set()
    while pending:
        node: Node = pending.pop()
        if id(node) not in seen:
            seen.add(id(node))
            within(text, node.start, node.end, node)
            pending += [*node.items, *(inner for pair in node.pairs for inner in pair)]


def dockerfile(text: str) -> None:
    """The parser of Dockerfiles."""
    tree = parse_dockerfile(text)
    for item in (*tree.instructions, *tree.problems):
        within(text, item.start, item.end, item)


# --------------------------------------------------------------------------- verdicts


def judged(name: str) -> Target:
    """All rules over a text as the file of a name."""

    def target(text: str) -> None:
        _judge(name, text)

    return target


def kustomization(text: str) -> None:
    """What a kustomization builds; the text holds it and all its files, each behind a comment with its name."""
    parts = NAMED.split(text)
    files = {f"{FOLDER}/{name}": content for name, content in zip(parts[1::2], parts[2::2], strict=True)}
    if files:
        outcome = run(list(files), SETTINGS, overlay=files, catalog=CATALOG)
        _whole(outcome.findings, files)


def expressions(text: str) -> None:
    """The evaluator: a text as an expression that everything depends on."""
    _judge("main.tf", AROUND.format(expression=text))


def _judge(name: str, text: str) -> Outcome:
    path = f"{FOLDER}/{name}"
    outcome = run([path], SETTINGS, overlay={path: text}, catalog=CATALOG)
    _whole(outcome.findings, {path: text})
    text_report.render(outcome, str, details=True)
    return outcome


def _whole(findings: Iterable[Finding], texts: Mapping[str, str]) -> None:
    """Raise Wrong where a finding tells of a crash, or speaks of what is not there."""
    for finding in findings:
        if finding.rule == INTERNAL_ERROR.id:
            raise Wrong(finding.message)
        spans: list[Span] = [finding.span, *(related.span for related in finding.related)]
        spans += [edit.span for edit in finding.fix.edits] if finding.fix is not None else []
        for span in spans:
            if span.path in texts:
                within(texts[span.path], span.start, span.end, finding.rule)


def fixed(name: str) -> Target:
    """All fixes of a text as the file of a name: no worse to read, and nothing to fix a second time."""

    def target(text: str) -> None:
        path = f"{FOLDER}/{name}"
        after = _settled(path, text)
        if syntax_problems(path, after) > syntax_problems(path, text):
            raise Wrong(f"a fix breaks the syntax:\n{after}")
        if after != text and _settled(path, after) != after:
            raise Wrong(f"fixing again changes:\n{after}")

    return target


def _settled(path: str, text: str) -> str:
    bench = Bench(SETTINGS, {path: text}, catalog=CATALOG)
    settled, changed = bench.settled([path], lambda it: it.fix is not None and it.fix.safety >= UNSAFE)
    _whole(settled.remaining, {path: changed.get(path, text)})
    return changed.get(path, text)


# ------------------------------------------------------------------- comments and settings


def comments(text: str) -> None:
    """Ignore comments in every format: read, written, migrated."""
    names = {"main.tf": "terraform", "Dockerfile": "dockerfile", "deployment.yaml": "kubernetes"}
    for name, language in names.items():
        document = Document(f"{FOLDER}/{name}", text, language)
        for ignore in ignores(document):
            within(text, ignore.span.start, ignore.span.end, ignore)
        for edits in migrated([document], CATALOG).edits.values():
            for edit in edits:
                within(text, edit.span.start, edit.span.end, edit)
        middle = len(text) // 2
        for draft in drafts(document, Finding("aws-x", HIGH, "x", Span(document.path, middle, middle))):
            within(text, draft.edit.span.start, draft.edit.span.end, draft)


def settings(text: str) -> None:
    """Settings files, and the files of other tools."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("cloudlint.toml", "pyproject.toml"):
            path = os.path.join(folder, name)
            with open(path, "w", encoding="utf-8", errors="replace", newline="") as file:
                file.write(text)
            try:
                load(path)
            except SettingsError as error:
                str(error)
            os.unlink(path)
    for name in FILES:
        read_foreign(name, text, Draft(CATALOG))


def patterns(text: str) -> None:
    """Patterns as in `.gitignore`, and baselines."""
    found = parse(FOLDER, text)
    for path in ("a.tf", "a/b/c.tf", "a" * 60 + ".tf"):
        ignored((found,), f"{FOLDER}/{path}", is_folder=False)
    try:
        read_baseline(text)
    except BaselineError as error:
        str(error)


TARGETS: dict[str, Target] = {
    "hcl": hcl,
    "yaml": yaml,
    "dockerfile": dockerfile,
    "expressions": expressions,
    "terraform": judged("main.tf"),
    "terraform-json": judged("main.tf.json"),
    "terragrunt": judged("terragrunt.hcl"),
    "cloudformation": judged("template.yaml"),
    "kubernetes": judged("deployment.yaml"),
    "kustomization": kustomization,
    "compose": judged("compose.yaml"),
    "images": judged("Dockerfile"),
    "fix-terraform": fixed("main.tf"),
    "fix-yaml": fixed("template.yaml"),
    "fix-dockerfile": fixed("Dockerfile"),
    "comments": comments,
    "settings": settings,
    "patterns": patterns,
}
