# case: inside the cluster, as providers before version 6 have it
resource "aws_redshift_cluster" "reports" {
  logging {
    enable      = true
    bucket_name = "audit"
  }
}

# case: switched off there
resource "aws_redshift_cluster" "reports" {
  logging {
    enable = false #!
  }
}
