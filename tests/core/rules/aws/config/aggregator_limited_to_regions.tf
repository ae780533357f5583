# case: an organisation, with and without all regions
resource "aws_config_configuration_aggregator" "all" {
  organization_aggregation_source {
    role_arn    = "arn:aws:iam::111122223333:role/config"
    all_regions = true
  }
}

resource "aws_config_configuration_aggregator" "some" {
  organization_aggregation_source { #!
    role_arn = "arn:aws:iam::111122223333:role/config"
  }
}

# case: no source at all
resource "aws_config_configuration_aggregator" "none" { #!
  name = "none"
}
