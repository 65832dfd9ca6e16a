"""A sheet that comes back is read however it was filled in, and whatever has become of the course since."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from course.authoring.blind import writing
from course.authoring.blind.handed_in import NoSheet, read
from course.authoring.blind.items import Item
from course.authoring.blind.sheet import Sheet, arranged, sheet
from tests.authoring.blind.made import DO, DONT, FOLDERS, asked, bare, course_items, filled, letter, of, perfect, said

WAITS = [of(DO, DONT, said(f"Wait {number} days.", breaks="thanks")) for number in range(6)]
ITEMS = asked(*WAITS)
SHEET = sheet(ITEMS, 3)
TEXT = writing.text(SHEET)
FIRST, SECOND, *_ = SHEET.items


def with_answer(written: str, item: Item = FIRST) -> str:
    """The empty sheet, with this in the place of one item's empty answer."""
    before, after = TEXT.split(f"[{item.mark}]")
    return f"{before}[{item.mark}]{after.replace('Answer:', written, 1)}"


def option(item: Item, letter: str) -> int:
    return arranged(item, SHEET.seed)["abc".index(letter)]


def line_of(text: str, what: str) -> int:
    return text.split(what)[0].count("\n") + 1


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("seed", [0, 1, 12345])
def test_what_is_filled_in_is_read_again(folder: Path, seed: int) -> None:
    items = course_items(folder)
    made, random = sheet(items, seed), Random(seed)
    answers = {item.mark: random.randrange(len(item.options)) for item in items if random.random() < 0.8}
    came = read(filled(made, answers), items)
    assert (came.answers, came.notes, came.changed, came.sheet) == (answers, (), 0, made)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_so_is_the_sheet_of_one_scenario(folder: Path) -> None:
    items = course_items(folder)
    made = sheet([each for each in items if each.scenario == items[0].scenario], 1)
    came = read(filled(made, dict(perfect(made.items).answers)), items)
    assert came.answers == perfect(made.items).answers
    assert came.sheet == made


def test_an_empty_sheet_holds_no_answer() -> None:
    came = read(TEXT, ITEMS)
    assert (came.answers, came.notes, came.reader) == ({}, (), "")


@pytest.mark.parametrize(
    "written",
    [
        *("Answer: b", "Answer:b", "answer: B.", "ANSWER : 2)", "Answers: b", "Answer b", "> Answer: b"),
        *("Answer: __b__", "Answer:\nb", "Answer:\n\n  b)\n", "Answer: b\n\nShe promised, I think.", "Answer:\tb\r"),
        *("Answer: b\nAnswer: b", "Answer:\nAnswer: b", "Answer: ____\nb", "_Answer_: b", "**Answer:** b"),
    ],
)
def test_an_answer_in_many_hands(written: str) -> None:
    came = read(with_answer(written), ITEMS)
    assert came.answers == {FIRST.mark: option(FIRST, "b")}
    assert came.notes == ()


@pytest.mark.parametrize("tick", ["- [x] b)", "- [X] b)", "x b)", "- ✓ b)", "- **b)", "-> b)", "- x b)", "→ b."])
def test_an_option_that_is_ticked(tick: str) -> None:
    before, after = TEXT.split(f"[{FIRST.mark}]")
    came = read(f"{before}[{FIRST.mark}]{after.replace('- b)', tick, 1)}", ITEMS)
    assert came.answers == {FIRST.mark: option(FIRST, "b")}


def test_an_option_that_speaks_of_an_answer_is_none() -> None:
    options = of(said("Answer by noon.", follows="thanks"), said("Answer: no. " * 9, breaks="space"))
    items = asked(options, *WAITS)
    assert read(writing.text(sheet(items, 1)), items).answers == {}


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("Answer: f", 'no option "f"'),
        ("Answer: a or b", "several letters"),
        ("Answer: zebra", "none of the options"),
        ("Answer: a\nAnswer: b", "stands in line"),
    ],
)
def test_an_answer_that_cannot_be_taken_is_told_by_its_line_and_the_others_stay(written: str, why: str) -> None:
    text = with_answer(written).replace(f"[{SECOND.mark}]", f"[{SECOND.mark}]\nAnswer: c")
    came = read(text, ITEMS)
    assert came.answers == {SECOND.mark: option(SECOND, "c")}
    (note,) = came.notes
    assert why in note.unclear.why
    assert note.unclear.mend
    assert text.split("\n")[note.line - 1] == written.split("\n")[-1]


def test_an_item_that_stands_there_twice_counts_once_and_only_if_both_agree() -> None:
    again = f"\n## 9 [{FIRST.mark}]\nAnswer: "
    assert read(with_answer("Answer: b") + again + "B", ITEMS).answers == {FIRST.mark: option(FIRST, "b")}
    came = read(with_answer("Answer: b") + again + "c", ITEMS)
    assert came.answers == {}
    assert [each.line for each in came.notes] == [line_of(with_answer("Answer: b"), "\0") + 2]


@pytest.mark.parametrize(
    ("line", "reader"),
    [
        ("Reader (your name; if a program answers, which): ____Anna____", "Anna"),
        ("reader: Ben  K.", "Ben K."),
        ("**Reader** (your name): a language model, X-1", "a language model, X-1"),
        ("Reader (your name; if a program answers, which): ________________", ""),
        ("", ""),
    ],
)
def test_who_answered(line: str, reader: str) -> None:
    start, rest = TEXT.split("Reader", 1)
    assert read(start + line + "\n" + rest.split("\n", 1)[1], ITEMS).reader == reader


