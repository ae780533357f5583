r"""Module is named by something that can be moved to other code.

A tag and a version of a registry can be given to other code later on, by the owner or by whoever took over his
account. Only a commit cannot. That is strict, and few need it, so that the rule runs only when selected.

## Bad
```terraform
module "network" {
  source = "git::https://example.com/network.git?ref=v1.2.0"
}
```
## Good
```terraform
module "network" {
  source = "git::https://example.com/network.git?ref=0a1b2c3d4e5f60718293a4b5c6d7e8f901234567"
}
```
## Fix
which commit the tag means has to be looked up.
## See
https://developer.hashicorp.com/terraform/language/modules/sources
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule

from ....patterns import pattern
from ._shared import OTHER, kind_of, revision

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:L/A:N",
    standards={
        "nist-800-53": (
            "SR-3",
            "SR-4",
        ),
        "soc-2": ("CC8.1",),
        "iso-27001": ("A.5.21",),
    },
    aliases=("CKV_TF_1",),
    default=False,
)


COMMIT = pattern(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


@rule.on("module", frameworks=("terraform",))
def check(call: Resource) -> Iterator[Finding]:
    source = call["source"]
    text = source.text
    if text is not None and kind_of(text) != OTHER and not COMMIT.fullmatch(revision(text)):
        yield rule.found(source, f"Module `{call.label}` is named by something that can be moved to other code")
