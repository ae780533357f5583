"""Templates as resources of the canonical vocabulary: shapes, companions, SAM, JSON, damage, recognition, edits."""

from __future__ import annotations

import json

import pytest

from cloudlint.languages import analyse_text, recognised
from cloudlint.languages.cloudformation.recognising import is_template
from cloudlint.workspace import Workspace
from tests.core.languages.cloudformation.templates import graph, resource
from tests.examples import fixed

BUCKET = """\
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Reports:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: reports
      Tags:
        - {Key: team, Value: sales}
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
      VersioningConfiguration:
        Status: Enabled
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault: {SSEAlgorithm: aws:kms}
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Reports
      PolicyDocument:
        Statement:
          - {Effect: Allow, Principal: "*", Action: "s3:GetObject", Resource: "*"}
"""


def test_a_bucket_becomes_a_bucket_and_companions() -> None:
    bucket = resource(BUCKET, "aws_s3_bucket")
    assert (bucket.label, bucket.address, bucket.framework) == ("Reports", "Reports", "cloudformation")
    assert bucket["tags"].known == {"team": "sales"}
    (block,) = bucket.linked("aws_s3_bucket_public_access_block", "bucket")
    assert block["block_public_acls"].flag is True
    assert block["block_public_policy"].absent
    assert block["block_public_policy"].name == "BlockPublicPolicy"
    (versioning,) = bucket.linked("aws_s3_bucket_versioning", "bucket")
    assert versioning["versioning_configuration.status"].known == "Enabled"
    (encryption,) = bucket.linked("aws_s3_bucket_server_side_encryption_configuration", "bucket")
    assert encryption["rule.apply_server_side_encryption_by_default.sse_algorithm"].known == "aws:kms"
    assert bucket.lacks("aws_s3_bucket_logging", "bucket")
    assert len(bucket.linked("aws_s3_bucket_policy", "bucket")) == 1


def test_a_resource_is_shown_at_its_logical_id() -> None:
    bucket = resource(BUCKET, "aws_s3_bucket")
    assert bucket.span is not None
    assert BUCKET[bucket.span.start : bucket.span.end] == "Reports"
    assert str(bucket) == "`Reports`"


