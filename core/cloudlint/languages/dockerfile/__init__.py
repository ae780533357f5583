"""Dockerfiles: text to instructions, stages and the commands of RUN, and edits that keep how they are written."""
