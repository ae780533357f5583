"""Docstrings are read into typed values, malformed ones are refused, and the terminal shows all there is."""

from __future__ import annotations

import re
import textwrap

import pytest

from cloudlint.catalog import Catalog
from cloudlint.documentation import Documentation, Example, parse, render
from cloudlint.rule import MEDIUM, SAFE, Rule

WHOLE = """Bucket is open.

Anyone can read it.

It was a long day.

## Bad
```terraform
## not a heading
a = 1

b = 2
```
## Good

```terraform
a = 2
```

## Bad
   ```cloudformation
   A:
     B: 1
   ```
## Good
   ```cloudformation
   A:
     B: 2
   ```
## Fix
Unsafe: readers are refused.
## See
https://example.com/one

https://example.com/two
"""

TERRAFORM = Example("terraform", "## not a heading\na = 1\n\nb = 2\n", "a = 2\n")
CLOUDFORMATION = Example("cloudformation", "A:\n  B: 1\n", "A:\n  B: 2\n")


def test_every_section_is_read() -> None:
    assert parse(WHOLE) == Documentation(
        title="Bucket is open",
        reason="Anyone can read it.\n\nIt was a long day.",
        examples=(TERRAFORM, CLOUDFORMATION),
        fix="Unsafe: readers are refused.",
        see=("https://example.com/one", "https://example.com/two"),
    )


@pytest.mark.parametrize("text", ["", "Only a title", "Only a title.\n"])
def test_sections_may_be_missing(text: str) -> None:
    assert parse(text) == Documentation(text.strip().rstrip("."), "", (), "", ())


FENCE = "```terraform\na = 1\n```\n"


@pytest.mark.parametrize(
    ("sections", "complaint"),
    [
        ("## Bda\n", "`## Bda` is none of the sections Bad, Good, Fix, See"),
        (f"## Bad\n{FENCE}", "each `## Bad` needs a `## Good` after it"),
        (f"## Good\n{FENCE}## Bad\n{FENCE}", "each `## Bad` needs"),
        (f"## Bad\n{FENCE}## Good\n```yaml\na: 1\n```\n", "in terraform and in yaml"),
        ("## Bad\na = 1\n", "`## Bad` holds one fenced block"),
        (f"## Bad\n{FENCE}{FENCE}", "`## Bad` holds one fenced block"),
        (f"## Bad\nLook:\n{FENCE}", "`## Bad` holds one fenced block"),
        ("## Bad\n```\na = 1\n```\n", "names no language"),
        ("## Bad\n```terraform\na = 1\n", "a fence is not closed"),
        ("## Fix\nOne.\n## Fix\nTwo.\n", "`## Fix` stands there twice"),
    ],
)
def test_a_malformed_docstring_is_refused(sections: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=re.escape(complaint)):
        parse(f"Title.\n\nReason.\n\n{sections}")


# ----------------------------------------------------------------------- the terminal

RULE = Rule(
    "cloudlint.rules.aws.s3.open",
    WHOLE.replace("Anyone can read it.", "Anyone can read what `the bucket` holds. " * 6),
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N",
    fixes=SAFE,
    standards={"soc-2": ("CC6.1",)},
    aliases=("CKV_AWS_1", "CKV_AWS_2"),
)


def test_everything_is_shown() -> None:
    text = render(RULE)
    for part in (
        "aws-s3-open  Bucket is open\n",
        "severity   medium (CVSS 3.1 5.3, AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N)\n",
        "fix        safe\n",
        "standards  soc-2 CC6.1\n",
        "aliases    CKV_AWS_1, CKV_AWS_2\n",
        "Bad (terraform)\n\n" + textwrap.indent(TERRAFORM.bad, "    "),
        "Good (cloudformation)\n\n" + textwrap.indent(CLOUDFORMATION.good, "    "),
        "Fix\n\nUnsafe: readers are refused.\n",
        "See\n\nhttps://example.com/one\nhttps://example.com/two\n",
    ):
        assert part in text


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_text_is_wrapped_to_the_width(width: int) -> None:
    reason = render(RULE, width=width).split("\n\n")[2]
    assert len(reason.splitlines()) > 1
    assert max(map(len, reason.splitlines())) <= width


def test_colour_adds_escapes_and_nothing_else() -> None:
    coloured = render(RULE, colour=True)
    assert "\x1b[36m`the bucket`\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render(RULE)


@pytest.mark.parametrize("name", Catalog().ids)
def test_every_rule_can_be_shown(name: str) -> None:
    assert render(Catalog().get(name)).startswith(name)
