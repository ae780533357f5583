"""Caches: Redis, Valkey and Memcached of ElastiCache."""
