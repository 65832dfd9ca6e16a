"""The reading copy in its forms: lines for a terminal, Markdown, and a page to print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from course.authoring.proof.html import html
from course.authoring.proof.markdown import markdown
from course.authoring.proof.page import Block, Form, Page, Section, page
from course.authoring.proof.proof import Proof, proof
from course.authoring.proof.text import text
from course.model import Fact, Head, Scenario
from course.model.record import replace
from course.reading.courses import read_with_positions
from course.reading.problems.positions import Spots
from course.text.paragraphs import paragraphs
from course.text.width import cells
from course.words import speak_for
from tests.builders import scene, tiny_course, tiny_scenario
from tests.folders import STALL
from tests.pages import Reader

FILE = "stall/market.yaml"
READING, POSITIONS = read_with_positions(STALL)
(STALL_SCENARIO,) = READING.scenarios


@cache
def proof_of_stall() -> Proof:
    """That of a scenario with every kind of exercise, whose walks take a while to find."""
    assert READING.course is not None
    return proof(READING.course, STALL_SCENARIO, POSITIONS[FILE])


def stall() -> Page:
    """The page of it."""
    assert READING.course is not None
    speak_for(READING.course)
    return page(proof_of_stall(), FILE)


def tiny(scenario: Scenario | None = None, language: str = "en") -> Page:
    course = replace(tiny_course(), language=language)
    speak_for(course)
    return page(proof(course, scenario or tiny_scenario(), Spots()), "tale.yaml")


def blocks(sections: tuple[Section, ...]) -> Iterator[Block]:
    """Everything in some sections."""
    for section in sections:
        yield from section.blocks
        yield from blocks(section.inside)


def test_every_text_stands_on_the_line_that_is_named() -> None:
    written = (STALL / FILE).read_text(encoding="utf-8").splitlines()
    named = [each for each in blocks(stall().sections[:1]) if each.lines and each.form is not Form.MESSAGE]
    assert len(named) > 100
    for block in named:
        here = " ".join(written[block.lines[0] - 1 : block.lines[0] + 3])
        begins = re.sub(r"^(Do: |Don't: |[A-Z][a-z]+: )", "", block.text)
        assert begins[:12] in re.sub(r"[\"']|\s+given:|\s+say:", "", here) or begins[:12] in here, block


def test_every_form_holds_every_word() -> None:
    found = stall()
    forms = [" ".join(re.sub(r"[\\*_>|]|\s\|", "", form).split()) for form in (markdown(found), text(found, 80))]
    reader = Reader()
    reader.feed(html(found))
    forms.append(" ".join(" ".join(reader.words).split()))
    for block in blocks(found.sections):
        for each in paragraphs(block.text):
            words = re.sub(r"[\\*_>|]", "", each)
            assert all(words in form for form in forms), block


def test_the_terminal_gets_no_line_that_is_too_wide() -> None:
    lines = text(stall(), 80).splitlines()
    assert max(map(cells, lines)) <= 80


def test_each_text_names_its_file_and_line() -> None:
    assert "She wipes her hands first. [stall/market.yaml:63]" in text(stall(), 200)
    assert "She wipes her hands first. `stall/market.yaml:63`" in markdown(stall())


def test_an_option_called_like_a_field_stands_beside_its_own_line(tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text((STALL / "course.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    written = """title: The call
start: call
scenes:
  call:
    text: It rains.
    choices:
      - id: text
        say: Send her a line.
        follows: ask
        because: She asked for one.
        next: end
      - say: Go out.
        breaks: door
        because: She is on her way.
        next: end
  end:
    ending: assertive
    text: It was short.
