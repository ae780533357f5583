# case: not said
resource "aws_rds_global_cluster" "orders" { #!
  global_cluster_identifier = "orders"
}

# case: encrypted as its source is
resource "aws_rds_global_cluster" "orders" {
  global_cluster_identifier    = "orders"
  source_db_cluster_identifier = aws_rds_cluster.orders.arn
}

resource "aws_rds_cluster" "orders" {
  engine            = "aurora-mysql"
  storage_encrypted = true
}
