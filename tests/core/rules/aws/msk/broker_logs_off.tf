# case: one of several
resource "aws_msk_cluster" "events" {
  logging_info {
    broker_logs {
      s3 {
        enabled = true
      }
    }
    broker_logs {
      firehose {
        enabled = false
      }
    }
  }
}

# case: nobody knows
variable "logged" {}

resource "aws_msk_cluster" "events" {
  logging_info {
    broker_logs {
      s3 {
        enabled = var.logged #?
      }
    }
  }
}
