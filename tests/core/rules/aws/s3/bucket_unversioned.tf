# case: inline, as before version 4 of the provider
resource "aws_s3_bucket" "on" {
  versioning {
    enabled = true
  }
}

resource "aws_s3_bucket" "off" {
  versioning {
    enabled = false #!
  }
}

resource "aws_s3_bucket" "unset" {
  versioning { #!
  }
}

# case: suspended in a resource of its own
resource "aws_s3_bucket" "reports" {
  bucket = "example"
}

resource "aws_s3_bucket_versioning" "reports" {
  bucket = aws_s3_bucket.reports.bucket

  versioning_configuration {
    status = "Suspended" #!
  }
}

# case: decided by a variable without a default
variable "status" {}

resource "aws_s3_bucket" "perhaps" {
  bucket = "example"
}

resource "aws_s3_bucket_versioning" "perhaps" {
  bucket = aws_s3_bucket.perhaps.id

  versioning_configuration {
    status = var.status #?
  }
}
