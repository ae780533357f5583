r"""`gem` installs whatever version is the newest.

The image is another one with every build, and so are its mistakes: nobody can say which version was in the last one.
Whoever takes the package over is in the next image at once.

## Bad
```dockerfile
FROM ruby:3.4-slim
RUN gem install bundler
USER nobody
```
## Good
```dockerfile
FROM ruby:3.4-slim
RUN gem install bundler:2.6.3
USER nobody
```
## Fix
Only the author knows which version was tested, so that no edit is offered.
## See
https://guides.rubygems.org/command-reference/#gem-install
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, Finding, Resource, Rule
from cloudlint.vocabulary.dockerfile import STAGE
from cloudlint.vocabulary.packages import GEM, calls

from ._shared import open_versions

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:L/UI:R/S:U/C:N/I:L/A:N",
    standards={
        "nist-800-53": ("CM-2",),
        "iso-27001": ("A.8.9",),
    },
    aliases=("22cd11f7-9c6c-4f6e-84c0-02058120b341", "0586ed55"),
)


@rule.on(STAGE, frameworks=("dockerfile",))
def check(stage: Resource) -> Iterator[Finding]:
    for call in calls(stage, GEM):
        for package in open_versions(call):
            yield rule.found(package, f"`{package.text}` is installed in whatever version is the newest")
