"""What well-formed HCL is read as: trees, values and exact places."""

from __future__ import annotations

import pytest

from cloudlint.languages.terraform import syntax as s
from cloudlint.languages.terraform.parser import parse
from tests.core.languages.terraform.outline import descendants, outline


def value(text: str) -> s.Expression:
    file = parse(f"a = {text}\n")
    assert not file.problems, file.problems[0].message
    return file.body.attributes[0].value


def show(node: object) -> str:  # noqa: C901  # one case a kind of node
    """An expression with every operation in brackets: `(a + (b * c))`."""
    match node:
        case s.Literal():
            return "null" if node.value is None else repr(node.value).replace("'", '"')
        case s.Variable():
            return node.name
        case s.Attr():
            return f"{show(node.on)}.{node.name}"
        case s.Index():
            return f"{show(node.on)}[{show(node.key)}]"
        case s.Splat():
            return f"{show(node.on)}<{'full' if node.full else 'names'} {show(node.each)}>"
        case s.SplatItem():
            return "*"
        case s.Unary():
            return f"({node.operator}{show(node.operand)})"
        case s.Binary():
            return f"({show(node.left)} {node.operator} {show(node.right)})"
        case s.Conditional():
            return f"({show(node.test)} ? {show(node.then)} : {show(node.otherwise)})"
        case s.Parens():
            return f"parens {show(node.inner)}"
        case s.Call():
            return f"{node.name}({', '.join(map(show, node.arguments))}{'...' if node.spread else ''})"
        case s.Tuple():
            return f"[{', '.join(map(show, node.items))}]"
        case s.Object():
            return "{" + ", ".join(f"{show(item.key)} = {show(item.value)}" for item in node.items) + "}"
        case s.For():
            key = f"{node.key}, " if node.key else ""
            result = f"{show(node.result_key)} => {show(node.result)}" if node.result_key else show(node.result)
            rest = ("..." if node.grouped else "") + (f" if {show(node.condition)}" if node.condition else "")
            return f"for {key}{node.value} in {show(node.collection)}: {result}{rest}"
        case s.Template():
            return f"{node.marker}<{' '.join(map(show, node.parts))}>"
        case s.Text():
            return repr(node.value)
        case s.Interpolation():
            return f"${{{show(node.expression)}}}"
        case s.TemplateIf():
            return f"if {show(node.test)} {show_all(node.then)} else {show_all(node.otherwise)}"
        case s.TemplateFor():
            return f"for {node.key},{node.value} in {show(node.collection)} {show_all(node.parts)}"
    raise AssertionError(node)


def show_all(parts: tuple[s.Part, ...]) -> str:
    return f"({' '.join(map(show, parts))})"


