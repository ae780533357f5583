# case: no policy is the one from 2016
resource "aws_lb_listener" "site" { #!
  protocol        = "HTTPS"
  certificate_arn = "arn:aws:acm:eu-central-1:111122223333:certificate/1"
}

# case: plain HTTP and TCP have none
resource "aws_lb_listener" "http" {
  protocol = "HTTP"
}

resource "aws_lb_listener" "tcp" {
  protocol = "TCP"
}

# case: old and new names
resource "aws_lb_listener" "old" {
  protocol   = "TLS"
  ssl_policy = "ELBSecurityPolicy-FS-1-1-2019-08" #!
}

resource "aws_lb_listener" "new" {
  protocol   = "TLS"
  ssl_policy = "ELBSecurityPolicy-TLS13-1-3-2021-06"
}

# case: a name that AWS may invent tomorrow
resource "aws_lb_listener" "site" {
  protocol   = "HTTPS"
  ssl_policy = "ELBSecurityPolicy-2031-01"
}
