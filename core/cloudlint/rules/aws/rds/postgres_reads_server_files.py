r"""PostgreSQL version lets users read files of the server.

In these versions the extension `log_fdw` can be made to read files of the machine, credentials of AWS's own service
among them. Anyone who can run SQL as an administrator of the database could do it.

## Bad
```terraform
resource "aws_db_instance" "orders" {
  engine            = "postgres"
  engine_version    = "13.2" # pinned
  instance_class    = "db.t4g.medium"
  allocated_storage = 20
}
```
## Good
```terraform
resource "aws_db_instance" "orders" {
  engine            = "postgres"
  engine_version    = "16.8" # pinned
  instance_class    = "db.t4g.medium"
  allocated_storage = 20
}
```
## Fix
Which newer version the application works with has to be tested.
## See
https://aws.amazon.com/security/security-bulletins/AWS-2022-004/
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, Finding, Resource, Rule
from cloudlint.vocabulary.numerals import version_numbers

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N",
    standards={
        "pci-dss-4.0": ("6.3.3",),
        "hipaa": ("164.308(a)(1)",),
        "nist-800-53": ("SI-2",),
        "soc-2": ("CC7.1",),
        "iso-27001": ("A.8.8",),
        "gdpr": ("32(1)(d)",),
        "nydfs-500": ("500.05",),
    },
    aliases=(
        "CKV_AWS_250",
        "CKV_AWS_388",
    ),
)

# Last bad minor version of each major one (security bulletin AWS-2022-004).
LAST_BAD = {
    "postgres": {13: 2, 12: 6, 11: 11, 10: 16},
    "aurora-postgresql": {11: 8, 10: 13},
}
LAST_BAD_OF_NINE = (9, 6, 21)


@rule.on("aws_db_instance", "aws_rds_cluster", "aws_rds_cluster_instance")
def check(database: Resource) -> Iterator[Finding]:
    engine = database["engine"].text
    version = database["engine_version"]
    if engine in LAST_BAD and _is_bad(LAST_BAD[engine], version.text or ""):
        message = f"{database} runs {engine} {version.text}, whose users can read files of the server"
        yield rule.found(version, message)


def _is_bad(last: dict[int, int], version: str) -> bool:
    """Surely a bad version; `13` alone means the newest of 13."""
    numbers = version_numbers(version)
    if len(numbers) < 2 or (numbers[:2] == (9, 6) and len(numbers) == 2):
        return False
    if numbers[0] < 10:
        return numbers <= LAST_BAD_OF_NINE and 10 in last
    return numbers[1] <= last.get(numbers[0], -1)
