# case: none at all
resource "aws_neptune_cluster" "people" { #!
  cluster_identifier = "people"
}

# case: nobody knows
variable "logs" {}

resource "aws_neptune_cluster" "people" {
  enable_cloudwatch_logs_exports = var.logs #?
}
