"""What answers amount to: a perfect reader, a guesser, several readers, and options where people differ."""

from __future__ import annotations

import json
from fractions import Fraction
from math import prod
from pathlib import Path
from random import Random

import pytest

from course.authoring.blind import report
from course.authoring.blind.as_data import data
from course.authoring.blind.items import Group, Item
from course.authoring.blind.results import Reader, results
from course.model.encoding import to_json
from course.model.kinds.sort import Sort, Statement
from course.reading.files.find import find_course
from tests.authoring.blind.made import DO, DONT, EITHER, FOLDERS, asked, course_items, of, perfect, said

FOUR = asked(*(of(DO, DONT, said(f"Wait {number} days.", breaks="thanks")) for number in range(4)))


def reader(name: str, *options: int | None, items: tuple[Item, ...] = FOUR) -> Reader:
    """Somebody who took these options, item by item."""
    pairs = zip(items, options, strict=True)
    return Reader(name, {item.mark: option for item, option in pairs if option is not None})


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_perfect_reader_is_right_everywhere(folder: Path) -> None:
    items = course_items(folder)
    found = results(items, [perfect(items)])
    counted = [each for each in items if not each.group.apart]
    assert found.whole.right == found.whole.of == len(counted)
    assert found.whole.luck == prod(
        (Fraction(each.dos, each.dos + each.mistakes) for each in counted), start=Fraction(1)
    )
    assert found.groups.keys() == {each.group for each in items}
    assert all(count.right == count.of for count in (*found.groups.values(), *found.scenarios.values()))
    assert len(found.needless) == len(items)


def test_a_guesser_comes_near_chance() -> None:
    items = course_items(find_course())
    random = Random(1)
    guesser = Reader("guesser", {item.mark: random.randrange(len(item.options)) for item in items})
    whole = results(items, [guesser]).whole
    assert abs(whole.share - whole.chance) < Fraction(1, 8), "of 132 items; three times what is usual"
    assert whole.luck > Fraction(1, 1000)


def test_all_that_can_be_guessed_together_is_exactly_chance() -> None:
    every = [reader(str(option), option, option, option, option) for option in range(3)]
    whole = results(FOUR, every).whole
    assert (whole.right, whole.of) == (4, 12)
    assert whole.share == whole.chance == Fraction(1, 3)


def test_an_answer_where_people_differ_counts_as_neither() -> None:
    items = asked(of(DO, DONT, EITHER), of(DO, DONT, said("Wait.", breaks="thanks")))
    found = results(items, [reader("one", 2, 0, items=items)]).whole
    assert (found.right, found.of, found.neither, found.chance) == (1, 1, 1, Fraction(1, 3))
    other = results(items, [reader("other", 0, 1, items=items)]).whole
    assert (other.right, other.of, other.neither) == (1, 2, 0)
    assert other.chance == (Fraction(1, 2) + Fraction(1, 3)) / 2, "a guesser guesses among what is right or wrong"
    assert other.luck == 1 - Fraction(1, 2) * Fraction(2, 3)


def test_several_readers_are_pooled_and_told_apart() -> None:
    readers = [reader("anna", 0, 0, 0, 1), reader("ben", 0, 0, 1, None), reader("cleo", 0, 2, 2, 2)]
    found = results(FOUR, readers)
    assert [(name, count.right, count.of) for name, count in found.readers] == [
        ("anna", 3, 4),
        ("ben", 2, 3),
        ("cleo", 1, 4),
    ]
    assert (found.whole.right, found.whole.of) == (6, 11)
    assert [(each.right, each.of) for each in found.asked] == [(3, 3), (2, 3), (1, 3), (0, 2)]
    assert [each.item for each in found.needless] == [*FOUR[:2]], "those first that all got right"
    agreement = found.agreement
    assert agreement is not None
    assert (agreement.same, agreement.of, agreement.chance) == (3 + 1 + 0 + 0, 3 + 3 + 3 + 1, Fraction(10, 3))


def test_one_reader_agrees_with_nobody() -> None:
    assert results(FOUR, [perfect(FOUR)]).agreement is None


