"""What is asked blind: the options of a decision and nothing else, wherever one can be right or wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.authoring.blind import writing
from course.authoring.blind.items import Group, Item, items
from course.authoring.blind.sheet import sheet
from course.authoring.check.wording.tools.items import Items
from course.model import Condition, Verdict
from course.model.kinds.calendar import Calendar, Early, Way
from course.model.kinds.message import Alternative, MessageInParts, Part
from course.model.kinds.onward import Onward
from course.model.kinds.sort import Asks, Show, Sort, Statement
from course.model.record import replace
from course.model.renamed import Former
from course.reading.courses import read_course
from tests.authoring.blind.made import DO, DONT, EITHER, FOLDERS, asked, course_items, of, said, scenario


def verdicts(item: Item) -> list[Verdict]:
    return [each.verdict for each in item.options]


def test_the_options_of_a_decision_alone() -> None:
    (item,) = asked(of(DO, DONT))
    assert [each.say for each in item.options] == ["Write to her.", "Turn up there."]
    assert (item.group, item.dos, item.mistakes) == (Group.CHOICES, 1, 1)


def test_any_do_is_right_and_a_mixed_answer_is_not() -> None:
    mixed = said("Write, and turn up.", follows="thanks", breaks="space")
    (item,) = asked(of(DO, said("Call her.", follows="space"), mixed))
    assert (item.dos, item.mistakes) == (2, 1)


def test_where_people_differ_an_option_stays_and_is_neither() -> None:
    (item,) = asked(of(EITHER, DO, DONT))
    assert verdicts(item) == [Verdict.EITHER, Verdict.DO, Verdict.DONT]
    assert (item.dos, item.mistakes) == (1, 1)


@pytest.mark.parametrize(
    "options",
    [(EITHER, said("Wait.")), (DO, said("Call her.", follows="space")), (DO, EITHER), (DONT, EITHER)],
    ids=["people differ", "all are dos", "nothing is wrong", "nothing is right"],
)
def test_where_nobody_can_be_right_or_wrong_nothing_is_asked(options: tuple[object, ...]) -> None:
    assert asked(of(*options)) == ()  # type: ignore[arg-type]


def test_a_companion_is_not_asked_and_neither_is_what_only_goes_on() -> None:
    assert items([scenario(of(DO, DONT), scored=False)]) == ()
    assert asked(Onward(())) == ()


def test_an_option_that_is_offered_only_sometimes_stands_with_the_others() -> None:
    sometimes = replace(DONT, when=Condition(broke=("space",)))
    (item,) = asked(of(DO, sometimes))
    assert len(item.options) == 2


def test_each_part_of_a_message_is_an_item() -> None:
    alternatives = Alternative("a", "May I ask on Friday?", ("thanks",)), Alternative("b", "Well?", (), ("space",))
    parts = Part("question", "Secret part", alternatives), Part("close", "Secret part", alternatives[:1])
    (item,) = asked(MessageInParts(parts))
    assert (item.group, item.ids) == (Group.MESSAGES, ("question",))


def test_each_statement_of_a_sort_is_an_item_without_the_fact_that_decides_it() -> None:
    statements = (
        Statement("card", "Send a *card*.", "Secret fact.", follows=("thanks",)),
        Statement("call", "Call at five.", breaks=("space",)),
    )
    one, other = asked(Sort(statements, show=Show.LINE))
    assert (one.statement, other.statement) == ("Send a card.", "Call at five.")
    assert verdicts(one) == [Verdict.DO, Verdict.DONT]
    assert verdicts(other) == [Verdict.DONT, Verdict.DO]
    named = asked(Sort(statements, sides=("fine", "too much")))
    assert [each.say for each in named[0].options] == ["fine", "too much"]
    decides = asked(Sort(statements, asks=Asks.DECIDES))
    assert [each.say for each in decides[0].options] == ["it decides", "it decides nothing"]


def test_a_calendar_asks_for_its_ways_as_they_are_once_their_time_has_come() -> None:
    early = Way("call", "Call her", early=Early(5, ("space",)), follows=("thanks",))
    (item,) = asked(Calendar(8, (early, Way("visit", "Visit her", breaks=("space",)))))
    assert (item.group, verdicts(item)) == (Group.CALENDARS, [Verdict.DO, Verdict.DONT])


def test_nothing_but_the_options_stands_on_a_sheet() -> None:
    statements = (Statement("card", "Send a card.", "Secret fact.", follows=("thanks",)),)
    parts = (
        Part("part", "Secret part", (Alternative("a", "Yes.", ("thanks",)), Alternative("b", "No.", (), ("space",)))),
    )
    everything = asked(
        of(DO, DONT), Sort(statements, "Secret question?"), MessageInParts(parts, subject="Secret subject")
    )
    assert len(everything) == 3
    text = writing.text(sheet(everything, 1))
    assert "secret" not in text.casefold()
    assert "tale" not in text


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_decision_of_every_course_is_asked(folder: Path) -> None:
    """Beside the checks, which gather decisions in their own way."""
    scored = [each for each in read_course(folder).scenarios if each.head.scored]
    decisions = {
        (item.scenario, item.scene.id, item.ids)
        for item in Items(scored).telling
        if {Verdict.MIXED, Verdict.DONT} & {*item.verdicts}
    }
    found = [each for each in course_items(folder) if each.group not in (Group.SORTS, Group.CALENDARS)]
    assert {(each.scenario, each.scene, each.ids) for each in found} == decisions
    assert len(found) == len(decisions)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_item_says_where_it_stands(folder: Path) -> None:
    for item in course_items(folder):
        line = (folder / item.file).read_text(encoding="utf-8").splitlines()[item.line - 1].strip()
        assert line.startswith("- ") if item.ids else line in (f"{item.scene}:", f'"{item.scene}":')


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_two_items_have_one_mark(folder: Path) -> None:
    found = course_items(folder)
    assert len({each.mark for each in found}) == len(found)


def test_a_mark_stays_while_the_same_is_asked_and_changes_with_any_word() -> None:
    (before,) = asked(of(DO, DONT))
    (moved,) = asked(of(DONT, DO))
    assert moved.mark == before.mark, "whichever option stands first in the file"
    judged = replace(DONT, breaks=("one-way",), follows=("thanks",))
    assert asked(of(DO, judged))[0].mark == before.mark, "whatever is advised"
    assert asked(of(DO, said("Turn up there!", breaks="space")))[0].mark != before.mark
    assert asked(of(DO, DONT, EITHER))[0].mark != before.mark
    assert asked(of(DO, DONT), id="other")[0].mark != before.mark, "of twins each has its own"


def test_a_mark_stays_when_its_scene_gets_another_id() -> None:
    old = scenario(of(DO, DONT))
    scene = replace(old.scenes["secret-0"], id="better", former=Former("secret-0"))
    renamed = replace(old, scenes={"better": scene, "end": old.scenes["end"]})
    assert items([renamed])[0].mark == items([old])[0].mark
