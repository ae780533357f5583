"""What several rules about S3 need: companions and their bucket, policies, grants."""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.model import Reference
from cloudlint.resource import State
from cloudlint.rule import Finding, Resource, Rule, Value
from cloudlint.vocabulary.iam_policy import Policy, Statement, allows_action, literal, policy_of

ACCESS_BLOCK = "aws_s3_bucket_public_access_block"
ENCRYPTION = "aws_s3_bucket_server_side_encryption_configuration"

# Groups of grantees that S3 knows by address ("Access control list (ACL) overview", Amazon S3 User Guide).
EVERYONE = "http://acs.amazonaws.com/groups/global/AllUsers"
AUTHENTICATED = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"


def bucket_of(companion: Resource) -> Resource:
    """The bucket that a companion (ACL, policy, access block) is about; itself where the bucket is not seen here."""
    if companion.kind == "aws_s3_bucket":
        return companion
    named = companion.entry("bucket")
    for refers in named.refers:
        if refers.kind == "aws_s3_bucket":
            return refers
    if named.state is State.KNOWN:
        alike = [bucket for bucket in companion.graph.of("aws_s3_bucket") if bucket.entry("bucket").data == named.data]
        if len(alike) == 1:
            return alike[0]
    return companion


def reference_to(bucket: Resource, attribute: str = "id") -> Reference:
    """How a companion written beside the bucket refers to it."""
    return Reference(f"{bucket.kind}.{bucket.label}.{attribute}")


def has_companion(bucket: Resource, kind: str) -> bool:
    """Is there a companion of `kind` for the bucket, or may there be one? An unknown target is noted as a read."""
    if bucket.lacks(kind, "bucket"):
        return False
    if not bucket.linked(kind, "bucket"):
        for companion in bucket.graph.of(kind):
            companion["bucket"].unknown  # noqa: B018  noted as an unknown read
    return True


def statements(holder: Resource) -> Iterator[tuple[Policy, Statement]]:
    """The statements of the policy in `holder` (a bucket or its policy resource)."""
    policy = policy_of(holder["policy"])
    if policy is not None:
        for statement in policy.statements:
            yield policy, statement


def granted(statement: Statement, action: str) -> Value | None:
    """What allows an action of S3 (`PutObject`). Without its `s3:`, which S3 refuses, it shows what is meant."""
    found = allows_action(statement, f"s3:{action}")
    if found is None and statement.allows:
        found = next((element for element in statement.actions if literal(element) == action), None)
    return found


def grants(holder: Resource) -> Iterator[tuple[Value, Value, Value]]:
    """The grants of an ACL, in either notation: the block, the group's address, the permissions."""
    if holder.kind == "aws_s3_bucket":
        for grant in holder.blocks("grant"):
            yield grant, grant["uri"], grant["permissions"]
    else:
        for grant in holder.blocks("access_control_policy.grant"):
            yield grant, grant["grantee.uri"], grant["permission"]


def access_block_setting(rule: Rule, block: Resource, name: str, consequence: str) -> Iterator[Finding]:
    """A finding where a setting of a public access block is off; absent is off."""
    setting = block[name]
    if setting.equals(False) or setting.absent:
        bucket = bucket_of(block)
        message = f"`{setting.name}` is off, so that {bucket} {consequence}"
        yield rule.found(setting, message, fix=setting.set(True), about=bucket)
