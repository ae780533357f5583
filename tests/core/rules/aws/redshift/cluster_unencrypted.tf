# case: not said
resource "aws_redshift_cluster" "reports" { #!
  cluster_identifier = "reports"
}

# case: nobody knows
variable "encrypted" {}

resource "aws_redshift_cluster" "reports" {
  encrypted = var.encrypted #?
}
