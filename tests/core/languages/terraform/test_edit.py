"""Edits as meaning, by examples: text before, what is asked, text after."""

from __future__ import annotations

from textwrap import dedent

from cloudlint.document import Document
from cloudlint.fixing import apply
from cloudlint.languages.terraform import syntax
from cloudlint.languages.terraform.edit import (
    AttributeSite,
    BlockSite,
    ElementSite,
    ExpressionSite,
    ItemSite,
    ObjectSite,
)
from cloudlint.languages.terraform.parser import parse
from cloudlint.model import SAFE, Change, Fix, Reference
from cloudlint.resource import Plain


def document(text: str, path: str = "/p/main.tf") -> Document:
    made = Document(path, text, "terraform")
    made.tree = parse(text)
    return made


def body(document: Document) -> syntax.Body:
    assert isinstance(document.tree, syntax.File)
    return document.tree.body


def after(document: Document, change: Change | None) -> str | None:
    """The text with the change in it, None where there is no change."""
    if change is None:
        return None
    outcome = apply({document.path: document.text}, [Fix(change.title, change.edits, SAFE)])
    assert outcome.applied, "the edits do not fit"
    return outcome.texts[document.path]


def block_site(document: Document, *path: str) -> BlockSite:
    """The site of the first block, or of the first block of each type in `path` inside it."""
    around, block = body(document), body(document).blocks[0]
    for type in path:
        around, block = block.body, next(inner for inner in block.body.blocks if inner.type == type)
    return BlockSite(document, block, around)


def attribute_site(document: Document, name: str) -> AttributeSite:
    around = body(document)
    while not any(attribute.name == name for attribute in around.attributes):
        around = around.blocks[0].body
    return AttributeSite(document, around, next(each for each in around.attributes if each.name == name))


def set_in_block(text: str, name: str, value: Plain) -> str | None:
    file = document(text)
    return after(file, block_site(file).set(name, value))


def resource(content: str) -> str:
    """A resource around indented lines."""
    return 'resource "t" "x" {\n' + dedent(content).strip("\n").replace("\n", "\n  ").join(["  ", "\n}\n"])


def check_table(cases: list[tuple[str, str, str, Plain, str]]) -> None:
    """Set in a resource: name of the case, body before, attribute, value, body after."""
    for case, before, name, value, expected in cases:
        tidy = [line.rstrip() for line in resource(expected).split("\n")]
        changed = set_in_block("\n".join(line.rstrip() for line in resource(before).split("\n")), name, value)
        assert changed is not None, case
        assert changed.split("\n") == tidy, case


def test_setting_an_attribute_that_is_there() -> None:
    check_table(
        [
            ("value only", "a = 1", "a", 2, "a = 2"),
            ("comment behind", 'acl = "public-read" # old', "acl", "private", 'acl = "private" # old'),
            (
                "comments in one column",
                "a  = 1 # one\nbb = 2 # two\nc  = 3",
                "a",
                "long",
                'a  = "long" # one\nbb = 2      # two\nc  = 3',
            ),
            ("comments that nobody lines up", "a = 1 # one\nb = 100 # two", "a", 22, "a = 22 # one\nb = 100 # two"),
            ("= that nobody lines up", "a=1\nbbb = 2", "a", 3, "a=3\nbbb = 2"),
            ("expression", "a = var.x ? 1 : 2", "a", True, "a = true"),
            ("several lines to one", "a = 1\nl = [\n  1,\n]\nbbb = 2", "l", [], "a   = 1\nl   = []\nbbb = 2"),
            ("one line to several", "a   = 1\nbbb = 2", "bbb", {"k": 1}, "a = 1\nbbb = {\n  k = 1\n}"),
            ("heredoc", "a = <<EOT\nold\nEOT\nb = 1", "a", "x", 'a = "x"\nb = 1'),
            ("reference", "a = 1", "a", Reference("t.y.id"), "a = t.y.id"),
        ]
    )


