# case: not said
resource "aws_elasticsearch_domain" "search" { #!
  cluster_config {
    instance_count = 2
  }
}

# case: one node has nobody to talk to
resource "aws_opensearch_domain" "search" {
  cluster_config {
    instance_count = 1
  }
}

# case: a map, as Terraform 0.11 had it
resource "aws_opensearch_domain" "search" {
  cluster_config = {
    instance_count = 2
  }
  node_to_node_encryption = {
    enabled = true
  }
}
