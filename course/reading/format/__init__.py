"""What may be written: the field tables, and the records that are built out of what they take in."""
