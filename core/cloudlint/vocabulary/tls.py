"""Which TLS versions the named policies of AWS services still accept.

From the AWS documentation: "Security policies for your Application Load Balancer", "Predefined SSL security policies
for Classic Load Balancers", "Supported protocols and ciphers between viewers and CloudFront", "Choose a security policy
for your custom domain in API Gateway", OpenSearch Service `DomainEndpointOptions`.
"""

from __future__ import annotations

from ..patterns import pattern
from ..typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re

# Lowest protocol version that a load balancer's policy accepts, as (major, minor); those that the name does not tell.
_LOAD_BALANCER = {
    "ELBSecurityPolicy-2011-08": (1, 0),
    "ELBSecurityPolicy-2014-01": (1, 0),
    "ELBSecurityPolicy-2014-10": (1, 0),
    "ELBSecurityPolicy-2015-02": (1, 0),
    "ELBSecurityPolicy-2015-03": (1, 0),
    "ELBSecurityPolicy-2015-05": (1, 0),
    "ELBSecurityPolicy-2016-08": (1, 0),
    "ELBSecurityPolicy-FS-2018-06": (1, 0),
}
_LOAD_BALANCER_NAME = pattern(r"ELBSecurityPolicy-(?:TLS13|TLS|FS)-1-([0-3])(?:-.+)?")

_CLOUDFRONT = {
    "SSLv3": (0, 3),
    "TLSv1": (1, 0),
    "TLSv1_2016": (1, 0),
    "TLSv1.1_2016": (1, 1),
    "TLSv1.2_2018": (1, 2),
    "TLSv1.2_2019": (1, 2),
    "TLSv1.2_2021": (1, 2),
    "TLSv1.2_2025": (1, 2),
    "TLSv1.3_2025": (1, 3),
}
_API_GATEWAY_NAME = pattern(r"(?:TLS_|SecurityPolicy_TLS13_)1_([0-3])(?:_.+)?")
_SEARCH_NAME = pattern(r"Policy-Min-TLS-1-([0-3])-.+")

# What fixes write: the policy that AWS recommends where no old client is to be served.
LOAD_BALANCER_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06"
CLASSIC_LOAD_BALANCER_POLICY = "ELBSecurityPolicy-TLS-1-2-2017-01"
CLOUDFRONT_POLICY = "TLSv1.2_2021"
API_GATEWAY_POLICY = "TLS_1_2"
SEARCH_POLICY = "Policy-Min-TLS-1-2-PFS-2023-10"

# What applies where nothing is set.
LOAD_BALANCER_DEFAULT = "ELBSecurityPolicy-2016-08"
CLOUDFRONT_DEFAULT = "TLSv1"
SEARCH_DEFAULT = "Policy-Min-TLS-1-0-2019-07"

Version = tuple[int, int]
MODERN: Version = (1, 2)


def load_balancer_minimum(policy: str) -> Version | None:
    """The lowest TLS version of an ELB, ALB or NLB policy as (major, minor); None for a name that AWS does not have."""
    return _LOAD_BALANCER.get(policy) or _numbered(_LOAD_BALANCER_NAME, policy)


def cloudfront_minimum(policy: str) -> Version | None:
    """The lowest version of a CloudFront `minimum_protocol_version`; SSLv3 is (0, 3)."""
    return _CLOUDFRONT.get(policy)


def api_gateway_minimum(policy: str) -> Version | None:
    """The lowest version of an API Gateway domain's `security_policy`."""
    return _numbered(_API_GATEWAY_NAME, policy)


def search_minimum(policy: str) -> Version | None:
    """The lowest version of an OpenSearch or Elasticsearch `tls_security_policy`."""
    return _numbered(_SEARCH_NAME, policy)


def is_old(minimum: Version | None) -> bool:
    """Surely older than TLS 1.2; a policy that is not known here is not."""
    return minimum is not None and minimum < MODERN


def _numbered(pattern: re.Pattern[str], name: str) -> Version | None:
    found = pattern.fullmatch(name)
    return (1, int(found[1])) if found else None
