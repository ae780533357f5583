"""Where a number is expected stands something that only looks like one: no rule fails over it, nor any function."""

from __future__ import annotations

import pytest

from cloudlint.catalog import Catalog
from cloudlint.config import Settings
from cloudlint.notices import INTERNAL_ERROR
from cloudlint.running import run

ODD = {
    "more digits than Python reads": "9" * 5000,
    "a digit that is no decimal": "²",
    "another script's digit": "٣",
    "more than a float holds": "1e999",
    "a float that is none": "nan",
    "a fraction": "0.5",
    "negative": "-7",
    "with a sign between": "1_0",
    "empty": "",
}

# `@` stands for the number.
FILES = {
    "main.tf": """
resource "aws_security_group_rule" "a" {
  type        = "ingress"
  from_port   = "@"
  to_port     = "@"
  protocol    = "tcp"
  cidr_blocks = ["0.0.0.0/@", "@.0.0.0/0", "${var.office}/@"]
}
variable "office" {}
locals {
  made = [
    format("%@d", 1), try(regex("a{@}", "a"), 1), yamldecode("a: @"), jsondecode("{\\"a\\": @}"), tonumber("@"),
    cidrsubnet("10.0.0.0/@", 1, 1), cidrhost("10.0.0.0/8", "@"), parseint("@", 10), replace("abc", "/(b)/", "$@"),
    substr("abc", "@", "@"), range("@"), formatdate("@", "2026-01-01T00:00:00Z"), timeadd("2026-01-01T00:00:00Z", "@h"),
    element(["a"], "@"), pow("@", "@"), [1]["@"], csvdecode("a\\n@")[0].a,
  ]
}
resource "aws_s3_bucket_acl" "a" {
  for_each = { for at, made in local.made : at => made }
  acl      = each.value
}
resource "aws_elasticache_replication_group" "a" {
  engine         = "redis"
  engine_version = "@.@"
}
resource "aws_eks_cluster" "a" {
  version = "1.@"
}
resource "aws_db_instance" "a" {
  engine                  = "postgres"
  engine_version          = "@.1"
  backup_retention_period = "@"
  port                    = "@"
}
resource "aws_mq_broker" "a" {
  engine_type    = "RabbitMQ"
  engine_version = "@.@"
}
resource "aws_secretsmanager_secret_rotation" "a" {
  rotation_rules {
    schedule_expression = "rate(@ days)"
  }
}
resource "aws_ssoadmin_permission_set" "a" {
  session_duration = "PT@H"
}
resource "aws_cloudfront_distribution" "a" {
  viewer_certificate {
    minimum_protocol_version = "TLSv1.@"
  }
}
resource "aws_iam_policy" "a" {
  policy = "{\\"Version\\": @, \\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Action\\": \\"*\\"}]}"
}
""",
    "bare.tf": """
locals {
  a = @
  b = 1e@
}
resource "aws_s3_bucket_acl" "b" {
  acl = "${local.a}${local.b}"
}
""",
    "deployment.yaml": """
apiVersion: apps/v1
kind: Deployment
metadata: {name: a}
spec:
  replicas: @
  template:
    spec:
      securityContext: {runAsUser: @}
      containers:
      - name: a
        image: "a:@"
        command: ["kube-apiserver", "--request-timeout=@m", "--secure-port=@", "--audit-log-maxage=@"]
        ports: [{hostPort: 0x@, containerPort: 0o@}]
        resources: {limits: {cpu: "@", memory: "@Gi"}}
""",
    "compose.yaml": """
services:
  a:
    image: x:@
    ports: ["@:@", "127.0.0.1:@:@", "@-@:@"]
    restart: "on-failure:@"
    deploy: {restart_policy: {max_attempts: @}}
    pids_limit: @
""",
    "Dockerfile": """
FROM a:@
EXPOSE @ @/tcp @-@
USER @
RUN apt-get -q=@ install x && chmod @ x && useradd -u @ x
HEALTHCHECK --interval=@s CMD x
COPY --from=@ a b
""",
    "template.yaml": """
AWSTemplateFormatVersion: "2010-09-09"
Parameters: {P: {Type: Number, Default: @, MinValue: @}}
Resources:
  A:
    Type: AWS::EC2::SecurityGroup
    Properties:
      SecurityGroupIngress:
      - {IpProtocol: tcp, FromPort: "@", ToPort: !Ref P, CidrIp: "0.0.0.0/@"}
      - {IpProtocol: "@", FromPort: !Select ["@", [1]], ToPort: @, CidrIp: "@.0.0.0/0"}
      - {IpProtocol: tcp, CidrIp: !Select [0, !Cidr ["10.0.0.0/@", "@", "@"]]}
""",
    "template.json": """{
  "AWSTemplateFormatVersion": "2010-09-09",
  "Resources": {"A": {"Type": "AWS::EC2::SecurityGroup", "Properties": {"SecurityGroupIngress": [
    {"IpProtocol": "tcp", "FromPort": @, "ToPort": "@", "CidrIp": "0.0.0.0/0"}]}}}
}
""",
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
@pytest.mark.parametrize("name", FILES)
def test_no_rule_fails(name: str, odd: str) -> None:
    path = f"/repository/{name}"
    outcome = run([path], Settings(select=("all",)), overlay={path: FILES[name].replace("@", odd)}, catalog=Catalog())
    assert [it.message for it in outcome.findings if it.rule == INTERNAL_ERROR.id] == []
    assert outcome.findings or outcome.checks  # it was looked at
