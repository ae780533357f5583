"""Elastic MapReduce: clusters and their security configurations."""
