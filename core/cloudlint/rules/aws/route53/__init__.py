"""DNS zones, records and domains."""
