"""A course read blind."""
