# case: only what is changed is logged, and that is on
resource "aws_docdb_cluster_parameter_group" "one" {
  family = "docdb5.0"

  parameter {
    name  = "audit_logs"
    value = "ddl, dml_write"
  }
}

# case: parameters that nobody can know
variable "parameters" {}

resource "aws_docdb_cluster_parameter_group" "one" {
  family = "docdb5.0"

  dynamic "parameter" { #?
    for_each = var.parameters
    content {
      name  = parameter.value.name
      value = parameter.value.value
    }
  }
}
