"""Directory Service."""
