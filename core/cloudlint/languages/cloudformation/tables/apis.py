"""API Gateway, AppSync and Cognito."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ....resource import ABSENT, KNOWN, UNKNOWN, Resource, Value
from ..rows import Also, Name, Row, Shape, Table, elements, found, raw, text_of
from ..translating import translated

_LOGS: dict[str, Name] = {"AccessLogSetting": "access_log_settings", "TracingEnabled": "xray_tracing_enabled"}


def method_settings(stage: Resource, properties: Value) -> Iterable[tuple[str, Mapping[str, Value]]]:
    """The settings of a stage's methods, under the path that Terraform gives both of their names."""
    for listed in ("MethodSettings", "StageDescription.MethodSettings"):
        holder = found(properties, listed)
        for item in elements(holder) if isinstance(holder.data, tuple) else ():
            method, path = text_of(item, "HttpMethod"), text_of(item, "ResourcePath")
            known = method and path
            where = Value(KNOWN, f"{path.strip('/')}/{method}", item.span) if known else Value(UNKNOWN, None, item.span)
            stage_name = Value(UNKNOWN, None, item.span, refers=(stage,))
            yield (
                "aws_api_gateway_method_settings",
                {"stage_name": stage_name, "method_path": where, "settings": translated(item, {"HttpMethod": None})},
            )


def _routes(value: Value) -> Value:
    """A mapping from routes to their settings, as blocks that name the route."""
    if not isinstance(value.data, Mapping):
        return value
    items = []
    for route, settings in value.data.items():
        inner = translated(settings, {})
        if isinstance(inner.data, Mapping):
            key = Value(KNOWN, route, settings.span, name=route)
            items.append(inner.but(data={"route_key": key, **dict(inner.data)}, site=None))
    return value.but(data=tuple(items), site=None)


ROUTES = Shape("route_settings", _routes)


def _token_mfa(value: Value) -> Value:
    """The factors that are enabled, as the block that turns tokens on."""
    if not isinstance(value.data, tuple) or not any(item.data == "SOFTWARE_TOKEN_MFA" for item in value.data):
        return value.but(state=ABSENT, data=None, site=None) if value.state is KNOWN else value
    return value.but(data={"enabled": value.but(data=True, site=None, name="EnabledMfas")}, site=None)


TYPES: Table = {
    "AWS::ApiGateway::RestApi": Row(
        "aws_api_gateway_rest_api",
        {
            "Body": raw("body"),
            "BodyS3Location": None,
            "Parameters": raw("parameters"),
            "Policy": raw("policy"),
            "ApiKeySourceType": "api_key_source",
        },
    ),
    "AWS::ApiGateway::Stage": Row(
        "aws_api_gateway_stage",
        {**_LOGS, "Variables": raw("variables"), "CanarySetting": None, "MethodSettings": None},
        makes=method_settings,
        kinds=("aws_api_gateway_method_settings",),
    ),
    "AWS::ApiGateway::Deployment": Row(
        "aws_api_gateway_deployment",
        {"DeploymentCanarySettings": None},
        also=(
            Also(
                "aws_api_gateway_stage",
                "deployment_id",
                {
                    "StageDescription": {
                        "": ".",
                        **_LOGS,
                        "CanarySetting": None,
                        "Variables": raw("variables"),
                        "MethodSettings": None,
                    }
                },
            ),
        ),
        makes=method_settings,
        kinds=("aws_api_gateway_method_settings",),
    ),
    "AWS::ApiGateway::DomainName": Row("aws_api_gateway_domain_name"),
    "AWS::ApiGateway::Resource": Row("aws_api_gateway_resource"),
    "AWS::ApiGateway::Method": Row(
        "aws_api_gateway_method",
        {
            "AuthorizationType": "authorization",
            "Integration": None,
            "MethodResponses": None,
            "RequestModels": raw("request_models"),
            "RequestParameters": raw("request_parameters"),
        },
    ),
    "AWS::ApiGateway::Authorizer": Row("aws_api_gateway_authorizer"),
    "AWS::ApiGateway::ClientCertificate": Row("aws_api_gateway_client_certificate"),
    "AWS::ApiGateway::RequestValidator": Row("aws_api_gateway_request_validator"),
    "AWS::ApiGateway::UsagePlan": Row(
        "aws_api_gateway_usage_plan", {"ApiStages": {"": "api_stages", "Throttle": None}}
    ),
    "AWS::ApiGateway::ApiKey": Row("aws_api_gateway_api_key", {"StageKeys": None}),
    "AWS::ApiGatewayV2::Api": Row("aws_apigatewayv2_api", {"Body": raw("body"), "BodyS3Location": None}),
    "AWS::ApiGatewayV2::Stage": Row(
        "aws_apigatewayv2_stage",
        {
            "RouteSettings": ROUTES,
            "StageName": "name",
            "StageVariables": raw("stage_variables"),
            "AccessLogSettings": "access_log_settings",
        },
    ),
    "AWS::ApiGatewayV2::Route": Row(
        "aws_apigatewayv2_route", {"RequestModels": raw("request_models"), "RequestParameters": None}
    ),
    "AWS::ApiGatewayV2::Authorizer": Row("aws_apigatewayv2_authorizer"),
    "AWS::ApiGatewayV2::DomainName": Row(
        "aws_apigatewayv2_domain_name", {"DomainNameConfigurations": "domain_name_configuration"}
    ),
    "AWS::AppSync::GraphQLApi": Row(
        "aws_appsync_graphql_api",
        {
            "AdditionalAuthenticationProviders": "additional_authentication_provider",
            "EnvironmentVariables": None,
            "LogConfig": {"CloudWatchLogsRoleArn": "cloudwatch_logs_role_arn"},
        },
    ),
    "AWS::AppSync::ApiCache": Row("aws_appsync_api_cache"),
    "AWS::Cognito::UserPool": Row(
        "aws_cognito_user_pool",
        {
            "UserPoolName": "name",
            "email_mfa_configuration": None,
            "web_authn_configuration": None,
            "EnabledMfas": Shape("software_token_mfa_configuration", _token_mfa, lambda _: ["SOFTWARE_TOKEN_MFA"]),
            "Policies": {"": "."},
            "Schema": "schema",
            "SmsConfiguration": {"ExternalId": "external_id"},
            "UserPoolTags": raw("tags"),
        },
    ),
    "AWS::Cognito::IdentityPool": Row(
        "aws_cognito_identity_pool",
        {
            "CognitoEvents": None,
            "CognitoStreams": None,
            "PushSync": None,
            "IdentityPoolTags": None,
            "SupportedLoginProviders": raw("supported_login_providers"),
        },
    ),
}
