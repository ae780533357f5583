# case: the default is public, to everyone
resource "aws_eks_cluster" "main" {
  vpc_config { #!
    subnet_ids = ["subnet-1", "subnet-2"]
  }
}

# case: one of the ranges is everyone
resource "aws_eks_cluster" "main" {
  vpc_config {
    endpoint_public_access = true
    public_access_cidrs    = ["198.51.100.7/32", "0.0.0.0/0"] #!
  }
}

# case: private, or limited
resource "aws_eks_cluster" "private" {
  vpc_config {
    endpoint_private_access = true
    endpoint_public_access  = false
  }
}

resource "aws_eks_cluster" "limited" {
  vpc_config {
    public_access_cidrs = ["198.51.100.7/32"]
  }
}

# case: nobody knows the ranges
variable "ranges" {
  type = list(string)
}

resource "aws_eks_cluster" "main" {
  vpc_config {
    public_access_cidrs = var.ranges #?
  }
}
