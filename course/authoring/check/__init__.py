"""A course checked: every way through its scenarios, what they teach, and how they are worded."""
