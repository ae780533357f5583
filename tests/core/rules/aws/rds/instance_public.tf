# case: private unless somebody says otherwise
resource "aws_db_instance" "orders" {
  instance_class = "db.t4g.medium"
}

# case: an instance of Aurora
resource "aws_rds_cluster_instance" "orders" {
  publicly_accessible = true #!
}

# case: the caller decides
variable "public" {}

resource "aws_db_instance" "orders" {
  publicly_accessible = var.public #?
}