EXPRESSIONS = [
    ("1 + 2 * 3", "(1 + (2 * 3))"),
    ("1 * 2 + 3", "((1 * 2) + 3)"),
    ("1 - 2 - 3", "((1 - 2) - 3)"),
    ("a || b && c == d < e + f % g", "(a || (b && (c == (d < (e + (f % g))))))"),
    ("a % b + c > d != e && f || g", "((((((a % b) + c) > d) != e) && f) || g)"),
    ("-a.b + !c[0]", "((-a.b) + (!c[0]))"),
    ("-a * b", "((-a) * b)"),
    ("!!a", "(!(!a))"),
    ("(1 + 2) * 3", "(parens (1 + 2) * 3)"),
    ("a ? b : c ? d : e", "(a ? b : (c ? d : e))"),
    ("a ? b ? 1 : 2 : c", "(a ? (b ? 1 : 2) : c)"),
    ("a == 1 ? b + 1 : c || d", "((a == 1) ? (b + 1) : (c || d))"),
    ("a.b.c[0].d", "a.b.c[0].d"),
    ("a.0.b", "a[0].b"),
    ('a["x"][b]', 'a["x"][b]'),
    ("a[*].b[0].c", "a<full *.b[0].c>"),
    ("a.*.b.c[0]", "a<names *.b.c>[0]"),
    ("a.*.b.0.c", "a<names *.b[0].c>"),
    ("a[*].b[*].c", "a<full *.b<full *.c>>"),
    ("a.*.b[*].c", "a<names *.b><full *.c>"),
    ("f()", "f()"),
    ("f(a, [b]...)", "f(a, [b]...)"),
    ("f(\n  a, # one\n  b,\n)", "f(a, b)"),
    ("provider::aws::arn(a).b", "provider::aws::arn(a).b"),
    ("f (a)[0]", "f(a)[0]"),
    ("[]", "[]"),
    ('[1, "b", true, null, c.d]', '[1, "b", True, null, c.d]'),
    ("[\n  1\n  ,\n  2,\n]", "[1, 2]"),
    ("{}", "{}"),
    ('{ a = 1, "b" : 2, (c) = 3 }', '{a = 1, "b" = 2, parens c = 3}'),
    ("{\n  a = 1\n\n  # b\n  c = { d = [] } # e\n}", "{a = 1, c = {d = []}}"),
    ("{ a.b = 1, f(x) = 2, true = 3 }", "{a.b = 1, f(x) = 2, true = 3}"),
    ("[for x in y : x.a]", "for x in y: x.a"),
    ("[for i, x in y : x if i > 0]", "for i, x in y: x if (i > 0)"),
    ("{ for k, v in m : k => v... if v != null }", "for k, v in m: k => v... if (v != null)"),
    ("[\n  for x in\n  y :\n  x\n]", "for x in y: x"),
    ("for.if.in", "for.if.in"),
    ("1.5e3", "1500"),
    ("-0.5", "(-0.5)"),
    ("a-b - c", "(a-b - c)"),
    ("a /* x */ + /* y */ b", "(a + b)"),
    ("(a\n  && b\n  .c)", "parens (a && b.c)"),
    (r'"a\tb"', '"a\\tb"'),
    ('"$${a}"', '"${a}"'),
    ('""', '""'),
    ('"${a}"', "<${a}>"),
    ('"a ${b.c} d"', "<'a ' ${b.c} ' d'>"),
    ('"${a}${~ b ~}  c"', "<${a} ${b} 'c'>"),
    ('"a  ${~ b}"', "<'a' ${b}>"),
    ('"${f("x ${y}")}"', "<${f(<'x ' ${y}>)}>"),
    ('"%{ if a }b%{ else }${c}%{ endif }d"', "<if a ('b') else (${c}) 'd'>"),
    ('"%{ if a ~}  b  %{~ endif }"', "<if a ('b') else ()>"),
    ('"%{ for k, v in m }${k}%{ endfor }"', "<for k,v in m (${k})>"),
    ('"%{ for v in m }%{ if v }x%{ endif }%{ endfor }"', "<for ,v in m (if v ('x') else ())>"),
    ("<<EOT\na\n  b ${c}\nEOT", "EOT<'a\\n' '  b ' ${c} '\\n'>"),
    ("<<EOT\n\\n $${a}\n  EOT", "EOT<'\\\\n ${a}\\n'>"),
    ("<<-EOT\n    a\n\n      b\n  EOT", "EOT<'a\\n' '\\n' '  b\\n'>"),
    ("<<-EOT\n    ${a}\n  b\n    EOT", "EOT<'  ' ${a} '\\n' 'b\\n'>"),
    ("<<-EOT\n  %{ if a ~}\n    b\n  %{ endif ~}\n  EOT", "EOT<if a ('    b\\n') else ()>"),
    ("<<E\nE", "E<>"),
]


@pytest.mark.parametrize(("text", "tree"), EXPRESSIONS)
def test_expressions(text: str, tree: str) -> None:
    assert show(value(text)) == tree


