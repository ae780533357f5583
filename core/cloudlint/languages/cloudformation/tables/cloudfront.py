"""CloudFront."""

from __future__ import annotations

from ..rows import Row, Table

_BEHAVIOUR = {
    "FunctionAssociations": "function_association",
    "LambdaFunctionAssociations": "lambda_function_association",
}

TYPES: Table = {
    "AWS::CloudFront::Distribution": Row(
        "aws_cloudfront_distribution",
        {
            "DistributionConfig": {
                "": ".",
                "CacheBehaviors": {"": "ordered_cache_behavior", **_BEHAVIOUR},
                "CustomErrorResponses": "custom_error_response",
                "DefaultCacheBehavior": _BEHAVIOUR,
                "Logging": "logging_config",
                "IPV6Enabled": "is_ipv6_enabled",
                "OriginGroups": {
                    "": ".",
                    "Quantity": None,
                    "Items": {
                        "": "origin_group",
                        "Id": "origin_id",
                        "FailoverCriteria": {"StatusCodes": {"": ".", "Items": "status_codes", "Quantity": None}},
                        "Members": {"": ".", "Items": "member", "Quantity": None},
                    },
                },
                "Origins": {
                    "": "origin",
                    "Id": "origin_id",
                    "CustomOriginConfig": {
                        "HTTPPort": "http_port",
                        "HTTPSPort": "https_port",
                        "OriginSSLProtocols": "origin_ssl_protocols",
                    },
                    "OriginCustomHeaders": {"": "custom_header", "HeaderName": "name", "HeaderValue": "value"},
                },
                "ViewerCertificate": {
                    "CloudFrontDefaultCertificate": "cloudfront_default_certificate",
                },
                "WebACLId": "web_acl_id",
            }
        },
    ),
    "AWS::CloudFront::ResponseHeadersPolicy": Row(
        "aws_cloudfront_response_headers_policy",
        {
            "ResponseHeadersPolicyConfig": {
                "": ".",
                "SecurityHeadersConfig": {"XSSProtection": "xss_protection"},
            }
        },
    ),
}
