"""`python -m course` is the same as `fineline`."""

from course.cli.main import leave

if __name__ == "__main__":
    leave()