def test_json_says_the_same() -> None:
    text = json.dumps(
        {"Resources": {"Reports": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": {"Fn::Sub": "a-b"}}}}}
    )
    bucket = resource(text, "aws_s3_bucket", "template.json")
    assert bucket["bucket"].known == "a-b"
    assert bucket.span is not None
    assert text[bucket.span.start : bucket.span.end] == "Reports"


def test_properties_that_cannot_be_known_are_not_absent() -> None:
    text = "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      Fn::Transform: {Name: AWS::Include}\n"
    assert resource(text, "aws_s3_bucket")["acl"].unknown


def test_a_companion_that_cannot_be_known_may_be_there() -> None:
    text = BUCKET.replace("        Status: Enabled\n", "        !If [C, {Status: Enabled}, !Ref AWS::NoValue]\n")
    (versioning,) = resource(text, "aws_s3_bucket").linked("aws_s3_bucket_versioning", "bucket")
    assert versioning["versioning_configuration.status"].unknown


def test_sam_becomes_what_it_is_transformed_to() -> None:
    text = """\
Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Tracing: Active
    Environment: {Variables: {A: "1"}}
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      Environment: {Variables: {B: "2"}}
      Policies: [AmazonS3FullAccess, {Statement: [{Effect: Allow, Action: "*", Resource: "*"}]}]
      FunctionUrlConfig: {AuthType: NONE}
  Api:
    Type: AWS::Serverless::Api
    Properties: {StageName: prod, TracingEnabled: true}
"""
    found = graph(text)
    (function,) = found.of("aws_lambda_function")
    assert function["tracing_config.mode"].known == "Active"
    assert function["environment.variables"].known == {"A": "1", "B": "2"}
    (role,) = found.of("aws_iam_role")
    assert role["managed_policy_arns"].known == ["arn:aws:iam::aws:policy/AmazonS3FullAccess"]
    assert len(role.blocks("inline_policy")) == 1
    (url,) = function.linked("aws_lambda_function_url", "function_name")
    assert url["authorization_type"].known == "NONE"
    (api,) = found.of("aws_api_gateway_rest_api")
    (stage,) = api.linked("aws_api_gateway_stage", "rest_api_id")
    assert stage["xray_tracing_enabled"].flag is True


EVENTS = """\
Transform: AWS::Serverless-2016-10-31
Globals:
  Api: {TracingEnabled: true}
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        List: {Type: Api, Properties: {Path: /, Method: get}}
        Put: {Type: Api, Properties: {Path: /, Method: put}}
        Named: {Type: Api, Properties: {Path: /, Method: get, RestApiId: !Ref Own}}
        Fast: {Type: HttpApi}
        Often: {Type: Schedule, Properties: {Schedule: rate(1 minute)}}
  Own:
    Type: AWS::Serverless::Api
    Properties: {StageName: live}
  Firewall:
    Type: AWS::WAFv2::WebACLAssociation
    Properties:
      ResourceArn: !Sub arn:aws:apigateway:::/restapis/${ServerlessRestApi}/stages/Prod
      WebACLArn: x
"""


def test_events_that_name_no_api_make_one() -> None:
    found = graph(EVENTS)
    assert [it.label for it in found.of("aws_api_gateway_rest_api")] == ["Own", "ServerlessRestApi"]
    assert [it.label for it in found.of("aws_apigatewayv2_api")] == ["ServerlessHttpApi"]
    assert [it.label for it in found.of("aws_apigatewayv2_stage")] == ["ServerlessHttpApi"]
    implicit = found.of("aws_api_gateway_rest_api")[1]
    (stage,) = implicit.linked("aws_api_gateway_stage", "rest_api_id")
    assert stage["stage_name"].text == "Prod"
    assert stage["xray_tracing_enabled"].flag is True
    assert implicit.span is not None
    assert EVENTS[implicit.span.start : implicit.span.end] == "List"
    (firewall,) = found.of("aws_wafv2_web_acl_association")
    assert firewall["resource_arn"].refers == (implicit,)


def test_an_api_of_events_has_no_place_where_a_fix_could_write() -> None:
    (_, implicit) = graph(EVENTS).of("aws_api_gateway_rest_api")
    assert implicit["endpoint_configuration"].set_all({"types": ["PRIVATE"]}) is None
    assert implicit.beside("aws_wafv2_web_acl_association", "x", {}) is None
    (stage,) = implicit.linked("aws_api_gateway_stage", "rest_api_id")
    assert stage["cache_cluster_enabled"].set(True) is None


@pytest.mark.parametrize(
    ("bucket", "policy"), [("Site", "SiteBucketPolicy"), ("SiteBucket", "SiteBucketPolicy"), ("S3", "S3BucketPolicy")]
)
@pytest.mark.parametrize("as_json", [False, True])
def test_a_companion_is_named_after_its_resource_and_refers_to_it(bucket: str, policy: str, as_json: bool) -> None:
    text = json.dumps({"Resources": {bucket: {"Type": "AWS::S3::Bucket"}}}, indent=2)
    if not as_json:
        text = f"Resources:\n  {bucket}:\n    Type: AWS::S3::Bucket\n"
    after = fixed(text, "cloudformation", "aws-s3-bucket-allows-insecure-transport")
    (made,) = graph(after).of("aws_s3_bucket_policy")
    assert made.label == policy
    assert [refers.label for refers in made["bucket"].refers] == [bucket]
    (statement,) = made["policy"]["Statement"].items()
    assert [[it.label for it in resource.refers] for resource in statement["Resource"].items()] == [[bucket], [bucket]]


def test_what_a_type_says_by_default_is_set_among_the_properties() -> None:
    text = "Resources:\n  Main:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: mysql\n"
    (database,) = graph(text).of("aws_db_instance")
    retention = database["backup_retention_period"]
    assert retention.equals(1)
    assert retention.span == database.span
    after = fixed(text, "cloudformation", "aws-rds-backup-retention-short")
    assert after == text + "      BackupRetentionPeriod: 7\n"


def test_a_second_factor_is_written_as_the_list_of_factors() -> None:
    text = "Resources:\n  Users:\n    Type: AWS::Cognito::UserPool\n    Properties:\n      UserPoolName: a\n"
    after = fixed(text, "cloudformation", "aws-cognito-user-pool-without-mfa")
    assert after == text + "      MfaConfiguration: OPTIONAL\n      EnabledMfas: [SOFTWARE_TOKEN_MFA]\n"


def test_a_half_typed_line_costs_its_entry() -> None:
    text = BUCKET.replace("      BucketName: reports\n", "      BucketNa\n")
    analysis = analyse_text(text, "cloudformation", "template.yaml")
    assert len(analysis.notices) == 1
    (bucket,) = analysis.graph.of("aws_s3_bucket")
    assert bucket["tags"].known == {"team": "sales"}
    assert bucket["bucket"].unknown
    assert len(analysis.graph.of("aws_s3_bucket_policy")) == 1


def test_every_beginning_of_a_template_is_read() -> None:
    for end in range(0, len(BUCKET), 7):
        analyse_text(BUCKET[:end], "cloudformation", "template.yaml")


def test_documents_of_one_file_are_templates_of_their_own() -> None:
    analysis = analyse_text(BUCKET + "---\n" + BUCKET, "cloudformation", "template.yaml")
    assert len(analysis.graphs) == 2


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("# all of it\n---\n  Resources:\n    A:\n      Type: AWS::S3::Bucket\n", True),
        ("resources:\n  Resources:\n    A:\n      Type: AWS::S3::Bucket\n", False),
        (BUCKET, True),
        ("Resources:\n  A:\n    Type: Custom::Thing\n", True),
        ("  AWSTemplateFormatVersion: x\n  Resources:\n    A:\n      Type: AWS::S3::Bucket\n", True),
        ('{"Resources": {"A": {"Type": "AWS::S3::Bucket"}}}', True),
        ("service: x\nresources:\n  Resources:\n    A:\n      Type: AWS::S3::Bucket\n", False),
        ('{"fragment": {"Resources": {"A": {"Type": "AWS::S3::Bucket"}}}}', False),
        ("{{- if .Values.x }}\nResources: 1\nType: AWS::S3::Bucket\n", False),
        ("apiVersion: v1\nkind: Pod\n", False),
        ('{"typeName": "AWS::S3::Bucket", "Resources": []}', False),
        ("", False),
    ],
)
def test_templates_are_known_by_what_stands_in_them(text: str, ours: bool) -> None:
    assert is_template(text) is ours


