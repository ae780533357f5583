# case: none at all
resource "aws_rds_cluster" "orders" { #!
  engine = "aurora-mysql"
}

# case: among others
resource "aws_rds_cluster" "orders" {
  engine                          = "aurora-mysql"
  enabled_cloudwatch_logs_exports = ["error", "audit"]
}

# case: one of them is unknown
variable "log" {}

resource "aws_rds_cluster" "orders" {
  engine                          = "aurora-mysql"
  enabled_cloudwatch_logs_exports = ["error", var.log] #?
}
