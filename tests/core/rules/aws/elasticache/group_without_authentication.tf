# case: a token that nobody can know
resource "random_password" "token" {
  length = 32
}

resource "aws_elasticache_replication_group" "sessions" {
  auth_token = random_password.token.result
}

# case: perhaps a token
variable "token" {
  sensitive = true
}

resource "aws_elasticache_replication_group" "sessions" {
  auth_token = var.token #?
}
