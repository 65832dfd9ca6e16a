"""Courses read from YAML: text in, model out, and every problem with its place, its line and its mend.

`find` says where a course is; `courses` reads it, or one scenario of it, or its table of contents alone, and
`contents_cache` keeps that for the next time.
"""
