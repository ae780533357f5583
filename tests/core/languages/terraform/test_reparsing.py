"""The tree of an edited text, made of the tree before, is the one that reading all of it gives."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cloudlint.document import Document
from cloudlint.languages.terraform import syntax
from cloudlint.languages.terraform.parser import parse
from cloudlint.languages.terraform.reparsing import Moved, reparsed
from tests.core.languages.terraform.sources import source

FILE = """\
# of the file
variable "size" {
  default = 3 # small
}

resource "aws_s3_bucket" "b" {
  bucket = "${var.size}-b"
  tags   = { Name = "b" } /* why */
  lifecycle {
    prevent_destroy = true
  }
} # behind

# between
output "b" {
  value = <<-EOT
    ${aws_s3_bucket.b.id}
  EOT
}
"""

EDITS = [  # what is typed over what, and whether one block is enough
    ("3", "", False),  # an expression is missing
    ("3", "30", True),
    ("true", "false", True),
    ("# small", "", True),
    ('"b" }', '"c", Env = "d" }', True),
    ("    prevent_destroy = true\n", "", True),
    ("lifecycle {", "lifecycle {\n  }\n  other {", True),
    ("tags ", "bucket", False),  # set twice
    ("  }\n} # behind", "} # behind", False),
    ("/* why */", "/* why", False),
    ('"b" }', '"b" } }', False),
    ("\n}\n\nresource", "\n}\nlocals {}\n\nresource", False),
    ('"size"', '"sizes"', False),
    ("# between", "# in between", False),
    ("  EOT\n", "  EOTS\n", False),
    ("default = 3", "default\r\n = 3", False),
]


def plain(part: object) -> object:
    """A tree as lists and tuples."""
    if isinstance(part, (tuple, list)):
        return [plain(item) for item in part]
    if not isinstance(part, syntax.Node):
        return part
    kind = syntax.Block if isinstance(part, Moved) else type(part)
    return (kind.__name__, part.start, part.end, *(plain(getattr(part, name)) for name in kind.__slots__))


def same(one: syntax.File, other: syntax.File) -> bool:
    return plain(one.body) == plain(other.body) and one.comments == other.comments and not other.problems


def document(text: str, tree: syntax.File | None = None) -> Document:
    made = Document("/r/main.tf", text, "terraform")
    made.tree = tree or parse(text)
    return made


@pytest.mark.parametrize(("old", "new", "enough"), EDITS)
def test_edits(old: str, new: str, enough: bool) -> None:
    text = FILE.replace(old, new, 1)
    found = reparsed(document(FILE), text)
    assert (found is not None) is enough
    assert found is None or same(found, parse(text))


def test_blocks_that_did_not_change_are_not_read_again() -> None:
    before = document(FILE)
    found = reparsed(before, FILE.replace("true", "false", 1))
    assert found is not None
    assert isinstance(before.tree, syntax.File)
    first, _, last = found.body.blocks
    assert first is before.tree.body.blocks[0]
    assert isinstance(last, Moved)
    assert last.attribute("count") is None
    assert last._moved is None
    assert last.attribute("value") is not None
    assert last._moved is not None


def test_a_block_is_moved_again_and_again() -> None:
    text, made = FILE, document(FILE)
    for _ in range(3):
        text = text.replace("3", "33", 1)
        made = document(text, reparsed(made, text))
    assert isinstance(made.tree, syntax.File)
    assert same(made.tree, parse(text))


TYPED = st.sampled_from([*'a1"{}[]()=#\n ', "${", "/*", "*/", "<<E\n", "x = 1\n", "b {\n}\n", "é", "\r\n"])


@given(st.integers(0, 10_000), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 3), TYPED), min_size=1, max_size=6))
def test_any_edits(seed: int, edits: list[tuple[float, int, str]]) -> None:
    text = source(random.Random(seed))
    made = document(text)
    for place, length, typed in edits:
        at = int(place * len(text))
        text = text[:at] + typed + text[at + length :]
        found = reparsed(made, text)
        assert found is None or same(found, parse(text))
        made = document(text, found)
