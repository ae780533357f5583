# case: a rule for the whole bucket, with an empty filter or none
resource "aws_s3_bucket_lifecycle_configuration" "fine" {
  bucket = "example"

  rule {
    id     = "uploads"
    status = "Enabled"

    filter {
      prefix = ""
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 3
    }
  }
}

# case: disabled, and for a part of the bucket only
resource "aws_s3_bucket_lifecycle_configuration" "partly" { #!
  bucket = "example"

  rule {
    id     = "off"
    status = "Disabled"

    abort_incomplete_multipart_upload {
      days_after_initiation = 3
    }
  }

  rule {
    id     = "tagged"
    status = "Enabled"

    filter {
      tag {
        key   = "tier"
        value = "cold"
      }
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 3
    }
  }
}

# case: rules that nobody knows
variable "rules" {}

resource "aws_s3_bucket_lifecycle_configuration" "given" {
  bucket = "example"

  dynamic "rule" { #?
    for_each = var.rules
    content {
      id     = rule.value
      status = "Enabled"
    }
  }
}
