# case: on unless somebody says otherwise
resource "aws_db_instance" "orders" {
  engine = "postgres"
}

# case: an instance of Aurora
resource "aws_rds_cluster_instance" "orders" {
  auto_minor_version_upgrade = "false" #!
}
