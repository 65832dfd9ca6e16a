"""Names across a course: whether they are one person's or two."""

from __future__ import annotations

import pytest

from course.authoring.check import names
from course.authoring.check.finding import Found
from course.model import Arrival, Medium, Person, Scenario
from course.model.kinds.message import MessageInParts, Part
from course.model.record import replace
from tests.authoring.check.courses import decision, ending, scenario
from tests.builders import choice, scene


def tale(id: str, with_: str = "", *people: Person, sender: str = "", to: str = "") -> Scenario:
    """A scenario with these people, in which a note arrives from somebody, and a message goes to somebody."""
    first = decision("one", choice("a", "two"), choice("b", "two"))
    first = replace(first, arrives=(Arrival(Medium.NOTE, "Come in.", sender),))
    two = scene("two", MessageInParts((Part("p", "P", ()),), to=to, next=choice("x", "end").next))
    made = scenario(first, two, ending("end", "assertive"), id=id)
    return replace(made, head=replace(made.head, other=with_, people=people))


def found(*tales: Scenario) -> list[Found]:
    return list(names.find(tales))


DANA = "Dana Whitfield, runs a furniture store"


@pytest.mark.parametrize("other", ["Dana Moss, a nurse", "Ruth Whitfield, a nurse", "Dana Whitfield, a nurse"])
def test_one_name_for_two_people(other: str) -> None:
    (problem,) = found(tale("one", DANA), tale("two", other))
    assert (problem.code, problem.at.file, problem.at.way) == ("shared-name", "two.yaml", ("with",))
    assert "and Dana Whitfield (runs a furniture store) in one." in problem.message


@pytest.mark.parametrize("other", ["Ruth Moss, a nurse", "Mr. Moss", "the panel, four of them", DANA, ""])
def test_names_that_nobody_mixes_up(other: str) -> None:
    assert found(tale("one", DANA), tale("two", other)) == []


def test_one_person_in_two_scenarios_is_told_by_what_is_said_of_them() -> None:
    dana = Person("dana", "Dana Whitfield", "the one you spoke with")
    assert found(tale("one", DANA, dana), tale("two", "", dana)) == []
    (problem,) = found(tale("one", DANA, dana), tale("two", "", replace(dana, role="your aunt")))
    assert (problem.code, problem.at.way) == ("shared-name", ("people", "dana", "name"))


def test_titles_and_what_stands_small_in_a_name_are_nobodys() -> None:
    assert found(tale("one", "Dr. Ruth van Laar, a nurse"), tale("two", "Dr. Moss van Horn, a nurse")) == []


@pytest.mark.parametrize("sender", ["Dana Whitfeld", "Dana Moss", "Diana Whitfield"])
def test_one_person_with_two_names(sender: str) -> None:
    (problem,) = found(tale("one", DANA, sender=sender))
    assert (problem.code, problem.at.way) == ("two-names", ("scenes", "one", "arrives", "note", "from"))
    assert [each.way for each in problem.also] == [("with",)]
    (problem,) = found(tale("one", DANA, to=sender))
    assert (problem.code, problem.at.way) == ("two-names", ("scenes", "two", "to"))


@pytest.mark.parametrize("sender", ["Dana", "Ms. Whitfield", "Dana Whitfield", "Furniture Store", "no-reply", ""])
def test_what_a_sender_may_be_called(sender: str) -> None:
    assert found(tale("one", DANA, sender=sender)) == []


def test_names_in_a_script_without_capitals_are_compared_as_they_stand() -> None:
    one, other = Person("a", "田中 花子", "店長"), Person("a", "田中 太郎", "係長")
    assert [each.code for each in found(tale("one", "", one), tale("two", "", other))] == ["shared-name"]
    assert found(tale("one", "", one), tale("two", "", one)) == []
