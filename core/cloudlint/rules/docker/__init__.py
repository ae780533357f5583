"""Dockerfiles: what an image is made of, and what is done while it is built."""
