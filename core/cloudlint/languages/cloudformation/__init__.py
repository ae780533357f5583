"""CloudFormation and SAM: templates in YAML and JSON, translated into the canonical (Terraform's) vocabulary."""