@pytest.mark.parametrize("text", [text for text, _ in EXPRESSIONS])
def test_carriage_returns_change_no_tree(text: str) -> None:
    with_returns = show(value(text.replace("\n", "\r\n"))).replace("\\r\\n", "\\n")
    assert with_returns == show(value(text))


def test_every_node_has_its_exact_place() -> None:
    text = 'x "y" z {\n  a = b.c[0] # d\n  e = f(1, "g", [h]) + -2\n  i = { j = k.*.l, "m" : n[*].o }\n}\n'
    places = {(type(node).__name__, text[node.start : node.end]) for node in descendants(parse(text).body)}
    assert places >= {
        ("Block", text.strip()),
        ("Label", '"y"'),
        ("Label", "z"),
        ("Attribute", "a = b.c[0]"),
        ("Index", "b.c[0]"),
        ("Attr", "b.c"),
        ("Variable", "b"),
        ("Call", 'f(1, "g", [h])'),
        ("Literal", '"g"'),
        ("Tuple", "[h]"),
        ("Unary", "-2"),
        ("Binary", 'f(1, "g", [h]) + -2'),
        ("Object", '{ j = k.*.l, "m" : n[*].o }'),
        ("Item", "j = k.*.l"),
        ("Item", '"m" : n[*].o'),
        ("Splat", "k.*.l"),
        ("Splat", "n[*].o"),
    }


def test_a_block_knows_its_braces_and_its_header() -> None:
    text = 'a "b" "c" {\n  d { e = 1 }\n  f {}\n}'
    block = parse(text).body.blocks[0]
    assert text[block.start : block.header_end] == 'a "b" "c"'
    assert (text[block.open], text[block.close], block.end) == ("{", "}", len(text))
    assert (block.body.start, block.body.end) == (block.open + 1, block.close)
    assert [text[inner.start : inner.end] for inner in block.body.blocks] == ["d { e = 1 }", "f {}"]
    assert text[block.body.blocks[0].body.attributes[0].equals] == "="


@pytest.mark.parametrize(
    "text",
    [
        'a = "b ${c} d%{ if e }f%{ endif }g"\n',
        "a = <<EOT\nb ${c} d\n  e\nEOT\n",
        "a = <<-EOT\n    b ${c} d\n      e\n\n    f\n  EOT\n",
        'a = "  ${~ b ~}  c"\n',
    ],
)
def test_text_in_a_template_is_where_it_says(text: str) -> None:
    parts = [node for node in descendants(parse(text).body) if isinstance(node, s.Text)]
    assert parts
    for part in parts:
        assert text[part.start : part.end] == part.value
        assert "\n" not in part.value[:-1]


def test_a_heredoc_ends_with_its_marker() -> None:
    text = "a = <<-EOT\n    b\n  EOT\nc = 1\n"
    heredoc = parse(text).body.attributes[0].value
    assert isinstance(heredoc, s.Template)
    assert (heredoc.marker, heredoc.indented) == ("EOT", True)
    assert text[heredoc.start : heredoc.end] == "<<-EOT\n    b\n  EOT"


def test_keywords_are_ordinary_names_of_attributes_and_blocks() -> None:
    assert outline(parse("for = 1\nin = 2\nif {\n  for = 3\n}\ntrue = 4\n")) == "for, in, if { for }, true"


def test_comments_of_all_forms_are_kept() -> None:
    text = "# a\nb = 1 // c\n/* d\n e */\nf = [ # g\n  1, /* h */\n]\ni { # j\n}\n# k"
    comments = [text[start:end] for start, end in parse(text).comments]
    assert comments == ["# a", "// c", "/* d\n e */", "# g", "/* h */", "# j", "# k"]


def test_a_byte_order_mark_is_no_part_of_the_first_name() -> None:
    attribute = parse("\ufeffa = 1").body.attributes[0]
    assert (attribute.name, attribute.start) == ("a", 1)
