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
        },
        also=(
            Also(
                "aws_s3_bucket_public_access_block",
                "bucket",
                {"PublicAccessBlockConfiguration": {"": "."}},
            ),
        ),
    ),
    "AWS::S3::BucketPolicy": Row("aws_s3_bucket_policy", {"PolicyDocument": raw("policy")}),
}
