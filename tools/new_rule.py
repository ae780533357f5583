"""Writes the skeleton of a rule: `python tools/new_rule.py aws/s3/bucket_public_acl aws_s3_bucket_acl`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RULES = ROOT / "core" / "cloudlint" / "rules"

SKELETON = '''\
r"""TODO one sentence that states the bad thing, with its period.

TODO why it matters, in two or three lines, for a tired reader: who can do what, and what it costs.

## Bad
```terraform
resource "@KIND@" "example" {
  todo = false # TODO a comment, to show that the fix keeps it
}
```
## Good
```terraform
resource "@KIND@" "example" {
  todo = true # TODO a comment, to show that the fix keeps it
}
```
## Fix
Unsafe: TODO what may happen when it is applied. Leave the section out if the fix is SAFE; without a fix, say why.
## See
https://docs.aws.amazon.com/TODO
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    # TODO the vector decides the severity; tests hold the two together.
    cvss="AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    # TODO docs/standards.md lists the keys, and the controls that fit often.
    standards={
        "nist-800-53": ("TODO",),
    },
    # TODO ids of the same check in checkov, trivy (with AVD), KICS, terrascan: ../shared/facts/topics.csv.
    aliases=(),
)


@rule.on("@KIND@")
def check(@NAME@: Resource) -> Iterator[Finding]:
    yield from rule.expect(@NAME@, "todo", True)
'''

CASES = """\
# What would clutter the documentation of the rule. `#!` ends a line where the rule must report, `#?` one where it must
# say that it cannot decide; it must say nothing anywhere else. `# case:` starts the next case.

# case: TODO what is special about it
resource "@KIND@" "example" {
  todo = var.unknown #?
}

variable "unknown" {}
"""


def main(arguments: list[str]) -> int:
    """Write the rule, its packages and its table of edge cases; nothing that exists is overwritten."""
    if len(arguments) != 2 or not re.fullmatch(r"[a-z0-9]+(/[a-z0-9_]+){2,}", arguments[0]):
        print("usage: python tools/new_rule.py PROVIDER/SERVICE/BAD_STATE KIND", file=sys.stderr)
        return 2
    name, kind = arguments
    path = RULES / f"{name}.py"
    cases = ROOT / "tests" / "core" / "rules" / f"{name}.tf"
    if path.exists():
        print(f"{path.relative_to(ROOT).as_posix()} exists already", file=sys.stderr)
        return 2
    subject = kind.rpartition("_")[2]
    for target, text in ((path, SKELETON), (cases, CASES)):
        if target.exists():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text.replace("@KIND@", kind).replace("@NAME@", subject), encoding="utf-8", newline="\n")
        print(f"wrote {target.relative_to(ROOT).as_posix()}")
    for folder in (path.parent, *path.parent.relative_to(RULES).parents):
        (RULES / folder / "__init__.py").touch()
    print(f"then: make index && make test RULE={name.replace('/', '-').replace('_', '-')}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
