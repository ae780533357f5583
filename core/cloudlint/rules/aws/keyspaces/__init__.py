"""Keyspaces, the managed Cassandra."""
