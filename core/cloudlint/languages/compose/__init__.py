"""Docker Compose: the services of a project, with overrides, `extends`, `include` and variables worked out."""
