"""Lambda functions, who may call them, and Step Functions."""

from __future__ import annotations

from ..rows import Row, Table, raw

TYPES: Table = {
    "AWS::Lambda::Function": Row(
        "aws_lambda_function",
        {
            "Code": {
                "": ".",
                "ZipFile": None,
                "S3Bucket": "s3_bucket",
                "S3Key": "s3_key",
                "S3ObjectVersion": "s3_object_version",
            },
            "Environment": {"Variables": raw("variables")},
            "FileSystemConfigs": "file_system_config",
        },
    ),
    "AWS::Lambda::Permission": Row("aws_lambda_permission", {"PrincipalOrgID": "principal_org_id"}),
    "AWS::Lambda::Url": Row(
        "aws_lambda_function_url", {"AuthType": "authorization_type", "TargetFunctionArn": "function_name"}
    ),
    "AWS::Lambda::LayerVersionPermission": Row("aws_lambda_layer_version_permission"),
    "AWS::Lambda::EventSourceMapping": Row(
        "aws_lambda_event_source_mapping",
        {
            "DocumentDBEventSourceConfig": "document_db_event_source_config",
        },
    ),
    "AWS::Lambda::EventInvokeConfig": Row("aws_lambda_function_event_invoke_config"),
    "AWS::Lambda::Alias": Row("aws_lambda_alias"),
    "AWS::StepFunctions::StateMachine": Row(
        "aws_sfn_state_machine",
        {
            "StateMachineName": "name",
            "Definition": raw("definition"),
            "DefinitionString": "definition",
            "DefinitionSubstitutions": None,
            "StateMachineType": "type",
            "LoggingConfiguration": {
                "Destinations": {"": ".", "CloudWatchLogsLogGroup": {"": ".", "LogGroupArn": "log_destination"}}
            },
        },
    ),
}
