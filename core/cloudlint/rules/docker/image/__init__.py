"""What an image says of itself: its base, user, ports and programs."""
