"""Courses read from YAML: text in, model out, and every problem with its place, its line and its mend."""

from course.reading.codes import CODES, Code, Level
from course.reading.courses import Contents, Reading, Unavailable, read_contents, read_course, read_scenario, reason
from course.reading.find import CourseNotFound, find_course
from course.reading.problems import Place, Problem
from course.reading.showing import show
from course.text.clean import clean

__all__ = [
    "CODES",
    "Code",
    "Contents",
    "CourseNotFound",
    "Level",
    "Place",
    "Problem",
    "Reading",
    "Unavailable",
    "clean",
    "find_course",
    "read_contents",
    "read_course",
    "read_scenario",
    "reason",
    "show",
]
