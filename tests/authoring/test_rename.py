"""`fineline rename`: the model is the same but for that id, and the bytes are the same but where it stands."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import asdict

from course.authoring.rename.plan import Asked, plan
from course.authoring.rename.uses import KINDS, OF_COURSE, id_file
from course.authoring.rename.writing import write
from course.engine.revision import revision
from course.model import (
    Branch,
    Choice,
    Condition,
    Contact,
    Contacts,
    Course,
    Ending,
    Head,
    Limit,
    Pair,
    Person,
    Rule,
    Scene,
    Seen,
)
from course.model.kinds.calendar import Early, Way
from course.model.kinds.sort import Statement
from course.model.record import Record, replace
from course.model.twins import Half, named
from course.reading.courses import Reading, read_course
from course.reading.files.find import COURSE_FILE, find_course, scenario_files
from course.system.files import ChangedMeanwhile
from tests.cli.conftest import run
from tests.folders import BAKERY, COUNTER, DESKS, STALL

SHIPPED = find_course(None)
COURSES = (BAKERY, STALL, DESKS, COUNTER, SHIPPED)
read = cache(read_course)
"""A course that stays as it is, read once."""
NEW = "quite-another-9"
"""An id that stands in none of them."""
FIELDS: Mapping[type, Mapping[str, str]] = {
    Rule: {"id": "rule", "pair": "pair"},
    Limit: {"breaks": "rule"},
    Early: {"breaks": "rule"},
    Condition: {"broke": "rule", "followed": "rule", "been": "scene"},
    Contacts: {"person": "person"},
    Choice: {"id": "option", "follows": "rule", "breaks": "rule"},
    Statement: {"id": "option", "follows": "rule", "breaks": "rule"},
    Way: {"id": "option", "follows": "rule", "breaks": "rule"},
    Pair: {"id": "pair"},
    Course: {
        "warm_up": "scenario",
        "after_check": "scenario",
        "companion": "scenario",
        "first_round": "scenario",
        "order": "scenario",
    },
    Scene: {"id": "scene"},
    Head: {"id": "scenario", "pair": "pair", "start": "scene"},
    Branch: {"next": "scene"},
    Ending: {"flip": "scene"},
    Person: {"id": "person"},
    Seen: {"by": "person"},
    Contact: {"person": "person"},
}
"""By records, the fields of the model that hold ids, and of what."""


def replaced(value: object, asked: Asked, *, inside: bool = True, at: Half | None = None) -> object:
    """A part of the model as data, with another id; without what tells of old ids. `at` is the scene it stands in."""
    if isinstance(value, Head) and asked.kind not in OF_COURSE:
        inside = value.id == asked.scenario
    if isinstance(value, Record):
        of: dict[str, str] = {}
        for each in type(value).__mro__:
            of |= FIELDS.get(each, {})
        at = replace(at, item=value.id) if at and isinstance(value, Statement) else at
        return {
            name: _twin(each, at, asked)
            if name == "twin" and at
            else [_chosen(option, asked) for option in each]
            if name == "chose" and inside
            else _id(each, asked)
            if of.get(name) == asked.kind and inside
            else replaced(each, asked, inside=inside, at=at)
            for name, each in asdict(value).items()
            if name not in ("renamed", "former")
        }
    if isinstance(value, tuple):
        return [replaced(each, asked, inside=inside, at=at) for each in value]
    return value


def _twin(twin: str, at: Half, asked: Asked) -> str:
    """What a twin is called then: where it is of the scenario that is meant, with the other id."""
    half = named(twin, at)
    parts = twin.split("/")
    scene = -2 if at.item else -1
    place = {"scenario": scene - 1, "scene": scene, "option": -1 if at.item else -9}.get(asked.kind, -9)
    if half is not None and half.scenario == asked.scenario and len(parts) >= -place and parts[place] == asked.old:
        parts[place] = asked.new
    return "/".join(parts)


def _chosen(option: str, asked: Asked) -> str:
    """What a condition calls an option then."""
    scene, slash, option = option.rpartition("/")
    scene = asked.new if asked.kind == "scene" and scene == asked.old else scene
    return scene + slash + (asked.new if asked.kind == "option" and option == asked.old else option)


def _id(value: object, asked: Asked) -> object:
    if isinstance(value, tuple):
        return [_id(each, asked) for each in value]
    return asked.new if value == asked.old else value


def model(reading: Reading, asked: Asked) -> object:
    """All of a course as data, with another id."""
    assert reading.course is not None
    found: list[object] = [replaced(reading.course, asked), [each.code for each in reading.problems]]
    for each in reading.scenarios:
        inside = asked.kind in OF_COURSE or each.head.id == asked.scenario
        scenes = [
            replaced(scene, asked, inside=inside, at=Half(each.head.id, scene.id)) for scene in each.scenes.values()
        ]
        names = [asked.new if inside and asked.kind == "scene" and name == asked.old else name for name in each.scenes]
        found.append([replaced(each.head, asked), names, scenes])
    return found


def everything(folder: Path, kind: str) -> list[Asked]:
    """Every rename of that kind that there could be."""
    if kind in ("pair", "rule"):
        course = id_file(folder, COURSE_FILE, kind)
        return [Asked(kind, old, NEW) for old in sorted(course.own)] if course else []
    found = []
    for scenario in read(folder).scenarios:
        if kind == "scenario":
            found.append(Asked(kind, scenario.head.id, NEW, scenario.head.id))
            continue
        file = id_file(folder, scenario.head.file, kind)
        found += [Asked(kind, old, NEW, scenario.head.id) for old in sorted(file.own)] if file else []
    return found


def some() -> Iterator[tuple[Path, Asked]]:
    chance = random.Random(4)
    for folder in COURSES:
        for kind in KINDS:
            asked = everything(folder, kind)
            most = 1 if folder == SHIPPED else 3  # it is long
            yield from ((folder, each) for each in chance.sample(asked, min(most, len(asked))))


def copied(folder: Path, to: Path) -> Path:
    course = to / folder.name
    shutil.copytree(folder, course)
    return course


def contents(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_bytes().decode() for name in (COURSE_FILE, *scenario_files(folder))}


def as_it_was(text: str, asked: Asked, before: str) -> str:
    """The text of a file with the old id again, and without the lines that are new."""
    field = {"person": "people"}.get(asked.kind, f"{asked.kind}s")
    if asked.kind == "scenario" and not re.search("^id:", before, re.MULTILINE):
        text = re.sub(rf"^id: {NEW}\n", "", text, flags=re.MULTILINE)
    text = re.sub(rf"^renamed:\n  {field}:\n    {asked.old}: {NEW}\n", "", text, flags=re.MULTILINE)
    text = text.replace(f"  {field}: {{{asked.old}: {NEW}}}\n", "")  # where renamed: stood there already
    return text.replace(NEW, asked.old)


@pytest.mark.parametrize(("folder", "asked"), some(), ids=lambda each: getattr(each, "old", getattr(each, "name", "")))
def test_all_else_is_as_it_was(folder: Path, asked: Asked, tmp_path: Path) -> None:
    course = copied(folder, tmp_path)
    reading, files = read(folder), contents(course)
    assert NEW not in "".join(files.values())
    marks = [revision(scene) for each in reading.scenarios for scene in each.scenes.values()]
    changes = plan(course, asked)
    assert contents(course) == files, "nothing is written yet"
    write(changes)
    after = read_course(course)
    assert model(after, Asked(asked.kind, "", "")) == model(reading, asked)
    assert [revision(scene) for each in after.scenarios for scene in each.scenes.values()] == marks
    if asked.kind == "option" and any(f"id: {NEW}\n" in each.new for change in changes for each in change.edits):
        for change in changes:  # an id that was made out of words is written for the first time
            lines = set(change.before.decode().splitlines())
            new = [line for line in change.after.decode().splitlines() if line not in lines]
            assert all(
                line.strip(" -").startswith(("id: ", "renamed:", "options:", f"{asked.old}: "))
                or f"- {line.strip()}" in {each.strip() for each in lines}
                for line in new
            )
    else:
        assert {name: as_it_was(text, asked, files[name]) for name, text in contents(course).items()} == files
    for change in changes:
        assert change.path.with_name(f"{change.path.name}~").read_bytes() == change.before


def test_back_again_and_on(tmp_path: Path) -> None:
    course = copied(STALL, tmp_path)
    for old, new in (("apron", "coat"), ("coat", "jacket"), ("jacket", "apron"), ("apron", "coat")):
        write(plan(course, Asked("scene", old, new)))
    (market,) = read_course(course).scenarios
    assert market.head.renamed.scenes == {"jacket": "coat", "apron": "coat"}, "none is noted under itself"
    assert "coat" in market.scenes


def test_a_scenario_may_be_named_by_its_file(tmp_path: Path) -> None:
    course = copied(STALL, tmp_path)
    (market,) = read_course(course).scenarios
    assert plan(course, Asked("scene", "apron", "coat", market.head.file)) == plan(
        course, Asked("scene", "apron", "coat", market.head.id)
    )
    write(plan(course, Asked("scenario", market.head.file, NEW)))
    assert [each.head.id for each in read_course(course).scenarios] == [NEW]


@pytest.mark.parametrize("kind", KINDS)
def test_there_and_back_is_where_it_was(kind: str, tmp_path: Path) -> None:
    course = copied(STALL, tmp_path)
    (old, *_) = everything(course, kind)
    write(plan(course, Asked(kind, old.old, NEW, old.scenario)))
    write(plan(course, Asked(kind, NEW, old.old, old.scenario)))
    told = {each for text in contents(course).values() for each in re.findall(r"^ {4}([\w-]+): ([\w-]+)$", text, re.M)}
    assert (NEW, old.old) in told
    assert not {(a, b) for a, b in told if a == b}
    assert [each.code for each in read_course(course).problems] == [each.code for each in read_course(STALL).problems]


@pytest.mark.parametrize(
    ("kind", "old", "new", "said"),
    [
        ("scene", "apron", "note", "already"),
        ("scene", "aprom", "coat", "Did you mean apron?"),
        ("scene", "apron", "A coat", "cannot be the id"),
        ("rule", "door", "often", "already"),
        ("rule", "dooor", "x", "Did you mean door?"),
        ("person", "ines", "Ines Q", "cannot be the id"),
        ("option", "nothing-like-it", "x", "There is no option"),
        (
            "option",
            "call-ines",
            "greeting",
            "greeting has other meanings in answers",
        ),  # a part of a message is so called
        ("pair", "nothing-like-it", "x", "There is no pair"),
        ("scenario", "market", "The market", "cannot be the id"),
        ("scenario", "markt", "x", "Did you mean market?"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_changes(
    kind: str, old: str, new: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    course = copied(STALL, tmp_path)
    files = contents(course)
    assert run("rename", kind, old, new, "--course", str(course), "--yes") == 2
    assert said in capsys.readouterr().err
    assert contents(course) == files


def test_a_course_with_problems_is_named_with_the_command_that_shows_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    course = copied(STALL, tmp_path)
    (course / "course.yaml").write_text("title: A stall\n")
    assert run("rename", "rule", "often", "seldom", "--course", str(course)) == 2
    assert f"mended first: fineline check {course}\n" in capsys.readouterr().err


def test_an_old_id_is_not_given_to_something_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    course = copied(STALL, tmp_path)
    write(plan(course, Asked("scene", "apron", "coat")))
    assert run("rename", "scene", "note", "apron", "--course", str(course), "--yes") == 2
    assert "was called apron once" in capsys.readouterr().err
    (file,) = scenario_files(course)
    text = (course / file).read_text()
    (course / file).write_text(text.replace("scenes:\n    apron: coat", "scenes:\n    note: coat\n    apron: coat"))
    (problem,) = read_course(course).problems
    assert (problem.code, "note" in problem.message) == ("duplicate-id", True)


def test_it_is_shown_first_and_nobody_there_means_no(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    course = copied(STALL, tmp_path)
    files = contents(course)
    assert run("rename", "person", "ines", "inez", "--course", str(course)) == 1
    out = capsys.readouterr().out
    assert "would be:   inez:" in out
    (change,) = plan(course, Asked("person", "ines", "inez"))
    assert out.startswith(f"{change.path}:\n"), "which course it is can be seen"
    assert out.count("would be:") == len(change.edits), "a line that becomes several is told once"
    assert "Not written" in out
    assert contents(course) == files


def test_a_file_that_changes_meanwhile_leaves_all_as_it_was(tmp_path: Path) -> None:
    course = copied(BAKERY, tmp_path)
    changes = plan(course, Asked("rule", "thanks", "thank-them"))
    assert len(changes) > 1
    last = changes[-1].path
    last.write_bytes(last.read_bytes() + b"# mine\n")
    files = contents(course)
    with pytest.raises(ChangedMeanwhile):
        write(changes)
    assert contents(course) == files
    assert not list(course.rglob("*~"))


REFERENCES = {
    "one.yaml": """title: One