def test_setting_an_attribute_that_is_missing() -> None:
    check_table(
        [
            ("behind the others", "a = 1", "b", 2, "a = 1\nb = 2"),
            ("longer name", "a = 1\nbb = 2".replace("a =", "a  ="), "long", 3, "a    = 1\nbb   = 2\nlong = 3"),
            ("shorter name", "a    = 1\nlong = 2", "b", 3, "a    = 1\nlong = 2\nb    = 3"),
            ("= that nobody lines up", "a = 1\nlong = 2", "longer", 3, "a = 1\nlong = 2\nlonger = 3"),
            ("wider than needed", "a      = 1\nlong   = 2", "b", 3, "a      = 1\nlong   = 2\nb      = 3"),
            ("comments move along", "a = 1 # one", "long", 2, "a    = 1 # one\nlong = 2"),
            ("before blocks", "a = 1\n\nb {\n  c = 1\n}", "d", 2, "a = 1\nd = 2\n\nb {\n  c = 1\n}"),
            ("before tags", "a = 1\n\ntags = {\n  c = 1\n}", "d", 2, "a = 1\nd = 2\n\ntags = {\n  c = 1\n}"),
            ("only tags", "tags = {\n  c = 1\n}", "d", 2, "d = 2\n\ntags = {\n  c = 1\n}"),
            ("only a block", "b {\n  c = 1\n}", "d", 2, "d = 2\n\nb {\n  c = 1\n}"),
            ("behind count", "count = 2", "d", 2, "count = 2\n\nd = 2"),
            (
                "between count and a block",
                "count = 2\nb {\n  c = 1\n}",
                "d",
                2,
                "count = 2\n\nd = 2\n\nb {\n  c = 1\n}",
            ),
            (
                "last group",
                "count = 2\n\na = 1\n\nbb = 2\n# end",
                "ccc",
                3,
                "count = 2\n\na = 1\n\nbb  = 2\nccc = 3\n# end",
            ),
            ("behind several lines", "l = [\n  1,\n]", "d", 2, "l = [\n  1,\n]\nd = 2"),
            ("behind a heredoc", "l = <<EOT\nx\nEOT", "dd", 2, "l  = <<EOT\nx\nEOT\ndd = 2"),
            ("behind a comment of several lines", "l = 1 /* a\nb */", "d", 2, "l = 1 /* a\nb */\nd = 2"),
        ]
    )


def test_blocks_on_one_line_and_empty_blocks() -> None:
    cases = [
        ('t "x" {}\n', 't "x" {\n  new = 1\n}\n'),
        ('t "x" { }\n', 't "x" {\n  new = 1\n}\n'),
        ('t "x" {\n}\n', 't "x" {\n  new = 1\n}\n'),
        ('t "x" {\n  # soon\n}\n', 't "x" {\n  new = 1\n  # soon\n}\n'),
        ('t "x" { /* why */ }\n', 't "x" {\n  /* why */\n  new = 1\n}\n'),
        ("t { a = 1 }\n", "t {\n  a   = 1\n  new = 1\n}\n"),
        ("t { longer = 1 } # why\n", "t {\n  longer = 1\n  new    = 1\n} # why\n"),
        ("t {\r\n\ta = 1\r\n}\r\n", "t {\r\n\ta   = 1\r\n\tnew = 1\r\n}\r\n"),
        ("t {\r\n    b {\r\n    }\r\n}", "t {\r\n    new = 1\r\n\r\n    b {\r\n    }\r\n}"),
        ("t {}", "t {\n  new = 1\n}"),
        ("x {\n\ta = 1\n}\n", "x {\n\ta   = 1\n\tnew = 1\n}\n"),
    ]
    for before, expected in cases:
        assert set_in_block(before, "new", 1) == expected, before


