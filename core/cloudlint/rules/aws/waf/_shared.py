"""Access control lists of web application firewalls, version 2 and classic, and their rules."""

from __future__ import annotations

from cloudlint.rule import Resource, Value

CLASSIC = ("aws_waf_web_acl", "aws_wafregional_web_acl")
ACLS = ("aws_wafv2_web_acl", *CLASSIC)
GROUPS = ("aws_wafv2_rule_group", "aws_waf_rule_group", "aws_wafregional_rule_group")

KNOWN_BAD_INPUTS = "AWSManagedRulesKnownBadInputsRuleSet"


def rules_of(acl: Resource) -> tuple[Value, ...]:
    """The rule blocks of an ACL or a group."""
    return tuple(block for name in ("rule", "rules", "activated_rule") for block in acl.blocks(name))


def lacks_known_bad_inputs(acl: Resource) -> bool:
    """Surely no rule of an ACL of version 2 is the managed group that stops known bad inputs."""
    rules = acl["rule"]
    if rules.unknown or rules.open or not acl["rule_json"].absent:
        return False
    for group in acl.blocks("rule.statement.managed_rule_group_statement"):
        name = group["name"]
        if name.unknown or name.equals(KNOWN_BAD_INPUTS):
            return False
    # A group of your own may hold anything.
    return not acl.blocks("rule.statement.rule_group_reference_statement")
