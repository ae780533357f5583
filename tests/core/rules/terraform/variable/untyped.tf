# case: a type is no value, and nothing is undecided about it
variable "names" {
  type = list(string)
}

# case: none
variable "names" { #!
  default = []
}
