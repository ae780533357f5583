# case: the ACL as an argument of the bucket, as before version 4 of the provider
resource "aws_s3_bucket" "site" {
  bucket = "example-site"
  acl    = "public-read-write" #!
}

# case: private, said or not said
resource "aws_s3_bucket" "said" {
  acl = "private"
}

resource "aws_s3_bucket" "unsaid" {
}

# case: through a variable with a default
variable "acl" {
  default = "public-read"
}

resource "aws_s3_bucket_acl" "site" {
  bucket = "example-site"
  acl    = var.acl #!
}

# case: nobody knows
variable "acl" {}

resource "aws_s3_bucket_acl" "site" {
  bucket = "example-site"
  acl    = var.acl #?
}

# case: grants, one to everyone
resource "aws_s3_bucket" "site" {
  grant {
    type        = "Group"
    permissions = ["READ"]
    uri         = "http://acs.amazonaws.com/groups/s3/LogDelivery"
  }

  grant {
    type        = "Group"
    permissions = ["READ"]
    uri         = "http://acs.amazonaws.com/groups/global/AllUsers" #!
  }
}

# case: a grant in an access control policy
resource "aws_s3_bucket_acl" "site" {
  bucket = "example-site"

  access_control_policy {
    grant {
      permission = "READ"

      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/global/AllUsers" #!
      }
    }

    owner {
      id = "0123456789abcdef"
    }
  }
}
