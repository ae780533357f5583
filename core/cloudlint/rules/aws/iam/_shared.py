"""Identity policies, wherever they stand: what they grant, and to whom.

A statement is judged where it is written: a policy that takes its text from a `data.aws_iam_policy_document` holds
nothing of its own to judge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from cloudlint.patterns import pattern
from cloudlint.resource import Resource, Value
from cloudlint.vocabulary.deciding import both
from cloudlint.vocabulary.iam_policy import (
    Policy,
    Statement,
    document_of,
    every_resource,
    is_admin,
    literal,
    matches,
    policy_of,
)

DOCUMENT = "data.aws_iam_policy_document"

# kind -> where the text of its policy stands
_TEXTS = {
    "aws_iam_policy": "policy",
    "aws_iam_role_policy": "policy",
    "aws_iam_user_policy": "policy",
    "aws_iam_group_policy": "policy",
    "aws_iam_role": "inline_policy.policy",
    "aws_ssoadmin_permission_set_inline_policy": "inline_policy",
}
IDENTITY_POLICIES = (*_TEXTS, DOCUMENT)

# kind -> attribute of its inline policies, attribute of its attachments, list in `aws_iam_policy_attachment`
PRINCIPALS = {
    "aws_iam_user": ("aws_iam_user_policy", "aws_iam_user_policy_attachment", "user", "users"),
    "aws_iam_group": ("aws_iam_group_policy", "aws_iam_group_policy_attachment", "group", "groups"),
    "aws_iam_role": ("aws_iam_role_policy", "aws_iam_role_policy_attachment", "role", "roles"),
}


def policies(resource: Resource) -> Iterator[Policy]:
    """The policies of a resource, those included that it takes from elsewhere."""
    for text in _texts(resource):
        policy = policy_of(text)
        if policy is not None:
            yield policy


def _texts(resource: Resource) -> tuple[Value, ...]:
    return (document_of(resource),) if resource.kind == DOCUMENT else resource.each(_TEXTS[resource.kind])


def statements(resource: Resource) -> Iterator[Statement]:
    """The statements of identity policies that are written in this resource."""
    for policy in policies(resource):
        for statement in policy.statements:
            if not _is_elsewhere(statement) and not _is_of_a_resource(statement, resource):
                yield statement


def _is_of_a_resource(statement: Statement, resource: Resource) -> bool:
    """Is this a statement of a document for the policy of a bucket, key, role...? Those name principals."""
    if resource.kind != DOCUMENT or not (statement.principals or statement.not_principals):
        return False
    takers = (policy for kind in _TEXTS for policy in resource.graph.of(kind))
    return not any(resource is other for taker in takers for text in _texts(taker) for other in text.refers)


def unlimited(resource: Resource, matters: Callable[[Statement], object]) -> Iterator[Statement]:
    """The Allow statements that matter, for every resource and without condition, but not those of an administrator.

    What an administrator may do in addition is not worth another finding. For which resources a statement is decides
    nothing where it surely does not matter, and the other way round.
    """
    for statement in statements(resource):
        if both(partial(matters, statement), partial(_is_unlimited, statement)):
            yield statement


def _is_unlimited(statement: Statement) -> bool:
    return is_unlimited(statement) and is_admin(statement) is None


def granting(*actions: str) -> Callable[[Statement], bool]:
    """Does a statement grant one of these actions?"""
    return lambda statement: any(covering(statement, actions))


def is_unlimited(statement: Statement) -> bool:
    """Does a statement allow something on every resource, always?"""
    return statement.allows and not statement.conditions and every_resource(statement) is not None


def covering(statement: Statement, actions: Iterable[str]) -> Iterator[tuple[Value, str]]:
    """The elements of the Action list through which one of `actions` is granted, each with the first of them."""
    wanted = tuple(actions)
    for element in statement.actions:
        pattern = literal(element)
        granted = next((action for action in wanted if pattern is not None and matches(pattern, action)), None)
        if granted is not None:
            yield element, granted


# ------------------------------------------------------------------------- who holds a policy


def policies_of(principal: Resource) -> Iterator[Resource]:
    """The policies and documents that a user, group or role holds, as far as they are seen here."""
    inline, attachment, own, listed = PRINCIPALS[principal.kind]
    arns = [link["policy_arn"] for link in principal.linked(attachment, own)]
    arns += [
        shared["policy_arn"]
        for shared in principal.graph.of("aws_iam_policy_attachment")
        if any(names(member, principal) for member in shared[listed].items())
    ]
    managed = [policy for arn in arns for policy in arn.refers if policy.kind == "aws_iam_policy"]
    for policy in dict.fromkeys((*principal.linked(inline, own), *managed)):
        yield policy
        yield from (document for document in policy["policy"].refers if document.kind == DOCUMENT)


def holders(policy: Resource) -> Iterator[Resource]:
    """The users, groups and roles that hold a policy or document."""
    for kind in PRINCIPALS:
        for principal in policy.graph.of(kind):
            if any(policy is held for held in policies_of(principal)):
                yield principal


def names(member: Value, principal: Resource) -> bool:
    """Does an element of a list name this user, group or role?"""
    name = principal["name"]
    if any(principal is other for other in member.refers):
        return True
    return isinstance(name.data, str) and member.data == name.data


# ------------------------------------------------------------------------ what an action is like

# From the service authorization reference of AWS, for the services that are used most: actions without resource types,
# so that a statement about them must say `*`.
_WITHOUT_RESOURCES = pattern(
    r"(?ix) (?:"
    r"s3:(?:ListAllMyBuckets|(?:Get|Put)AccountPublicAccessBlock|ListAccessPoints|ListJobs|CreateJob)"
    r"|ec2:(?:Describe[a-z]+|Get(?:Ebs\w+|SerialConsoleAccessStatus|Default\w+)|(?:En|Dis)ableEbs\w+|Search\w+)"
    r"|(?:autoscaling|elasticloadbalancing|application-autoscaling|cloudwatch|health|cloudtrail):(?:Describe|List)[a-z*]+"
    r"|cloudwatch:(?:PutMetricData|GetMetric\w+|List[a-z*]+|Get\*)|cloudtrail:LookupEvents"
    r"|ecr:GetAuthorizationToken|ecr-public:GetAuthorizationToken|codeartifact:ListDomains"
    r"|sts:(?:GetCallerIdentity|GetSessionToken|DecodeAuthorizationMessage|GetServiceBearerToken)"
    r"|(?:tag|ce|cur|support|pricing|health|xray|ssmmessages|ec2messages|trustedadvisor|freetier|account):[a-z*]+"
    r"|iam:(?:List(?:Users|Roles|Groups|Policies|AccountAliases|InstanceProfiles|ServerCertificates|VirtualMFADevices)"
    r"|(?:Get|Update|Delete|Create)Account\w+|GetContextKeysForCustomPolicy|GetCredentialReport|GenerateCredentialReport)"
    r"|kms:(?:ListKeys|ListAliases|CreateKey|GenerateRandom|\w+CustomKeyStores?)"
    r"|ssm:(?:DescribeParameters|DescribeInstance\w+|ListCommands|ListDocuments|ListAssociations|GetInventory\w*)"
    r"|lambda:(?:ListFunctions|ListLayers|ListEventSourceMappings|CreateEventSourceMapping|GetAccountSettings)"
    r"|dynamodb:(?:ListTables|ListBackups|ListGlobalTables|ListStreams|DescribeLimits|DescribeEndpoints)"
    r"|sns:(?:ListTopics|ListSubscriptions|ListPlatformApplications|(?:Get|Set)SMSAttributes)|sqs:ListQueues"
    r"|secretsmanager:(?:ListSecrets|GetRandomPassword|BatchGetSecretValue)"
    r"|route53:(?:ListHostedZones\w*|GetHostedZoneCount|CreateHostedZone|ListHealthChecks|TestDNSAnswer)"
    r"|ecs:(?:CreateCluster|ListClusters|(?:List|Describe|Deregister)TaskDefinition\w*|DiscoverPollEndpoint)"
    r"|eks:(?:ListClusters|CreateCluster|DescribeAddonVersions)|logs:(?:DescribeQueries|DescribeDestinations|StopQuery)"
    r"|cloudformation:(?:ListStacks|ValidateTemplate|EstimateTemplateCost|DescribeAccountLimits|ListExports)"
    r"|organizations:(?:Describe|List)[a-z*]+|acm:(?:ListCertificates|RequestCertificate)|guardduty:ListDetectors"
    r"|(?:config|inspector2|access-analyzer|servicequotas|rds|redshift|elasticache|cloudfront):List[a-z]+"
    r")"
)
_READING = pattern(
    r"(?i)[^:]+:(?:Get|List|Describe|BatchGet|BatchDescribe|Search|Lookup|View|Head|Check|Scan|Query|Select|Test|Validate"
    r"|Estimate|Simulate|Download|Read|Receive|Preview|Discover|Filter|Is[A-Z]|Count|Fetch|PartiQLSelect|ConditionCheck).*"
)


def takes_resources(action: str) -> bool:
    """Could a statement about this action (or pattern of actions) name resources?"""
    return _WITHOUT_RESOURCES.fullmatch(action) is None


def writes(action: str) -> bool:
    """Does the action (or some action of the pattern) change something?"""
    return _READING.fullmatch(action) is None


# ------------------------------------------------------------------------- policies of AWS

# kind -> where the ARNs of policies stand
ATTACHING = {
    "aws_iam_role": "managed_policy_arns",
    "aws_iam_policy_attachment": "policy_arn",
    "aws_iam_role_policy_attachment": "policy_arn",
    "aws_iam_role_policy_attachments_exclusive": "policy_arns",
    "aws_iam_user_policy_attachment": "policy_arn",
    "aws_iam_user_policy_attachments_exclusive": "policy_arns",
    "aws_iam_group_policy_attachment": "policy_arn",
    "aws_iam_group_policy_attachments_exclusive": "policy_arns",
    "aws_ssoadmin_managed_policy_attachment": "managed_policy_arn",
}


def attached(resource: Resource, name: str) -> Iterator[Value]:
    """The values through which a resource (or `data.aws_iam_policy`) brings in the AWS managed policy `name`."""
    if resource.kind == "data.aws_iam_policy":
        found = resource["name"]
        if found.equals(name):
            yield found
        arns: tuple[Value, ...] = (resource["arn"],)
    else:
        listed = resource[ATTACHING[resource.kind]]
        arns = () if _is_own(listed) else listed.items()
    for arn in arns:
        if not _is_own(arn) and matches(f"arn:aws*:iam::aws:policy/{name}", arn.text or ""):
            yield arn


def _is_own(arn: Value) -> bool:
    """Surely that of a policy of the same project, which AWS does not manage."""
    return arn.given and bool(arn.refers) and all(policy.kind == "aws_iam_policy" for policy in arn.refers)


# ------------------------------------------------------------------------- trust policies


def written(document: Resource) -> Iterator[Statement]:
    """The statements of a policy document that stand in it, not in others that it builds on."""
    for policy in policies(document):
        yield from (statement for statement in policy.statements if not _is_elsewhere(statement))


def trusts(resource: Resource) -> Iterator[Statement]:
    """The statements on who may assume a role, written in the role or in a document."""
    if resource.kind == DOCUMENT:
        yield from (statement for statement in written(resource) if any(map(_assumes, statement.actions)))
        return
    policy = policy_of(resource["assume_role_policy"])
    if policy is not None:
        yield from (statement for statement in policy.statements if not _is_elsewhere(statement))


def whole_accounts(statement: Statement) -> Iterator[Value]:
    """The principals that are an account: its number, or the ARN of its root."""
    for principal in statement.principals:
        if principal.type == "AWS" and account_of(principal.value):
            yield principal.value


_ACCOUNT = pattern(r"(?:arn:aws[a-z-]*:iam::)?(\d{12})(?::root)?")


def account_of(principal: Value) -> str:
    """The number of the account that a principal is, empty where it is none."""
    found = _ACCOUNT.fullmatch(literal(principal) or "")
    return found[1] if found else ""


def _assumes(action: Value) -> bool:
    return str(action.data).lower().startswith("sts:assumerole")


def _is_elsewhere(statement: Statement) -> bool:
    return any(step.what.startswith(DOCUMENT) for step in statement.value.trail)


def demands_mfa(statement: Statement) -> bool:
    """Is there a condition on multi-factor authentication? `...IfExists` counts too."""
    tests = [
        test for test in statement.conditions if test.key.lower().startswith("aws:multifactorauth") or not test.key
    ]
    return any(value.flag is not False for test in tests for value in test.values)
