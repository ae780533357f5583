"""Logs, alarms, configuration, builds and stacks."""

from __future__ import annotations

from ....resource import UNKNOWN
from ..rows import Also, Name, Row, Table, raw, tags

_REGIONS: dict[str, Name] = {"AllAwsRegions": "all_regions", "AwsRegions": "regions"}
_AMPLIFY: dict[str, Name] = {
    "BasicAuthConfig": {"": ".", "Password": "basic_auth_credentials", "Username": None},
    "EnvironmentVariables": tags("environment_variables", "Name"),
}

TYPES: Table = {
    "AWS::Logs::LogGroup": Row(
        "aws_cloudwatch_log_group",
        {"LogGroupName": "name", "DataProtectionPolicy": None, "ResourcePolicyDocument": None},
    ),
    "AWS::Logs::Destination": Row(
        "aws_cloudwatch_log_destination",
        {"DestinationName": "name"},
        also=(
            Also("aws_cloudwatch_log_destination_policy", "destination_name", {"DestinationPolicy": "access_policy"}),
        ),
    ),
    "AWS::Logs::Delivery": Row("aws_cloudwatch_log_delivery"),
    "AWS::Logs::DeliverySource": Row("aws_cloudwatch_log_delivery_source", {"DeliverySourceConfiguration": None}),
    "AWS::Logs::MetricFilter": Row(
        "aws_cloudwatch_log_metric_filter",
        {
            "FilterName": "name",
            "FilterPattern": "pattern",
            "MetricTransformations": {
                "": "metric_transformation",
                "Dimensions": tags("dimensions"),
                "MetricName": "name",
                "MetricNamespace": "namespace",
                "MetricValue": "value",
            },
        },
    ),
    "AWS::CloudWatch::Alarm": Row(
        "aws_cloudwatch_metric_alarm",
        {
            "Dimensions": tags("dimensions", "Name"),
            "Metrics": "metric_query",
            "OKActions": "ok_actions",
            "EvaluationCriteria": None,
            "EvaluationWindow": None,
        },
    ),
    "AWS::Config::ConfigRule": Row(
        "aws_config_config_rule",
        {
            "ConfigRuleName": "name",
            "InputParameters": raw("input_parameters"),
            "Source": {"SourceDetails": "source_detail"},
        },
    ),
    "AWS::Config::ConfigurationAggregator": Row(
        "aws_config_configuration_aggregator",
        {
            "ConfigurationAggregatorName": "name",
            "AccountAggregationSources": {"": "account_aggregation_source", **_REGIONS},
            "OrganizationAggregationSource": _REGIONS,
        },
    ),
    "AWS::Config::ConfigurationRecorder": Row(
        "aws_config_configuration_recorder",
        {
            "RoleARN": "role_arn",
        },
    ),
    "AWS::Config::DeliveryChannel": Row(
        "aws_config_delivery_channel",
        {
            "SnsTopicARN": "sns_topic_arn",
        },
    ),
    "AWS::CodeBuild::Project": Row(
        "aws_codebuild_project",
        {
            "Environment": {"EnvironmentVariables": "environment_variable"},
            "LogsConfig": {"CloudWatchLogs": "cloudwatch_logs", "S3Logs": "s3_logs"},
        },
    ),
    "AWS::CodePipeline::Pipeline": Row(
        "aws_codepipeline",
        {
            "Stages": {
                "": "stage",
                "Actions": {"": "action", "Configuration": raw("configuration")},
            },
            "ArtifactStores": {"": "artifact_store", "ArtifactStore": {"": "."}},
            "Triggers": None,
        },
    ),
    "AWS::CodeCommit::Repository": Row("aws_codecommit_repository", {"Code": None, "Triggers": None}),
    "AWS::CodeArtifact::Domain": Row(
        "aws_codeartifact_domain", {"DomainName": "domain", "PermissionsPolicyDocument": None}
    ),
    "AWS::CloudFormation::Stack": Row(
        "aws_cloudformation_stack",
        {
            "TemplateURL": "template_url",
            "template_body": None,
            "NotificationARNs": "notification_arns",
            "Parameters": raw("parameters"),
        },
        {"policy_body": UNKNOWN, "policy_url": UNKNOWN},
    ),
    "AWS::CloudFormation::StackSet": Row(
        "aws_cloudformation_stack_set",
        {
            "AdministrationRoleARN": "administration_role_arn",
            "TemplateURL": "template_url",
            "StackSetName": "name",
            "Parameters": tags("parameters", "ParameterKey", "ParameterValue"),
        },
    ),
    "AWS::ElasticBeanstalk::Environment": Row(
        "aws_elastic_beanstalk_environment",
        {
            "CNAMEPrefix": "cname_prefix",
            "EnvironmentName": "name",
            "ApplicationName": "application",
            "OptionSettings": {"": "setting", "OptionName": "name", "ResourceName": "resource"},
        },
    ),
    "AWS::Organizations::Organization": Row("aws_organizations_organization"),
    "AWS::Amplify::App": Row("aws_amplify_app", {**_AMPLIFY, "AutoBranchCreationConfig": _AMPLIFY}),
    "AWS::Amplify::Branch": Row("aws_amplify_branch", _AMPLIFY),
    "AWS::FMS::Policy": Row("aws_fms_policy", {"PolicyName": "name", "SecurityServicePolicyData": None}),
    "AWS::GameLift::Fleet": Row(
        "aws_gamelift_fleet",
        {
            "EC2InstanceType": "ec2_instance_type",
            "EC2InboundPermissions": "ec2_inbound_permission",
            "InstanceRoleARN": "instance_role_arn",
        },
    ),
    "AWS::IoT::Policy": Row("aws_iot_policy", {"PolicyName": "name"}),
    "AWS::Bedrock::Agent": Row(
        "aws_bedrockagent_agent",
        {
            "IdleSessionTTLInSeconds": "idle_session_ttl_in_seconds",
            "ActionGroups": None,
            "TestAliasTags": None,
            "PromptOverrideConfiguration": None,
        },
    ),
    "AWS::WorkSpaces::Workspace": Row("aws_workspaces_workspace"),
    "AWS::DirectoryService::MicrosoftAD": Row("aws_directory_service_directory", {}, {"type": "MicrosoftAD"}),
    "AWS::DirectoryService::SimpleAD": Row("aws_directory_service_directory", {}, {"type": "SimpleAD"}),
    "AWS::Transfer::Server": Row("aws_transfer_server"),
    "AWS::SageMaker::DataQualityJobDefinition": Row(
        "aws_sagemaker_data_quality_job_definition",
        {"DataQualityAppSpecification": {"Environment": raw("environment")}},
    ),
    "AWS::SageMaker::Domain": Row("aws_sagemaker_domain"),
    "AWS::SageMaker::EndpointConfig": Row("aws_sagemaker_endpoint_configuration", {"KmsKeyId": "kms_key_arn"}),
    "AWS::SageMaker::Model": Row(
        "aws_sagemaker_model",
        {
            "Containers": {"": "container", "Environment": raw("environment")},
            "PrimaryContainer": {"Environment": raw("environment")},
        },
    ),
    "AWS::SageMaker::NotebookInstance": Row("aws_sagemaker_notebook_instance"),
}
