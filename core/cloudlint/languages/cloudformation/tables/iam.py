"""IAM: policies of principals are written in them here, beside them there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ....resource import UNKNOWN, Resource, Value
from ..rows import Also, Name, Row, Table, elements, first_of, found

_HOLDERS = {
    "Roles": ("aws_iam_role_policy", "aws_iam_role_policy_attachment", "role"),
    "Users": ("aws_iam_user_policy", "aws_iam_user_policy_attachment", "user"),
    "Groups": ("aws_iam_group_policy", "aws_iam_group_policy_attachment", "group"),
}
_INLINE: dict[str, Name] = {"PolicyName": "name"}


def _holders(properties: Value) -> Iterator[tuple[str, Value]]:
    for name in _HOLDERS:
        for holder in elements(found(properties, name)):
            yield name, holder


def _kind_of_policy(properties: Value) -> str:
    """By the first principal that it is given to."""
    data = properties.data if isinstance(properties.data, Mapping) else {}
    return next((kinds[0] for name, kinds in _HOLDERS.items() if name in data), "aws_iam_role_policy")


def _further_policies(policy: Resource, properties: Value) -> Iterable[tuple[str, Mapping[str, Value]]]:
    """The same policy for every other principal."""
    document = policy.entry("policy")
    for name, holder in list(_holders(properties))[1:]:
        kind, _, attribute = _HOLDERS[name]
        yield kind, {attribute: holder, "policy": document}


def _attachments(policy: Resource, properties: Value) -> Iterable[tuple[str, Mapping[str, Value]]]:
    arn = Value(UNKNOWN, None, policy.span, refers=(policy,))
    for name, holder in _holders(properties):
        _, kind, attribute = _HOLDERS[name]
        yield kind, {attribute: holder, "policy_arn": arn}


TYPES: Table = {
    "AWS::IAM::Role": Row("aws_iam_role", {"RoleName": "name", "Policies": {"": "inline_policy", **_INLINE}}),
    "AWS::IAM::User": Row(
        "aws_iam_user",
        {"UserName": "name"},
        also=(
            Also("aws_iam_user_policy", "user", _INLINE, each="Policies"),
            Also("aws_iam_user_policy_attachment", "user", {"": "policy_arn"}, each="ManagedPolicyArns"),
            Also("aws_iam_user_login_profile", "user", {"LoginProfile": {"": ".", "password_length": None}}),
            Also("aws_iam_user_group_membership", "user", {"Groups": "groups"}),
        ),
    ),
    "AWS::IAM::Group": Row(
        "aws_iam_group",
        {"GroupName": "name"},
        also=(
            Also("aws_iam_group_policy", "group", _INLINE, each="Policies"),
            Also("aws_iam_group_policy_attachment", "group", {"": "policy_arn"}, each="ManagedPolicyArns"),
        ),
    ),
    "AWS::IAM::Policy": Row(
        _kind_of_policy,
        {"PolicyName": "name", "Roles": first_of("role"), "Users": first_of("user"), "Groups": first_of("group")},
        makes=_further_policies,
        kinds=("aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy"),
    ),
    "AWS::IAM::ManagedPolicy": Row(
        "aws_iam_policy",
        {"ManagedPolicyName": "name", "Roles": None, "Users": None, "Groups": None},
        makes=_attachments,
        kinds=tuple(kinds[1] for kinds in _HOLDERS.values()),
    ),
    "AWS::IAM::RolePolicy": Row("aws_iam_role_policy", {"PolicyName": "name", "RoleName": "role"}),
    "AWS::IAM::UserPolicy": Row("aws_iam_user_policy", {"PolicyName": "name", "UserName": "user"}),
    "AWS::IAM::GroupPolicy": Row("aws_iam_group_policy", {"PolicyName": "name", "GroupName": "group"}),
    "AWS::IAM::AccessKey": Row("aws_iam_access_key", {"UserName": "user"}),
    "AWS::IAM::InstanceProfile": Row(
        "aws_iam_instance_profile", {"InstanceProfileName": "name", "Roles": first_of("role")}
    ),
    "AWS::IAM::UserToGroupAddition": Row("aws_iam_group_membership", {"GroupName": "group"}),
    "AWS::IAM::OIDCProvider": Row("aws_iam_openid_connect_provider"),
}
