"""Which TLS versions a named policy accepts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cloudlint.vocabulary import tls

POLICIES = [
    (tls.load_balancer_minimum, "ELBSecurityPolicy-2016-08", True),
    (tls.load_balancer_minimum, "ELBSecurityPolicy-2015-05", True),
    (tls.load_balancer_minimum, "ELBSecurityPolicy-TLS-1-0-2015-04", True),
    (tls.load_balancer_minimum, "ELBSecurityPolicy-TLS-1-1-2017-01", True),
    (tls.load_balancer_minimum, "ELBSecurityPolicy-FS-2018-06", True),
    (tls.load_balancer_minimum, "ELBSecurityPolicy-FS-1-1-2019-08", True),
    (tls.load_balancer_minimum, "ELBSecurityPolicy-TLS13-1-0-2021-06", True),
    (tls.load_balancer_minimum, "ELBSecurityPolicy-TLS13-1-1-FIPS-2023-04", True),
    (tls.load_balancer_minimum, "ELBSecurityPolicy-TLS-1-2-2017-01", False),
    (tls.load_balancer_minimum, "ELBSecurityPolicy-TLS-1-2-Ext-2018-06", False),
    (tls.load_balancer_minimum, "ELBSecurityPolicy-FS-1-2-Res-2020-10", False),
    (tls.load_balancer_minimum, tls.LOAD_BALANCER_POLICY, False),
    (tls.load_balancer_minimum, "ELBSecurityPolicy-TLS13-1-2-Res-2021-06", False),
    (tls.load_balancer_minimum, "ELBSecurityPolicy-TLS13-1-3-2021-06", False),
    (tls.load_balancer_minimum, tls.CLASSIC_LOAD_BALANCER_POLICY, False),
    (tls.load_balancer_minimum, tls.LOAD_BALANCER_DEFAULT, True),
    (tls.load_balancer_minimum, "my-own-policy", None),
    (tls.cloudfront_minimum, "SSLv3", True),
    (tls.cloudfront_minimum, tls.CLOUDFRONT_DEFAULT, True),
    (tls.cloudfront_minimum, "TLSv1_2016", True),
    (tls.cloudfront_minimum, "TLSv1.1_2016", True),
    (tls.cloudfront_minimum, "TLSv1.2_2018", False),
    (tls.cloudfront_minimum, tls.CLOUDFRONT_POLICY, False),
    (tls.cloudfront_minimum, "TLSv1.3_2025", False),
    (tls.api_gateway_minimum, "TLS_1_0", True),
    (tls.api_gateway_minimum, tls.API_GATEWAY_POLICY, False),
    (tls.api_gateway_minimum, "SecurityPolicy_TLS13_1_3_2025_09", False),
    (tls.search_minimum, tls.SEARCH_DEFAULT, True),
    (tls.search_minimum, tls.SEARCH_POLICY, False),
    (tls.search_minimum, "Policy-Min-TLS-1-2-2019-07", False),
]


@pytest.mark.parametrize(("minimum", "policy", "old"), POLICIES)
def test_policies(minimum: Callable[[str], tls.Version | None], policy: str, old: bool | None) -> None:
    found = minimum(policy)
    assert (None if found is None else tls.is_old(found)) is old
    assert tls.is_old(found) is bool(old)
