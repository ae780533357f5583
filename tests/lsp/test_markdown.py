"""Names and values of a repository cannot become pictures, links or HTML in what an editor renders."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cloudlint_lsp import markdown
from tests.lsp.conftest import editing, repository

PICTURE = "![](https://example.com/seen.png)"
SHOWN = r"!\[\](https://example.com/seen.png)"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ACL `public-read` opens `a.b` to everyone", "ACL `public-read` opens `a.b` to everyone"),
        (PICTURE, SHOWN),
        (f"`{PICTURE}`", f"`{PICTURE}`"),
        (f"`a`{PICTURE}`b`", f"`a`{SHOWN}`b`"),
        (f"`a``{PICTURE}", rf"\`a\`\`{SHOWN}"),
        ("<img src=x> *", r"\<img src=x> \*"),
        ("one\n\n# two", "one # two"),
        ("a\\", "a\\\\"),
    ],
)
def test_a_message(text: str, shown: str) -> None:
    assert markdown.plain(text) == shown


@pytest.mark.parametrize(("text", "shown"), [("a", "`a`"), ("a`b", "``a`b``"), ("`", "`` ` ``"), ("a\nb", "`a b`")])
def test_code(text: str, shown: str) -> None:
    assert markdown.code(text) == shown


def test_a_block_ends_where_it_should() -> None:
    assert markdown.block("diff", f" ```\n {PICTURE}") == f"````diff\n ```\n {PICTURE}\n````"


@pytest.mark.parametrize(
    ("text", "address", "shown"),
    [("a]", "file:///a)b", r"[a\]](file:///a%29b)"), ("a", "", "`a`"), ("a\nb", "x", "[a b](x)")],
)
def test_a_link(text: str, address: str, shown: str) -> None:
    assert markdown.link(text, address) == shown


@pytest.mark.asyncio
async def test_a_hover_shows_no_picture_of_the_repository(tmp_path: Path) -> None:
    bucket = f'resource "aws_s3_bucket_acl" "`{PICTURE}" {{\n  acl = var.acl\n}}\n'
    variable = f'variable "acl" {{\n  # ```\n  default = "public-read" # {PICTURE}\n  # ```\n}}\n'
    files = {"main.tf": bucket, "variables.tf": variable, "cloudlint.toml": 'select = ["aws-s3-bucket-public-acl"]\n'}
    repository(tmp_path, files)
    async with editing(tmp_path) as editor:
        editor.open("main.tf")
        shown = await editor.hover("main.tf", 1, 10)
        assert "In `variables.tf`:\n\n````diff\n   # ```\n-  default" in shown
        outside = shown.partition("````diff")[0] + shown.rpartition("````\n")[2]
        assert PICTURE not in re.sub(r"(`+)[^\n]*?(?<!`)\1(?!`)", "code", outside)
