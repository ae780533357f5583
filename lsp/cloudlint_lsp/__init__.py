"""The language server: a thin translator between editors and the core. Not written yet."""
