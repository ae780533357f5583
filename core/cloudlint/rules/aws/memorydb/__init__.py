"""MemoryDB clusters and snapshots."""
