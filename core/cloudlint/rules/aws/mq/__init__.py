"""Managed message brokers."""