@pytest.mark.parametrize(
    "lines",
    [
        ["1 b", "2 c"],
        ["1) b", "2) C"],
        ["1: b", "2: c"],
        ["1. b.", "2. c."],
        ["1b 2c"],
        ["1 b, 2 c"],
        ["1 = (b)", "2 = [c]"],
        ["1: 2", "2: 3)"],
        ["Reader: Anna", "", "1b; 2c;", "3 -", "4 ?", "5 no idea"],
    ],
)
def test_a_bare_list_of_numbers_and_letters(lines: list[str]) -> None:
    came = read(bare(SHEET, lines), ITEMS)
    assert came.answers == {FIRST.mark: option(FIRST, "b"), SECOND.mark: option(SECOND, "c")}


def test_a_list_below_a_sheet_that_was_left_empty() -> None:
    assert read(f"{TEXT}\n1 b\n2 c\n", ITEMS).answers.keys() == {FIRST.mark, SECOND.mark}


def changed(*waits: int) -> tuple[Item, ...]:
    """The items of the course of now, in which some options are worded otherwise."""
    weeks = [of(DO, DONT, said(f"Wait {number} weeks.", breaks="thanks")) for number in range(len(WAITS))]
    return asked(*(weeks[number] if number in waits else each for number, each in enumerate(WAITS)))


def test_of_an_older_edition_what_is_asked_as_it_was_still_counts() -> None:
    text = filled(SHEET, dict(perfect(ITEMS).answers))
    now = changed(2, 4)
    came = read(text, now)
    assert (len(came.answers), came.changed, came.sheet) == (4, 2, None)
    assert came.answers.items() <= perfect(now).answers.items()


def test_what_has_been_added_or_moved_since_is_no_matter() -> None:
    text = filled(SHEET, dict(perfect(ITEMS).answers))
    for now in (asked(*WAITS, of(DO, said("Ring.", breaks="space"))), ITEMS[::-1]):
        came = read(text, now)
        assert (came.answers, came.changed) == (perfect(ITEMS).answers, 0)


def refused(text: str, items: tuple[Item, ...] = ITEMS) -> tuple[int, str]:
    with pytest.raises(NoSheet) as problem:
        read(text, items)
    assert problem.value.unclear.mend
    return problem.value.line, problem.value.unclear.why


def test_a_mark_that_is_damaged_is_known_by_its_number() -> None:
    for damaged in (f"[{FIRST.mark[:5]}", "", "[00000000]"):
        text = with_answer("Answer: b").replace(f"[{FIRST.mark}]", damaged)
        assert read(text, ITEMS).answers == {FIRST.mark: option(FIRST, "b")}
    text = with_answer("Answer: b").replace(f"## 1 [{FIRST.mark}]", "## 99")
    assert refused(text) == (line_of(text, "## 99"), "There is no item 99 on this sheet")


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda text: text.replace(SHEET.code, ""), "no line that says which sheet"),
        (lambda _: "", "no line that says which sheet"),
        (lambda text: text + "\nSheet: 4-0123456789\n", "another sheet"),
        (lambda _: "Sheet: 4-0123456789\n1 b", "older edition"),
        (lambda text: text.replace(SHEET.code, "4" + SHEET.code[1:]), "not what the line says"),
    ],
    ids=["no code", "nothing", "two sheets", "a bare list of another edition", "a seed that is not its own"],
)
def test_what_is_no_sheet_of_this_course_is_refused_by_its_line(spoil: Callable[[str], str], why: str) -> None:
    line, said = refused(spoil(with_answer("Answer: b")))
    assert why in said
    assert line >= 1


def test_another_courses_sheet_is_refused() -> None:
    other: Sheet = sheet(asked(*WAITS, id="elsewhere"), 3)
    assert "None of these items" in refused(writing.text(other))[1]
    assert "not what the line says" in refused(writing.text(other).replace("## 1 [", "[1 "))[1]


def test_filling_in_changes_nothing_but_an_empty_answer() -> None:
    text = TEXT.replace("# Which", "My notes: 2 [kept]\n# Which")
    once = writing.filled_in(text, {FIRST.mark: letter(FIRST, SHEET.seed, 0)})
    differing = [(one, other) for one, other in zip(text.split("\n"), once.split("\n"), strict=True) if one != other]
    assert differing == [("Answer:", f"Answer: {letter(FIRST, SHEET.seed, 0)}")]
    assert writing.filled_in(once, {FIRST.mark: "c"}) == once, "and never an answer that stands there"


@pytest.mark.parametrize("seed", range(50))
def test_whatever_a_file_holds_is_read_or_refused(seed: int) -> None:
    random = Random(seed)
    text = filled(SHEET, {item.mark: random.randrange(3) for item in ITEMS})
    for _ in range(random.randint(1, 30)):
        at = random.randrange(len(text))
        piece = random.choice(
            ["", "\n", "Answer:", "## 3", "[", "]", "1 b\n", "a", "7", "é", "\0", SHEET.code, "# ", "x b)"]
        )
        text = text[:at] + piece + text[at + random.choice([0, 0, 1, 40]) :]
    try:
        came = read(text, ITEMS)
        lines = [note.line for note in came.notes]
        assert all(0 <= option < 3 for option in came.answers.values())
    except NoSheet as problem:
        lines = [problem.line]
    assert all(1 <= line <= text.count("\n") + 1 for line in lines)
