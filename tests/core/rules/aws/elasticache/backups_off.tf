# case: not said
resource "aws_elasticache_cluster" "sessions" { #!
  engine = "redis"
}

# case: Memcached has no backups
resource "aws_elasticache_cluster" "sessions" {
  engine = "memcached"
}
