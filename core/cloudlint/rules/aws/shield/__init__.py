"""Shield Advanced: protection against floods of traffic."""
