"""A course checked: every way through its stories, what they teach, and how they are worded."""
