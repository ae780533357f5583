r"""IAM policy lets its holder give itself more rights.

Some actions are as good as being an administrator: attaching policies, making keys for other users, or handing a
powerful role to a function whose code one writes oneself. Who holds them on every resource has no limits that last.

## Bad
```terraform
resource "aws_iam_user" "ci" {
  name = "ci"
}

resource "aws_iam_user_policy" "ci" {
  name = "ci"
  user = aws_iam_user.ci.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iam:PassRole", "ec2:RunInstances"]
      Resource = "*"
    }]
  })
}
```
## Good
```terraform
resource "aws_iam_user" "ci" {
  name = "ci"
}

resource "aws_iam_user_policy" "ci" {
  name = "ci"
  user = aws_iam_user.ci.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["iam:PassRole"]
        Resource = "arn:aws:iam::111122223333:role/web-server"
      },
      {
        Effect   = "Allow"
        Action   = ["ec2:RunInstances"]
        Resource = "*"
      },
    ]
  })
}
```
## Fix
Which roles, users or groups the actions are meant for only the author knows.
## See
https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import HIGH, Finding, Resource, Rule, Value
from cloudlint.vocabulary.iam_policy import Statement

from ._shared import IDENTITY_POLICIES, PRINCIPALS, covering, holders, policies_of, unlimited

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H",
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
        "CKV_AWS_110",
        "CKV_AWS_286",
        "8f3c16b3-354d-45db-8ad5-5066778a9485",
        "970ed7a2-0aca-4425-acf1-0453c9ecbca1",
        "70b42736-efee-4bce-80d5-50358ed94990",
        "3dd96caa-0b5f-4a85-b929-acfac4646cc2",
        "db78d14b-10e5-4e6e-84b1-dace6327b1ec",
        "846646e3-2af1-428c-ac5d-271eccfa6faf",
        "04c686f1-e0cd-4812-88e1-4e038410074c",
        "ec49cbfd-fae4-45f3-81b1-860526d66e3f",
        "9b0ffadc-a61f-4c2a-b1e6-68fab60f6267",
        "15e6ad8c-f420-49a6-bafb-074f5eb1ec74",
        "7d544dad-8a6c-431c-84c1-5f07fe9afc0e",
        "034d0aee-620f-4bf7-b7fb-efdf661fdb9e",
        "e77c89f6-9c85-49ea-b95b-5f960fe5be92",
        "c0c1e744-0f37-445e-924a-1846f0839f69",
        "60263b4a-6801-4587-911d-919c37ed733b",
        "7782d4b3-e23e-432b-9742-d9528432e771",
        "78f1ec6f-5659-41ea-bd48-d0a142dce4f2",
        "ad296c0d-8131-4d6b-b030-1b0e73a99ad3",
        "571254d8-aa6a-432e-9725-535d3ef04d69",
        "eda48c88-2b7d-4e34-b6ca-04c0194aee17",
        "b8a31292-509d-4b61-bc40-13b167db7e9c",
        "f906113d-cdc0-415a-ba60-609cc6daaf4d",
        "f465fff1-0a0f-457d-aa4d-1bddb6f204ff",
        "7c96920c-6fd0-449d-9a52-0aa431b6beaf",
        "5b4d4aee-ac94-4810-9611-833636e5916d",
        "9a205ba3-0dd1-42eb-8d54-2ffec836b51a",
        "ee49557d-750c-4cc1-aa95-94ab36cbefde",
        "be2aa235-bd93-4b68-978a-1cc65d49082f",
        "30b88745-eebe-4ecb-a3a9-5cf886e96204",
        "0a592060-8166-49f5-8e65-99ac6dce9871",
        "fa62ac4f-f5b9-45b9-97c1-625c8b6253ca",
        "d6047119-a0b2-4b59-a4f2-127a36fb685b",
        "eb64f1e9-f67d-4e35-8a3c-3d6a2f9efea7",
        "8f75840d-9ee7-42f3-b203-b40e3979eb12",
        "118281d0-6471-422e-a7c5-051bc667926e",
        "f1173d8c-3264-4148-9fdb-61181e031b51",
        "35ccf766-0e4d-41ed-9ec4-2dab155082b4",
        "c583f0f9-7dfd-476b-a056-f47c62b47b46",
        "9b877bd8-94b4-4c10-a060-8e0436cc09fa",
        "bf9d42c7-c2f9-4dfe-942c-c8cc8249a081",
        "6d23d87e-1c5b-4308-b224-92624300f29b",
        "e227091e-2228-4b40-b046-fc13650d8e88",
        "70cb518c-d990-46f6-bc05-44a5041493d6",
        "113208f2-a886-4526-9ecc-f3218600e12c",
        "0fd7d920-4711-46bd-aff2-d307d82cd8b7",
        "1743f5f1-0bb0-4934-acef-c80baa5dadfa",
        "19ffbe31-9d72-4379-9768-431195eae328",
        "89561b03-cb35-44a9-a7e9-8356e71606f4",
        "94fbe150-27e3-4eba-9ca6-af32865e4503",
        "8055dec2-efb8-4fe6-8837-d9bed6ff202a",
        "8bfbf7ab-d5e8-4100-8618-798956e101e0",
        "eeb4d37a-3c59-4789-a00c-1509bc3af1e5",
        "0c10d7da-85c4-4d62-b2a8-d6c104f1bd77",
        "43a41523-386a-4cb1-becb-42af6b414433",
        "33627268-1445-4385-988a-318fd9d1a512",
        "6deb34e2-5d9c-499a-801b-ea6d9eda894f",
        "b69247e5-7e73-464e-ba74-ec9b715c6e12",
        "AC_AWS_0473",
    ),
)

# Ways to more rights: all actions of one line together, on any resource.
WAYS = tuple(
    tuple(way.split(" + "))
    for way in (
        "iam:CreatePolicyVersion",
        "iam:SetDefaultPolicyVersion",
        "iam:CreateAccessKey",
        "iam:CreateLoginProfile",
        "iam:UpdateLoginProfile",
        "iam:AttachUserPolicy",
        "iam:AttachGroupPolicy",
        "iam:AttachRolePolicy",
        "iam:PutUserPolicy",
        "iam:PutGroupPolicy",
        "iam:PutRolePolicy",
        "iam:AddUserToGroup",
        "iam:UpdateAssumeRolePolicy + sts:AssumeRole",
        "iam:PassRole + ec2:RunInstances",
        "iam:PassRole + lambda:CreateFunction + lambda:InvokeFunction",
        "iam:PassRole + lambda:CreateFunction + lambda:AddPermission",
        "iam:PassRole + lambda:CreateFunction + lambda:CreateEventSourceMapping",
        "iam:PassRole + glue:CreateDevEndpoint",
        "iam:PassRole + cloudformation:CreateStack",
        "iam:PassRole + datapipeline:CreatePipeline + datapipeline:PutPipelineDefinition",
        "iam:PassRole + codestar:CreateProject",
        "iam:PassRole + ecs:RegisterTaskDefinition + ecs:RunTask",
        "iam:PassRole + sagemaker:CreateNotebookInstance",
        "glue:UpdateDevEndpoint",
        "lambda:UpdateFunctionCode",
        "codestar:CreateProjectFromTemplate",
        "codestar:CreateProject + codestar:AssociateTeamMember",
        "sagemaker:CreatePresignedNotebookInstanceUrl",
    )
)
Grants = dict[str, Value]


@rule.on(*IDENTITY_POLICIES)
def alone(policy: Resource) -> Iterator[Finding]:
    grants: Grants = {}
    for statement in unlimited(policy, _grants):
        grants.update(_grants(statement))
    way = _way(grants)
    if way:
        yield _finding(grants, way, policy, next(holders(policy), policy))


@rule.on(*PRINCIPALS)
def together(principal: Resource) -> Iterator[Finding]:
    """What no policy allows alone, but all policies of one user, group or role together."""
    grants: Grants = {}
    for policy in policies_of(principal):
        own: Grants = {}
        for statement in unlimited(policy, _grants):
            own.update(_grants(statement))
        if _way(own):
            return
        grants.update(own)
    way = _way(grants)
    if way:
        yield _finding(grants, way, principal, principal)


def _finding(grants: Grants, way: tuple[str, ...], subject: Resource, holder: Resource) -> Finding:
    first, *others = (grants[action] for action in way)
    named = " with ".join(f"`{action}`" for action in way)
    message = f"{subject} allows {named} on every resource, which is a way to more rights"
    related = [(other, "together with this action") for other in others if other.span != first.span]
    return rule.found(first, message, about=holder, related=related)


def _grants(statement: Statement) -> Grants:
    """The actions of the ways that a statement allows, each with the element that does."""
    actions = {action for way in WAYS for action in way}
    return {action: element for action in sorted(actions) for element, _ in covering(statement, (action,))}


def _way(grants: Grants) -> tuple[str, ...]:
    return next((way for way in WAYS if all(action in grants for action in way)), ())
