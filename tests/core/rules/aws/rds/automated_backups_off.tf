# case: RDS takes 0 to 35 days
resource "aws_rds_cluster" "orders" {
  backup_retention_period = 36 #!
}

# case: the longest
resource "aws_db_instance" "orders" {
  backup_retention_period = 35
}

# case: nobody knows
variable "days" {}

resource "aws_db_instance" "orders" {
  backup_retention_period = var.days #?
}
