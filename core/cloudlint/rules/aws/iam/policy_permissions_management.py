r"""IAM policy allows changing who may do what without any limit.

Actions such as `s3:PutBucketPolicy`, `kms:CreateGrant` or `iam:AttachRolePolicy` decide what others may do. On `*`
their holder can open any bucket, key, queue or function to the world, or to itself from another account.

## Bad
```terraform
data "aws_iam_policy_document" "deploy" {
  statement {
    actions   = ["s3:PutBucketPolicy", "s3:CreateBucket"]
    resources = ["*"]
  }
}
```
## Good
```terraform
data "aws_iam_policy_document" "deploy" {
  statement {
    actions   = ["s3:PutBucketPolicy", "s3:CreateBucket"]
    resources = ["arn:aws:s3:::example-deploy-*"]
  }
}
```
## Fix
Which resources are meant only the author knows.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule, Value
from cloudlint.vocabulary.iam_policy import Statement, literal

from ....patterns import pattern
from ._shared import IDENTITY_POLICIES, covering, unlimited

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:H/A:L",
    standards={
        "pci-dss-4.0": ("7.2.2",),
        "hipaa": ("164.308(a)(4)",),
        "nist-800-53": ("AC-6",),
        "soc-2": ("CC6.3",),
        "iso-27001": ("A.5.15",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV_AWS_109",
        "CKV_AWS_289",
    ),
)

# What the service authorization reference files under "Permissions management", for the services that are used most,
# as patterns that name nothing else.
PERMISSIONS = pattern(
    r"(?ix) (?:"
    r"iam:(?:(?:Add|Attach|Detach|Put|Remove)\w+|Update(?:AssumeRolePolicy|LoginProfile|AccessKey|OpenID\w+|SAML\w+)"
    r"|Create(?:AccessKey|Group|LoginProfile|OpenID\w+|Policy\w*|Role|SAML\w+|Service\w+|User)|PassRole"
    r"|Delete\w*(?:Policy\w*|Role|User|Group|Profile|Key|Boundary)|SetDefaultPolicyVersion|ChangePassword)"
    r"|kms:(?:CreateGrant|PutKeyPolicy|RetireGrant|RevokeGrant)"
    r"|s3:(?:(?:Put|Delete)\w*(?:Acl|Policy|PublicAccessBlock|AccessPoint\w*)|BypassGovernanceRetention|ObjectOwnerOverride\w*)"
    r"|sts:(?:AssumeRole\w*|SetSourceIdentity|TagSession)"
    r"|(?:sns|sqs|lambda):(?:Add|Remove)(?:LayerVersion)?Permission|sqs:SetQueueAttributes|sns:SetTopicAttributes"
    r"|lambda:(?:Put|Delete)FunctionPolicy|lambda:(?:Create|Update|Delete)FunctionUrlConfig"
    r"|ec2:(?:Create|Delete|Modify|Reset)(?:Vpc|Network|Snapshot|Image)\w*(?:Permissions?|Policy|Attribute)"
    r"|ec2:(?:Modify|Reset)(?:Snapshot|FpgaImage)Attribute|ec2:CreateNetworkInterfacePermission"
    r"|(?:ecr|ecr-public):(?:Set|Delete|Put)\w*Policy"
    r"|secretsmanager:(?:Put|Delete|Validate)ResourcePolicy|glacier:(?:Set|Delete|Abort|Complete|Initiate)VaultLock|glacier:SetVaultAccessPolicy"
    r"|(?:dynamodb|logs|glue|kinesis|backup|codeartifact|events|schemas|es|opensearch|redshift|ssm|acm-pca|elasticfilesystem)"
    r":(?:Put|Delete|Create|Update)\w*(?:ResourcePolic\w+|AccessPolicy|FileSystemPolicy|PermissionsPolicy|Permission)"
    r"|ssm:ModifyDocumentPermission|rds:(?:AuthorizeDBSecurityGroupIngress|ModifyDB(?:Cluster)?SnapshotAttribute)"
    r"|lakeformation:(?:Batch)?(?:Grant|Revoke)Permissions|ram:(?:Create|Associate|Update|Delete)\w+"
    r"|organizations:(?:Attach|Detach|Create|Delete|Update|Enable|Disable)Polic\w+"
    r"|sso:(?:Create|Delete|Put|Attach|Detach|Provision|Update)\w+|cloudformation:SetStackPolicy"
    r"|codebuild:(?:Put|Delete)ResourcePolicy|cognito-identity:(?:SetIdentityPoolRoles|CreateIdentityPool|UpdateIdentityPool)"
    r"|iot:(?:Attach|Detach|Create|Delete|Set)\w*Polic\w+"
    r")"
)
EXAMPLES = ("iam:PassRole", "s3:PutBucketPolicy", "kms:PutKeyPolicy", "sns:AddPermission", "sqs:AddPermission")


@rule.on(*IDENTITY_POLICIES)
def check(policy: Resource) -> Iterator[Finding]:
    for statement in unlimited(policy, _managing):
        for element, action in _managing(statement):
            yield rule.found(element, f"`{action}` on every resource is allowed by {policy}")


def _managing(statement: Statement) -> list[tuple[Value, str]]:
    """The actions that change who may do what, each with an example of what it covers."""
    wide = dict(covering(statement, EXAMPLES))
    texts = [(element, literal(element)) for element in statement.actions]
    found = [(it, text if text is not None and PERMISSIONS.fullmatch(text) else wide.get(it)) for it, text in texts]
    return [(element, action) for element, action in found if action is not None]