def test_what_is_apart_is_in_no_number_but_its_own() -> None:
    sort = Sort((Statement("card", "Send a card.", follows=("thanks",)),))
    items = asked(of(DO, DONT), sort)
    found = results(items, [perfect(items), perfect(items)])
    assert (found.whole.of, found.groups[Group.SORTS].of) == (2, 2)
    assert found.scenarios["tale"].of == 2
    assert found.agreement is not None
    assert found.agreement.of == 1
    lines = [*report.lines(found, {})]
    assert lines.index(next(each for each in lines if each.startswith("counted apart"))) > 0
    assert next(each for each in lines if each.startswith("sorts"))


def test_of_twins_whoever_answers_both_alike_has_one() -> None:
    """The options are the same, word for word, and the situation decides: nobody who sees only them can have both."""
    write, wait, call = "Email one line.", "Leave it until next week.", "Call the front desk."
    past = [said(write, follows="thanks"), said(wait, breaks="space"), said(call, breaks="unannounced")]
    early = [said(write, breaks="space"), said(wait, follows="space"), said(call, breaks="unannounced")]
    twins = (*asked(of(*past), id="one"), *asked(of(*early), id="other"))
    for option, right in ((0, 1), (1, 1), (2, 0)):
        assert results(twins, [reader("one", option, option, items=twins)]).whole.right == right


def test_what_counts_apart_is_listed_only_where_nothing_else_is() -> None:
    sort = Sort((Statement("card", "Send a card.", follows=("thanks",)),))
    for exercises, listed in (((of(DO, DONT), sort), ["Write to her."]), ((sort,), ["Send a card. Do"])):
        items = asked(*exercises)
        lines = [*report.lines(results(items, [perfect(items)]), {})]
        assert [each.strip() for each in lines[lines.index("Needed no situation:") + 2 :: 2]] == listed


def test_tone_is_apart_and_the_whole_with_it_stands_below() -> None:
    spoken = of(said('"I am sorry."', follows="thanks"), said('"So am I."', breaks="space"))
    items = asked(of(DO, DONT), spoken)
    found = results(items, [reader("one", 1, 0, items=items)])
    assert (found.whole.right, found.whole.of) == (0, 1)
    assert (found.with_tone.right, found.with_tone.of) == (1, 2)
    lines = [*report.lines(found, {})]
    assert [each.split()[0] for each in lines[1:3]] == ["in", "with"]


def test_answers_to_other_items_are_left_aside() -> None:
    found = results(FOUR[:1], [perfect(FOUR)])
    assert (found.whole.of, len(found.asked)) == (1, 1)


def test_nothing_answered_says_so() -> None:
    found = results(FOUR, [Reader("anna", {})])
    assert [*report.lines(found, {})] == ["Nothing was answered."]
    assert data(found)["all"]["of"] == 0


def test_the_report_names_what_needed_no_situation_and_fits_a_page() -> None:
    readers = [reader("anna", 0, 0, 1, 1), reader("ben", 0, 1, 1, 1), reader("cleo", 0, 0, 1, 1)]
    lines = [*report.lines(results(FOUR, readers), {"tale": "A tale"})]
    text = "\n".join(lines)
    assert max(map(len, lines)) <= 80
    (together,) = (each for each in lines if each.startswith("all together"))
    assert together.split()[2:] == ["5", "of", "12", "42%", "33%", "1", "in", "3"]
    assert "Needed no situation: everybody was right:\n  tale.yaml:1: secret-0 (3 of 3)\n      Write to her." in text
    assert "Hardly needed one: most were right:\n  tale.yaml:1: secret-1 (2 of 3)" in text
    assert "Two readers took the same option" in text
    assert "A tale" in text


def test_the_data_holds_all_of_it_exactly() -> None:
    readers = [reader("anna", 0, 0, 1, 1), reader("ben", 0, 1, 1, 1)]
    found = json.loads(to_json(data(results(FOUR, readers))))
    assert found["all"] | {"luck": ""} == {
        "right": 3,
        "of": 8,
        "neither": 0,
        "share": "3/8",
        "chance": "1/3",
        "luck": "",
    }
    assert [each["needless"] for each in found["items"]] == [True, False, False, False]
    assert [each["taken"] for each in found["items"][1]["options"]] == [1, 1, 0]
    assert found["groups"]["choices"]["apart"] is False
    assert found["agreement"] == {"same": 3, "of": 4, "chance": "1/3"}
