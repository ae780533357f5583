# case: the first good one
resource "aws_db_instance" "orders" {
  engine         = "postgres"
  engine_version = "13.3"
}

# case: Aurora counts by itself
resource "aws_rds_cluster" "orders" {
  engine         = "aurora-postgresql"
  engine_version = "11.8" #!
}

# case: very old
resource "aws_db_instance" "orders" {
  engine         = "postgres"
  engine_version = "9.6.21" #!
}

# case: the newest of a major version
resource "aws_db_instance" "orders" {
  engine         = "postgres"
  engine_version = "13"
}
