"""Web application firewalls, version 2 and classic."""
