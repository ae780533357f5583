"""Caches in front of DynamoDB."""
