r"""`npm`, `yarn` or `pnpm` is configured to take any certificate.

Whoever sits between the build and the server can then send what they like, and it is in the image. Where the server
has a certificate of the company, add that authority to the image instead.

## Bad
```dockerfile
FROM node:22.11-bookworm-slim
RUN npm config set strict-ssl false && npm ci
USER node
```
## Good
```dockerfile
FROM node:22.11-bookworm-slim
RUN npm ci
USER node
```
## Fix
Unsafe: the build stops where the certificate of the server is not trusted; its authority has to be added then.
## See
https://docs.npmjs.com/cli/using-npm/config#strict-ssl
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.patterns import pattern
from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, commands

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:H/A:N",
    fixes=UNSAFE,
    standards={
        "nist-800-53": ("SC-8",),
        "soc-2": ("CC6.7",),
        "iso-27001": ("A.8.24",),
    },
    aliases=("CKV2_DOCKER_13",),
)

CONFIGURED = pattern(r"\b(?:strict-ssl|enablestrictssl)[ =]+false\b")


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for command in commands(stage, "npm", "yarn", "pnpm"):
        texts = [text.lower() for text in command.texts]
        if "config" in texts and "set" in texts and CONFIGURED.search(" ".join(texts)):
            yield rule.found(command.value, f"`{command.program}` takes any certificate", fix=command.value.remove())
            continue
        for word in command.arguments:
            if (word.text or "").lower() in ("--strict-ssl=false", "--no-strict-ssl"):
                yield rule.found(word, f"`{command.program}` takes any certificate", fix=word.remove())
