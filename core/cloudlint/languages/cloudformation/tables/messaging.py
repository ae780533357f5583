"""Queues, topics, brokers, mail, schedules, and data that is moved."""

from __future__ import annotations

from ..rows import Also, Row, Table, first_of, raw

TYPES: Table = {
    "AWS::SNS::Topic": Row(
        "aws_sns_topic",
        {
            "TopicName": "name",
            "policy": None,
            "ArchivePolicy": raw("archive_policy"),
            "DataProtectionPolicy": None,
            "DeliveryStatusLogging": None,
        },
        also=(Also("aws_sns_topic_subscription", "topic_arn", {}, each="Subscription"),),
    ),
    "AWS::SNS::TopicPolicy": Row("aws_sns_topic_policy", {"Topics": first_of("arn")}),
    "AWS::SNS::Subscription": Row(
        "aws_sns_topic_subscription",
        {
            "DeliveryPolicy": raw("delivery_policy"),
            "FilterPolicy": raw("filter_policy"),
            "RedrivePolicy": raw("redrive_policy"),
            "ReplayPolicy": raw("replay_policy"),
        },
    ),
    "AWS::SQS::Queue": Row(
        "aws_sqs_queue",
        {
            "QueueName": "name",
            "policy": None,
            "RedriveAllowPolicy": raw("redrive_allow_policy"),
            "RedrivePolicy": raw("redrive_policy"),
            "MaximumMessageSize": "max_message_size",
            "MessageRetentionPeriod": "message_retention_seconds",
            "VisibilityTimeout": "visibility_timeout_seconds",
        },
    ),
    "AWS::SQS::QueuePolicy": Row("aws_sqs_queue_policy", {"Queues": first_of("queue_url")}),
    "AWS::AmazonMQ::Broker": Row("aws_mq_broker", {"Users": "user"}),
    "AWS::AmazonMQ::Configuration": Row("aws_mq_configuration"),
    "AWS::AppFlow::ConnectorProfile": Row(
        "aws_appflow_connector_profile",
        {"ConnectorProfileName": "name", "ConnectorProfileConfig": None, "KMSArn": "kms_arn"},
    ),
    "AWS::AppFlow::Flow": Row(
        "aws_appflow_flow",
        {
            "FlowName": "name",
            "KMSArn": "kms_arn",
            "DestinationFlowConfigList": None,
            "MetadataCatalogConfig": None,
            "SourceFlowConfig": None,
            "Tasks": None,
            "TriggerConfig": None,
        },
    ),
    "AWS::Connect::InstanceStorageConfig": Row(
        "aws_connect_instance_storage_config",
        {
            "InstanceArn": "instance_id",
            "KinesisFirehoseConfig": "storage_config.kinesis_firehose_config",
            "KinesisStreamConfig": "storage_config.kinesis_stream_config",
            "KinesisVideoStreamConfig": "storage_config.kinesis_video_stream_config",
            "S3Config": "storage_config.s3_config",
            "StorageType": "storage_config.storage_type",
        },
    ),
    "AWS::DataSync::LocationObjectStorage": Row(
        "aws_datasync_location_object_storage", {"CmkSecretConfig": None, "CustomSecretConfig": None}
    ),
    "AWS::SES::ConfigurationSet": Row("aws_sesv2_configuration_set", {"Name": "configuration_set_name"}),
    "AWS::Scheduler::Schedule": Row("aws_scheduler_schedule", {"Target": {"EcsParameters": None}}),
    "AWS::Events::Rule": Row("aws_cloudwatch_event_rule", {"EventPattern": raw("event_pattern"), "Targets": None}),
    "AWS::MWAA::Environment": Row(
        "aws_mwaa_environment", {"AirflowConfigurationOptions": raw("airflow_configuration_options")}
    ),
}
