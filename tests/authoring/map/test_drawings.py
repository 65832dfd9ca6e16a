"""A scenario drawn: what stands where, that nothing is lost, and that no author's text means anything to a format."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from course.authoring.map import tree
from course.authoring.map.layout import Slot, layout
from course.authoring.map.mermaid import mermaid
from course.authoring.map.places import WIDE, places
from course.authoring.map.plan import Plan, plan
from course.authoring.map.svg import svg
from course.model import Head, Scenario
from course.model.kinds.choices import Choices
from course.model.record import replace
from course.reading.courses import read_course
from course.reading.files.find import find_course
from course.text.width import cells, shorten
from course.words import speak_for
from tests.authoring.odds.scenarios import random_scenario
from tests.builders import choice, scene, tiny_course, tiny_scenario
from tests.engine.test_paths import story
from tests.folders import BAKERY, STALL

HOSTILE = '</title><script>alert("x")</script> %%{init}%% "] --> end & `#`'


def drawn(scenario: Scenario | None = None) -> Plan:
    """A plan, in the words of its course."""
    speak_for(tiny_course())
    return plan(tiny_course(), scenario or tiny_scenario())


def test_the_tree_of_a_small_scenario() -> None:
    assert tree.lines(drawn(), 60) == [
        "A tale",
        "",
        "Office  day 1",
        "├─ − Do wave.",
        "│  └─ Lobby",
        "│     ├─ + Do leave.  → Wait",
        "│     └─ − Do stay.  → Office",
        "├─ + Do write.",
        "│  └─ Wait  day 4",
        "│     ├─ − Do again.",
        "│     │  if 3 contacts in 4 days",
        "│     │  └─ Crowded  ▷ ends pushy",
        "│     │  else",
        "│     │  └─ Good  ◇ ends assertive",
        "│     └─ + Do patient.",
        "│        if unannounced broken → Crowded",
        "│        else → Good",
        "├─ ± Do both.  → Wait",
        "└─ − Do hide.",
        "   └─ Faded  ◁ ends too quiet",
        "",
        "+ follows the rules   ± follows one and breaks one   −",
        "breaks one   ~ people differ   ¶ told on some paths",
    ]


@pytest.mark.parametrize("width", [30, 60, 80, 140])
@pytest.mark.parametrize("seed", range(40))
def test_no_line_is_wider_than_it_may_be_and_each_scene_has_one(seed: int, width: int) -> None:
    scenario = random_scenario(seed, loops=seed % 2 == 0)
    laid_out = drawn(scenario)
    assert all(cells(line) <= width for line in tree.lines(laid_out, width))
    scenes = [branch.scene for branch in tree.branches(laid_out) if branch.kind == "scene"]
    assert sorted(scenes) == sorted(scenario.scenes)


def test_a_scene_that_nothing_leads_to_stands_at_the_end() -> None:
    scenario = tiny_scenario()
    island = scene("island", Choices((choice("swim", "good"), choice("stay", "island", breaks="space"))))
    lines = tree.lines(drawn(Scenario(scenario.head, {**scenario.scenes, "island": island})), 80)
    assert "Island (nothing leads here)" in lines


@pytest.mark.parametrize("seed", range(40))
def test_arrows_lead_to_the_right_but_for_those_of_loops(seed: int) -> None:
    laid_out = drawn(random_scenario(seed))
    columns = layout(laid_out).columns
    column = {slot: number for number, slots in enumerate(columns) for slot in slots}
    for stop in laid_out.stops.values():
        for way in stop.ways:
            for arrow in way.arrows:
                assert column[Slot(arrow.to)] > column[Slot(stop.id)]
    assert all(laid_out.stops[slot.scene].ending for slot in columns[-1])


def test_endings_stand_along_the_line() -> None:
    assert [slot.scene for slot in layout(drawn()).columns[-1]] == ["faded", "good", "crowded"]


def hostile() -> Plan:
    """A scenario in which every text is out to break the drawing."""
    scenario = tiny_scenario()
    scenes = {}
    for name, each in scenario.scenes.items():
        body = each.body
        if isinstance(body, Choices):
            body = Choices(tuple(replace(option, say=HOSTILE) for option in body.options))
        scenes[name] = replace(each, title=HOSTILE, body=body)
    return drawn(Scenario(Head("x", HOSTILE, "x.yaml", start="office"), scenes))


def test_hostile_texts_stay_texts_in_svg() -> None:
    root = ElementTree.fromstring(svg(hostile()))
    tags = {each.tag.rpartition("}")[2] for each in root.iter()}
    assert tags == {"svg", "title", "style", "text", "path", "line", "g", "rect", "circle", "defs", "marker"}
    assert any(each.text and HOSTILE in each.text for each in root.iter())


def points(path: str) -> Iterator[tuple[float, float]]:
    """Points along a path, close together."""
    x = y = 0.0
    for command, numbers in re.findall(r"([MHVQC])([^MHVQC]*)", path):
        values = [float(each) for each in numbers.split()]
        across = x if command == "V" else values[0] if command == "H" else values[-2]
        down = y if command == "H" else values[-1]
        knots = [(x, y), *zip(values[::2], values[1::2], strict=False)] if command in "QC" else [(x, y), (across, down)]
        for step in range(51) if command != "M" else ():
            yield between(knots, step / 50)
        x, y = across, down


def between(knots: Sequence[tuple[float, float]], share: float) -> tuple[float, float]:
    """A point on the curve of these knots (de Casteljau)."""
    while len(knots) > 1:
        knots = [
            (one[0] + share * (two[0] - one[0]), one[1] + share * (two[1] - one[1])) for one, two in pairwise(knots)
        ]
    return knots[0]


@pytest.mark.parametrize("seed", range(30))
def test_no_arrow_runs_through_a_box_and_each_leads_from_its_line_to_its_scene(seed: int) -> None:
    laid_out = drawn(random_scenario(seed, loops=seed % 2 == 0) if seed else tiny_scenario())
    picture = places(laid_out)
    boxes = {box.stop.id: box for box in picture.boxes}
    for arrow in picture.arrows:
        along = list(points(arrow.path))
        target = boxes[arrow.arrow.to]
        (last_x, last_y), (first_x, first_y) = along[-1], along[0]
        assert abs(last_x - target.x) < 1
        assert target.y <= last_y <= target.y + target.high
        said = [line for box in boxes.values() if abs(box.x + WIDE - first_x) < 1 for line in box.lines]
        assert any(line.way is arrow.way and abs(line.y - first_y) < 1 for line in said)
        for x, y in along:
            assert 0 <= x <= picture.wide
            assert 0 <= y <= picture.high
            for box in boxes.values():
                assert not (box.x + 1 < x < box.x + WIDE - 1 and box.y - 1 < y < box.y + box.high + 1)
    tops = sorted((box.x, box.y, box.high) for box in boxes.values())
    assert all(one[0] != two[0] or one[1] + one[2] < two[1] for one, two in pairwise(tops))


def test_every_choice_and_condition_can_be_read_in_the_svg_and_each_arrow_has_its_head() -> None:
    root = ElementTree.fromstring(svg(drawn()))
    texts = ["".join(each.itertext()) for each in root.iter() if each.tag.endswith("text")]
    for words in ("− Do wave.", "+ Do write.", "if 3 contacts in 4 days", "if unannounced broken", "else"):
        assert words in texts
    ways = [each for each in root.iter() if each.tag.endswith("path") and "way" in each.attrib["class"]]
    kinds = {each.attrib["class"].removeprefix("way ") for each in ways}
    assert all(each.attrib["marker-end"] == f"url(#{each.attrib['class'].removeprefix('way ')})" for each in ways)
    assert kinds == {each.attrib["id"] for each in root.iter() if each.tag.endswith("marker")}


def test_the_svg_has_every_scene_and_every_way() -> None:
    root = ElementTree.fromstring(svg(drawn()))
    titles = [each.text or "" for each in root.iter() if each.tag.endswith("title")]
    assert "Office (office)" in titles
    assert "− Do again. (if 3 contacts in 4 days)" in titles
    ways = [each for each in root.iter() if each.tag.endswith("path") and list(each)]
    assert len(ways) == sum(len(way.arrows) for stop in drawn().stops.values() for way in stop.ways)


def test_hostile_texts_stay_texts_in_mermaid() -> None:
    lines = mermaid(hostile()).splitlines()
    assert lines[0] == "flowchart TD"
    quoted = [line.split('"')[1::2] for line in lines if '"' in line]
    assert all(len(parts) == 1 for parts in quoted)
    assert not any(sign in part.replace("<br/>", "") for (part,) in quoted for sign in '<>"`%[]&')


def test_mermaid_of_a_small_scenario() -> None:
    lines = mermaid(drawn()).splitlines()
    assert '  s0["Office<br/>day 1"]' in lines
    assert '  s0 -->|"− Do wave."| s1' in lines
    assert "  class s4 over" in lines


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("a short one", 20, "a short one"),
        ("a longer one, of words", 14, "a longer one…"),
        ("unbreakable", 5, "unbr…"),
        ("日本語です", 6, "日本…"),
    ],
)
def test_texts_are_shortened_at_a_word(text: str, width: int, short: str) -> None:
    assert shorten(text, width) == short
    assert cells(short) <= width


@pytest.mark.skipif("MERMAID" not in os.environ, reason="MERMAID names a folder with `npm install mermaid jsdom`")
def test_the_real_mermaid_reads_every_flowchart(tmp_path: Path) -> None:
    """Of every course here, and of thirty made up."""
    scenarios = [(tiny_course(), random_scenario(seed, loops=True, kinds=True)) for seed in range(30)]
    for folder in (find_course(None), BAKERY, STALL):
        reading = read_course(folder)
        assert reading.course is not None
        scenarios += [(reading.course, scenario) for scenario in reading.scenarios]
    files = []
    for number, (course, scenario) in enumerate(scenarios):
        files.append(tmp_path / f"{number}.mmd")
        files[-1].write_text(mermaid(plan(course, scenario)), encoding="utf-8")
    home = Path(os.environ["MERMAID"])
    script = shutil.copy(Path(__file__).with_name("parse.mjs"), home / "parse.mjs")
    result = subprocess.run(["node", script, *map(str, files)], cwd=home, capture_output=True, text=True, check=False)
    assert (result.stdout, result.returncode) == ("", 0), result.stderr


def test_options_and_passages_that_depend_on_the_path_are_named() -> None:
    laid_out = drawn(story())
    text = "\n".join(tree.lines(laid_out, 140))
    assert "¶ if 1 contact to dana: You have called." in text
    assert "¶ else: Nobody has called." in text
    assert "¶ if chose start/call: note" in text
    assert "− (if 1 contact to dana) Call again." in text
    assert "~ Leave it." in text
    for picture in (svg(laid_out), mermaid(laid_out)):
        assert "Nobody has called" in picture
        assert "Call for the first time" in picture
