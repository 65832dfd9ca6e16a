"""Every example in the README and in the authors' guide is sound: put where it belongs, it checks clean and plays."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from course.authoring.check.run import check
from course.authoring.new.writing import new_course
from course.engine import apply, kinds
from course.engine.events import WentOn
from course.engine.play import Phase, Play
from course.model import Course, Ending, Scenario
from course.reading.courses import read_course
from course.reading.files.find import COURSE_FILE, find_course
from course.reading.format.kinds import KINDS
from course.reading.problems.showing import show
from tests.folders import ROOT

GUIDE = "content/README.md"
LIMITED = "one-or-two"
"""The shipped scenario that keeps to what the course says under limits."""
_FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def fragments(page: str) -> list[str]:
    """The examples on a page, in order."""
    return _FENCE.findall((ROOT / page).read_text(encoding="utf-8"))


def wholes() -> dict[str, str]:
    """The whole scenarios of the guide, which go into the course that it begins, by their ids."""
    found = [each for each in fragments(GUIDE) if each.startswith("title: ") and "\nscored: off\n" not in each]
    return {each.split("\n", 1)[0].removeprefix("title: ").lower().replace(" ", "-"): each for each in found}


def whole_of(piece: str) -> str | None:
    """The id of the scenario of which that is a piece, word for word; None where it is none."""
    return next((name for name, whole in wholes().items() if piece in whole), None)


def first_name(example: str) -> str:
    """The field or the id with which an example begins."""
    return example.split(":", 1)[0].strip()


LEFT_OUT = ("unknown-scenario", "rule-never-followed", "rule-never-broken")
"""What is said of a course because most of its scenarios are not there."""


def sound(folder: Path, *but_for: str) -> list[Scenario]:
    """The scenarios of a course in which there is nothing to mend, but for these codes in its own file."""
    problems = [each for each in check(folder).problems if each.level != "info"]
    assert [show(each) for each in problems if each.place.file != COURSE_FILE or each.code not in but_for] == []
    return list(read_course(folder).scenarios)


def played(course: Course, scenario: Scenario) -> Play:
    """The scenario played to its end, with the first advised answer wherever one answer is taken."""
    play = apply.begin(course, scenario, 0)
    for _ in range(200):
        if isinstance(play.scene.body, Ending):
            break
        if play.phase in (Phase.SHOWN, Phase.READING):
            play = apply.apply(play, WentOn())
        elif play.exercise is not None and play.whole():
            whole = next(iter(kinds.of(play.exercise).samples(play.order)))
            play = apply.apply(play, apply.sent(play, whole))
        else:
            good = [each for each in play.shown() if each.follows and not each.breaks]
            play = apply.apply(play, apply.sent(play, [(good or list(play.shown()))[0].answer]))
    assert play.phase is Phase.ENDED
    return play


@pytest.fixture
def asking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The course that both pages begin."""
    monkeypatch.chdir(tmp_path)
    new_course("Asking for things")
    return tmp_path / "asking-for-things"


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """The course that comes along, without its scenarios, which have nothing to do with the examples."""
    folder = tmp_path / "shipped"
    folder.mkdir()
    shutil.copy(find_course(None) / COURSE_FILE, folder)
    return folder


@pytest.mark.parametrize("page", ["README.md", GUIDE])
def test_the_scenario_to_copy_is_sound_in_the_course_that_the_page_begins(page: str, asking: Path) -> None:
    assert f'fineline new course "{"Asking for things"}"' in (ROOT / page).read_text(encoding="utf-8")
    (asking / "the-drill.yaml").write_text(fragments(page)[0], encoding="utf-8")
    reading = read_course(asking)
    assert reading.course is not None
    (drill,) = [each for each in sound(asking) if each.head.id == "the-drill"]
    assert played(reading.course, drill).scene_id == "shelves"


def test_the_problem_the_readme_shows_is_the_one_you_get(asking: Path) -> None:
    spoiled = fragments("README.md")[0].replace(
        "She laughs and writes Friday on the back of her hand.", "She laughs: since May, and never a word."
    )
    (asking / "the-drill.yaml").write_text(spoiled, encoding="utf-8")
    (problem,) = read_course(asking).problems
    assert show(problem) in (ROOT / "README.md").read_text(encoding="utf-8")


AROUND = """\
title: Around an example
PEOPLE
start: example
scenes:
  example:
    text: It is Tuesday, and the interview was on Monday. Dana runs a furniture store.
EXAMPLE
  NEXT:
    text: Four days have gone by since then. The telephone lies beside the bread.
    choices:
      - say: Put it in a drawer until the day that she has named.
        follows: one-or-two
        happens: The drawer hums once. It is your sister.
        because: The day is hers, and it is not here yet.
        next: later
      - say: Drive past the store at closing time, as if by chance.
        breaks: unannounced
        happens: She is in the door with the keys in her hand, and looks up.
        because: A chance like that is one that somebody has made.
        next: later
      - say: Send the same lines from your other address.
        breaks: stacking
        happens: Both of them stand one above the other on her screen.
        because: Two of one kind read as one long knock.
        next: later
  later:
    text: Monday has come, and it is eleven. She had said that you would hear by now.
    choices:
      - say: Ask her in two lines how things stand with the list.
        follows: reconnect
        happens: She answers with a time, and with a question about your notice.
        because: The day has passed, so that you ask for what she owes you.
        next: good
      - say: Let it be, since whoever wants you will surely ring.
        breaks: reconnect
        happens: She turns the page with your name on it, and goes on with the next.
        because: Nobody had told her that you still would like to come.
        next: bad
  good:
    ending: assertive
    text: You begin in March.
  bad:
    ending: quiet
    text: Somebody begins in March.
"""
DANA = "people: {dana: {name: Dana Whitfield}}"


