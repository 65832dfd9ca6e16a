"""The reading copy: a few walks that together show all that a scenario can say, for an editor with a pencil."""
