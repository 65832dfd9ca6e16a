"""Every exercise kind in every layer: a kind that lacks something is a type error where the kinds are listed."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import course.model.kinds
from course.engine import kinds
from course.model import Branch, Ending, Exercise, Scene
from course.model.kinds.onward import Onward
from course.reading.format.kinds import KINDS
from course.words import exercises
from tests.builders import scene, tiny_scenario
from tests.folders import ROOT
from tests.market import MARKET

for each in iter_modules(course.model.kinds.__path__, "course.model.kinds."):
    import_module(each.name)

LACKING = """
from collections.abc import Iterable, Sequence

from course.engine.conditions import Past
from course.engine.kinds import Answer, Kind, Outcome, Turn
from course.engine.play import Play
from course.faces.plain.conversation import Conversation, Keyword
from course.faces.plain.kinds.in_lines import Asked, InLines
from course.faces.textual.blocks import Block
from course.faces.textual.kinds.on_screen import OnScreen, Room
from course.model import Branch, Exercise
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
        return Exercise()


def of() -> Kind:
    return NoSamples()  # 1


class Crooked(NoSamples):
    def samples(self, order: str = "") -> Iterable[Answer]:  # 2
        return ()


class NothingShown(OnScreen):
    def blocks(self, at: int, room: Room) -> Iterable[Block]:
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
    every = {each for each in Exercise.__subclasses__() if each.__module__.startswith("course.model.kinds.")}
    assert {type(scene.body) for scene in SCENES} == every
    assert len(KINDS) == len(every)


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.id)
def test_every_kind_is_known_to_the_engine_and_has_words_for_drawings(scene: Scene) -> None:
    assert isinstance(scene.body, Exercise)
    assert isinstance(kinds.of(scene.body), kinds.Kind)
    assert kinds.single(scene.body) or exercises.done(scene.body)
