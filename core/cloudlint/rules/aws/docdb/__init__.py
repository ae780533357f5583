"""DocumentDB clusters and their parameters."""
