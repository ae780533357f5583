# case: an engine without the setting, and one that encrypts
resource "aws_dms_endpoint" "bucket" {
  engine_name = "s3"
}

resource "aws_dms_endpoint" "orders" {
  engine_name = "postgres"
  ssl_mode    = "require"
}

# case: not set is none
resource "aws_dms_endpoint" "orders" { #!
  engine_name = "mysql"
}
