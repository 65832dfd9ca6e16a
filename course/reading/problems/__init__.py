"""What is wrong in a file, where, and how it is said: codes, problems, positions, and did you mean."""
