"""Graph databases."""
