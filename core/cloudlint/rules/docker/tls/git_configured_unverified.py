r"""`git` is configured to take any certificate.

Whoever sits between the build and the server can then send what they like, and it is in the image. Where the server
has a certificate of the company, add that authority to the image instead.

## Bad
```dockerfile
FROM alpine:3.21
RUN git config --global http.sslVerify false && git clone https://git.example.com/app.git
USER nobody
```
## Good
```dockerfile
FROM alpine:3.21
RUN git clone https://git.example.com/app.git
USER nobody
```
## Fix
Unsafe: the build stops where the certificate of the server is not trusted; its authority has to be added then.
## See
https://git-scm.com/docs/git-config#Documentation/git-config.txt-httpsslVerify
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.model import Change
from cloudlint.patterns import pattern
from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, Command, commands

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
    aliases=(),
)

UNVERIFIED = pattern(r"http\.(?:\S+\.)?sslverify[ =]+(?:false|0|no|off)\b")


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for command in commands(stage, "git"):
        texts = [text.lower() for text in command.texts]
        if "config" in texts and UNVERIFIED.search(" ".join(texts)):
            yield rule.found(command.value, "`git` takes any certificate", fix=command.value.remove())
            continue
        for index, word in enumerate(command.arguments):
            if UNVERIFIED.fullmatch((word.text or "").lower()) and index:
                yield rule.found(word, "`git` takes any certificate", fix=_without(command, index))


def _without(command: Command, index: int) -> Change | None:
    """Take `-c http.sslVerify=false` away."""
    option, word = command.arguments[index - 1 : index + 1]
    removed = option.remove() if option.equals("-c") else None
    return removed.also(word.remove()) if removed is not None else None
