"""The exercise kind `sort`, as authors write it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from course.model.record import Record
from course.reading.format.fields import Field, Id, Items, One, OneOf, Refs, Table, Text, Texts, Values, WrittenKind
from course.reading.format.shared import NEXT, a_rule, told
from course.reading.problems.positions import Spots
from course.reading.problems.problem import Findings

if TYPE_CHECKING:
    from course.model.kinds.sort import Statement


def statement(values: Values, spots: Spots, findings: Findings) -> Record:
    """A statement of a sort. It does not follow rules and break some: it is put on one side."""
    from course.model.kinds.sort import Statement  # only once a scene is read: not before the first page

    both = [spots[name] for name in ("follows", "breaks") if name in spots]
    if len(both) == 2:
        message = "This statement follows a rule and breaks one, so it belongs on neither side."
        findings.add("wrong-count", max(both), message, "Keep follows: or breaks:.")
    elif both and not values.get("follows") and not values.get("breaks"):
        findings.needed(both[0])
    return Statement(**values)


def sort(values: Values, spots: Spots, findings: Findings) -> Record:
    """The sort."""
    from course.model.kinds.sort import Asks, Show, Sort

    found = values.get("statements", ())
    show, asks = Show(values.get("show", "one")), Asks(values.get("asks", "side"))
    sides: tuple[str, ...] = values.get("sides", ())
    if "sides" in spots and len(sides) != 2:
        message = f"sides names the two sides, the do side first, and here it holds {len(sides)}."
        findings.add("wrong-count", spots["sides"], message, "Write both, such as sides: [Fine, Too much].")
        sides = ()
    for each in found:
        _check_statement(spots.within["statements", each.id], findings, decides=asks is Asks.DECIDES)
    if show is Show.LINE and found:
        _check_line(found, spots, findings)
    return Sort(found, values.get("question", ""), show, asks, sides, values.get("next", ()))


def _check_statement(spots: Spots, findings: Findings, *, decides: bool) -> None:
    """A statement belongs on a side by its rule; a fact that has none does not decide."""
    if decides and "breaks" in spots:
        message = "Where a sort asks what decides, a fact decides or it does not; it cannot break a rule."
        mend = "Write follows: with the rule that it decides about, or leave the rule out if it does not decide."
        findings.add("out-of-place", spots["breaks"], message, mend)
    elif not decides and "follows" not in spots and "breaks" not in spots:
        message = "This statement neither follows nor breaks a rule, so it belongs on neither side."
        mend = f"Add follows: if it is a do, or breaks: if it is a don't, with {a_rule(findings)}."
        findings.add("missing", spots[""], message, mend)


def _check_line(found: Sequence[Statement], spots: Spots, findings: Findings) -> None:
    """Drafts on a line stand in their right order, so the dos come first, and there are both."""
    sides = [each.is_do for each in found]
    if len(set(sides)) == 1:
        message = "There is nowhere to draw the line: all these drafts lie on the same side of it."
        findings.add("wrong-count", spots["statements"], message, "Let some follow a rule, and others break one.")
    elif sides != sorted(sides, reverse=True):
        message = "Drafts on a line stand in their right order, the best first, and here a do comes after a don't."
        mend = "Write those with follows: first, and those with breaks: after them."
        findings.add("bad-value", spots["statements"], message, mend)


STATEMENT = Table(
    "statement",
    (
        Field("id", Id(), "only if you want to reword a statement and keep learners' history tied to it", "card"),
        Field("given", Text(), "the fact that decides it, in one sentence", 'She had said, "Call me on Friday."'),
        Field("say", Text(), "something one might do, or a draft to judge", "Call her on Wednesday.", required=True),
        Field("follows", Refs("rule"), "the rule it follows; it belongs on the do side, or decides", "thanks"),
        Field("breaks", Refs("rule"), "the rule it breaks; it belongs on the don't side", "unannounced"),
        told("because", "one sentence of why, shown after the answer", "She named the day.", required=True),
        Field(
            "twin",
            Text(),
            "the statement with one fact changed, as scenario/scene/statement; leave out in front what is its own",
            "missed-date/monday/card",
        ),
    ),
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
            "asks",
            OneOf({"side": "side", "decides": "decides"}),
            "on which side of the line each belongs, or which of these facts decides; side if you leave it out",
            "decides",
        ),
        Field("sides", Texts(), "your own names of the two sides, the do side first", "[Fine, Too much]"),
        Field(
            "statements",
            Items(STATEMENT, 1, 12, statement, "say"),
            "one to twelve statements; drafts on a line are written from the best to the worst",
            "\n- say: Send a card the same evening.\n  follows: thanks\n  because: It is early, and it is short.",
            required=True,
        ),
        NEXT,
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
)
