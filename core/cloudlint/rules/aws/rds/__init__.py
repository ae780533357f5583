"""Relational databases: RDS and Aurora."""
