"""The version. A test holds it equal to that of `pyproject.toml`: asking the installed metadata would cost 10 ms."""

VERSION = "0.1.0"
