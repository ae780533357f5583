"""Every intrinsic function: what is known, what is not, and what a value was made from."""

from __future__ import annotations

import pytest

from cloudlint.resource import ABSENT, KNOWN, UNKNOWN
from tests.core.languages.cloudformation.templates import graph, resource, worth

REST = """\
Parameters:
  Given: {Type: String}
  Name: {Type: String, Default: orders}
  Port: {Type: Number, Default: 22}
  Names: {Type: CommaDelimitedList, Default: "a, b"}
  Stored: {Type: "AWS::SSM::Parameter::Value<String>", Default: /path}
Mappings:
  Sizes:
    dev: {name: small, same: x}
    prod: {name: large, same: x}
Conditions:
  Holds: !Equals [!Ref Name, orders]
  Fails: !Not [!Condition Holds]
  Maybe: !Equals [!Ref Given, x]
  Both: !And [!Condition Holds, !Condition Maybe]
  Never: !And [!Condition Fails, !Condition Maybe]
  Either: !Or [!Condition Holds, !Condition Maybe]
  Round: !Condition Round
"""

KNOWN_VALUES = [
    ("plain", "plain"),
    ("!Ref Name", "orders"),
    ("{Ref: Name}", "orders"),
    ("!Ref Port", 22),
    ("!Sub '${Name}-x'", "orders-x"),
    ("!Sub ['${A}-${Name}', {A: !Ref Port}]", "22-orders"),
    ("{'Fn::Sub': 'a${!Name}'}", "a${Name}"),
    ("!Join ['-', [a, !Ref Name, 3]]", "a-orders-3"),
    ("!Select [1, !Split [',', 'x,y']]", "y"),
    ("!Select [1, !Ref Names]", "b"),
    ("!FindInMap [Sizes, dev, name]", "small"),
    ("!FindInMap [Sizes, !Ref Given, same]", "x"),
    ("!FindInMap [Sizes, test, name, {DefaultValue: none}]", "none"),
    ("!If [Holds, a, b]", "a"),
    ("!If [Fails, a, b]", "b"),
    ("!If [Never, a, b]", "b"),
    ("!If [Either, a, b]", "a"),
    ("!If [Maybe, a, a]", "a"),
    ("!Base64 text", "text"),
    ("!Length [a, b]", 2),
    ("!Sub 'arn:${AWS::Partition}:iam::aws:policy/x'", "arn:aws:iam::aws:policy/x"),
]


@pytest.mark.parametrize(("expression", "value"), KNOWN_VALUES)
def test_what_is_known(expression: str, value: object) -> None:
    assert worth(expression, REST).known == value


@pytest.mark.parametrize(
    "expression",
    [
        "!Ref Given",
        "!Ref Stored",
        "!Ref AWS::Region",
        "!Sub '${AWS::AccountId}-x'",
        "!ImportValue x",
        "!If [Maybe, a, b]",
        "!If [Both, a, b]",
        "!If [Round, a, b]",
        "!FindInMap [Sizes, !Ref Given, name]",
        "!GetAZs ''",
        "!Cidr [10.0.0.0/8, 2, 8]",
        "!Transform {Name: AWS::Include}",
        "'{{resolve:ssm:/path}}'",
        "'x-{{resolve:secretsmanager:s}}'",
        "!Ref Other",
        "!GetAtt Other.Arn",
        "!NewFunction x",
        "!Select [7, [a]]",
        "!Sub",
        "!Join a",
    ],
)
def test_what_is_not(expression: str) -> None:
    value = worth(expression, REST)
    assert value.state is UNKNOWN
    assert value.known is None


@pytest.mark.parametrize(
    "expression",
    [
        "!Ref Other",
        "!GetAtt Other.Arn",
        "{'Fn::GetAtt': [Other, Arn]}",
        "!Sub '${Other}-x'",
        "!Sub '${Other.Arn}'",
        "!Join ['', [a, !Ref Other]]",
        "!If [Maybe, !Ref Other, b]",
        "!Base64 {Ref: Other}",
    ],
)
def test_a_value_refers_to_what_it_was_made_from(expression: str) -> None:
    assert [target.label for target in worth(expression, REST).refers] == ["Other"]


def test_a_name_that_means_nothing_is_no_resource() -> None:
    (nothing,) = worth("!Ref Nowhere", REST).refers
    assert nothing.kind == ""


def test_no_value_is_absent() -> None:
    assert worth("!Ref AWS::NoValue", REST).state is ABSENT
    assert worth("!If [Holds, !Ref 'AWS::NoValue', x]", REST).state is ABSENT


def test_a_default_is_named_as_where_a_value_comes_from() -> None:
    value = worth("!Ref Name", REST)
    assert [step.what for step in value.trail] == ["parameter `Name`"]


def test_pieces_of_a_text_keep_their_places() -> None:
    text = "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: !Sub 'a-${AWS::Region}-b'\n"
    pieces = resource(text, "aws_sqs_queue")["name"].pieces
    assert [text[piece.span.start : piece.span.end] for piece in pieces if piece.span] == ["a-", "${AWS::Region}", "-b"]


def test_what_both_sides_of_an_unknown_choice_have_in_common_is_known() -> None:
    choice = "!If [Maybe, {QueueName: a, DelaySeconds: 1}, {QueueName: a, DelaySeconds: 2}]"
    text = REST + f"Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties: {choice}\n"
    queue = resource(text, "aws_sqs_queue")
    assert queue["name"].known == "a"
    assert queue["delay_seconds"].unknown


LOOP = """\
Transform: AWS::LanguageExtensions
Parameters:
  Names: {{Type: CommaDelimitedList{default}}}
Resources:
  Fn::ForEach::Queues:
    - Name
    - !Ref Names
    - Queue${{Name}}:
        Type: AWS::SQS::Queue
        Properties:
          QueueName: !Sub "q-${{Name}}"
"""


def test_loops_are_unrolled() -> None:
    found = graph(LOOP.format(default=", Default: 'A,B'")).of("aws_sqs_queue")
    assert [(it.address, it["name"].known) for it in found] == [("QueueA", "q-A"), ("QueueB", "q-B")]


def test_a_loop_over_something_unknown_gives_one() -> None:
    (queue,) = graph(LOOP.format(default="")).of("aws_sqs_queue")
    assert queue["name"].unknown


@pytest.mark.parametrize(("condition", "count"), [("Holds", 1), ("Fails", 0), ("Maybe", 1), ("Missing", 1)])
def test_a_resource_whose_condition_surely_fails_is_none(condition: str, count: int) -> None:
    text = REST + f"Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Condition: {condition}\n"
    assert len(graph(text).of("aws_sqs_queue")) == count


def test_functions_deep_in_each_other_end() -> None:
    expression = "x"
    for _ in range(90):
        expression = f"{{'Fn::Base64': {expression}}}"
    assert worth(expression, REST).state in (KNOWN, UNKNOWN)


@pytest.mark.parametrize(
    ("text", "refers"), [("Other", ["Other"]), ("Other.Arn", ["Other"]), ("Other-x", []), ("x", [])]
)
def test_a_logical_id_without_its_function_refers_all_the_same(text: str, refers: list[str]) -> None:
    value = worth(text, REST)
    assert value.known == text
    assert [target.label for target in value.refers] == refers
