# case: advanced selectors, for everything and for reads only
resource "aws_cloudtrail" "all" {
  name           = "all"
  s3_bucket_name = "example"

  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }

    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
  }
}

resource "aws_cloudtrail" "reads" { #!
  name           = "reads"
  s3_bucket_name = "example"

  advanced_event_selector {
    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }

    field_selector {
      field  = "readOnly"
      equals = ["true"]
    }
  }
}

# case: management events only
resource "aws_cloudtrail" "management" {
  name           = "management"
  s3_bucket_name = "example"

  event_selector { #!
    read_write_type = "All"
  }
}
