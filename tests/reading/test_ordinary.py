"""Ordinary files are read without YAML: with the same events as YAML gives, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.reading import find_course, read_contents, read_course
from course.reading.ordinary import Extraordinary, ordinary
from course.reading.parsing import Parsing
from course.reading.problems import Findings
from course.reading.prose import scan
from course.reading.tables import NAMES
from course.reading.yaml_events import END, Budget, Cursor, Event, Stop
from course.text.clean import clean
from tests.folders import BAKERY
from tests.reading.test_codes import STORY

FILES = [file for folder in (find_course(None), BAKERY) for file in sorted(folder.rglob("*.yaml"))]


def by_line(text: str) -> list[Event] | None:
    """The events of the text read line by line; None when it is not ordinary."""
    try:
        return list(ordinary(text, Budget()))
    except Extraordinary:
        return None


def by_yaml(text: str) -> tuple[list[Event], list[str]]:
    """The events of the prose scan and YAML's own parser, and the codes of what they report."""
    findings = Findings("story.yaml", text)
    found: list[Event] = []
    with suppress(Stop):
        for event in Parsing(scan(text, NAMES, findings), findings, Budget()).events():
            found.append((END, "", 0, 0) if event[0] is END else event)
    return found, [problem.code for problem in findings.found]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_we_write_ourselves_is_ordinary(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert by_line(text) is not None
    assert (by_line(text), []) == by_yaml(text)


ORDINARY = [
    "title: A key\nstart: door\n",
    "title:\nstart: door\n",
    "# a comment\n\ntitle: A key   \n",
    "discuss:\n- One\n- Two\nstart: door\n",
    "discuss:\n  - One\n\n  # a comment\n  - Two\n",
    "choices:\n  -   say: Wait\n      next:\n        - go: end\n  - say: Go\n",
    "breaks: [one-way, thanks]\n",
    "say: 'It''s time: go'\nbecause: \"Then: go\"\n",
    "say: Wait and\n  see\nnext: end\n",
    'say: "Wait\n\n  and see"\n',
    'say: "It\\u2019s \\"now\\"\\\n  \\ or never"\n',
    "text: |\n  One.\n\n    Two.\n  # three\n\nnext: end\n",
    "text: |-\n  One.\nsay: >\n  Two\n  three.\n\n  Four.\n",
    "- a list\n- of texts\n",
]
EXTRAORDINARY = [
    "",
    "title: A key",
    "# nothing\n",
    "title: A key: mine\n",
    "title: Key #3\n",
    "title: A key  # or two\n",
    "title: &it Key\n",
    "title: 'A key' and more\n",
    'title: "\\x1b]52;key"\n',
    'title: "\\u202ekey"\n',
    "title: A\tkey\n",
    "- say:wait\n",
    'text: "It\n\n  #1"\n  #2\n',
    "-\n",
    "-   \n",
    "title: {a: b}\n",
    "title: A key\n start: door\n",
    "a:\n    b: c\n  d: e\n",
    "text: |\nOne.\n",
    "text: |\n  One.\n     \n",
    "text: >\n  One\n    two.\n",
    "title: A key\n---\ntitle: A key\n",
    f"{'n' * 1200}: A key\n",
    "\n".join(f"{'  ' * deep}a:" for deep in range(30)) + " b\n",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_this_is_ordinary_and_read_as_yaml_reads_it(text: str) -> None:
    assert by_line(text) is not None
    assert (by_line(text), []) == by_yaml(text)


@pytest.mark.parametrize("text", EXTRAORDINARY)
def test_this_is_left_to_yaml(text: str) -> None:
    assert by_line(text) is None


PIECES = st.sampled_from(
    ["- ", ": ", ":", " #", "'", '"', "\n", "\n  ", "\n    ", " ", "|\n   ", ">-\n  ", "[a, b]", "'it''s'", '"a b"']
) | st.sampled_from(
    ["\\n", "\\\n ", "\\u2019", "title", "say: x", "next:\n  - go: b", "!", "?", "&", "*", "{", "é", "\u00a0", "---"]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_whatever_is_read_by_line_is_read_as_yaml_reads_it(text: str) -> None:
    text = clean(f"a: {text}\n")
    found = by_line(text)
    assert found is None or (found, []) == by_yaml(text)


@given(
    st.sampled_from(FILES),
    st.lists(st.tuples(st.integers(0, 300), st.integers(0, 14), st.none() | PIECES), min_size=1, max_size=3),
)
def test_a_file_of_ours_with_lines_spoiled_is_read_as_yaml_reads_it(
    file: Path, changes: list[tuple[int, int, str | None]]
) -> None:
    lines = file.read_text(encoding="utf-8").split("\n")
    for number, column, piece in changes:
        line = lines[number % len(lines)]
        moved = " " * column + line.lstrip(" ")
        lines[number % len(lines)] = moved if piece is None else line[:-column] + piece + line[-column:]
    text = "\n".join(lines) + "\n"
    found = by_line(text)
    assert found is None or (found, []) == by_yaml(text)


def test_pieces_of_a_text_are_read_as_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    text = FILES[0].read_text(encoding="utf-8")
    whole = by_line(text)
    monkeypatch.setattr("course.reading.ordinary._PIECE", 500)
    assert by_line(text) == whole


def test_an_ordinary_text_counts_against_the_budget_as_yaml_counts() -> None:
    line_by_line, parsed = Budget(), Budget()
    list(ordinary(STORY, line_by_line))
    with suppress(Stop):
        list(Parsing(STORY, Findings("story.yaml"), parsed).events())
    assert line_by_line.events == parsed.events
    with pytest.raises(Extraordinary):
        list(ordinary(STORY, Budget(events=10)))


def test_a_text_that_turns_out_to_be_extraordinary_late_is_read_from_the_beginning(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("course.reading.ordinary._PIECE", 10)
    (tmp_path / "course.yaml").write_text((BAKERY / "course.yaml").read_text())
    (tmp_path / "key.yaml").write_text("day: 3\n" + STORY + 'summary: "\\x41"\n')
    reading = read_course(tmp_path)
    assert [problem.code for problem in reading.problems if problem.place.file == "key.yaml"].count("unknown-key") == 1


def test_either_way_the_reading_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_text: str, _budget: Budget) -> Iterator[Event]:
        raise Extraordinary

    for folder in (find_course(None), BAKERY):
        reading, contents = read_course(folder), read_contents(folder)
        with monkeypatch.context() as patch:
            patch.setattr("course.reading.stories.ordinary", never)
            assert read_course(folder) == reading
            assert read_contents(folder) == contents


def test_a_cursor_passes_over_what_an_event_begins() -> None:
    cursor = Cursor(ordinary("a:\n  - b: c\n    d: [e, f]\ng: h\n", Budget()))
    texts = [cursor.next(), cursor.next()]
    value = cursor.next()
    cursor.skip(value)
    assert [texts[1][1], cursor.next()[1]] == ["a", "g"]