BEFORE = """\
title: Looking back
start: s0
scenes:
  monday:
    ending: assertive
    text: On Monday the phone rings.
  too-much:
    ending: pushy
    text: On Monday the phone is quiet.
  she-remembers:
    ending: pushy
    text: She remembers you, and not as you would like.
"""


def around(exercise: str, people: str = DANA) -> str:
    """A whole scenario around an exercise, as it stands in a scene; it goes on where the exercise says."""
    following = re.findall(r"^ +next: (\S+)$", exercise, re.MULTILINE)[-1]
    return AROUND.replace("PEOPLE", people.rstrip()).replace("EXAMPLE", exercise.rstrip()).replace("NEXT", following)


def looking_back(branches: str) -> str:
    """A scenario that comes to these branches with up to four contacts, and with the rule broken or not."""
    lines = [BEFORE.rstrip()]
    for number in range(4):
        way = f" s{number + 1}" if number < 3 else branches.removeprefix("next:").rstrip().replace("\n", "\n        ")
        lines += [f"  s{number}:", f"    day: {number}", f"    text: It is day {number}.", "    choices:"]
        for what, does in (
            ("Stay at home", "follows: unannounced"),
            ("Write her two lines", "breaks: stacking\n        contact: e-mail to Dana"),
            ("Look in at the store", "breaks: unannounced\n        contact: visit to Dana"),
        ):
            lines += [f"      - say: {what} on day {number}.", f"        {does}", f"        happens: {what}, {number}."]
            lines += [f"        because: On day {number} it is so, {what.lower()}."]
            lines += [
                "        next: she-remembers" if number == 3 and "unannounced\n" in does else f"        next:{way}"
            ]
    return "\n".join(lines) + "\n"


def replaced(file: Path, pattern: str, instead: str) -> None:
    """Write other lines into a file."""
    before = file.read_text(encoding="utf-8")
    after = re.sub(pattern, lambda _: instead, before, flags=re.MULTILINE)
    assert after != before
    file.write_text(after, encoding="utf-8")


def renamed_line(course: Path, example: str) -> None:
    """Give a course this line, and write its names wherever the old ones stand."""
    names = zip(("quiet", "assertive", "pushy"), re.findall(r": (\w+)", example), strict=True)
    replaced(course / "course.yaml", r"^line:\n(?: .*\n)+", example)
    for old, new in names:
        for file in course.glob("*.yaml"):
            if f": {old}\n" in file.read_text(encoding="utf-8"):
                replaced(file, rf"(?<=side: ){old}$|(?<=ending: ){old}$", new)


def placed(example: str, shipped: Path, asking: Path) -> tuple[Path, str]:
    """The example put where it belongs: the course, and the id of a scenario that has to do with it."""
    name = first_name(example)
    if whole := whole_of(example):
        for each, text in wholes().items():
            (asking / f"{each}.yaml").write_text(text, encoding="utf-8")
        return asking, whole
    parts = {first_name(each): each for each in fragments(GUIDE)}
    if name in ("sort", "message", "calendar"):
        (shipped / "example.yaml").write_text(around(example), encoding="utf-8")
    elif name == "people":
        (shipped / "example.yaml").write_text(around(parts["calendar"], example), encoding="utf-8")
    elif name == "offered":
        text = around(parts["sort"]).replace("next: good", "next: offered")
        (shipped / "example.yaml").write_text(re.sub(r"  good:\n.*\n.*\n", lambda _: example, text), encoding="utf-8")
    elif name == "next":
        (shipped / "example.yaml").write_text(looking_back(example), encoding="utf-8")
    elif name == "limits":
        replaced(shipped / "course.yaml", r"^limits:\n(?:[ #].*\n|\n)+", example + "\n")
        shutil.copy(next(find_course(None).rglob(f"{LIMITED}.yaml")), shipped)
        replaced(shipped / f"{LIMITED}.yaml", r"^ +twin: .*\n", "")
        return shipped, LIMITED
    elif name == "title":
        (asking / "before-you-ask.yaml").write_text(example, encoding="utf-8")
        replaced(asking / "course.yaml", r"^pairs:", "companion: before-you-ask\npairs:")
        return asking, "before-you-ask"
    elif name in ("sources", "room-for-no"):
        replaced(asking / "course.yaml", r"^      room-for-no:\n(?:        .*\n)+", parts["room-for-no"])
        replaced(asking / "course.yaml", r"\Z", parts["sources"])
        return asking, "the-friday-shift"
    elif name == "line":
        renamed_line(asking, example)
        return asking, "the-friday-shift"
    else:
        replaced(asking / "course.yaml", r"\Z", example)
        return asking, "the-friday-shift"
    return shipped, "example"


@pytest.mark.parametrize(
    "number", range(1, len(fragments(GUIDE))), ids=lambda number: first_name(fragments(GUIDE)[number])
)
def test_every_short_example_of_the_guide_is_sound_where_it_belongs(number: int, asking: Path, shipped: Path) -> None:
    course, name = placed(fragments(GUIDE)[number], shipped, asking)
    but_for = LEFT_OUT if course == shipped else ()
    scenario = next(each for each in sound(course, *but_for) if each.head.id == name)
    read = read_course(course).course
    assert read is not None
    played(read, scenario)


def test_the_guide_has_an_example_of_every_exercise() -> None:
    assert {kind.name for kind in KINDS} - {"choices"} <= {first_name(each) for each in fragments(GUIDE)}
