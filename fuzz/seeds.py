"""What fuzzing starts from: our own examples, and real files where they are at hand."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from cloudlint.catalog import Catalog
from cloudlint.documentation import parse

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 3000  # code points: short texts are tried often
MOST = 1500

# Endings of files, and the language of the examples in our documentation.
KINDS = {
    "terraform": ((".tf", ".hcl", ".tofu"), ("terraform",)),
    "json": ((".tf.json",), ()),
    "yaml": ((".yaml", ".yml"), ("cloudformation", "kubernetes", "yaml", "compose")),
    "dockerfile": (("Dockerfile", ".dockerfile"), ("dockerfile",)),
    "settings": ((".toml", ".trivyignore", ".cfg"), ()),
}
KIND_OF = {
    **dict.fromkeys(("hcl", "terraform", "terragrunt", "fix-terraform"), "terraform"),
    **dict.fromkeys(("yaml", "cloudformation", "kubernetes", "kustomization", "compose", "fix-yaml"), "yaml"),
    **dict.fromkeys(("dockerfile", "images", "fix-dockerfile"), "dockerfile"),
    "terraform-json": "json",
    "settings": "settings",
}
BY_HAND = {
    "json": ('{"resource": {"aws_s3_bucket_acl": {"a": {"acl": "public-read", "bucket": "${var.b}"}}}}',),
    "settings": (
        'select = ["aws-s3-*"]\nseverity = "high"\nexclude = ["a/"]\n[[accept]]\nrule = "x"\nuntil = 2027-03-31\n',
        '[tool.cloudlint]\nextends = ["a.toml"]\nenvironments = { a = ["a.tfvars"] }\n[[override]]\npaths = "a"\n',
        "AVD-AWS-0001 exp:2027-01-01\n# why\nCVE-1\n",
        "checks:\n  skip: [CKV_AWS_1]\nframework: all\n",
    ),
    "patterns": ("a/**/b\n!c\n/d[a-z]*\\ \n", "# cloudlint baseline 1\na.tf\trule\tresource\tevidence\n"),
    "comments": (
        'a "b" { # cloudlint: ignore[aws-s3-*, x] until=2027-01-01 why\n}\n',
        "# checkov:skip=CKV_AWS_1:why\n#trivy:ignore:AVD-AWS-0001:exp:2027-01-01\n# hadolint ignore=DL3000\n",
        "metadata:\n  annotations:\n    checkov.io/skip1: CKV_K8S_1=why\n    cloudlint.dev/ignore: a, b\n",
        "# kics-scan ignore-line\n#ts:skip=AC_1 why\n# tfsec:ignore:aws-s3-x[bucket=a] ws:prod\n",
    ),
}
PIECES = (
    *(
        "",
        " ",
        "\n",
        "\r\n",
        "\t",
        "\x00",
        "\ufeff",
        "\U0001f600",
        '"',
        "'",
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        "=",
        ":",
        ",",
    ),
    *(".", "#", "//", "/*", "*/", "${", "%{", "~}", "<<-A\n", "\nA\n", "\\", "\\u0000", "- ", "? ", "&a ", "*a", "|\n"),
    *("<<: *a", "!Ref ", "null", "true", "0", "-1", "1e400", "9" * 30, "each.value", "count.index", "var.x", "local.z"),
    *(
        "[*]",
        "for ",
        " in ",
        "...",
        "dynamic ",
        "resource ",
        "module ",
        "FROM a\n",
        "RUN ",
        "ARG A=$A\n",
        "ENV ",
        "\\\n",
    ),
    *("COPY --from=0 ", "ONBUILD ", "Fn::Join", "Fn::If", "---\n", "Ref", "apiVersion: v1\nkind: Pod\n", "until="),
    *("cloudlint: ignore[", "checkov:skip="),
)


def seeds(target: str, corpus: Sequence[Path] = ()) -> list[str]:
    """Texts for a target, in a stable order; `corpus` are folders of further files."""
    if target == "expressions":
        return _expressions()
    if target == "kustomization":
        return _kustomizations()
    if target in BY_HAND:
        return [*BY_HAND[target], *_examples("terraform")[:: 10 if target == "comments" else 10**6]]
    kind = KIND_OF[target]
    found = [*BY_HAND.get(kind, ()), *_examples(kind), *_files(kind, corpus)]
    return list(dict.fromkeys(text for text in found if len(text) <= LONGEST))[:MOST]


def mutated(text: str, others: Sequence[str], chance: random.Random) -> str:
    """A text with a few changes: pieces put in, stretches taken out, doubled, or taken from another text."""
    for _ in range(chance.randint(1, 6)):
        start = chance.randint(0, len(text))
        end = min(start + chance.choice((0, 0, 1, 2, 5, 30)), len(text))
        way = chance.random()
        if way < 0.6:
            piece = chance.choice(PIECES)
        elif way < 0.8:
            other = chance.choice(others)
            at = chance.randint(0, len(other))
            piece = other[at : at + chance.choice((3, 20, 100))]
        else:
            piece = text[start:end] * chance.choice((2, 3, 50))
        text = text[:start] + piece + text[end:]
    return text


def _examples(kind: str) -> list[str]:
    """The examples in the documentation of all rules."""
    catalog = Catalog()
    found = []
    for id in catalog.ids:
        try:
            examples = parse(catalog.get(id).documentation).examples
        except ValueError:  # a notice has none
            continue
        for example in examples:
            if example.language in KINDS[kind][1]:
                found += [example.bad, example.good]
    return found


def _files(kind: str, corpus: Sequence[Path]) -> Iterator[str]:
    """The short files of a kind in our own examples and in other folders."""
    for folder in (ROOT / "examples", *corpus):
        for path in sorted(folder.rglob("*")):
            if path.name.endswith(KINDS[kind][0]) and path.is_file() and path.stat().st_size <= LONGEST:
                yield path.read_text(encoding="utf-8", errors="replace")


def _kustomizations() -> list[str]:
    """Those that are built in our tests, each with all that it is built from in one text."""
    folder = ROOT / "tests/core/languages/kubernetes/kustomizations"
    shared = [*folder.glob("base/*.yaml"), *folder.glob("part/*.yaml")]
    return [
        "".join(
            f"---\n# file: {path.relative_to(folder).as_posix()}\n{path.read_text(encoding='utf-8')}"
            for path in sorted({*shared, *root.parent.glob("*.yaml")})
        )
        for root in sorted(folder.glob("*/kustomization.yaml"))
    ]


def _expressions() -> list[str]:
    cases = (ROOT / "tests/core/languages/terraform").glob("*_cases.txt")
    lines = [line for path in sorted(cases) for line in path.read_text(encoding="utf-8").splitlines()]
    return list(dict.fromkeys(line.partition("  =>  ")[0] for line in lines if line and line[0] != "#"))
