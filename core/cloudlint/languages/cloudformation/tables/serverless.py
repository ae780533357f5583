"""SAM: each type as what it becomes when the template is transformed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ....resource import ABSENT, KNOWN, UNKNOWN, Resource, Value
from ..rows import Also, Name, Row, Table, elements, raw
from ..translating import translated
from .apis import ROUTES, method_settings
from .data import DYNAMODB

_MANAGED = "arn:aws:iam::aws:policy/"
_API_STAGE: dict[str, Name] = {
    "StageName": "stage_name",
    "AccessLogSetting": "access_log_settings",
    "CacheClusterEnabled": "cache_cluster_enabled",
    "CacheClusterSize": "cache_cluster_size",
    "TracingEnabled": "xray_tracing_enabled",
    "Variables": raw("variables"),
}
_HTTP_STAGE: dict[str, Name] = {
    "AccessLogSettings": "access_log_settings",
    "DefaultRouteSettings": "default_route_settings",
    "RouteSettings": ROUTES,
    "StageName": "name",
    "StageVariables": raw("stage_variables"),
}


def _role(maker: Resource, properties: Value) -> Iterable[tuple[str, Mapping[str, Value]]]:
    """The role that SAM makes where none is given, with the policies that are listed in the function."""
    data = properties.data if isinstance(properties.data, Mapping) else {}
    if "Role" in data and data["Role"].state is not ABSENT:
        return
    listed = data.get("Policies")
    inline, managed = [], []
    for item in elements(listed) if listed is not None else ():
        if isinstance(item.data, str):
            managed.append(item if item.data.startswith("arn:") else item.but(data=_MANAGED + item.data, site=None))
        elif isinstance(item.data, Mapping) and "Statement" in item.data:
            inline.append(Value(KNOWN, {"policy": item}, item.span, name="Policies"))
        elif item.state is UNKNOWN:
            managed.append(item)
    place = maker if listed is None else listed
    attributes = {
        "inline_policy": Value(KNOWN, tuple(inline), place.span, name="Policies"),
        "managed_policy_arns": Value(KNOWN, tuple(managed), place.span, name="Policies"),
    }
    if "AssumeRolePolicyDocument" in data:
        attributes["assume_role_policy"] = data["AssumeRolePolicyDocument"]
    yield "aws_iam_role", attributes


def _http_stage(api: Resource, properties: Value) -> Iterable[tuple[str, Mapping[str, Value]]]:
    """There is always a stage, whether it is described or not."""
    data = properties.data if isinstance(properties.data, Mapping) else {}
    part = properties.but(data={name: data[name] for name in _HTTP_STAGE if name in data})
    body = translated(part, _HTTP_STAGE)
    entries = dict(body.data) if isinstance(body.data, Mapping) else {}
    entries["api_id"] = Value(UNKNOWN, None, api.span, refers=(api,), name="api_id")
    yield "aws_apigatewayv2_stage", entries


_INVOKED: dict[str, Name] = {
    "": ".",
    "DestinationConfig": {"OnFailure": {"Type": None}, "OnSuccess": {"Type": None}},
}
_DOMAIN: dict[str, Name] = {
    "": ".",
    "EndpointConfiguration": None,
    "MutualTlsAuthentication": "mutual_tls_authentication",
    "Route53": None,
}
_HTTP_DOMAIN: dict[str, Name] = {
    "CertificateArn": "domain_name_configuration.certificate_arn",
    "SecurityPolicy": "domain_name_configuration.security_policy",
}
_AUTH: dict[str, Name] = {
    "LambdaAuthorizer": {
        "": "lambda_authorizer_config",
        "AuthorizerResultTtlInSeconds": "authorizer_result_ttl_in_seconds",
    },
    "OpenIDConnect": {"": "openid_connect_config", "AuthTTL": "auth_ttl", "IatTTL": "iat_ttl"},
    "UserPool": "user_pool_config",
}
_ROLE_NAMES: dict[str, Name] = {
    "Policies": None,
    "Events": None,
    "DeploymentPreference": None,
    "Tags": raw("tags"),
}

TYPES: Table = {
    "AWS::Serverless::Function": Row(
        "aws_lambda_function",
        {
            "SourceKMSKeyArn": "source_kms_key_arn",
            **_ROLE_NAMES,
            "AssumeRolePolicyDocument": None,
            "AutoPublishAlias": None,
            "CodeUri": None,
            "DeadLetterQueue": {"": "dead_letter_config", "Type": None},
            "Environment": {"Variables": raw("variables")},
            "EventInvokeConfig": None,
            "FileSystemConfigs": "file_system_config",
            "RuntimeManagementConfig": None,
            "Tracing": "tracing_config.mode",
        },
        also=(
            Also("aws_lambda_function_event_invoke_config", "function_name", {"EventInvokeConfig": _INVOKED}),
            Also(
                "aws_lambda_function_url",
                "function_name",
                {"FunctionUrlConfig": {"": ".", "AuthType": "authorization_type"}},
            ),
        ),
        makes=_role,
        kinds=("aws_iam_role",),
    ),
    "AWS::Serverless::Api": Row(
        "aws_api_gateway_rest_api",
        {
            **dict.fromkeys(_API_STAGE),
            "AccessLogSetting": None,
            "Auth": {"": ".", "ResourcePolicy": None, "UsagePlan": None, "Authorizers": None},
            "BinaryMediaTypes": "binary_media_types",
            "CanarySetting": None,
            "Cors": None,
            "DefinitionBody": raw("body"),
            "DefinitionUri": None,
            "Domain": None,
            "EndpointConfiguration": {"Type": "types", "VPCEndpointIds": "vpc_endpoint_ids"},
            "GatewayResponses": None,
            "MethodSettings": None,
            "Models": None,
            "Policy": raw("policy"),
            "Tags": raw("tags"),
        },
        also=(
            Also("aws_api_gateway_stage", "rest_api_id", _API_STAGE),
            Also("aws_api_gateway_domain_name", "", {"Domain": {**_DOMAIN, "AccessAssociation": None, "Policy": None}}),
        ),
        makes=method_settings,
        kinds=("aws_api_gateway_method_settings",),
    ),
    "AWS::Serverless::HttpApi": Row(
        "aws_apigatewayv2_api",
        {
            **dict.fromkeys(_HTTP_STAGE),
            "Auth": None,
            "DefinitionBody": raw("body"),
            "DefinitionUri": None,
            "Domain": None,
            "Tags": raw("tags"),
        },
        {"protocol_type": "HTTP"},
        also=(
            Also(
                "aws_apigatewayv2_domain_name",
                "",
                {"Domain": {**_DOMAIN, **_HTTP_DOMAIN}},
            ),
        ),
        makes=_http_stage,
        kinds=("aws_apigatewayv2_stage",),
    ),
    "AWS::Serverless::GraphQLApi": Row(
        "aws_appsync_graphql_api",
        {
            "ApiKeys": None,
            "Auth": {
                "": ".",
                "Type": "authentication_type",
                "Additional": {"": "additional_authentication_provider", "Type": "authentication_type", **_AUTH},
                **_AUTH,
            },
            "DataSources": None,
            "DomainName": None,
            "Functions": None,
            "Logging": {"": "log_config", "CloudWatchLogsRoleArn": "cloudwatch_logs_role_arn"},
            "Resolvers": None,
            "SchemaInline": "schema",
            "SchemaUri": None,
            "Tags": raw("tags"),
        },
        # What SAM writes where nothing is said.
        {
            "log_config": {
                "cloudwatch_logs_role_arn": UNKNOWN,
                "exclude_verbose_content": True,
                "field_log_level": "ALL",
            }
        },
        also=(Also("aws_appsync_api_cache", "api_id", {"Cache": {"": "."}}),),
    ),
    "AWS::Serverless::SimpleTable": Row(
        "aws_dynamodb_table",
        {
            "TableName": "name",
            "PointInTimeRecoverySpecification": DYNAMODB["PointInTimeRecoverySpecification"],
            "PrimaryKey": None,
            "SSESpecification": DYNAMODB["SSESpecification"],
            "Tags": raw("tags"),
        },
        {"billing_mode": "PAY_PER_REQUEST"},
    ),
    "AWS::Serverless::StateMachine": Row(
        "aws_sfn_state_machine",
        {
            **_ROLE_NAMES,
            "AutoPublishAlias": None,
            "Name": "name",
            "Role": "role_arn",
            "Definition": raw("definition"),
            "DefinitionSubstitutions": None,
            "DefinitionUri": None,
            "Logging": {
                "": "logging_configuration",
                "Destinations": {"": ".", "CloudWatchLogsLogGroup": {"": ".", "LogGroupArn": "log_destination"}},
            },
            "Tracing": "tracing_configuration",
        },
        makes=_role,
        kinds=("aws_iam_role",),
    ),
    "AWS::Serverless::LayerVersion": Row(
        "aws_lambda_layer_version", {"ContentUri": None, "RetentionPolicy": None, "LicenseInfo": "license_info"}
    ),
    "AWS::Serverless::Application": Row(
        "aws_cloudformation_stack",
        {
            "Location": "template_url",
            "NotificationARNs": "notification_arns",
            "Parameters": raw("parameters"),
            "Tags": raw("tags"),
        },
        {"policy_body": UNKNOWN, "policy_url": UNKNOWN},
    ),
}
