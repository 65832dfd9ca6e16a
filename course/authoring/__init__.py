"""What helps authors write: the schema and the guide made from the field tables, new files, mends."""
