"""Slips of authors, made by machine in every scenario that lies here: what the reader says, and what `fix` does."""
