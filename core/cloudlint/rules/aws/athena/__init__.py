"""Athena databases and workgroups."""
