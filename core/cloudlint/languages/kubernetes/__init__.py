"""Kubernetes: manifests in YAML and JSON, in the words of the Kubernetes API."""