def test_removing_an_attribute() -> None:
    cases = [
        ("a = 1\n", "a", ""),
        ("t {\n  a   = 1 # why\n  bbb = 2\n}\n", "a", "t {\n  bbb = 2\n}\n"),
        ("t {\n  a   = 1\n  bbb = 2\n  # keep\n}\n", "bbb", "t {\n  a = 1\n  # keep\n}\n"),
        ("t {\n  a = 1\n\n  b = 2\n\n  c = 3\n}\n", "b", "t {\n  a = 1\n\n  c = 3\n}\n"),
        ("t {\n  a = 1\n\n  b = [\n    2,\n  ]\n}\n", "b", "t {\n  a = 1\n}\n"),
        ("t {\n  a = 1\n  l = [\n  ]\n  bbb = 2\n}\n", "l", "t {\n  a   = 1\n  bbb = 2\n}\n"),
        ("t { a = 1 }\n", "a", "t {}\n"),
        ("t {\n  a = <<EOT\nx\nEOT\n  b = 1\n}\n", "a", "t {\n  b = 1\n}\n"),
    ]
    for before, name, expected in cases:
        file = document(before)
        assert after(file, attribute_site(file, name).remove(name)) == expected, before


def test_adding_a_block() -> None:
    content: dict[str, Plain] = {"http_tokens": "required", "n": 1}
    new = 'b {\n    http_tokens = "required"\n    n           = 1\n  }'
    cases = [
        ("t {}\n", f"t {{\n  {new}\n}}\n"),
        ("t {\n}\n", f"t {{\n  {new}\n}}\n"),
        ("t {\n  a = 1\n}\n", f"t {{\n  a = 1\n\n  {new}\n}}\n"),
        ("t {\n  a = 1\n\n}\n", f"t {{\n  a = 1\n\n  {new}\n}}\n"),
        ("t { a = 1 }\n", f"t {{\n  a = 1\n\n  {new}\n}}\n"),
        ("t {\n  c {}\n  # end\n}\n", f"t {{\n  c {{}}\n  # end\n\n  {new}\n}}\n"),
    ]
    for before, expected in cases:
        file = document(before)
        change = block_site(file).add("b", content)
        assert after(file, change) == expected, before
        assert change is not None
        assert change.title == "add a `b` block"


def test_what_a_block_is_written_as() -> None:
    file = document("t {}\n")
    content: dict[str, Plain] = {
        "names": ["a", 'b"\n'],
        "rule": {"apply": {"sse": "aws:kms", "key": Reference("aws_kms_key.k.arn")}, "on": True},
        "tag": [{"k": 1}, {"k": None}],
    }
    assert after(file, block_site(file).add("server", content)) == dedent(
        """\
        t {
          server {
            names = ["a", "b\\"\\n"]

            rule {
              on = true

              apply {
                sse = "aws:kms"
                key = aws_kms_key.k.arn
              }
            }

            tag {
              k = 1
            }

            tag {
              k = null
            }
          }
        }
        """
    )


def test_removing_a_block() -> None:
    cases = [
        ("t {\n  a = 1\n\n  b {\n    c = 1\n  } # why\n}\n", "t {\n  a = 1\n}\n"),
        ("t {\n  b {\n  }\n\n  c {}\n}\n", "t {\n  c {}\n}\n"),
        ("t {\n  a = 1\n\n  b {}\n\n  c {}\n}\n", "t {\n  a = 1\n\n  c {}\n}\n"),
        ("t {\n  # keep\n  b {}\n  c {}\n}\n", "t {\n  # keep\n  c {}\n}\n"),
        ("t {\n  a = 1\n  b {}\n  ccc = 1\n}\n", "t {\n  a   = 1\n  ccc = 1\n}\n"),
    ]
    for before, expected in cases:
        file = document(before)
        assert after(file, block_site(file, "b").remove("b")) == expected, before


def test_the_content_of_a_dynamic_block_is_not_removed() -> None:
    file = document('t {\n  dynamic "x" {\n    for_each = []\n    content {}\n  }\n}\n')
    assert block_site(file, "dynamic", "content").remove("x") is None