start: lot
scenes:
  lot:
    twin: two/lot
    text:
      - The lot.
      - when: {been: lot, not: {chose: lot/call}}
        text: You have not called.
    choices:
      - {id: call, say: Call., follows: rule, because: Yes., next: sheet}
      - {id: wait, say: Wait., breaks: rule, because: No., next: again}
  again:
    twin: lot
    text: The lot again.
    choices:
      - {id: call, say: Call., follows: rule, because: Yes., next: sheet}
      - {id: wait, say: Wait., breaks: rule, because: No., next: sheet}
  sheet:
    text: A sheet.
    sort:
      show: list
      statements:
        - {id: card, twin: two/sheet/card, say: A card., follows: rule, because: Yes.}
        - {id: note, twin: card, say: A note., breaks: rule, because: No.}
        - {id: rose, twin: "sheet/card", say: A rose., breaks: rule, because: No.}
      next:
        - when: {chose: [call, again/wait], been: [lot, again]}
          next: end
        - next: end
  end: {ending: right, text: The end.}
""",
    "two.yaml": """title: Two
start: lot
scenes:
  lot:
    twin: 'one/lot'
    text: The other lot.
    choices:
      - {id: call, say: Call., follows: rule, because: Yes., next: sheet}
      - {id: wait, say: Wait., breaks: rule, because: No., next: sheet}
  sheet:
    text: A sheet.
    sort:
      statements:
        - {id: card, twin: one/sheet/card, say: A card., follows: rule, because: Yes.}
        - {id: note, twin: one/sheet/note, say: A note., breaks: rule, because: No.}
      next: end
  end: {ending: right, text: The end.}
