# case: private zones have none
resource "aws_route53_zone" "inside" {
  name = "internal"

  vpc {
    vpc_id = "vpc-1"
  }
}

resource "aws_route53_zone" "associated" {
  name = "other"
}

resource "aws_route53_zone_association" "associated" {
  zone_id = aws_route53_zone.associated.zone_id
  vpc_id  = "vpc-1"
}
