r"""API Gateway stage keeps no access log.

Without it nobody can say afterwards who called the API, from where and with what success, and an attack looks like a
busy day.

## Bad
```terraform
resource "aws_api_gateway_stage" "live" {
  rest_api_id   = var.api
  deployment_id = var.deployment
  stage_name    = "live"
}

variable "api" {
  type = string
}

variable "deployment" {
  type = string
}
```
## Good
```terraform
resource "aws_api_gateway_stage" "live" {
  rest_api_id   = var.api
  deployment_id = var.deployment
  stage_name    = "live"

  access_log_settings {
    destination_arn = var.log_group
    format          = "$context.requestId $context.identity.sourceIp $context.httpMethod $context.path $context.status"
  }
}

variable "log_group" {
  type = string
}

variable "api" {
  type = string
}

variable "deployment" {
  type = string
}
```
## Fix
where the log goes, and for how long, is for people to decide.
## See
https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    standards={
        "pci-dss-4.0": ("10.2.1",),
        "hipaa": ("164.312(b)",),
        "nist-800-53": (
            "AU-2",
            "AU-12",
        ),
        "soc-2": ("CC7.2",),
        "iso-27001": ("A.8.15",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.06",),
    },
    aliases=(
        "CKV_AWS_76",
        "CKV_AWS_95",
        "AWS-0001",
        "aws-apigateway-enable-access-logging",
        "AVD-AWS-0001",
        "AWS-0113",
        "aws-sam-enable-api-access-logging",
        "AVD-AWS-0113",
        "AWS-0116",
        "aws-sam-enable-http-api-access-logging",
        "AVD-AWS-0116",
        "80d45af4-4920-4236-a56e-b7ef419d1941",
        "06ec63e3-9f72-4fe2-a218-2eb9200b8db5",
        "625abc0e-f980-4ac9-a775-f7519ee34296",
        "0a994e04-c6dc-471d-817e-d37451d18a3b",
        "a4d32883-aac7-42e1-b403-9415af0f3846",
        "bf4b48b9-fc1f-4552-984a-4becdb5bf503",
        "1b6799eb-4a7a-4b04-9001-8cceb9999326",
        "AC_AWS_0442",
        "AWS.ApiGatewayV2Stage.Logging.0630",
        "AC_AWS_0012",
        "AWS.APIGateway.Logging.Medium.0572",
    ),
)


@rule.on("aws_api_gateway_stage", "aws_apigatewayv2_stage")
def check(stage: Resource) -> Iterator[Finding]:
    log = stage["access_log_settings"]
    if log.absent:
        yield rule.found(log, f"{stage} keeps no access log")


@rule.on("aws_api_gateway_deployment")
def check_deployment(deployment: Resource) -> Iterator[Finding]:
    """A deployment may make a stage on its own, which has no place for a log."""
    made = deployment["stage_name"]
    if not made.absent and deployment.lacks("aws_api_gateway_stage", "deployment_id"):
        yield rule.found(made, f"The stage that {deployment} makes keeps no access log")
