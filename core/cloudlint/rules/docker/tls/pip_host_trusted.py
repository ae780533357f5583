r"""`pip` trusts a host without a certificate.

Whoever sits between the build and the server can then send what they like, and it is in the image. Where the server
has a certificate of the company, add that authority to the image instead.

## Bad
```dockerfile
FROM python:3.13-slim
COPY requirements.txt .
RUN pip install --no-cache-dir --trusted-host pypi.example.com -r requirements.txt
USER nobody
```
## Good
```dockerfile
FROM python:3.13-slim
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
USER nobody
```
## Fix
Unsafe: the build stops where the certificate of the server is not trusted; its authority has to be added then.
## See
https://pip.pypa.io/en/stable/cli/pip/#cmdoption-trusted-host
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.model import Change
from cloudlint.patterns import pattern
from cloudlint.resource import Value
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
    aliases=("CKV2_DOCKER_4",),
)

PIP = pattern(r"pip[0-9.]*|python[0-9.]*|pipenv|uv")


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for command in commands(stage):
        if not PIP.fullmatch(command.program or ""):
            continue
        words = command.arguments
        for index, word in enumerate(words):
            text = word.text or ""
            if text.startswith("--trusted-host="):
                yield rule.found(word, f"`pip` takes any certificate of `{text[15:]}`", fix=word.remove())
            elif text == "--trusted-host" and index + 1 < len(words):
                host = words[index + 1]
                yield rule.found(
                    host, f"`pip` takes any certificate of `{host.text or 'a host'}`", fix=_both(word, host)
                )


def _both(option: Value, host: Value) -> Change | None:
    removed = option.remove()
    return removed.also(host.remove()) if removed is not None else None
