"""IAM policies: one model for all notations, and the questions that rules ask."""

from __future__ import annotations

import json

import pytest

from cloudlint.resource import KNOWN, UNKNOWN, Observing, Value
from cloudlint.vocabulary.iam_conditions import (
    denies_insecure_transport,
    narrowing_conditions,
    public_principals,
    requires_mfa,
)
from cloudlint.vocabulary.iam_document import document_of
from cloudlint.vocabulary.iam_policy import (
    Policy,
    Statement,
    allows_action,
    every_resource,
    is_admin,
    matches,
    open_principals,
    policy_of,
    service_principals,
    wildcard_actions,
)
from tests.core.vocabulary.plain_values import PATH, UNSURE, built, opened, resource, template


def policy(*statements: object) -> Policy:
    found = policy_of(built({"Statement": list(statements)}, "policy"))
    assert found is not None
    return found


def statement(effect: object = "Allow", **elements: object) -> Statement:
    return policy({"Effect": effect, **elements}).statements[0]


ADMIN = {"Effect": "Allow", "Action": "*", "Resource": "*"}


@pytest.mark.parametrize(
    "value",
    [
        built({"Statement": ADMIN}),
        built({"Statement": [ADMIN]}),
        built([{"Statement": [ADMIN]}]),
        built(json.dumps({"Statement": [ADMIN]})),
        Value(UNKNOWN, None, None, encoded=built({"Statement": [ADMIN]})),
        document_of(resource("data.aws_iam_policy_document", statement=[{"actions": ["*"], "resources": ["*"]}])),
    ],
)
def test_every_notation_gives_the_same_statement(value: Value) -> None:
    found = policy_of(value)
    assert found is not None
    assert found.complete
    (only,) = found.statements
    assert is_admin(only) is only.actions[0]


@pytest.mark.parametrize("value", [built(None), built("no policy"), built(UNSURE), built(3)])
def test_no_policy(value: Value) -> None:
    assert policy_of(value) is None


def test_unknown_statements_make_a_policy_incomplete_and_are_noted() -> None:
    for statements in (built([ADMIN, UNSURE]), opened(built([ADMIN]))):
        with Observing() as reads:
            found = policy_of(built({"Statement": statements}))
        assert found is not None
        assert (len(found.statements), found.complete, len(reads) > 0) == (1, False, True)


@pytest.mark.parametrize(
    ("pattern", "text", "wanted"),
    [
        ("*", "iam:PassRole", True),
        ("iam:*", "iam:PassRole", True),
        ("IAM:pass*", "iam:PassRole", True),
        ("iam:PassRol?", "iam:PassRole", True),
        ("iam:Get*", "iam:PassRole", False),
        ("iam.*", "iam:PassRole", False),
        ("s3:*", "s3:*", True),
        ("s3:Get*", "s3:*", False),
    ],
)
def test_matches(pattern: str, text: str, wanted: bool) -> None:
    assert matches(pattern, text) is wanted


@pytest.mark.parametrize(
    ("elements", "wanted"),
    [
        ({"Action": ["s3:Get*", "iam:Pass*"]}, "iam:Pass*"),
        ({"Action": "s3:*"}, None),
        ({"Action": [UNSURE, "*"]}, "*"),
        ({"NotAction": "s3:*"}, "s3:*"),
        ({"NotAction": ["iam:*", "s3:*"]}, None),
        ({"NotAction": [UNSURE]}, None),
        ({"Action": "*", "effect": "Deny"}, None),
        ({"Action": "*", "effect": UNSURE}, None),
    ],
)
def test_allows_action(elements: dict[str, object], wanted: str | None) -> None:
    found = allows_action(statement(**elements), "iam:PassRole")
    assert (found.known if found else None) == wanted


def test_wildcard_actions() -> None:
    one = statement(Action=["s3:*", "s3:Get*", "*", "kms:*", "*:*"])
    assert [action.known for action in wildcard_actions(one)] == ["s3:*", "*", "kms:*", "*:*"]
    assert [action.known for action in wildcard_actions(one, "s3")] == ["s3:*", "*", "*:*"]


@pytest.mark.parametrize(
    ("resources", "found", "noted"),
    [
        ("*", True, False),
        ("arn:aws:s3:::b/*", False, False),
        ("arn:*:*:*:*:*", True, False),
        (UNSURE, False, True),
        (template(UNSURE, "/*"), False, True),
        (template(UNSURE, "-logs/*"), False, False),
        (Value(UNKNOWN, refers=(resource("aws_s3_bucket"),)), False, False),
    ],
)
def test_every_resource_and_when_unknown_counts(resources: object, found: bool, noted: bool) -> None:
    one = statement(Action="*", Resource=[resources])
    with Observing() as reads:
        assert (every_resource(one) is not None) is found
    assert bool(reads) is noted


