"""What gets into an image, and where."""
