# case: an instance keeps none unless told to
resource "aws_db_instance" "orders" { #!
  engine = "postgres"
}

# case: a cluster keeps them for one day unless told otherwise
resource "aws_rds_cluster" "orders" { #!
  engine = "aurora-mysql"
}

# case: a replica's source is what is backed up
resource "aws_db_instance" "replica" {
  replicate_source_db = "orders"
}
