# case: not said
resource "aws_redshift_cluster" "reports" { #!
  cluster_identifier = "reports"
}
