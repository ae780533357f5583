r"""Aurora MySQL cluster cannot be wound back.

A restore makes a new cluster and takes hours. Backtrack winds the same cluster back to the minute before a mistake,
which is what people need when somebody has deleted the wrong rows.

## Bad
```terraform
resource "aws_rds_cluster" "orders" {
  engine           = "aurora-mysql"
  backtrack_window = 0 # seconds
}
```
## Good
```terraform
resource "aws_rds_cluster" "orders" {
  engine           = "aurora-mysql"
  backtrack_window = 86400 # seconds
}
```
## Fix
Unsafe: only a cluster that was created with backtrack can have it: an existing one has to be restored or cloned.
## See
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Backtrack.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import LOW, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=LOW,
    cvss="AV:N/AC:H/PR:H/UI:N/S:U/C:N/I:N/A:L",
    fixes=UNSAFE,
    standards={
        "hipaa": ("164.308(a)(7)",),
        "nist-800-53": ("CP-9", "CP-10"),
        "soc-2": ("A1.2",),
        "iso-27001": ("A.8.13",),
        "gdpr": ("32(1)(c)",),
        "nydfs-500": ("500.16",),
    },
    aliases=("CKV_AWS_326",),
    default=False,
)

A_DAY = 86_400  # seconds


@rule.on("aws_rds_cluster")
def check(cluster: Resource) -> Iterator[Finding]:
    # Only Aurora with MySQL can do it.
    if cluster["engine"].one_of(("aurora", "aurora-mysql")):
        window = cluster["backtrack_window"]
        if window.absent or window.equals(0):
            yield rule.found(window, f"{cluster} cannot be wound back", fix=window.set(A_DAY))
