"""A file as text, and a text as YAML events."""
