# case: a bucket alone switches nothing on
resource "aws_lb" "site" {
  access_logs { #!
    bucket = "logs"
  }
}

# case: a gateway load balancer has none
resource "aws_lb" "site" {
  load_balancer_type = "gateway"
}
