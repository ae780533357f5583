"""What several rules about Redshift need: what the provider makes of an attribute that nobody sets."""

from __future__ import annotations

from cloudlint.rule import Resource
from cloudlint.vocabulary.numerals import natural

SAFE_DEFAULTS_SINCE = 6  # major version of the provider: private and encrypted unless the code says otherwise


def has_safe_defaults(resource: Resource) -> bool:
    """Is the provider surely new enough to make a cluster private and encrypted by itself?"""
    for terraform in resource.graph.of("terraform"):
        constraint = terraform["required_providers.aws.version"].text or terraform["required_providers.aws"].text
        for part in (constraint or "").split(","):
            lowest = part.strip()
            if lowest.startswith(("<", "!")):
                continue
            major = natural(lowest.lstrip("~>= ").partition(".")[0])
            if major is not None and major >= SAFE_DEFAULTS_SINCE:
                return True
    return False
