"""What a course is: records, filled by `course.reading`, read by everything else.

Nothing here reads files, draws screens or knows the time, and nothing here knows where it was written: the reading
keeps that apart (see `course.reading.positions`). Every text has been cleaned on the way in (see `course.text.clean`),
so a face may show it as it is, though never as markup.
"""

from course.model.condition import ALWAYS, Condition
from course.model.contact import Contact
from course.model.course import Course
from course.model.limits import NO_LIMITS, Due, Limit, Limits
from course.model.messages import Medium, Message
from course.model.rules import Pair, Rule
from course.model.scenario import (
    WEEKDAYS,
    Branch,
    Choice,
    Ending,
    Exercise,
    Head,
    Person,
    PersonDay,
    Scenario,
    Scene,
    Seen,
)
from course.model.sides import Side, Verdict

__all__ = [
    "ALWAYS",
    "NO_LIMITS",
    "WEEKDAYS",
    "Branch",
    "Choice",
    "Condition",
    "Contact",
    "Course",
    "Due",
    "Ending",
    "Exercise",
    "Head",
    "Limit",
    "Limits",
    "Medium",
    "Message",
    "Pair",
    "Person",
    "PersonDay",
    "Rule",
    "Scenario",
    "Scene",
    "Seen",
    "Side",
    "Verdict",
]