def test_list_elements() -> None:
    cases: list[tuple[str, int, str]] = [
        ("a = [1, 2, 3]\n", 0, "a = [2, 3]\n"),
        ("a = [1, 2, 3]\n", 1, "a = [1, 3]\n"),
        ("a = [1, 2, 3]\n", 2, "a = [1, 2]\n"),
        ("a = [1, 2, ]\n", 1, "a = [1, ]\n"),
        ("a = [1]\n", 0, "a = []\n"),
        ("a = [ 1, ]\n", 0, "a = []\n"),
        ("a = [\n  1,\n  2, # why\n  3,\n]\n", 1, "a = [\n  1,\n  3,\n]\n"),
        ("a = [\n  1,\n  2\n]\n", 1, "a = [\n  1\n]\n"),
        ("a = [\n  1,\n  2,\n]\n", 1, "a = [\n  1,\n]\n"),
        ("a = [\n  1, # why\n]\n", 0, "a = []\n"),
        ("a = [\n  # all\n  1,\n]\n", 0, "a = [\n  # all\n]\n"),
        ("a = 1\nl = [\n  1,\n]\nbbb = 2\n", 0, "a   = 1\nl   = []\nbbb = 2\n"),
        ("a = [1,\n  2]\n", 0, "a = [2]\n"),
    ]
    for before, index, expected in cases:
        file = document(before)
        value = next(each.value for each in body(file).attributes if isinstance(each.value, syntax.Tuple))
        assert isinstance(value, syntax.Tuple)
        assert after(file, ElementSite(file, value, index).remove("a")) in (expected, None), before
        assert after(file, ElementSite(file, value, index).remove("a")) == expected, before


def test_one_more_item_in_a_list() -> None:
    statement: Plain = {"Effect": "Deny", "Action": "*"}
    spread = "a = [\n  {\n    Effect = 1\n  }"
    more = '\n  {\n    Effect = "Deny"\n    Action = "*"\n  }'
    cases: list[tuple[str, Plain, str | None]] = [
        ("a = []\n", 1, "a = [1]\n"),
        ("a = [1, 2] # why\n", 3, "a = [1, 2, 3] # why\n"),
        ("a = [1 /* one */]\n", 2, "a = [1, 2 /* one */]\n"),
        ("a = [\n]\n", 1, "a = [\n  1,\n]\n"),
        ("a = [\n  1,\n  2,\n]\n", 3, "a = [\n  1,\n  2,\n  3,\n]\n"),
        ("a = [\n  1, # one\n  2 # two\n  # more\n]\n", 3, "a = [\n  1, # one\n  2, # two\n  3\n  # more\n]\n"),
        ("a = [\r\n  1\r\n]\r\n", 2, "a = [\r\n  1,\r\n  2\r\n]\r\n"),
        ("a = [1,\n     2]\n", 3, "a = [1,\n     2,\n     3]\n"),
        (f"{spread},\n]\n", statement, f"{spread},{more},\n]\n"),
        (f"{spread}\n]\n", statement, f"{spread},{more}\n]\n"),
        ("a = [{ b = 1 }]\n", {"b": 2}, "a = [{ b = 1 }, { b = 2 }]\n"),
        ("a = [{\n  b = 1\n}]\n", {"b": 2}, "a = [{\n  b = 1\n  }, {\n  b = 2\n}]\n"),
        (
            "a = [\n  {\n    b = 1\n}]\n",
            {"b": {"c": 2}},
            "a = [\n  {\n    b = 1\n    }, {\n    b = {\n      c = 2\n    }\n}]\n",
        ),
        ("a = [1\n  , 2\n  ,\n]\n", 3, None),
        ("a = [1 # one\n]\n", 2, "a = [1, # one\n  2\n]\n"),
        ("a = x\n", 1, None),
    ]
    for before, item, expected in cases:
        file = document(before)
        assert after(file, attribute_site(file, "a").append("a", item)) == expected, before


def test_a_list_whose_only_element_goes_keeps_its_comments_or_the_element() -> None:
    file = document("a = [/* all */ 1]\n")
    value = body(file).attributes[0].value
    assert isinstance(value, syntax.Tuple)
    assert ElementSite(file, value, 0).remove("a") is None


