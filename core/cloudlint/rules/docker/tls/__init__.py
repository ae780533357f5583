"""Connections of the build whose other end is not verified."""
