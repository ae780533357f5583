"""What several rules about OpenSearch (once Elasticsearch) need: the kinds, the logs, the statements of policies."""

from __future__ import annotations

from cloudlint.rule import Resource, Value
from cloudlint.vocabulary.iam_policy import Statement, policy_of

DOMAINS = ("aws_opensearch_domain", "aws_elasticsearch_domain")
POLICIES = (*DOMAINS, "aws_opensearch_domain_policy", "aws_elasticsearch_domain_policy")


def publishes(domain: Resource, kinds: frozenset[str] | None = None) -> bool | None:
    """Does the domain publish one of these logs, or any at all? None where that cannot be known; it is noted."""
    listed = domain["log_publishing_options"]
    doubtful = listed.open or listed.unknown
    for option in domain.blocks("log_publishing_options"):
        kind, enabled = option["log_type"], option["enabled"]
        if enabled.flag is False:
            continue
        if kinds is not None and kind.text is not None and kind.text not in kinds:
            continue
        if enabled.unknown or (kinds is not None and kind.unknown):
            doubtful = True
            continue
        return True
    return None if doubtful else False


def statements(holder: Resource) -> tuple[Statement, ...]:
    """The statements of the access policy of a domain, inline or in a resource of its own."""
    policy = policy_of(holder["access_policies"])
    return policy.statements if policy is not None else ()


def domain_of(holder: Resource) -> Resource:
    """The domain that a policy is about; the policy itself where the domain is not seen here."""
    if holder.kind in DOMAINS:
        return holder
    named: Value = holder["domain_name"]
    return next((refers for refers in named.refers if refers.kind in DOMAINS), holder)
