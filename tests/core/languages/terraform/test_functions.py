"""Terraform's functions: a table of real Terraform's answers, what stays known of the unknown, files, and bounds."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from itertools import product

import pytest

from cloudlint.document import Document
from cloudlint.languages.terraform.expressions import evaluate
from cloudlint.languages.terraform.functions import NAMES, Context, call, is_failed
from cloudlint.languages.terraform.functions import evaluate as evaluate_call
from cloudlint.languages.terraform.functions.calling import Failure, Undecided
from cloudlint.languages.terraform.parser import parse
from cloudlint.languages.terraform.scalars import text_of
from cloudlint.languages.terraform.scope import Scope
from cloudlint.languages.terraform.types import failed
from cloudlint.model import Span
from cloudlint.resource import ABSENT, KNOWN, UNKNOWN, Graph, Resource, Step, Value
from tests.core.languages.terraform.console import FAILED, answers, read_cases

# Where we say something else than Terraform, and why.
LISTS = "lists, tuples and sets are one to us, and so are maps and objects"
LATER = "later versions and OpenTofu can do it"
DIFFERENT = {
    'concat(tolist(["a"]),tolist([1]))': (["a", 1], LISTS),
    'concat(toset(["a"]),["b"])': (["a", "b"], LISTS),
    'coalescelist([],toset(["a"]))': (["a"], LISTS),
    'element(toset(["b","a"]),1)': ("b", LISTS),
    'slice(toset(["a"]),0,1)': (["a"], LISTS),
    'lookup(tomap({a=1}),"b","x")': ("x", LISTS),
    'element(["a","b"],-1)': ("b", LATER),
    'base64gzip("x")': ("?", "which bytes come out depends on the compressor"),
    'cidrsubnet("10.0.0.0/8",8,-1)': ("?", "Terraform leaves the prefix"),
    'cidrsubnet("::ffff:10.0.0.0/104",8,1)': ("?", "IPv4 in IPv6, which Terraform treats in two ways"),
    'cidrhost("::ffff:10.0.0.0/104",5)': ("?", "IPv4 in IPv6, which Terraform treats in two ways"),
    'regex("\\\\p{Greek}","\u03b1")': ("?", "Python knows no scripts"),
    'yamldecode("k: ! a")': ({"k": "a"}, "PyYAML does not tell the tag `!` from none"),
    "tostring(123456789.123456789)": ("123456789.12345679", "numbers have 64 bits here, 512 there"),
    "issensitive(true?1:sensitive(2))": (False, "the side that is not taken is not looked at"),
    "pow(2,3.5)": (11.313708498984761, "the last digit depends on the mathematical library"),
}

ELSEWHERE = {  # tested below, or never known
    *("file", "filebase64", "filebase64sha256", "filebase64sha512", "fileexists", "filemd5", "fileset", "filesha1"),
    *("filesha256", "filesha512", "templatefile", "templatestring", "base64gunzip", "cidrcontains", "urldecode"),
    *("bcrypt", "plantimestamp", "rsadecrypt", "timestamp", "uuid"),
}


class World:
    """The names that the expressions here may use: `u` is unknown, `f` failed, `m` and `l` hold more than is seen."""

    context = Context("/repo", "/repo/app", lambda path: FILES.get(path), lambda path: listed(path))

    def root(self, name: str) -> Value | None:
        one = Value(KNOWN, 1)
        names = {
            "u": Value(UNKNOWN),
            "f": failed(None),
            "m": Value(KNOWN, {"b": one}, open=True),
            "l": Value(KNOWN, (one,), open=True),
        }
        return names.get(name)


def value_of(expression: str) -> Value:
    """The value of an expression."""
    document = Document("/repo/app/main.tf", f"x = {expression}\n", "terraform")
    tree = parse(document.text)
    assert not tree.problems, tree.problems[0].message
    return evaluate(tree.body.attributes[0].value, Scope(document, World(), {}))


def shown(value: Value) -> str:
    """JSON with `?` for what is unknown and `...` at the end of what may hold more; `failed` for an error."""
    if is_failed(value):
        return FAILED
    if value.state is not KNOWN:
        return "?" if value.state is UNKNOWN else "null"
    more = ["..."] if value.open else []
    if isinstance(value.data, tuple):
        return "[" + ", ".join([*map(shown, value.data), *more]) + "]"
    if isinstance(value.data, Mapping):
        entries = [
            f"{json.dumps(name, ensure_ascii=False)}: {shown(item)}" for name, item in sorted(value.data.items())
        ]
        return "{" + ", ".join([*entries, *more]) + "}"
    if isinstance(value.data, (int, float)):
        return text_of(value.data)
    return json.dumps(value.data, ensure_ascii=False)


def plain(data: object) -> str:
    """The same for plain data; `?` is unknown."""
    if isinstance(data, list):
        return "[" + ", ".join(map(plain, data)) + "]"
    if isinstance(data, dict):
        entries = [f"{json.dumps(name, ensure_ascii=False)}: {plain(item)}" for name, item in sorted(data.items())]
        return "{" + ", ".join(entries) + "}"
    if isinstance(data, (int, float)):
        return text_of(data)
    return "?" if data == "?" else json.dumps(data, ensure_ascii=False)


def test_every_function_answers_as_terraform() -> None:
    wrong = []
    for expression, recorded in read_cases().items():
        if expression in DIFFERENT:
            wanted = plain(DIFFERENT[expression][0])
        else:
            wanted = FAILED if recorded == FAILED else plain(json.loads(recorded))
        found = shown(value_of(expression))
        if found != wanted:
            wrong.append(f"{expression}: {found} instead of {wanted}")
    assert wrong == []


def test_differences_are_real() -> None:
    cases = read_cases()
    for expression, (data, _) in DIFFERENT.items():
        assert cases[expression] == FAILED or plain(data) != plain(json.loads(cases[expression])), expression


def test_every_function_is_in_the_table() -> None:
    called = set(re.findall(r"\b[a-z][a-z0-9]*(?=\()", "\n".join(read_cases())))
    missing = {name for name in NAMES if name not in called}
    assert missing == ELSEWHERE


@pytest.mark.skipif(shutil.which("terraform") is None, reason="no terraform")
def test_the_table_is_what_terraform_says() -> None:
    recorded = read_cases()
    assert answers(list(recorded)) == recorded


# ------------------------------------------------------ what is not all known

PARTLY = {
    "length([u, 1])": "2",
    "length(l)": "?",
    "length(u)": "?",
    "merge({a = 1}, u)": '{"a": ?, ...}',
    "merge(u, {a = 1})": '{"a": 1, ...}',
    "merge({a = 1}, m)": '{"a": ?, "b": 1, ...}',
    "merge({a = u}, {b = 2})": '{"a": ?, "b": 2}',
    "concat([1], u, [2])": "[1, 2, ...]",
    "concat([u], [2])": "[?, 2]",
    'lookup(m, "b", 2)': "1",
    'lookup(m, "c", 2)': "?",
    'lookup({a = 1}, "c", u)': "?",
    'lookup({a = 1}, u, "x")': "?",
    "element([1, u], 0)": "1",
    "element([1, u], 1)": "?",
    "element(l, 0)": "?",
    "keys({a = u})": '["a"]',
    "keys(m)": '["b", ...]',
    "keys(u)": "?",
    "values({b = u, a = 1})": "[1, ?]",
    "coalesce(null, u, 1)": "?",
    "coalesce(1, u)": "1",
    "coalescelist([], [u])": "[?]",
    "coalescelist(u, [1])": "?",
    'compact(["", u, "a"])': '[?, "a", ...]',
    "flatten([[1], u, [[2]]])": "[1, ?, 2, ...]",
    "flatten([[1], [u]])": "[1, ?, ...]",
    "distinct([1, 1, u])": "[1, ?, ...]",
    'toset(["b", "a", "b"])': '["a", "b"]',
    'toset(["b", u, "a"])': '["a", "b", ?, ...]',
    "toset([u])": "[?]",
    "tolist(u)": "?",
    "tolist([1, u])": "[1, ?]",
    "tomap({a = u})": '{"a": ?}',
    'zipmap(["a", "b"], u)': '{"a": ?, "b": ?}',
    "zipmap(u, [1])": "?",
    'zipmap(["a", u], [1, 2])': '{"a": ?, ...}',
    "setunion([1], u)": "[1, ...]",
    "setintersection([1, 2], [1, u])": "[1, ...]",
    "setsubtract([1, 2], u)": "?",
    "setsubtract([1, 2, u], [1])": "[2, ?, ...]",
    "contains([1, u], 1)": "true",
    "contains([2, u], 1)": "?",
    "contains(l, 1)": "true",
    "contains(u, 1)": "?",
    "contains([[u]], 1)": "false",
    "index([u, 1], 1)": "?",
    "index([1, u], 1)": "0",
    "slice([1, u, 3], 0, 2)": "[1, ?]",
    "reverse([1, u])": "[?, 1]",
    'sort(["b", u, "a"])': '["a", "b", ?, ...]',
    "one([u])": "?",
    "one(l)": "?",
    "chunklist([1, u, 3], 2)": "[[1, ?], [3]]",
    "setproduct([1, u], [2])": "[[1, 2], [?, 2]]",
    "alltrue([false, u])": "false",
    "alltrue([true, u])": "?",
    "anytrue([true, u])": "true",
    "anytrue([false, u])": "?",
    "try(u, 1)": "?",
    "try(f, 1)": "1",
    "try({a = f}, 1)": "1",
    "try(f)": "failed",
    "can(u)": "?",
    "can(f)": "false",
    "can([f])": "false",
    "lower(f)": "failed",
    "lower(u)": "?",
    "max(1, u)": "?",
    "sum([1, u])": "?",
    'join(",", [1, u])': "?",
    "jsonencode({a = u})": "?",
    "jsondecode(jsonencode({a = u}))": '{"a": ?}',
    "yamldecode(yamlencode({a = [u]}))": '{"a": [?]}',
    'format("%s-%d", "a", u)': "?",
    'formatlist("%s-x", ["a", u])': '["a-x", ?]',
    "matchkeys([1, 2], [u, 3], [3])": "?",
    "range(u)": "?",
    "timestamp()": "?",
    "uuid()": "?",
    'bcrypt("x")': "?",
    "provider::aws::arn_parse(1)": "?",
    "core::max(1, 2)": "2",
    "nosuch(1)": "failed",
    'sensitive("a")': '"a"',
    'nonsensitive("a")': '"a"',
    'base64gunzip("H4sIAAAAAAAA/6oAAAAA//8BAAD//4MW3IwBAAAA")': '"x"',
    'base64gunzip("eA==")': "failed",
    'urldecode("a+b%2Fc%3F%C3%A9")': '"a b/c?é"',
    'urldecode("%zz")': "failed",
    'cidrcontains("10.0.0.0/8", "10.1.2.3")': "true",
    'cidrcontains("10.0.0.0/8", "11.0.0.0/16")': "false",
    'cidrcontains("10.0.0.0/8", "x")': "failed",
}


@pytest.mark.parametrize("expression", PARTLY)
def test_unknown_spreads_only_where_it_must(expression: str) -> None:
    assert shown(value_of(expression)) == PARTLY[expression]


SPAN = Span("/repo/app/main.tf", 100, 200)


def standing(data: str | int, start: int, *steps: Step, refers: tuple[Resource, ...] = ()) -> Value:
    """A known value at some place."""
    return Value(KNOWN, data, Span("/repo/app/main.tf", start, start + 1), trail=steps, refers=refers)


def listing(*items: Value) -> Value:
    return Value(KNOWN, items, Span("/repo/app/main.tf", 50, 60))


def called(name: str, *arguments: Value) -> Value:
    return call(name, list(arguments), SPAN, World.context)


def items_of(value: Value) -> list[Value]:
    assert isinstance(value.data, tuple)
    return list(value.data)


def test_elements_stay_what_they_are() -> None:
    one, two = standing("b", 1), standing("a", 2)
    for name in ("distinct", "compact", "tolist", "reverse", "sort", "toset"):
        assert {id(item) for item in items_of(called(name, listing(one, two)))} == {id(one), id(two)}, name
    merged = called("merge", Value(KNOWN, {"x": one}), Value(KNOWN, {"y": two}))
    assert (merged["x"].span, merged["y"].span, merged.span) == (one.span, two.span, SPAN)
    assert called("element", listing(one, two), standing(1, 9)).span == two.span
    assert [item.span for item in items_of(called("concat", listing(one), listing(two)))] == [one.span, two.span]
    assert called("try", failed(SPAN), one) is one


def test_a_result_says_where_it_comes_from() -> None:
    resource = Resource("aws_vpc", "v", "aws_vpc.v", "terraform", Value(KNOWN, {}), Graph())
    step = Step(Span("/repo/app/dev.tfvars", 1, 2), "dev.tfvars")
    lowered = called("lower", standing("ABC", 1, step, refers=(resource,)))
    assert (lowered.data, lowered.span, lowered.trail, lowered.refers) == ("abc", SPAN, (step,), (resource,))
    joined = called("join", standing("-", 1), listing(standing("a", 2, refers=(resource,)), standing("b", 3)))
    assert (joined.data, joined.refers) == ("a-b", (resource,))
    assert called("tobool", standing("true", 1, step)).trail == (step,)
    assert called("max", standing(1, 1, step), standing(2, 2, step)).trail == ()


def test_the_parts_of_an_unknown_string_are_kept() -> None:
    resource = Resource("aws_s3_bucket", "b", "aws_s3_bucket.b", "terraform", Value(KNOWN, {}), Graph())
    arn = Value(UNKNOWN, None, SPAN, refers=(resource,))
    made = called("format", standing("%s/%s*", 1), arn, standing("x", 2))
    assert [piece.data for piece in made.pieces] == [None, "/", "x", "*"]
    assert (made.state, made.refers) == (UNKNOWN, (resource,))
    made = called("join", standing("/", 1), listing(arn, standing("*", 2)))
    assert [piece.data for piece in made.pieces] == [None, "/", "*"]


def test_encoding_keeps_the_structure() -> None:
    policy = Value(KNOWN, {"Action": standing("*", 1), "Resource": Value(UNKNOWN)})
    for name in ("jsonencode", "yamlencode"):
        made = called(name, policy)
        assert (made.state, made.encoded) == (UNKNOWN, policy)
    assert called("jsonencode", listing(standing("<", 1))).data == '["\\u003c"]'


# --------------------------------------------------------------------- files

FILES = {
    "/repo/app/user.sh": "#!/bin/sh\n",
    "/repo/app/policies/a.json": "{}",
    "/repo/app/policies/deep/b.json": "[]",
    "/repo/shared/motd.txt": "hi",
}
BINARY = ["/repo/app/lambda.zip"]


def listed(directory: str) -> list[str]:
    prefix = directory.rstrip("/") + "/"
    return [path.removeprefix(prefix) for path in [*FILES, *BINARY] if path.startswith(prefix)]


ON_DISK = {
    'file("user.sh")': '"#!/bin/sh\\n"',
    'file("./policies/../user.sh")': '"#!/bin/sh\\n"',
    'file("../shared/motd.txt")': '"hi"',
    'file("/repo/shared/motd.txt")': '"hi"',
    'file("missing.txt")': "failed",
    'file("lambda.zip")': "?",
    'file("../../etc/passwd")': "?",
    'file("/etc/passwd")': "?",
    'file("~/x")': "?",
    "file(u)": "?",
    'fileexists("user.sh")': "true",
    'fileexists("lambda.zip")': "true",
    'fileexists("missing.txt")': "false",
    'fileexists("/etc/passwd")': "?",
    'filebase64("../shared/motd.txt")': '"aGk="',
    'filemd5("../shared/motd.txt")': '"49f68a5c8493ec2c0bf489821c21fc3b"',
    'filesha1("../shared/motd.txt")': '"c22b5f9178342609428d6f51b2c5af4c0bde6a42"',
    'filesha256("lambda.zip")': "?",
    'filebase64sha256("missing.zip")': "failed",
    'fileset("policies", "*.json")': '["a.json"]',
    'fileset("policies", "**/*.json")': '["a.json", "deep/b.json"]',
    'fileset(".", "**")': '["lambda.zip", "policies/a.json", "policies/deep/b.json", "user.sh"]',
    'fileset(".", "{user,x}.s?")': '["user.sh"]',
    'fileset(".", "[a-l]*.zip")': '["lambda.zip"]',
    'fileset("nowhere", "*")': "[]",
    'fileset("/etc", "*")': "?",
    'fileset(".", "{a")': "failed",
    'templatefile("user.sh", {})': "?",
    'templatestring("x", {})': "?",
    'abspath("x/../y")': '"/repo/app/y"',
    'pathexpand("~/x")': "?",
}


@pytest.mark.parametrize("expression", ON_DISK)
def test_files(expression: str) -> None:
    assert shown(value_of(expression)) == ON_DISK[expression]


def test_templates_are_rendered_with_their_variables() -> None:
    def render(path: str, text: str, variables: Mapping[str, Value]) -> Value:
        missing = "who" not in variables
        return failed(SPAN) if missing else Value(KNOWN, f"{path}:{text}:{variables['who'].data}")

    context = World.context._replace(render=render)
    path, who = standing("../shared/motd.txt", 1), standing("me", 2)
    full, less, open = Value(KNOWN, {"who": who}), Value(KNOWN, {}), Value(KNOWN, {}, open=True)
    assert call("templatefile", [path, full], SPAN, context).data == "/repo/shared/motd.txt:hi:me"
    assert call("templatestring", [standing("x", 1), full], SPAN, context).data == ":x:me"
    assert is_failed(call("templatefile", [path, less], SPAN, context))
    assert shown(call("templatefile", [path, open], SPAN, context)) == "?"
    assert is_failed(call("templatefile", [standing("missing", 1), full], SPAN, context))


# -------------------------------------------------------------------- bounds

TOO_MUCH = [
    'replace(join("", [for i in range(1024) : "aaaaaaaa"]), "a", join("", [for i in range(1024) : "b"]))',
    'format("%2000000d", 1)',
    'indent(1000000, "a\\nb\\nc")',
    'yamldecode("a: &a [1,1,1,1,1,1,1,1,1]\\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]'
    '\\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e]")',
    "setproduct(range(1024), range(1024))",
]


@pytest.mark.parametrize("expression", TOO_MUCH)
def test_what_would_take_too_much_is_unknown(expression: str) -> None:
    assert shown(value_of(expression)) == "?"


def test_a_pattern_that_would_take_too_long_is_unknown() -> None:
    assert shown(called("regex", standing("(x+x+)+y", 1), standing("x" * 100_000, 2))) == "?"


def test_patterns_that_trap_backtracking_matchers_are_answered() -> None:
    text = "a" * 40
    for pattern in ("(a*)*b", "(a+)+b", "(a|aa)+b", "(a|a?)+b", "a?" * 40 + "b", "(.*)*(.*)*(.*)*b"):
        assert shown(called("regexall", standing(pattern, 1), standing(text, 2))) == "[]", pattern
        assert shown(called("can", called("regex", standing(pattern, 1), standing(text, 2)))) == "false", pattern


ODD = [
    Value(ABSENT),
    Value(UNKNOWN),
    failed(None),
    *(
        Value(KNOWN, data)
        for data in ("", "a", "{", "%s", "/(/", "10.0.0.0/8", "\U0001f600", "1e999", True, 0, -1, 1.5)
    ),
    *(Value(KNOWN, data) for data in (10**30, 1e300, 5e-324)),
    Value(KNOWN, ()),
    Value(KNOWN, (Value(KNOWN, "a"), Value(UNKNOWN), Value(ABSENT), Value(KNOWN, 1))),
    Value(KNOWN, (Value(KNOWN, (Value(KNOWN, True),), open=True),)),
    Value(KNOWN, {}),
    Value(KNOWN, {"a": Value(KNOWN, 1), "b": Value(KNOWN, (Value(UNKNOWN),))}, open=True),
]


def test_half_characters_break_nothing() -> None:
    for name in NAMES:
        assert isinstance(called(name, standing("\ud800", 1)), Value)


@pytest.mark.parametrize("name", sorted(NAMES))
def test_nothing_breaks_a_function(name: str) -> None:
    for count in range(4):
        for arguments in product(ODD if count < 3 else ODD[::3], repeat=count):
            try:
                found = evaluate_call(name, list(arguments), SPAN, World.context)
            except (Failure, Undecided):
                continue
            assert isinstance(found, Value)