def test_object_items() -> None:
    cases = [
        ("a = {}\n", "k", "a = { k = 1 }\n"),
        ("a = { b = 2 }\n", "k", "a = { b = 2, k = 1 }\n"),
        ("a = { k = 2 }\n", "k", "a = { k = 1 }\n"),
        ("a = {\n  b = 2\n}\n", "long", "a = {\n  b    = 2\n  long = 1\n}\n"),
        ("a = {\n  b = 2,\n}\n", "k", "a = {\n  b = 2,\n  k = 1,\n}\n"),
        ("a = {\n  b = 2,\n  c = 3 # c\n}\n", "k", "a = {\n  b = 2,\n  c = 3, # c\n  k = 1\n}\n"),
        ("a = {\n  b : 2\n}\n", "a:b", 'a = {\n  b : 2\n  "a:b" = 1\n}\n'),
        ("a = {\n}\n", "k", "a = {\n  k = 1\n}\n"),
        ("a = merge({}, x)\n", "k", "a = merge({ k = 1 }, x)\n"),
    ]
    for before, key, expected in cases:
        file = document(before)
        value = body(file).attributes[0].value
        found = value.arguments[0] if isinstance(value, syntax.Call) else value
        assert isinstance(found, syntax.Object)
        assert after(file, ObjectSite(file, found).set(key, 1)) == expected, before


def test_removing_an_item() -> None:
    cases = [
        ("a = { k = 2 }\n", "a = {}\n"),
        ("a = { k = 2, l = 3 }\n", "a = { l = 3 }\n"),
        ("a = {\n  k    = 2 # why\n  long = 3\n}\n", "a = {\n  long = 3\n}\n"),
        ("a = {\n  k = 2,\n}\n", "a = {}\n"),
    ]
    for before, expected in cases:
        file = document(before)
        value = body(file).attributes[0].value
        assert isinstance(value, syntax.Object)
        assert after(file, ItemSite(file, value, value.items[0]).remove("k")) == expected, before


def test_an_object_is_set_as_a_whole_or_item_by_item() -> None:
    file = document('tags = {\n  a = "x"\n}\n')
    site = attribute_site(file, "tags")
    assert after(file, site.set("b", True)) == 'tags = {\n  a = "x"\n  b = true\n}\n'
    assert after(file, site.set("tags", {})) == "tags = {}\n"
    file = document("all_tags = {\n  a = 1\n}\n")  # an argument of a module, asked for by the resource's name
    assert after(file, attribute_site(file, "all_tags").set("tags", {})) == "all_tags = {}\n"


def test_a_heredoc_keeps_its_form() -> None:
    file = document("a = <<-EOT\n    one ${x}\n  EOT\n")
    site = attribute_site(file, "a")
    assert after(file, site.set("a", "two\n\n${y}\n")) == "a = <<-EOT\n    two\n\n    $${y}\n  EOT\n"
    assert after(file, site.set("a", "no line end")) == 'a = "no line end"\n'


def test_companions() -> None:
    content: dict[str, Plain] = {"bucket": Reference("t.x.id"), "block": True}
    companion = 'resource "c" "x" {\n  bucket = t.x.id\n  block  = true\n}\n'
    cases = [
        ('resource "t" "x" {}\n', f'resource "t" "x" {{}}\n\n{companion}'),
        ('resource "t" "x" {}', f'resource "t" "x" {{}}\n\n{companion[:-1]}'),
        ('resource "t" "x" {\n} # end\nlocals {}\n', f'resource "t" "x" {{\n}} # end\n\n{companion}\nlocals {{}}\n'),
        ('resource "t" "x" {}\n\nlocals {}\n', f'resource "t" "x" {{}}\n\n{companion}\nlocals {{}}\n'),
        (
            'resource "t" "x" {\n  count    = 2\n  provider = aws.west\n}\n',
            'resource "t" "x" {\n  count    = 2\n  provider = aws.west\n}\n\nresource "c" "x" {\n'
            "  count    = length(t.x)\n  provider = aws.west\n\n  bucket = t.x[count.index].id\n  block  = true\n}\n",
        ),
        (
            'resource "t" "x" {\n  for_each = var.all\n}\n',
            'resource "t" "x" {\n  for_each = var.all\n}\n\nresource "c" "x" {\n'
            "  for_each = t.x\n\n  bucket = each.value.id\n  block  = true\n}\n",
        ),
        (
            'resource "t" "x" {}\n\nresource "c" "x" {}\n',
            f'resource "t" "x" {{}}\n\n{companion.replace("x", "x_2", 1)}\nresource "c" "x" {{}}\n',
        ),
    ]
    for before, expected in cases:
        file = document(before)
        assert after(file, block_site(file).beside("c", "x", content)) == expected, before


