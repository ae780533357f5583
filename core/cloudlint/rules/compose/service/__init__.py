"""What services of Compose may do on their host, and what keeps them running."""
