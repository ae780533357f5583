# case: an alias needs no records
resource "aws_route53_record" "site" {
  name = "site"
  type = "A"

  alias {
    name                   = "lb.example.net"
    zone_id                = "Z1"
    evaluate_target_health = true
  }
}

# case: neither
resource "aws_route53_record" "site" { #!
  name = "site"
  type = "A"
}
