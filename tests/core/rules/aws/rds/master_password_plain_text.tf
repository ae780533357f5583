# case: the default of a variable is plain text too
variable "password" {
  default = "hunter2"
}

resource "aws_rds_cluster" "orders" {
  master_password = var.password #!
}

# case: made by Terraform
resource "random_password" "orders" {
  length = 32
}

resource "aws_db_instance" "orders" {
  password = random_password.orders.result #?
}

# case: from outside
variable "password" {
  sensitive = true
}

resource "aws_docdb_cluster" "orders" {
  master_password = var.password #?
}

# case: none
resource "aws_db_instance" "orders" {
  manage_master_user_password = true
}
