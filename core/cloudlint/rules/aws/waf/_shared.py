"""Access control lists of web application firewalls, version 2 and classic, and their rules."""

from __future__ import annotations

from cloudlint.rule import Resource, Value

CLASSIC = ("aws_waf_web_acl", "aws_wafregional_web_acl")
ACLS = ("aws_wafv2_web_acl", *CLASSIC)
GROUPS = ("aws_wafv2_rule_group", "aws_waf_rule_group", "aws_wafregional_rule_group")

KNOWN_BAD_INPUTS = "AWSManagedRulesKnownBadInputsRuleSet"
LOG4J = "Log4JRCE"


def rules_of(acl: Resource) -> tuple[Value, ...]:
    """The rule blocks of an ACL or a group."""
    return tuple(block for name in ("rule", "rules", "activated_rule") for block in acl.blocks(name))


def lacks_known_bad_inputs(acl: Resource) -> bool:
    """Surely no rule of an ACL of version 2 stops known bad inputs with the managed group for them."""
    rules = acl["rule"]
    if rules.unknown or rules.open or not acl["rule_json"].absent:
        return False
    for rule in acl.blocks("rule"):
        for group in rule.blocks("statement.managed_rule_group_statement"):
            name = group["name"]
            if name.unknown or (name.equals(KNOWN_BAD_INPUTS) and not _only_counts(rule, group)):
                return False
    # A group of your own may hold anything.
    return not acl.blocks("rule.statement.rule_group_reference_statement")


def _only_counts(rule: Value, group: Value) -> bool:
    """Are requests that use Log4Shell counted and passed on?"""
    excluded = [block["name"] for block in group.blocks("excluded_rule")]  # until version 5 of the provider
    excluded += [
        block["name"]
        for block in group.blocks("rule_action_override")
        if block.blocks("action_to_use.count") or block.blocks("action_to_use.allow")
    ]
    return bool(rule.blocks("override_action.count")) or any((name.text or "").startswith(LOG4J) for name in excluded)
