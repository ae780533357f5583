"""Elastic Container Service: clusters, services and task definitions."""
