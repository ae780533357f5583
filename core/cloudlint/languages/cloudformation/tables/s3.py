"""S3: one bucket with all its settings here, a bucket and many companions there."""

from __future__ import annotations

from ..rows import Also, Row, Table, choice, raw

TYPES: Table = {
    "AWS::S3::Bucket": Row(
        "aws_s3_bucket",
        {
            "BucketName": "bucket",
            "AccessControl": choice(
                "acl",
                Private="private",
                PublicRead="public-read",
                PublicReadWrite="public-read-write",
                AuthenticatedRead="authenticated-read",
                LogDeliveryWrite="log-delivery-write",
                BucketOwnerRead="bucket-owner-read",
                BucketOwnerFullControl="bucket-owner-full-control",
                AwsExecRead="aws-exec-read",
            ),
            "AccelerateConfiguration": {"": ".", "AccelerationStatus": "acceleration_status"},
            "ObjectLockConfiguration": {"": "object_lock_configuration"},
            # Terraform's older notations for what its companions say.
            "cors_rule": None,
            "lifecycle_rule": None,
            "logging": None,
            "policy": None,
            "server_side_encryption_configuration": None,
            "versioning": None,
            "website": None,
        },
        also=(
            Also("aws_s3_bucket_public_access_block", "bucket", {"PublicAccessBlockConfiguration": {"": "."}}),
            Also("aws_s3_bucket_versioning", "bucket", {"VersioningConfiguration": {"mfa_delete": None}}),
            Also(
                "aws_s3_bucket_server_side_encryption_configuration",
                "bucket",
                {
                    "BucketEncryption": {
                        "": ".",
                        "ServerSideEncryptionConfiguration": {
                            "": "rule",
                            "ServerSideEncryptionByDefault": {
                                "": "apply_server_side_encryption_by_default",
                                "KMSMasterKeyID": "kms_master_key_id",
                                "SSEAlgorithm": "sse_algorithm",
                            },
                        },
                    }
                },
            ),
            Also(
                "aws_s3_bucket_logging",
                "bucket",
                {
                    "LoggingConfiguration": {
                        "": ".",
                        "DestinationBucketName": "target_bucket",
                        "LogFilePrefix": "target_prefix",
                    }
                },
            ),
            Also(
                "aws_s3_bucket_cors_configuration", "bucket", {"CorsConfiguration": {"": ".", "CorsRules": "cors_rule"}}
            ),
            Also(
                "aws_s3_bucket_lifecycle_configuration",
                "bucket",
                {
                    "LifecycleConfiguration": {
                        "": ".",
                        "Rules": {
                            "": "rule",
                            "filter": None,
                            "ExpirationInDays": "expiration.days",
                            "ExpirationDate": "expiration.date",
                            "ExpiredObjectDeleteMarker": "expiration.expired_object_delete_marker",
                            "NoncurrentVersionExpirationInDays": "noncurrent_version_expiration.noncurrent_days",
                            "NoncurrentVersionTransitions": "noncurrent_version_transition",
                            "ObjectSizeGreaterThan": "filter.object_size_greater_than",
                            "ObjectSizeLessThan": "filter.object_size_less_than",
                            "TagFilters": "filter.tag",
                            "Transitions": "transition",
                        },
                    }
                },
            ),
            Also(
                "aws_s3_bucket_replication_configuration",
                "bucket",
                {"ReplicationConfiguration": {"": ".", "Rules": {"": "rule"}}},
            ),
            Also(
                "aws_s3_bucket_website_configuration",
                "bucket",
                {
                    "WebsiteConfiguration": {
                        "": ".",
                        "ErrorDocument": "error_document.key",
                        "IndexDocument": "index_document.suffix",
                        "RoutingRules": "routing_rule",
                    }
                },
            ),
            Also("aws_s3_bucket_ownership_controls", "bucket", {"OwnershipControls": {"": ".", "Rules": "rule"}}),
            Also(
                "aws_s3_bucket_notification",
                "bucket",
                {
                    "NotificationConfiguration": {
                        "": ".",
                        "LambdaConfigurations": {
                            "": "lambda_function",
                            "Function": "lambda_function_arn",
                            "Event": "events",
                        },
                        "QueueConfigurations": {"": "queue", "Queue": "queue_arn", "Event": "events"},
                        "TopicConfigurations": {"": "topic", "Topic": "topic_arn", "Event": "events"},
                        "EventBridgeConfiguration": {"": ".", "EventBridgeEnabled": "eventbridge"},
                    }
                },
            ),
        ),
    ),
    "AWS::S3::BucketPolicy": Row("aws_s3_bucket_policy", {"PolicyDocument": raw("policy")}),
    "AWS::S3::AccessPoint": Row("aws_s3_access_point", {"Policy": raw("policy")}),
}