""",
}


@pytest.mark.parametrize(
    ("kind", "old", "own", "other"),
    [
        (
            "scene",
            "lot",
            ["start: X", "  X:", "twin: X", "{been: X, not: {chose: X/call}}", "been: [X, again]"],
            ["twin: 'one/X'"],
        ),
        ("scene", "again", ["next: X}", "  X:", "[call, X/wait]", "been: [lot, X]"], []),
        ("scene", "sheet", ["next: X}", "  X:", 'twin: "X/card"'], ["twin: one/X/card", "twin: one/X/note"]),
        ("option", "call", ["chose: lot/X}", "{id: X, say: Call.", "chose: [X, again/wait]"], []),
        ("option", "wait", ["{id: X, say: Wait.", "again/X]"], []),
        ("option", "card", ["{id: X,", "twin: X,", 'twin: "sheet/X"'], ["twin: one/sheet/X"]),
        ("option", "note", ["{id: X,"], ["twin: one/sheet/X"]),
        ("scenario", "one", ["id: X\ntitle: One"], ["twin: 'X/lot'", "twin: X/sheet/card", "twin: X/sheet/note"]),
    ],
)
def test_every_way_to_refer_to_a_scene_or_an_option_is_followed_into_every_file(
    kind: str, old: str, own: list[str], other: list[str], tmp_path: Path
) -> None:
    course = tmp_path / "course"
    course.mkdir()
    (course / "course.yaml").write_text(
        "format: 2\ntitle: C\npairs:\n  p: {do: Do, dont: Do not, rules: {rule: {do: D., dont: E., side: over}}}\n"
    )
    for name, text in REFERENCES.items():
        (course / name).write_text(text)
    asked = Asked(kind, old, NEW, "one")
    before = read_course(course)
    write(plan(course, asked))
    assert model(read_course(course), Asked(kind, "", "")) == model(before, asked)
    after = contents(course)
    for name, expected in (("one.yaml", own), ("two.yaml", other)):
        assert [each for each in expected if each.replace("X", NEW) not in after[name]] == []
        assert as_it_was(after[name], asked, REFERENCES[name]) == REFERENCES[name], "nothing else has changed"
    assert (NEW in after["two.yaml"]) == bool(other), "two has a scene and options of the same names, which stay"


def test_a_copy_beside_a_file_stays_out_of_it(tmp_path: Path) -> None:
    folder = copied(BAKERY, tmp_path / "bakery")
    file = scenario_files(folder)[0]
    copy = (folder / file).with_name(f"{Path(file).stem} (1).yaml")
    shutil.copyfile(folder / file, copy)
    before = copy.read_bytes()
    asked = everything(folder, "scene")[0]
    write(plan(folder, asked))
    assert copy.read_bytes() == before
    renamed = {each.head.id: each for each in read_course(folder).scenarios}[asked.scenario]
    assert NEW in renamed.scenes


def test_a_scenario_is_called_otherwise_wherever_the_course_names_it(tmp_path: Path) -> None:
    course = copied(find_course(None), tmp_path)
    before = read_course(course).course
    write(plan(course, Asked("scenario", "warm-up", NEW)))
    write(plan(course, Asked("scenario", "parking-lot", "her-car")))
    after = read_course(course).course
    assert before
    assert after
    was = {NEW: "warm-up", "her-car": "parking-lot"}
    assert after.warm_up == NEW
    assert tuple(was.get(each, each) for each in after.first_round) == before.first_round
    assert tuple(was.get(each, each) for each in after.order) == before.order
    assert after.renamed.scenarios == {old: new for new, old in was.items()}


def test_a_scenario_that_goes_by_its_file_gets_an_id_and_the_file_keeps_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    course = copied(STALL, tmp_path)
    (name,) = scenario_files(course)
    assert run("rename", "scenario", "market", "fair", "--course", str(course), "--yes") == 0
    assert "No file gets another name" in capsys.readouterr().out
    assert scenario_files(course) == [name]
    assert (course / name).read_text().startswith("id: fair\ntitle:")
    (market,) = read_course(course).scenarios
    assert market.head.id == "fair"


def test_an_old_id_of_the_course_that_is_there_again_is_named(tmp_path: Path) -> None:
    course = copied(BAKERY, tmp_path)
    write(plan(course, Asked("scenario", "thank-you", NEW)))
    (course / "people" / "thank-you.yaml").write_text(
        (course / "people" / "back-door.yaml").read_text().replace("id: back-door", "title: Again", 1)
    )
    found = [each.message for each in read_course(course).problems if each.code == "duplicate-id"]
    assert found == [f"There is a scenario called thank-you, and renamed: says that it is called {NEW} now."]


def test_a_file_written_by_a_program_is_asked_for_its_id_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "course.yaml").write_text(
        "format: 2\ntitle: C\npairs:\n  p: {do: Do, dont: Do not, rules: {rule: {do: D., dont: E., side: over}}}\n"
    )
    (tmp_path / "three.yaml").write_text(
        '{"title": "Three", "start": "end", "scenes": {"end": {"ending": "right", "text": "The end."}}}\n'
    )
    files = contents(tmp_path)
    assert run("rename", "scenario", "three", "four", "--course", str(tmp_path), "--yes") == 2
    assert "Write id: three into it yourself, and run this again." in capsys.readouterr().err
    assert contents(tmp_path) == files
