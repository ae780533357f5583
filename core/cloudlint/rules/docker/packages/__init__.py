"""Package managers on the command lines of RUN."""
