# case: a redirect that keeps the protocol
resource "aws_lb_listener" "site" {
  protocol = "HTTP" #!

  default_action {
    type = "redirect"

    redirect {
      host        = "www.example.com"
      status_code = "HTTP_301"
    }
  }
}

# case: nobody knows where it redirects to
variable "protocol" {}

resource "aws_lb_listener" "site" {
  protocol = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      protocol    = var.protocol #?
      status_code = "HTTP_301"
    }
  }
}

# case: HTTPS, and a network load balancer
resource "aws_lb_listener" "site" {
  protocol = "HTTPS"

  default_action {
    type = "forward"
  }
}

resource "aws_alb_listener" "tcp" {
  protocol = "TCP"

  default_action {
    type = "forward"
  }
}