EVERYONE = [
    ("*", True),
    ({"AWS": "*"}, True),
    ({"AWS": ["123456789012", "*"]}, True),
    ({"*": ["*"]}, True),
    ({"AWS": "arn:aws:iam::*:root"}, True),
    ({"AWS": "arn:aws:iam::123456789012:root"}, False),
    ({"AWS": "arn:aws:iam::123456789012:*"}, False),
    ({"Service": "*.amazonaws.com"}, False),
    ({"Federated": "cognito-identity.amazonaws.com"}, False),
    ({"AWS": UNSURE}, False),
    (UNSURE, False),
]


@pytest.mark.parametrize(("principal", "wanted"), EVERYONE)
def test_open_principals(principal: object, wanted: bool) -> None:
    assert bool(open_principals(statement(Principal=principal))) is wanted
    assert not open_principals(statement("Deny", Principal=principal))


def test_principals_of_other_kinds() -> None:
    one = statement(Principal={"Service": ["ec2.amazonaws.com", "lambda.amazonaws.com"], "AWS": "1"})
    assert [value.known for value in service_principals(one)] == ["ec2.amazonaws.com", "lambda.amazonaws.com"]
    assert open_principals(statement(NotPrincipal={"AWS": "1"})), "everyone else"


NARROWING = [
    # condition, does it leave somebody out?
    ({"StringEquals": {"aws:SourceAccount": "123456789012"}}, True),
    ({"StringEquals": {"AWS:PrincipalOrgID": ["o-abc123"]}}, True),
    ({"StringLike": {"aws:PrincipalOrgID": "o-*"}}, False),
    ({"StringEquals": {"aws:PrincipalOrgID": UNSURE}}, True),
    ({"StringEquals": {"aws:SourceAccount": ["123456789012", "*"]}}, False),
    ({"ArnLike": {"aws:SourceArn": "arn:aws:sns:us-east-1:123456789012:*"}}, True),
    ({"ArnLike": {"aws:SourceArn": "arn:aws:s3:::bucket/*"}}, True),
    ({"ArnLike": {"aws:SourceArn": "arn:aws:s3:*:*:*"}}, False),
    ({"ArnLike": {"aws:SourceArn": "arn:aws:lambda:*:*:function:*"}}, False),
    ({"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/admin"}}, False),
    ({"IpAddress": {"aws:SourceIp": ["203.0.113.0/24"]}}, True),
    ({"IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "0.0.0.0/0"]}}, False),
    ({"IpAddressIfExists": {"aws:SourceIp": ["203.0.113.0/24"]}}, True),
    ({"NotIpAddress": {"aws:SourceIp": ["203.0.113.0/24"]}}, False),
    ({"StringNotEquals": {"aws:SourceVpce": "vpce-1a2b"}}, False),
    ({"StringEquals": {"aws:SourceVpce": "vpce-1a2b"}}, True),
    ({"StringEqualsIfExists": {"aws:SourceVpce": "vpce-1a2b"}}, False),
    ({"ForAllValues:StringEquals": {"aws:PrincipalOrgID": "o-abc123"}}, False),
    ({"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "o-abc123/*"}}, True),
    ({"Bool": {"aws:SecureTransport": "true"}}, False),
    ({"Bool": {"elasticfilesystem:AccessedViaMountTarget": "true"}}, True),
    ({"StringEquals": {"s3:x-amz-acl": "bucket-owner-full-control"}}, False),
    ({"StringEquals": {"sts:ExternalId": "f1e2"}}, True),
    ({"Bool": {"aws:SecureTransport": "true"}, "StringEquals": {"kms:CallerAccount": "123456789012"}}, True),
]


@pytest.mark.parametrize(("condition", "wanted"), NARROWING)
def test_narrowing_conditions(condition: object, wanted: bool) -> None:
    one = statement(Principal="*", Condition=condition)
    assert bool(narrowing_conditions(one)) is wanted
    assert bool(public_principals(one)) is not wanted


@pytest.mark.parametrize("condition", [UNSURE, {"StringEquals": UNSURE}, opened(built({}))])
def test_an_unknown_condition_is_neither_good_nor_bad(condition: object) -> None:
    one = statement(Principal="*", Condition=condition)
    with Observing() as reads:
        assert (public_principals(one), narrowing_conditions(one)) == ((), ())
    assert reads


PLAIN_HTTP = {"Bool": {"aws:SecureTransport": "false"}}
TLS = {"Bool": {"aws:SecureTransport": True}}
TRANSPORT = [
    ({"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": PLAIN_HTTP}, True),
    ({"Effect": "Deny", "Principal": {"AWS": ["*"]}, "Action": ["*"], "Condition": PLAIN_HTTP}, True),
    ({"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Condition": PLAIN_HTTP}, False),
    ({"Effect": "Deny", "Principal": {"AWS": "1"}, "Action": "s3:*", "Condition": PLAIN_HTTP}, False),
    ({"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Condition": PLAIN_HTTP}, False),
    (
        {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Condition": {"Bool": {"aws:SecureTransport": True}}},
        False,
    ),
    ({"Effect": "Deny", "Principal": UNSURE, "Action": "s3:*", "Condition": PLAIN_HTTP}, None),
    ({"Effect": UNSURE, "Principal": "*", "Action": "s3:*", "Condition": PLAIN_HTTP}, None),
    (UNSURE, None),
]


@pytest.mark.parametrize(("one", "wanted"), TRANSPORT)
def test_denies_insecure_transport(one: object, wanted: bool | None) -> None:
    assert denies_insecure_transport(policy(ADMIN, one)) is wanted


def test_requires_mfa() -> None:
    assert requires_mfa(statement(Condition={"Bool": {"aws:MultiFactorAuthPresent": "true"}}))
    assert requires_mfa(statement(Condition={"NumericLessThan": {"aws:MultiFactorAuthAge": "3600"}}))
    assert not requires_mfa(statement(Condition={"BoolIfExists": {"aws:MultiFactorAuthPresent": "true"}}))
    assert not requires_mfa(statement())


# ------------------------------------------------------------------------ data.aws_iam_policy_document


def document(**attributes: object) -> Value:
    return document_of(resource("data.aws_iam_policy_document", **attributes))


def test_a_document_has_the_shape_of_its_json() -> None:
    found = document(
        statement=[
            {
                "sid": "a",
                "effect": "Deny",
                "not_actions": ["s3:*"],
                "not_resources": ["arn:aws:s3:::b/&{aws:username}"],
                "principals": [
                    {"type": "AWS", "identifiers": ["1"]},
                    {"type": "Service", "identifiers": ["s"]},
                    {"type": "AWS", "identifiers": ["2"]},
                ],
                "condition": [
                    {"test": "StringEquals", "variable": "k", "values": ["v"]},
                    {"test": "StringEquals", "variable": "l", "values": ["w"]},
                    {"test": "Bool", "variable": "m", "values": ["true"]},
                ],
            }
        ]
    )
    assert found.known == {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Sid": "a",
                "Effect": "Deny",
                "NotAction": ["s3:*"],
                "NotResource": ["arn:aws:s3:::b/${aws:username}"],
                "Principal": {"AWS": ["1", "2"], "Service": ["s"]},
                "Condition": {"StringEquals": {"k": ["v"], "l": ["w"]}, "Bool": {"m": ["true"]}},
            }
        ],
    }


def test_the_elements_of_a_document_are_the_values_of_its_blocks() -> None:
    star = built("*")
    (only,) = (policy_of(document(statement=[{"actions": [star]}])) or policy()).statements
    assert only.actions[0].span == star.span
    assert only.effect.known == "Allow"


def test_documents_build_on_others() -> None:
    base = json.dumps({"Statement": [{"Sid": "a", "Effect": "Allow", "Action": "a:1"}, {"Effect": "Allow"}]})
    over = json.dumps({"Statement": {"Sid": "b", "Effect": "Deny", "Action": "b:2"}})
    found = document(
        source_policy_documents=[base],
        override_policy_documents=[over],
        statement=[{"sid": "b", "actions": ["b:1"]}, {"sid": "c", "actions": ["c:1"]}],
    )
    assert [(item["Sid"].known, item["Effect"].known) for item in found["Statement"].items()] == [
        ("a", "Allow"),
        (None, "Allow"),
        ("b", "Deny"),
        ("c", "Allow"),
    ]


@pytest.mark.parametrize(
    "attributes",
    [
        {"source_policy_documents": [UNSURE]},
        {"override_policy_documents": UNSURE},
        {"source_json": UNSURE},
        {"source_json": "no json"},
        {"statement": UNSURE},
        {"statement": opened(built([]))},
    ],
)
def test_unknown_documents_leave_the_statements_open(attributes: dict[str, object]) -> None:
    assert document(**attributes)["Statement"].open


def test_unknown_blocks_leave_their_element_open() -> None:
    found = document(statement=[{"principals": opened(built([])), "condition": [{"test": UNSURE, "variable": "k"}]}])
    only = found["Statement"].items()[0]
    assert only["Principal"].open
    assert only["Condition"].open


def test_a_reference_to_a_document_is_shown_at_the_reference() -> None:
    from cloudlint.model import Span
    from cloudlint.resource import Step

    data = resource("data.aws_iam_policy_document", statement=[{"actions": ["*"], "resources": ["*"]}])
    assert data.span is not None
    used = Value(
        KNOWN, "{}", Span(PATH, 5, 9), trail=(Step(data.span, "data"),), encoded=document_of(data), name="policy"
    )
    user = resource("aws_iam_policy", policy=used)
    found = policy_of(user["policy"])
    assert found is not None
    action = is_admin(found.statements[0])
    assert action is not None
    assert action.owner is user
    assert action.place == Span(PATH, 5, 9)
    star = data["statement"].items()[0]["actions"].items()[0]
    assert star.span in [step.span for step in action.trail]
