"""Glue: the data catalogue, jobs and their security."""
