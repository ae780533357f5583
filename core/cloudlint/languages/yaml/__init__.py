"""YAML, for every format that is written in it: text to nodes with places, nodes to Values, and edits."""
