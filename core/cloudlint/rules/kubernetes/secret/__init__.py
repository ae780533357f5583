"""What secrets give away."""
