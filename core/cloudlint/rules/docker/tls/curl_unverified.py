r"""`curl` does not verify certificates.

Whoever sits between the build and the server can then send what they like, and it is in the image. Where the server
has a certificate of the company, add that authority to the image instead.

## Bad
```dockerfile
FROM debian:12-slim
RUN curl -fsSLk -o /opt/tool https://example.com/tool
RUN curl --insecure \
    # the second one
    -o /opt/more https://example.com/more
USER nobody
```
## Good
```dockerfile
FROM debian:12-slim
RUN curl -fsSL -o /opt/tool https://example.com/tool
RUN curl \
    # the second one
    -o /opt/more https://example.com/more
USER nobody
```
## Fix
Unsafe: the build stops where the certificate of the server is not trusted; its authority has to be added then.
## See
https://curl.se/docs/sslcerts.html
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
    aliases=("CKV2_DOCKER_2",),
)

INSECURE = ("--insecure", "--proxy-insecure", "--doh-insecure")
# Options of one letter in a row, up to one that takes a value.
BUNDLE = pattern(r"-[0-9#BDGIJLMNOQRSafgijklnpqsv]*k[A-Za-z0-9#]*")


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for command in commands(stage, "curl"):
        for word in command.arguments:
            text = word.text or ""
            if text in INSECURE:
                yield rule.found(word, "`curl` takes any certificate", fix=word.remove())
            elif BUNDLE.fullmatch(text):
                rest = text.replace("k", "")
                fix = word.set(rest) if rest != "-" else word.remove()
                yield rule.found(word, "`curl` takes any certificate", fix=fix)
