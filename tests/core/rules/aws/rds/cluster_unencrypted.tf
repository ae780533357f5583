# case: not said
resource "aws_rds_cluster" "orders" { #!
  engine = "aurora-mysql"
}

# case: serverless v1 is always encrypted
resource "aws_rds_cluster" "orders" {
  engine            = "aurora-mysql"
  engine_mode       = "serverless"
  storage_encrypted = false
}
