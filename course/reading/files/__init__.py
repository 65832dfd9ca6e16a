"""Which files there are: the course, its scenarios, copies, and files that only look as if they belonged."""