def test_no_second_companion_where_the_author_wrote_one() -> None:
    cases = [
        ("t.x.id", False),
        ("t.x[0].id", False),
        ("t.x", False),
        ("t.x_other.id", True),
        ("t.other.id", True),
        ('"${t.other.id}/${t.x.id}"', True),
    ]
    for reference, offered in cases:
        text = f'resource "t" "x" {{}}\n\nresource "c" "some" {{\n  count  = 0\n  bucket = {reference}\n}}\n'
        change = block_site(document(text)).beside("c", "x", {"block": True})
        assert (change is not None) is offered, reference


def test_titles_name_what_is_edited() -> None:
    text = (
        'variable "acl" {\n  default = "a"\n}\nlocals {\n  acl = "b"\n  all = { inner = "c" }\n}\n'
        'module "m" {\n  canned = "d"\n}\n'
    )
    file = document(text)
    variable, local, module = body(file).blocks
    table = local.body.attributes[1].value
    assert isinstance(table, syntax.Object)
    cases: list[tuple[ExpressionSite | AttributeSite, str]] = [
        (ExpressionSite(file, variable.body.attributes[0].value), "set `var.acl` to true"),
        (ExpressionSite(file, local.body.attributes[0].value), "set `local.acl` to true"),
        (ExpressionSite(file, table.items[0].value), "set `inner` to true"),
        (AttributeSite(file, module.body, module.body.attributes[0]), "set `canned` to true"),
    ]
    for site, title in cases:
        change = site.set("storage_encrypted", True)
        assert change is not None
        assert change.title == title


def test_setting_several_at_once() -> None:
    cases = [
        ("t {}\n", "t {\n  a    = 1\n  long = 2\n}\n"),
        ("t { a = 3 } # why\n", "t {\n  a    = 1\n  long = 2\n} # why\n"),
        ("t {\n  b = 3\n  a = 4\n}\n", "t {\n  b    = 3\n  a    = 1\n  long = 2\n}\n"),
        ("t {\n  count = 2\n}\n", "t {\n  count = 2\n\n  a    = 1\n  long = 2\n}\n"),
        ("t {\n  long = 2\n  a    = 1\n}\n", None),
    ]
    for before, expected in cases:
        file = document(before)
        assert after(file, block_site(file).set_all({"a": 1, "long": 2})) == expected, before


def test_replacing_an_attribute() -> None:
    cases: list[tuple[str, str | None]] = [
        (
            "t {\n  a   = 1\n  old = 2 # why\n  b   = 3\n}\n",
            "t {\n  a      = 1\n  longer = true # why\n  b      = 3\n}\n",
        ),
        ("t {\n  old       = 2\n  long_name = 1\n}\n", "t {\n  longer    = true\n  long_name = 1\n}\n"),
        ("t {\n  a = 1\n  old = [\n    1,\n  ]\n  b = 2\n}\n", "t {\n  a      = 1\n  longer = true\n  b      = 2\n}\n"),
        ("t {\r\n\told = <<EOT\r\nx\r\nEOT\r\n}\r\n", "t {\r\n\tlonger = true\r\n}\r\n"),
        ("t { old = 1 }\n", "t { longer = true }\n"),
        ("t {\n  a = 1\n}\n", None),  # it is not there
        ("t {\n  old    = 1\n  longer = false\n}\n", None),  # the other is there already
        ("t {\n  old = \n}\n", None),  # somebody is writing
    ]
    for before, expected in cases:
        file = document(before)
        assert after(file, block_site(file).replace("old", {"longer": True})) == expected, before


