# A small web shop, as one finds it after a hurried first year. Every fault in here is on purpose: never apply it.

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

provider "aws" {
  region = var.region
}

locals {
  name = "shop-${var.environment}"
}

module "orders" {
  source = "./modules/database"

  name      = "${local.name}-orders"
  password  = var.database_password
  encrypted = false # the first snapshot was not, so neither is this
  public    = true
}

module "reviews" {
  source = "./modules/database"

  name     = "${local.name}-reviews"
  password = var.database_password
}
