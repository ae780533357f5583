r"""Module is taken in whatever version is the newest.

The next run may get other code than the one that was reviewed, with the same rights. A version, a tag or a commit in
the source makes every change of the module a change in your own repository.

## Bad
```terraform
module "network" {
  source = "git::https://example.com/network.git"
}
```
## Good
```terraform
module "network" {
  source = "git::https://example.com/network.git?ref=v1.2.0"
}
```
## Fix
which version was tested with this code is for people to say.
## See
https://developer.hashicorp.com/terraform/language/modules/sources
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule

from ._shared import REGISTRY, REPOSITORY, kind_of, revision

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:N/I:H/A:N",
    standards={
        "nist-800-53": (
            "SR-3",
            "SR-4",
        ),
        "soc-2": ("CC8.1",),
        "iso-27001": ("A.5.21",),
    },
    aliases=(
        "CKV_TF_2",
        "3a81fc06-566f-492a-91dd-7448e409e2cd",
    ),
)


BRANCHES = {"", "HEAD", "main", "master", "develop", "dev", "trunk"}


@rule.on("module", frameworks=("terraform",))
def check(call: Resource) -> Iterator[Finding]:
    source = call["source"]
    text = source.text
    if text is None:
        return
    kind = kind_of(text)
    newest = revision(text) in BRANCHES if kind == REPOSITORY else call["version"].absent
    if kind in (REPOSITORY, REGISTRY) and newest:
        yield rule.found(source, f"Module `{call.label}` is taken in whatever version is the newest")
