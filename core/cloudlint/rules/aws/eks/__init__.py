"""Elastic Kubernetes Service: clusters and their nodes."""
