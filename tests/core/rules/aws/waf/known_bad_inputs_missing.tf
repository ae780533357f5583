# case: a group of our own may hold anything
resource "aws_wafv2_web_acl" "site" {
  rule {
    statement {
      rule_group_reference_statement {
        arn = "arn:aws:wafv2:eu-central-1:111122223333:regional/rulegroup/ours/1"
      }
    }
  }
}

# case: rules in JSON, and rules over something unknown
variable "groups" {}

resource "aws_wafv2_web_acl" "json" {
  rule_json = "[]"
}

resource "aws_wafv2_web_acl" "dynamic" {
  dynamic "rule" {
    for_each = var.groups

    content {
      statement {
        managed_rule_group_statement {
          name        = rule.value
          vendor_name = "AWS"
        }
      }
    }
  }
}

# case: the managed group, once in earnest and once only counting
resource "aws_wafv2_web_acl" "stops" {
  rule {
    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
        vendor_name = "AWS"
      }
    }
  }
}

resource "aws_wafv2_web_acl" "counts" { #!
  rule {
    override_action {
      count {}
    }

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
        vendor_name = "AWS"
      }
    }
  }
}
