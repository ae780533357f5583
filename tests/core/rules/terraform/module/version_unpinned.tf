# case: a registry, with and without a version
module "network" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 5.0"
}

module "storage" {
  source = "example.com/platform/storage/aws//inner" #!
}

# case: a branch is the newest as well
module "network" {
  source = "git@example.com:platform/network.git?ref=main" #!
}

# case: a short address of GitHub, with a tag
module "network" {
  source = "github.com/example/network?ref=v1.2.0"
}
