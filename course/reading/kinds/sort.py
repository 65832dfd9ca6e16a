"""The exercise kind `sort`, as authors write it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.reading.fields import Field, Id, Items, One, OneOf, Refs, Table, Text, Way
from course.reading.kinds.kind import WrittenKind
from course.reading.naming import Read, Values, with_ids
from course.reading.positions import Spots
from course.reading.problems import Findings
from course.reading.shared import BRANCH

if TYPE_CHECKING:
    from course.model.kinds.sort import Sort, Statement


def statements(read: list[Read], findings: Findings) -> tuple[Statement, ...]:
    """The statements of a sort. Each follows rules or breaks some, not both: it is put on one side."""
    for _, spots in read:
        both = [name for name in ("follows", "breaks") if name in spots]
        if len(both) == 1:
            continue
        if both:
            message = "This statement follows a rule and breaks one, so it belongs on neither side."
            findings.add("wrong-count", max(spots[name] for name in both), message, "Keep follows: or breaks:.")
        else:
            message = "This statement neither follows nor breaks a rule, so it belongs on neither side."
            mend = "Add follows: with the id of a rule if it is a do, or breaks: if it is a don't."
            findings.add("missing", spots[""], message, mend)
    from course.model.kinds.sort import Statement  # only once a scene is read: not before the first page

    return tuple(Statement(**values) for values, _ in with_ids(read, "statement", findings))


def sort(values: dict[str, Any], spots: Spots, findings: Findings) -> Sort:
    """The sort. Drafts on a line stand in their right order, so the dos come first, and there are both."""
    from course.model.kinds.sort import Show, Sort

    found: tuple[Statement, ...] = values.get("statements", ())
    show = Show(values.get("show", "one"))
    sides = [each.is_do for each in found]
    if show is Show.LINE and found:
        if len(set(sides)) == 1:
            message = "There is nowhere to draw the line: all these drafts lie on the same side of it."
            findings.add("wrong-count", spots["statements"], message, "Let some follow a rule, and others break one.")
        elif sides != sorted(sides, reverse=True):
            message = "Drafts on a line stand in their right order, the best first, and here a do comes after a don't."
            mend = "Write those with follows: first, and those with breaks: after them."
            findings.add("bad-value", spots["statements"], message, mend)
    return Sort(found, values.get("question", ""), show, values.get("next", ()))


def exercise(scene: Values) -> Sort:
    """The exercise."""
    found: Sort = scene["sort"]
    return found


STATEMENT = Table(
    "statement",
    (
        Field("id", Id(), "only if you want to reword a statement and keep learners' history tied to it", "card"),
        Field("given", Text(), "the fact that decides it, in one sentence", 'She had said, "Call me on Friday."'),
        Field("say", Text(), "something one might do, or a draft to judge", "Ring her on Wednesday.", required=True),
        Field("follows", Refs("rule"), "the rule it follows; it belongs on the do side", "thanks"),
        Field("breaks", Refs("rule"), "the rule it breaks; it belongs on the don't side", "unannounced"),
        Field("because", Text(), "one sentence of why, shown after the answer", "She named the day.", required=True),
    ),
    one_of=("follows", "breaks"),
)

SORT = Table(
    "sort",
    (
        Field("question", Text(), "a line above the statements", "Would you?"),
        Field(
            "show",
            OneOf({"one": "one", "list": "list", "line": "line"}),
            "one at a time, as a list, or as drafts to put in order and draw the line between; one if you leave it out",
            "list",
        ),
        Field(
            "statements",
            Items(STATEMENT, 2, 12, statements),
            "two to twelve statements; drafts on a line are written from the best to the worst",
            "\n- say: Send a card the same evening.\n  follows: thanks\n  because: It is early, and it is short.",
            required=True,
        ),
        Field("next", Way(BRANCH, 20), "the scene that follows, or a list of branches", "monday", required=True),
    ),
)

KIND = WrittenKind(
    name="sort",
    fields=(
        Field(
            "sort",
            One(SORT, sort),
            "instead of choices: statements to put on the do or the don't side",
            "\nstatements:\n  - say: Send a card tonight.\n    follows: thanks\n    because: It is early.\nnext: end",
        ),
    ),
    tables=(SORT, STATEMENT),
    guide={
        "A sort": (SORT, "Under `sort:` in a scene."),
        "A statement": (STATEMENT, "Under `statements:`, each begins with a dash. It follows a rule, or breaks one."),
    },
    exercise=exercise,
)