def test_what_replaces_an_attribute_waits_for_what_else_is_written_among_the_same_lines() -> None:
    file = document("t {\n  a   = 1\n  old = 2\n  b   = 3\n}\n")
    changes = [block_site(file).replace("old", {"longer": True}), block_site(file).set("new", 4)]
    fixes = [Fix(change.title, change.edits, SAFE) for change in changes if change is not None]
    outcome = apply({file.path: file.text}, fixes)
    assert (len(outcome.applied), len(outcome.waiting)) == (1, 1)


def test_no_block_is_added_beside_dynamic_ones() -> None:
    file = document('t {\n  dynamic "rule" {\n    for_each = []\n    content {}\n  }\n}\n')
    assert block_site(file).add("rule", {}) is None
    assert block_site(file).add("filter", {}) is not None


def test_titles() -> None:
    file = document('t {\n  a = ["0.0.0.0/0"]\n  ingress {}\n}\n')
    value = body(file).blocks[0].body.attributes[0].value
    assert isinstance(value, syntax.Tuple)
    cases = [
        (block_site(file).set("storage_encrypted", True), "set `storage_encrypted` to true"),
        (block_site(file).set("acl", "private"), 'set `acl` to "private"'),
        (block_site(file).set("a", ["x" * 80]), "set `a`"),
        (block_site(file).set_all({"x": 1, "y": 2, "z": 3}), "set `x`, `y` and `z`"),
        (block_site(file).replace("a", {"b": 1}), "set `b` to 1 instead of `a`"),
        (block_site(file).add("access_logs", {}), "add an `access_logs` block"),
        (block_site(file, "ingress").remove("ingress"), "remove the `ingress` block"),
        (attribute_site(file, "a").remove("a"), "remove `a`"),
        (ElementSite(file, value, 0).remove("a"), "remove `0.0.0.0/0`"),
        (ElementSite(file, value, 0).set("a", "10.0.0.0/8"), "replace `0.0.0.0/0` by `10.0.0.0/8`"),
    ]
    for change, title in cases:
        assert change is not None, title
        assert change.title == title


def test_no_edit_near_damage() -> None:
    for text in ('t {\n  a = 1\n  b = \n}\n', 't {\n  a = 1\n  half\n}\n', "t {\n  a = 1\n"):  # fmt: skip
        file = document(text)
        assert block_site(file).set("new", 1) is None, text
        assert block_site(file).add("new", {}) is None, text
        assert block_site(file).remove("t") is None, text


def test_no_edit_on_the_line_of_the_damage_but_elsewhere_in_the_body() -> None:
    file = document("t {\n  a = 1\n\n\n  b = 2\n  half\n}\n")
    assert attribute_site(file, "b").set("b", 3) is None
    assert after(file, attribute_site(file, "a").set("a", 3)) == "t {\n  a = 3\n\n\n  b = 2\n  half\n}\n"


def test_no_edit_of_what_is_not_the_authors_text() -> None:
    for path in ("/p/main.tf.json", "/p/.terraform/modules/x/main.tf"):
        file = document("t {\n  a = 1\n}\n", path)
        assert block_site(file).set("new", 1) is None
        assert attribute_site(file, "a").set("a", 2) is None


def test_setting_what_is_there_already_is_no_change() -> None:
    file = document("t {\n  a = true\n}\n")
    assert block_site(file).set("a", True) is None


def test_what_an_expression_alone_can() -> None:
    file = document('variable "v" {\n  default = false # off\n}\n')
    default = body(file).blocks[0].body.attributes[0]
    site = ExpressionSite(file, default.value)
    assert after(file, site.set("storage_encrypted", True)) == 'variable "v" {\n  default = true # off\n}\n'
    assert site.remove("x") is None
    assert site.add("x", {}) is None
    assert site.beside("x", "y", {}) is None


def test_a_comment_that_goes_on_over_more_lines_stays() -> None:
    file = document("t {\n  a = 1 /* why\n  and how */\n  b = 2\n}\n")
    for change in (attribute_site(file, "a").remove("a"), block_site(file).replace("a", {"c": 3})):
        changed = after(file, change)
        assert changed is not None
        assert "/* why\n  and how */" in changed
        assert not parse(changed).problems