def test_the_name_of_a_file_does_not_matter() -> None:
    for name in ("a.yaml", "b.yml", "c.json", "d.template"):
        assert recognised(Workspace("/repo", {f"/repo/{name}": BUCKET}), f"/repo/{name}")


JSON = """\
{
  "Resources": {
    "Reports": {
      "Type": "AWS::S3::Bucket",
      "Properties": {
        "BucketName": "reports"
      }
    }
  }
}
"""


def test_fixes_are_written_in_json_too() -> None:
    result = fixed_json("aws-s3-bucket-unversioned")
    assert json.loads(result)["Resources"]["Reports"]["Properties"] == {
        "BucketName": "reports",
        "VersioningConfiguration": {"Status": "Enabled"},
    }


def fixed_json(rule: str) -> str:
    """JSON is YAML to the reader of examples, told apart by how it begins."""
    return fixed(JSON, "cloudformation", rule)


HEAD = "Resources:\n  B:\n    Type: AWS::S3::Bucket\n"
SECTION = "    Properties:\n"
WRITTEN = "      VersioningConfiguration:\n        Status: Enabled\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (HEAD, HEAD + SECTION + WRITTEN),
        (HEAD + SECTION, HEAD + SECTION + WRITTEN),
        (HEAD + SECTION + "      BucketName: x # b\n", HEAD + SECTION + "      BucketName: x # b\n" + WRITTEN),
        (HEAD + "    Properties: {}\n", HEAD + "    Properties: {VersioningConfiguration: {Status: Enabled}}\n"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_missing_property_is_written_where_it_belongs(before: str, after: str, line_end: str) -> None:
    result = fixed(before.replace("\n", line_end), "cloudformation", "aws-s3-bucket-unversioned")
    assert result == after.replace("\n", line_end)


def test_resources_that_a_loop_makes_go_by_the_key_that_is_written() -> None:
    text = """\
Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Tables:
    - Name
    - [Users, Orders]
    - Table${Name}:
        Type: AWS::DynamoDB::Table
"""
    tables = graph(text).of("aws_dynamodb_table")
    assert [table.address for table in tables] == ["TableUsers", "TableOrders"]
    assert {str(table) for table in tables} == {"`Table${Name}`"}


def test_people_are_told_what_they_wrote() -> None:
    text = "Resources:\n  Site:\n    Type: AWS::S3::Bucket\n    Properties:\n      AccessControl: PublicRead\n"
    acl = resource(text, "aws_s3_bucket")["acl"]
    assert (acl.known, acl.said) == ("public-read", "PublicRead")
    assert resource(BUCKET, "aws_s3_bucket")["bucket"].said == "reports"


def test_a_default_that_differs_holds_only_inside_of_a_block_that_is_there() -> None:
    text = (
        "Resources:\n  Search:\n    Type: AWS::OpenSearchService::Domain\n    Properties:\n      DomainName: search\n"
    )
    options = "      DomainEndpointOptions: {CustomEndpointEnabled: true}\n"
    assert resource(text, "aws_opensearch_domain")["domain_endpoint_options"].absent
    enforced = resource(text + options, "aws_opensearch_domain")["domain_endpoint_options.enforce_https"]
    assert (enforced.known, enforced.name) == (False, "EnforceHTTPS")


def test_domains_of_sam_are_companions() -> None:
    text = """\
Transform: AWS::Serverless-2016-10-31
Resources:
  Rest:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
      Domain: {DomainName: api.example.com, CertificateArn: arn, SecurityPolicy: TLS_1_0}
  Http:
    Type: AWS::Serverless::HttpApi
    Properties:
      Domain: {DomainName: www.example.com, CertificateArn: arn, SecurityPolicy: TLS_1_2}
"""
    assert resource(text, "aws_api_gateway_domain_name")["security_policy"].known == "TLS_1_0"
    domain = resource(text, "aws_apigatewayv2_domain_name")
    assert domain["domain_name_configuration.security_policy"].known == "TLS_1_2"
