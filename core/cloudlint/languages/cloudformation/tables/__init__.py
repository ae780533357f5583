"""The tables of the translation, one module for a family of services, imported when a template has a type of it."""

from __future__ import annotations

from importlib import import_module

from ..rows import Row, Table

# The service in a type's name (`S3` of `AWS::S3::Bucket`) -> the module with its table.
SERVICES = {
    "AccessAnalyzer": "security",
    "AmazonMQ": "messaging",
    "Amplify": "operations",
    "ApiGateway": "apis",
    "ApiGatewayV2": "apis",
    "AppFlow": "messaging",
    "AppSync": "apis",
    "ApplicationAutoScaling": "ec2",
    "Athena": "data",
    "AutoScaling": "ec2",
    "Backup": "backups",
    "Batch": "containers",
    "Bedrock": "operations",
    "Cassandra": "data",
    "CertificateManager": "security",
    "CloudFormation": "operations",
    "CloudFront": "cloudfront",
    "CloudTrail": "security",
    "CloudWatch": "operations",
    "CodeArtifact": "operations",
    "CodeBuild": "operations",
    "CodeCommit": "operations",
    "CodePipeline": "operations",
    "Cognito": "apis",
    "Config": "operations",
    "Connect": "messaging",
    "DAX": "data",
    "DLM": "backups",
    "DMS": "data",
    "DataSync": "messaging",
    "DirectoryService": "operations",
    "DocDB": "rds",
    "DynamoDB": "data",
    "EC2": "ec2",
    "ECR": "containers",
    "ECS": "containers",
    "EFS": "data",
    "EKS": "containers",
    "EMR": "data",
    "ElastiCache": "data",
    "ElasticBeanstalk": "operations",
    "ElasticLoadBalancing": "elb",
    "ElasticLoadBalancingV2": "elb",
    "Elasticsearch": "search",
    "Events": "messaging",
    "FMS": "operations",
    "FSx": "data",
    "GameLift": "operations",
    "GlobalAccelerator": "network",
    "Glue": "data",
    "GuardDuty": "security",
    "IAM": "iam",
    "IdentityStore": "security",
    "ImageBuilder": "images",
    "IoT": "operations",
    "KMS": "security",
    "Kendra": "search",
    "Kinesis": "data",
    "KinesisFirehose": "data",
    "KinesisVideo": "data",
    "Lambda": "awslambda",
    "Logs": "operations",
    "MSK": "data",
    "MWAA": "messaging",
    "MemoryDB": "data",
    "Neptune": "rds",
    "NetworkFirewall": "network",
    "OpenSearchService": "search",
    "Organizations": "operations",
    "QLDB": "data",
    "RDS": "rds",
    "Redshift": "data",
    "RedshiftServerless": "data",
    "Route53": "network",
    "S3": "s3",
    "SDB": "data",
    "SES": "messaging",
    "SNS": "messaging",
    "SQS": "messaging",
    "SSM": "security",
    "SSO": "security",
    "SageMaker": "operations",
    "Scheduler": "messaging",
    "SecretsManager": "security",
    "Serverless": "serverless",
    "Shield": "network",
    "StepFunctions": "awslambda",
    "Timestream": "data",
    "Transfer": "operations",
    "WAF": "network",
    "WAFRegional": "network",
    "WAFv2": "network",
    "WorkSpaces": "operations",
}


def row_of(native_type: str) -> Row | None:
    """How a native type is translated; None where it is not."""
    _, _, service = native_type.partition("::")
    module = SERVICES.get(service.partition("::")[0])
    return None if module is None else table(module).get(native_type)


def table(module: str) -> Table:
    """The table of one module."""
    found: Table = import_module(f"{__name__}.{module}").TYPES
    return found


def all_rows() -> dict[str, Row]:
    """Every row of every table; imports them all."""
    return {name: row for module in sorted(set(SERVICES.values())) for name, row in table(module).items()}


def kinds_of(row: Row) -> tuple[str, ...]:
    """The canonical kinds that a row may give."""
    own = (row.kind,) if isinstance(row.kind, str) else ()
    return tuple(kind for kind in (*own, *(also.kind for also in row.also), *row.kinds) if kind)


def type_for(kind: str) -> tuple[str, Row] | None:
    """The native type whose main resource is of a canonical kind; imports all tables."""
    return next(((name, row) for name, row in all_rows().items() if row.kind == kind), None)
