# One file of the size that a commit changes: 100 lines, the kinds that occur most. For benchmarks/startup.py.

variable "environment" {
  type    = string
  default = "prod"
}

locals {
  tags = { Environment = var.environment }
}

resource "aws_s3_bucket" "assets" {
  bucket = "${var.environment}-assets"
}

resource "aws_s3_bucket_acl" "assets" {
  bucket = aws_s3_bucket.assets.id
  acl    = var.assets_acl
}

resource "aws_s3_bucket" "invoices" {
  bucket = "${var.environment}-invoices"
}

resource "aws_s3_bucket_public_access_block" "invoices" {
  bucket                  = aws_s3_bucket.invoices.id
  block_public_acls       = true
  block_public_policy     = false
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "invoices" {
  bucket = aws_s3_bucket.invoices.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}

resource "aws_security_group" "web" {
  name        = "${var.environment}-web"
  description = "Web servers"
  vpc_id      = aws_vpc.shop.id

  dynamic "ingress" {
    for_each = [22, 443]
    content {
      description = "From everywhere"
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}

data "aws_iam_policy_document" "web" {
  statement {
    sid       = "JustToMakeItWork"
    actions   = ["*"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "web" {
  name   = "web"
  role   = aws_iam_role.web.id
  policy = data.aws_iam_policy_document.web.json
}

resource "aws_instance" "web" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.small"
  subnet_id                   = aws_subnet.public.id
  vpc_security_group_ids      = [aws_security_group.web.id]
  associate_public_ip_address = true

  root_block_device {
    encrypted = false
  }
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

resource "aws_vpc" "shop" {
  cidr_block = "10.0.0.0/16"
}
