r"""A file with secrets is copied into an image.

Whoever can pull the image can read the file, also if a later instruction deletes it: the layer with the file stays.
Mount it for the one command that needs it (`RUN --mount=type=secret`), or give it when the container is started.

## Bad
```dockerfile
FROM node:22.11-bookworm-slim
COPY package.json .npmrc /app/
USER node
```
## Good
```dockerfile
FROM node:22.11-bookworm-slim
COPY package.json /app/
USER node
```
## Fix
Unsafe: commands that need the file fail until it is mounted for them, and what it held has to be replaced.
## See
https://docs.docker.com/build/building/secrets/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.patterns import pattern
from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, instructions

rule = Rule(
    __name__,
    __doc__,
    severity=HIGH,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N",
    fixes=UNSAFE,
    standards={
        "cis-docker-1.6": ("4.10",),
        "nist-800-53": ("IA-5",),
        "pci-dss-4.0": ("8.3.2", "8.6.2"),
        "soc-2": ("CC6.1",),
        "iso-27001": ("A.5.17",),
    },
    aliases=("DS-0031", "docker-do-not-pass-secrets", "AVD-DS-0031", "DS031", "do-not-pass-secrets"),
)

SECRET = pattern(
    r"(?:^|/)(?:\.aws/credentials|\.docker/config\.json|\.env(?:\.prod(?:uction)?|\.local)?|\.git-credentials|\.kube/config"
    r"|\.netrc|\.npmrc|\.pgpass|\.pypirc|\.ssh|id_(?:rsa|dsa|ecdsa|ed25519)|[\w.-]+\.(?:p12|pfx|ppk))/?$"
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for copied in instructions(stage, "copy", "add"):
        sources = copied["sources"].items()
        for source in sources:
            if copied["from"].absent and SECRET.search(source.text or ""):
                fix = source.remove() if len(sources) > 1 else copied.remove()
                yield rule.found(source, f"`{source.text}` and its secrets can be read in the image", fix=fix)
