# case: made-up keys for a double of AWS on this machine
provider "aws" {
  access_key = "test"
  secret_key = "test"
}

# case: from outside
provider "aws" {
  access_key = var.key #?
}

variable "key" {}

# case: a second one by another name
provider "aws" {
  alias      = "backup"
  access_key = "AKIAIOSFODNN7EXAMPLE" #!
}
