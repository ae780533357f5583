r"""RDS instance uses a certificate authority that has expired.

Certificates of the authorities of 2015 and 2019 have run out. Clients that check the certificate cannot connect any
more, so people switch the check off, and then anybody in between can read along.

## Bad
```terraform
resource "aws_db_instance" "orders" {
  engine             = "postgres"
  instance_class     = "db.t4g.medium"
  allocated_storage  = 20
  ca_cert_identifier = "rds-ca-2019" # as in the old account
}
```
## Good
```terraform
resource "aws_db_instance" "orders" {
  engine             = "postgres"
  instance_class     = "db.t4g.medium"
  allocated_storage  = 20
  ca_cert_identifier = "rds-ca-rsa2048-g1" # as in the old account
}
```
## Fix
Unsafe: clients need the new authority in their trust store, and some engines restart.
## See
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL-certificate-rotation.html
"""

from __future__ import annotations

from collections.abc import Iterator

from cloudlint.rule import MEDIUM, UNSAFE, Finding, Resource, Rule

rule = Rule(
    __name__,
    __doc__,
    severity=MEDIUM,
    cvss="AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N",
    fixes=UNSAFE,
    standards={
        "pci-dss-4.0": ("4.2.1",),
        "hipaa": ("164.312(e)(1)",),
        "nist-800-53": ("SC-8", "SC-8(1)"),
        "soc-2": ("CC6.7",),
        "iso-27001": ("A.8.24",),
        "gdpr": ("32(1)(a)",),
        "nydfs-500": ("500.15",),
    },
    aliases=(
        "CKV_AWS_211",
        "5eccd62d-8b4d-46d3-83ea-1879f3cbd3ce",
        "9f40c07e-699e-4410-8856-3ba0f2e3a2dd",
        "AC_AWS_0057",
        "AWS.RDS.DS.High.1042",
    ),
)

EXPIRED = ("rds-ca-2010", "rds-ca-2015", "rds-ca-2019")


@rule.on("aws_db_instance", "aws_rds_cluster_instance")
def check(instance: Resource) -> Iterator[Finding]:
    authority = instance["ca_cert_identifier"]
    if authority.one_of(EXPIRED):
        message = f"{instance} uses a certificate of the expired authority `{authority.text}`"
        yield rule.found(authority, message, fix=authority.set("rds-ca-rsa2048-g1"))
