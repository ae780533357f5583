"""What the conditions of IAM statements come to: who is really let in, over which transport, with which proof.

Sources: AWS IAM User Guide, "Condition operators" and "Global condition context keys"; "The meaning of public" in the
Amazon S3 User Guide.
"""

from __future__ import annotations

from ..patterns import pattern
from ..resource import Value
from .addresses import is_public
from .iam_policy import Condition, Policy, Statement, covering_action, literal, open_principals

# Keys that tie a request to an account, an organisation, a network or a secret, lower case.
_CALLER_KEYS = {
    "aws:sourcearn",
    "aws:sourceaccount",
    "aws:sourceowner",
    "aws:sourceorgid",
    "aws:sourceorgpaths",
    "aws:principalarn",
    "aws:principalaccount",
    "aws:principalorgid",
    "aws:principalorgpaths",
    "aws:principalservicename",
    "aws:userid",
    "aws:sourceip",
    "aws:vpcsourceip",
    "aws:sourcevpc",
    "aws:sourcevpce",
    "aws:sourcevpcarn",
    "aws:vpceaccount",
    "aws:vpceorgid",
    "aws:vpceorgpaths",
    "ec2:sourceinstancearn",
    "elasticfilesystem:accesspointarn",
    "kms:calleraccount",
    "lambda:sourcefunctionarn",
    "s3:dataaccesspointaccount",
    "s3:dataaccesspointarn",
    "sns:endpoint",
    "sts:externalid",
}
# Keys of yes or no that only requests from inside can answer with yes.
_INSIDE_FLAGS = {"aws:principalisawsservice", "aws:viaawsservice", "elasticfilesystem:accessedviamounttarget"}
_COMPARISONS = {
    "stringequals",
    "stringequalsignorecase",
    "stringlike",
    "arnequals",
    "arnlike",
    "ipaddress",
}
_ADDRESS_KEYS = {"aws:sourceip", "aws:vpcsourceip"}


def public_principals(statement: Statement) -> tuple[Value, ...]:
    """The principals that mean everyone in an Allow statement whose conditions do not narrow that down.

    Nothing where a condition that could narrow it down is unknown; that is noted as an unknown read.
    """
    found = open_principals(statement)
    return () if found and any(_may_narrow(condition) for condition in statement.conditions) else found


def narrowing_conditions(statement: Statement) -> tuple[Condition, ...]:
    """The conditions that really restrict who may call; those with unknown values count where the key does."""
    named = (condition for condition in statement.conditions if condition.operator and condition.key)
    return tuple(condition for condition in named if _may_narrow(condition))


def _may_narrow(condition: Condition) -> bool:
    if not condition.operator or not condition.key:
        condition.value.unknown  # noqa: B018  noted as an unknown read
        return True
    operator, key = condition.operator.lower(), condition.key.lower()
    if operator == "bool" and key in _INSIDE_FLAGS:
        return all(value.flag is not False for value in condition.values)
    if key not in _CALLER_KEYS or not _demands(operator, key):
        return False
    return all(_limited(key, value) for value in condition.values)


def _demands(operator: str, key: str) -> bool:
    """Must the key be there with one of the values? `...IfExists` and `ForAllValues:` hold where it is missing."""
    if operator.startswith("forallvalues:"):
        return False
    operator = operator.removeprefix("foranyvalue:")
    if operator.endswith("ifexists"):  # only the source address is part of every request
        return key in _ADDRESS_KEYS and operator.removesuffix("ifexists") in _COMPARISONS
    return operator in _COMPARISONS


_KIND = pattern(r"^[a-z-]*[:/]")
_OPEN = pattern(r"^(arn|o-|vpc-|vpce-)|[*?:/]|\baws\b")


def _limited(key: str, value: Value) -> bool:
    """Does the value leave somebody out? An unknown one is noted and held to do so."""
    text = literal(value)
    if text is None:
        return True
    if key in _ADDRESS_KEYS:
        return not is_public(value)
    parts = text.split(":", 5)
    if parts[0] == "arn":
        account, name = (*parts[4:], "*", "*")[:2]
        fixed_account = bool(account.strip("*?"))
        if key == "aws:principalarn":
            return fixed_account
        named = name if parts[2:3] == ["s3"] else _KIND.sub("", name)  # `function:*` names no function
        return fixed_account or bool(named.strip("*?:/"))
    return bool(_OPEN.sub("", text))


# ------------------------------------------------------------------- transport and proof


def denies_insecure_transport(policy: Policy, service: str = "s3") -> bool | None:
    """Does the policy refuse everyone every action of `service` without TLS? None where that cannot be known."""
    doubtful = not policy.complete
    for statement in policy.statements:
        if statement.effect.unknown:
            doubtful = True
        if not statement.denies or not _refuses_plain_http(statement):
            continue
        if covering_action(statement, f"{service}:*") is None:
            doubtful = doubtful or any(action.unknown for action in statement.actions)
            continue
        if _about_everyone(statement):
            return True
        doubtful = doubtful or any(principal.value.unknown for principal in statement.principals)
    return None if doubtful else False


def _refuses_plain_http(statement: Statement) -> bool:
    """The one condition is that the transport is not secure."""
    tests = [condition for condition in statement.conditions if condition.key.lower() == "aws:securetransport"]
    if len(tests) != 1 or len(statement.conditions) != 1:
        return False
    test = tests[0]
    refused = bool(test.values) and all(value.flag is False for value in test.values)
    return refused and test.operator.lower() in ("bool", "boolifexists")


def _about_everyone(statement: Statement) -> bool:
    """A Deny for everyone: `*`, or everyone of AWS."""
    return any(principal.type in ("AWS", "*") and literal(principal.value) == "*" for principal in statement.principals)


def requires_mfa(statement: Statement) -> bool:
    """Does an Allow statement hold only with multi-factor authentication? An unknown condition is noted and counts."""
    for condition in statement.conditions:
        if not condition.key:
            condition.value.unknown  # noqa: B018  noted as an unknown read
            return True
        key, operator = condition.key.lower(), condition.operator.lower()
        if key == "aws:multifactorauthpresent" and operator == "bool":
            return all(value.flag is not False for value in condition.values)
        if key == "aws:multifactorauthage" and operator.startswith("numericlessthan") and "ifexists" not in operator:
            return True
    return False
