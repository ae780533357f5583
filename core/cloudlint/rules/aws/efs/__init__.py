"""Shared file systems, their access points and policies."""
