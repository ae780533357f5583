# case: version 6 of the provider makes it private by itself
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

resource "aws_redshift_cluster" "reports" {
  cluster_identifier = "reports"
}

# case: version 5 does not
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.80"
    }
  }
}

resource "aws_redshift_cluster" "reports" { #!
  cluster_identifier = "reports"
}

# case: not said
resource "aws_redshift_cluster" "reports" { #!
  cluster_identifier = "reports"
}
