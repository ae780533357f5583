"""Nothing to import: where the bytecode of this module would be lies the start image (`image.py`)."""
