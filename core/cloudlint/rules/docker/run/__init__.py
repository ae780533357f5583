"""The commands of RUN."""
