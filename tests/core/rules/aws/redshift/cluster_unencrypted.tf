# case: version 6 of the provider encrypts by itself
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.2, < 7"
    }
  }
}

resource "aws_redshift_cluster" "reports" {
  cluster_identifier = "reports"
}

# case: not said
resource "aws_redshift_cluster" "reports" { #!
  cluster_identifier = "reports"
}

# case: nobody knows
variable "encrypted" {}

resource "aws_redshift_cluster" "reports" {
  encrypted = var.encrypted #?
}
