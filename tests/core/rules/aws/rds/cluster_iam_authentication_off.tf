# case: not said
resource "aws_rds_cluster" "orders" { #!
  engine = "aurora-mysql"
}

# case: serverless v1 cannot
resource "aws_rds_cluster" "orders" {
  engine_mode = "serverless"
}
