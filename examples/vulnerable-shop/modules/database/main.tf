variable "name" {
  type = string
}

variable "password" {
  type      = string
  sensitive = true
}

variable "encrypted" {
  type    = bool
  default = true
}

variable "public" {
  type    = bool
  default = false
}

resource "aws_db_instance" "this" {
  identifier                = var.name
  engine                    = "postgres"
  instance_class            = "db.t4g.small"
  allocated_storage         = 20
  username                  = "shop"
  password                  = var.password
  storage_encrypted         = var.encrypted
  publicly_accessible       = var.public
  backup_retention_period   = 14
  deletion_protection       = true
  final_snapshot_identifier = "${var.name}-final"
}

output "address" {
  value = aws_db_instance.this.address
}