"""
    (tmp_path / "call.yaml").write_text(written, encoding="utf-8")
    reading, positions = read_with_positions(tmp_path)
    assert reading.course is not None
    found = page(proof(reading.course, reading.scenarios[0], positions["call.yaml"]), "call.yaml")
    assert {each.lines for each in blocks(found.sections[:1]) if each.text == "Send her a line."} == {(7,)}


def test_each_passage_stands_beside_its_own_line(tmp_path: Path) -> None:
    """And one that goes on in a paragraph, beside the line of that paragraph."""
    (tmp_path / "course.yaml").write_text((STALL / "course.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    written = """title: The call
start: call
scenes:
  call:
    text:
      - She calls.
      - when: {been: call}
        text: |
          You were there.

          So was she.
      - when: {been: call}
        text: It rained.
        paragraph: off
      - She left.
    next: end
  end:
    ending: assertive
    text: It was short.
"""
    (tmp_path / "call.yaml").write_text(written, encoding="utf-8")
    reading, positions = read_with_positions(tmp_path)
    assert reading.course is not None
    found = page(proof(reading.course, reading.scenarios[0], positions["call.yaml"]), "call.yaml")
    told = [(each.text, each.lines) for each in blocks(found.sections[:1])]
    assert told == [
        ("She calls.", (6,)),
        ("You were there.", (7,)),
        ("So was she. It rained.", (12,)),
        ("She left.", (15,)),
        ("It was short.", (19,)),
    ]


def test_a_message_is_read_as_one_text_too() -> None:
    found = text(stall(), 200)
    assert "| Dear Ines, thank you for the apron, and the lemon." in found


def test_the_page_to_print_is_whole_by_itself_and_runs_nothing() -> None:
    bad = "<script>alert(1)</script> & <b>"
    evil = replace(tiny_scenario(), head=Head("tale", bad, "tale.yaml", other=bad, start="office"))
    evil = replace(evil, scenes={**evil.scenes, "good": replace(evil.scenes["good"], text=bad, know=(Fact(bad),))})
    reader = Reader()
    reader.feed(html(tiny(evil)))
    assert reader.open == []
    assert bad in reader.words
    assert reader.headings[0] == 1
    assert all(after <= before + 1 for before, after in zip(reader.headings, reader.headings[1:], strict=False))


def test_words_that_are_stressed_stay_so_and_other_marks_are_none() -> None:
    scenario = tiny_scenario()
    told = replace(scenario.scenes["office"], text="She *said* so. # 5_6 <b>")
    found = tiny(replace(scenario, scenes={**scenario.scenes, "office": told}))
    assert "She *said* so. \\# 5\\_6 \\<b\\>" in markdown(found)
    assert "She <em>said</em> so. # 5_6 &lt;b&gt;" in html(found)


@pytest.mark.parametrize(("language", "tag"), [("de", '<html lang="de">'), ("fa", '<html lang="fa" dir="rtl">')])
def test_it_is_in_the_courses_language_and_goes_its_way(language: str, tag: str) -> None:
    assert tag in html(tiny(language=language))


def test_nothing_of_how_it_looks_goes_left_or_right() -> None:
    """What runs the other way has its margin on the other side."""
    style = html(tiny()).partition("<style>")[2].partition("</style>")[0]
    assert not re.search(r"\b(left|right)\b", style)


def test_what_can_never_show_stands_at_the_end() -> None:
    scenes = tiny_scenario().scenes
    lost = replace(tiny_scenario(), scenes={**scenes, "lost": scene("lost", scenes["good"].body)})
    (said,) = tiny(lost).sections[-1].blocks
    assert said.text == "ending lost: no way leads to this ending."
    (said,) = tiny().sections[-1].blocks
    assert said.form is Form.NOTE


def test_where_not_everything_could_be_looked_at_it_says_so() -> None:
    scenes = tiny_scenario().scenes
    lost = replace(tiny_scenario(), scenes={**scenes, "lost": scene("lost", scenes["good"].body)})
    course = tiny_course()
    found = replace(proof(course, lost, Spots()), complete=False)
    assert "not every way could be looked at" in page(found, "tale.yaml").sections[-1].blocks[0].text
