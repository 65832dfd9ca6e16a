"""The stream of events that a text is read from."""

from __future__ import annotations

from course.reading.problems.problem import Findings
from course.reading.yaml.parsing import END, STOPPED, TEXT, Budget, Event, Parser


def parser(text: str, budget: Budget | None = None) -> Parser:
    return Parser(text, Findings("scenario.yaml", text), budget or Budget())


def events(text: str, budget: Budget | None = None) -> list[Event]:
    """All events of a text, as far as it can be read."""
    parsed, found = parser(text, budget), list[Event]()
    try:
        while True:
            found.append(parsed.next())
    except STOPPED:
        return found


def test_every_text_comes_as_it_was_written_with_its_place() -> None:
    assert [event for event in events("a: no\nb: [12:30, '']\n") if event[0] is TEXT] == [
        (TEXT, "a", 1, 1),
        (TEXT, "no", 1, 4),
        (TEXT, "b", 2, 1),
        (TEXT, "12:30", 2, 5),
        (TEXT, "", 2, 12),
    ]


def test_what_an_event_begins_can_be_passed_over() -> None:
    parsed = parser("a:\n  - b: c\n    d: [e, f]\ng: h\n")
    assert [parsed.next()[1] for _ in range(2)] == ["", "a"]
    parsed.skip(parsed.next())
    assert parsed.next()[1] == "g"


def test_a_budget_is_spent_event_by_event() -> None:
    budget = Budget(events=100)
    found = events("a: [b, c]\n", budget)
    assert found[-1][0] is END
    assert budget.events == 100 - len(found) - len(["stream begins", "document begins", "document ends"])


def test_nothing_is_read_past_the_budget() -> None:
    assert len(events("a: [b, c]\n", Budget(events=4))) == 2
