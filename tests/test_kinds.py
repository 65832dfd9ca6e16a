"""Every exercise kind in every layer: a kind that lacks something is a type error where the kinds are listed."""

from __future__ import annotations

import subprocess
import sys
from io import StringIO
from pathlib import Path
from pkgutil import iter_modules
from typing import get_args

import pytest

import course.model.kinds
from course.engine import kinds
from course.faces.plain.conversation import Conversation
from course.faces.plain.kinds import in_lines
from course.faces.plain.kinds.in_lines import InLines
from course.faces.textual.kinds import on_screen
from course.faces.textual.kinds.on_screen import OnScreen
from course.model import Branch, Ending, Scene
from course.model.kinds import Exercise
from course.model.kinds.onward import Onward
from course.model.record import replace
from course.reading.format.kinds import KINDS
from course.visit.session import Session
from course.words import exercises
from tests.builders import scene, tiny_scenario
from tests.folders import ROOT
from tests.journals import open_journal
from tests.market import COURSE, MARKET

LACKING = """
from collections.abc import Iterable, Sequence

from course.engine.conditions import Past
from course.engine.kinds import Answer, Kind, Outcome, Turn
from course.engine.play import Play
from course.faces.plain.conversation import Conversation, Keyword
from course.faces.plain.kinds.in_lines import Asked, InLines
from course.faces.textual.blocks import Block
from course.faces.textual.kinds.on_screen import OnScreen, Space
from course.model import Branch
from course.model.kinds import Exercise
from course.reading.format.fields import WrittenKind
from course.visit.session import Session


class NoSamples(Kind):
    def outcomes(self, turn: Turn = Turn(), order: str = "") -> tuple[Outcome, ...]:
        return ()

    def then(self, turn: Turn, outcome: Outcome) -> Turn | None:
        return None

    def ways(self) -> Iterable[tuple[Branch, ...]]:
        return ()

    def offered(self, past: Past, today: int) -> Exercise:
        raise NotImplementedError


def of() -> Kind:
    return NoSamples()  # 1


class Crooked(NoSamples):
    def samples(self, order: str = "") -> Iterable[Answer]:  # 2
        return ()


class NothingShown(OnScreen):
    def blocks(self, at: int, space: Space) -> Iterable[Block]:
        return ()

    def weighed(self) -> Iterable[Block]:
        return ()


def on_screen(play: Play) -> OnScreen:
    return NothingShown(play)  # 3


class NothingTold(InLines):
    def ask(self, more: Sequence[Keyword]) -> Asked:
        return ()

    def weighed(self) -> None: ...


def in_lines(session: Session, talk: Conversation) -> InLines:
    return NothingTold(session, talk)  # 4


KIND = WrittenKind(name="no-guide", fields=(), tables=())  # 5
"""


def test_a_kind_that_lacks_something_or_has_another_signature_is_a_type_error(tmp_path: Path) -> None:
    file = tmp_path / "lacking.py"
    file.write_text(LACKING)
    command = [sys.executable, "-m", "mypy", "--no-error-summary", "--hide-error-context", str(file)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    found = [line.split(": error: ", 1) for line in result.stdout.splitlines() if ": error: " in line]
    said = {int(where.rsplit(":", 1)[1]): message for where, message in found}
    lines = LACKING.splitlines()
    marked = {line.split("# ")[1]: number for number, line in enumerate(lines, 1) if "  # " in line}
    assert said.keys() == set(marked.values()), result.stdout
    assert 'abstract class "NoSamples" with abstract attribute "samples"' in said[marked["1"]]
    assert 'Return type "Iterable[tuple[str, ...]]" of "samples" incompatible' in said[marked["2"]]
    assert 'abstract class "NothingShown" with abstract attribute "shown"' in said[marked["3"]]
    assert 'abstract class "NothingTold" with abstract attribute "tell"' in said[marked["4"]]
    assert 'Missing positional argument "guide" in call to "WrittenKind"' in said[marked["5"]]


PLACES = {
    "course/engine/kinds/__init__.py",
    "course/engine/debrief.py",
    "course/faces/plain/kinds/__init__.py",
    "course/faces/textual/kinds/__init__.py",
    "course/words/exercises.py",
    "course/room/views.py",
    "course/authoring/blind/items.py",
    "course/authoring/check/names.py",
    "course/authoring/check/places.py",
}
"""What has to know every kind, and so is named by mypy once there is another one."""


@pytest.mark.slow
def test_a_kind_that_is_forgotten_somewhere_is_a_type_error_there(tmp_path: Path) -> None:
    """The list of the kinds is read with another one in it."""
    file = Path(course.model.kinds.__file__).relative_to(ROOT)
    before, beginning, rest = (ROOT / file).read_text().partition("Exercise: TypeAlias = ")
    (tmp_path / "kinds.py").write_text(f"{before}class Another: ...\n\n\n{beginning}Another | {rest}")
    command = [sys.executable, "-m", "mypy", "--no-error-summary", "--hide-error-context"]
    command += ["--cache-dir", str(tmp_path), "--shadow-file", str(file), str(tmp_path / "kinds.py"), *sorted(PLACES)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    wrong = [line for line in result.stdout.splitlines() if ": error: " in line]
    assert {line.partition(":")[0] for line in wrong} == PLACES, result.stdout
    assert all("Another" in line for line in wrong), result.stdout


SCENES = [
    *(
        scene
        for scenario in (MARKET, tiny_scenario())
        for scene in scenario.scenes.values()
        if not isinstance(scene.body, Ending)
    ),
    scene("on-the-way", Onward((Branch("office"),))),
]


def test_these_scenes_have_every_kind() -> None:
    every = get_args(Exercise)
    assert {type(scene.body) for scene in SCENES} == set(every)
    assert len(KINDS) == len(every) == len([*iter_modules(course.model.kinds.__path__)])


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.id)
def test_every_kind_is_known_to_the_engine_and_has_words_for_drawings(scene: Scene) -> None:
    assert not isinstance(scene.body, Ending)
    assert isinstance(kinds.of(scene.body), kinds.Kind)
    assert kinds.single(scene.body) or exercises.done(scene.body)


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.id)
def test_every_kind_is_shown_by_both_faces(scene: Scene, tmp_path: Path) -> None:
    scenario = replace(MARKET, head=replace(MARKET.head, start=scene.id), scenes={**MARKET.scenes, scene.id: scene})
    session = Session.start(COURSE, scenario, open_journal(tmp_path / "journal.db"), seed=1, extra_minute=False)
    shown, told = on_screen(session.play), in_lines(session, Conversation(StringIO(), StringIO()))
    assert isinstance(shown, OnScreen)
    assert isinstance(told, InLines)
    module = type(scene.body).__module__.rpartition(".")[2]
    assert {type(each).__module__.rpartition(".")[2] for each in (shown, told)} == {module}
