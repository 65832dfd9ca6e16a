"""What can be read and still is not ready for learners."""
