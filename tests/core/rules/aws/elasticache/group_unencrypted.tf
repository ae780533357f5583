# case: not said
resource "aws_elasticache_replication_group" "sessions" { #!
  engine = "redis"
}

# case: Valkey encrypts unless told not to
resource "aws_elasticache_replication_group" "sessions" {
  engine = "valkey"
}

# case: a member of a global group is as the group is
resource "aws_elasticache_replication_group" "sessions" {
  at_rest_encryption_enabled = "true"
}
