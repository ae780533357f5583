variable "region" {
  type    = string
  default = "eu-central-1"
}

variable "environment" {
  type = string
}

variable "assets_acl" {
  description = "Who may read the pictures of the products."
  type        = string
  default     = "private"
}

variable "office_networks" {
  description = "Given on the command line by the people who run this; nobody can know it here."
  type        = list(string)
}

variable "database_password" {
  type      = string
  sensitive = true
}
