"""A course checked: every way through its scenarios, what they teach, and how they are worded.

A new check has its code in `course.reading.problems.codes`, its call in `run.py` or the `__init__` beside it, and its
entry in `course/authoring/explain/`.
"""
