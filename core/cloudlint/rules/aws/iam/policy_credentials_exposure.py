r"""IAM policy allows fetching or making credentials without any limit.

Some actions return something to log in with: access keys, console passwords, sessions of roles, passwords of
databases. On `*` they turn one foothold into many, with credentials that stay valid after the hole is closed.

## Bad
```terraform
data "aws_iam_policy_document" "support" {
  statement {
    actions   = ["iam:CreateAccessKey", "iam:ListAccessKeys"]
    resources = ["*"]
  }
}
```
## Good
```terraform
data "aws_iam_policy_document" "support" {
  statement {
    actions   = ["iam:CreateAccessKey", "iam:ListAccessKeys"]
    resources = ["arn:aws:iam::*:user/&{aws:username}"]
  }
}
```
## Fix
Whose credentials are meant only the author knows.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

from ._shared import IDENTITY_POLICIES, covering, granting, unlimited

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N",
    standards={
        "pci-dss-4.0": (
            "8.3.2",
            "8.6.2",
        ),
        "hipaa": ("164.312(d)",),
        "nist-800-53": ("IA-5",),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
        "gdpr": ("32(1)(b)",),
        "nydfs-500": ("500.07",),
    },
    aliases=(
        "CKV_AWS_107",
        "CKV_AWS_287",
    ),
)

# Actions whose answer holds something to log in with. A token for a container registry opens nothing by itself.
CREDENTIALS = (
    "iam:CreateAccessKey",
    "iam:CreateLoginProfile",
    "iam:UpdateLoginProfile",
    "iam:CreateServiceSpecificCredential",
    "iam:ResetServiceSpecificCredential",
    "iam:UpdateAccessKey",
    "sts:AssumeRole",
    "sts:AssumeRoleWithSAML",
    "sts:AssumeRoleWithWebIdentity",
    "sts:GetFederationToken",
    "sts:GetSessionToken",
    "sso:GetRoleCredentials",
    "chime:CreateApiKey",
    "codepipeline:PollForJobs",
    "cognito-identity:GetOpenIdToken",
    "cognito-identity:GetOpenIdTokenForDeveloperIdentity",
    "cognito-identity:GetCredentialsForIdentity",
    "connect:GetFederationToken",
    "connect:GetFederationTokens",
    "gamelift:RequestUploadCredentials",
    "lightsail:GetInstanceAccessDetails",
    "lightsail:GetRelationalDatabaseMasterUserPassword",
    "rds-db:connect",
    "redshift:GetClusterCredentials",
    "mediapackage:RotateChannelCredentials",
    "mediapackage:RotateIngestEndpointCredentials",
)


@rule.on(*IDENTITY_POLICIES)
def check(policy: Resource) -> Iterator[Finding]:
    for statement in unlimited(policy, granting(*CREDENTIALS)):
        for element, action in covering(statement, CREDENTIALS):
            yield rule.found(element, f"Credentials from `{action}` on every resource are allowed by {policy}")
