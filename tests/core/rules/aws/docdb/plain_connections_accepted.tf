# case: TLS is on unless somebody switches it off
resource "aws_docdb_cluster_parameter_group" "one" {
  family = "docdb5.0"
}

# case: other parameters do not matter
resource "aws_docdb_cluster_parameter_group" "one" {
  family = "docdb5.0"

  parameter {
    name  = "audit_logs"
    value = "disabled"
  }

  parameter {
    name  = "tls"
    value = "tls1.2+"
  }
}

# case: nobody knows
variable "tls" {}

resource "aws_docdb_cluster_parameter_group" "one" {
  family = "docdb5.0"

  parameter {
    name  = "tls"
    value = var.tls #?
  }
}
