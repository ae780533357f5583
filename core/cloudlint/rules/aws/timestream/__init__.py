"""Time series databases."""
