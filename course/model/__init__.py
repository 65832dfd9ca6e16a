"""What a course is: plain frozen records, filled by `course.reading`, read by everything else.

Nothing here reads files, draws screens or knows the time. Every text has been cleaned on the way in
(see `course.text.clean`), so a face may show it as it is, though never as markup.

The records that authors write keep `spots`: where each field of theirs stands in its file, for
problems found after reading. Spots take no part in equality.
"""

from course.model.course import Course
from course.model.limits import NO_LIMITS, Limit, Limits
from course.model.line import Side, Verdict
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
from course.model.spots import NO_SPOTS, Spot, Spots

__all__ = [
    "NO_LIMITS",
    "NO_SPOTS",
    "WEEKDAYS",
    "Branch",
    "Choice",
    "Course",
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
    "Spot",
    "Spots",
    "Verdict",
    "no_spots",
]
