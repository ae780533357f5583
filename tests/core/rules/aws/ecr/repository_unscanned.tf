# case: the registry scans for all its repositories
resource "aws_ecr_registry_scanning_configuration" "all" {
  scan_type = "ENHANCED"

  rule {
    scan_frequency = "CONTINUOUS_SCAN"

    repository_filter {
      filter      = "*"
      filter_type = "WILDCARD"
    }
  }
}

resource "aws_ecr_repository" "app" {
  name = "app"
}

# case: nothing said, and said on one line
resource "aws_ecr_repository" "silent" { #!
  name = "silent"
}

resource "aws_ecr_repository" "scanned" {
  name = "scanned"
  image_scanning_configuration { scan_on_push = true }
}
