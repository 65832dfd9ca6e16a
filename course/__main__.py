"""`python -m course` is the same as `fineline`."""

from course.cli.main import main

if __name__ == "__main__":
    main()
