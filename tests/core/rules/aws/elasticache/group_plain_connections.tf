# case: not said
resource "aws_elasticache_replication_group" "sessions" { #!
  engine = "redis"
}

# case: Valkey uses TLS unless told not to
resource "aws_elasticache_replication_group" "sessions" {
  engine = "valkey"
}
