# case: by days, by a rate, by a calendar that this rule does not read
resource "aws_secretsmanager_secret_rotation" "days" {
  secret_id = "a"
  rotation_rules {
    automatically_after_days = 91 #!
  }
}

resource "aws_secretsmanager_secret_rotation" "rate" {
  secret_id = "b"
  rotation_rules {
    schedule_expression = "rate(180 days)" #!
  }
}

resource "aws_secretsmanager_secret_rotation" "often" {
  secret_id = "c"
  rotation_rules {
    schedule_expression = "rate(100 hours)"
  }
}

resource "aws_secretsmanager_secret_rotation" "calendar" {
  secret_id = "d"
  rotation_rules {
    schedule_expression = "cron(0 8 1 * ? *)"
  }
}

# case: nobody knows
variable "days" {}

resource "aws_secretsmanager_secret_rotation" "given" {
  secret_id = "e"
  rotation_rules {
    automatically_after_days = var.days #?
  }
}
