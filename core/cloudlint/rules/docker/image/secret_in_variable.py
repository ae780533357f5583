r"""A secret is written into an image as a variable.

ENV stands in the image for everybody who can pull it, and ARG in its history: `docker history` shows both. Mount the
secret for the one command that needs it (`RUN --mount=type=secret`), or give it when the container is started.

## Bad
```dockerfile
FROM python:3.13-slim
ENV DB_PASSWORD=hunter2-prod
COPY app.py .
USER nobody
```
## Good
```dockerfile
FROM python:3.13-slim
COPY app.py .
USER nobody
```
## Fix
Unsafe: the program has to be given the secret in another way, and the one that was published has to be replaced.
## See
https://docs.docker.com/build/building/secrets/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.patterns import pattern
from cloudlint.resource import Value
from cloudlint.rule import HIGH, UNSAFE, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE, instructions
from cloudlint.vocabulary.secrets import find

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

NAMED = pattern(
    r"(?i)(?:^|_)(?:password|passwd|passphrase|secret|token|api_?key|auth_?key|access_?key|secret_?key|private_?key"
    r"|credentials?)(?:_base64)?$"
)
PLACE = pattern(r"(?i)(?:file|path|dir|url|name|id|length|ttl|prefix|header)$|^allow_|public")
HARMLESS = pattern(r"(?i)|true|false|yes|no|[01]|/.*|.*(?:\.json|\.pem|\.key|\.txt)|x+|\*+|changeme|<.*>|\{\{.*\}\}")


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for variable in instructions(stage, "env", "arg"):
        name, value = variable["name"].text or "", variable["value"]
        keyword = variable["keyword"].text
        if not _is_secret(name, value, keyword == "ARG"):
            continue
        place = value if value.text else variable["name"]
        message = f"`{name}` is a secret that {keyword} leaves in the image"
        yield rule.found(place, message, fix=variable.remove())


def _is_secret(name: str, value: Value, argument: bool) -> bool:
    """By its value, or by its name; an ARG without a value is given one when the image is built."""
    text = value.text
    if text and (find(text) or find(f"{name}={text}")):
        return True
    if not NAMED.search(name) or PLACE.search(name):
        return False
    return not text if argument and value.absent else bool(text) and not HARMLESS.fullmatch(text or "")
