# case: named by another group only
resource "aws_security_group" "web" { #!
  name = "web"
}

resource "aws_security_group" "db" {
  name = "db"

  ingress {
    from_port       = 5432
    to_port         = 5432
    protocol        = "tcp"
    security_groups = [aws_security_group.web.id]
  }
}

resource "aws_db_instance" "db" {
  vpc_security_group_ids = [aws_security_group.db.id]
}

# case: inside of a list that is put together, and by its name
resource "aws_security_group" "web" {
  name = "web"
}

resource "aws_security_group" "old" {
  name = "old"
}

resource "aws_instance" "web" {
  vpc_security_group_ids = concat(["sg-1"], [aws_security_group.web.id])
  security_groups        = ["old"]
}

# case: what only says where it was before, or where it is now, attaches nothing
moved {
  from = aws_security_group.old
  to   = aws_security_group.new
}

import {
  to = aws_security_group.new
  id = "sg-1"
}

resource "aws_security_group" "new" { #!
  name = "new"
}
