"""A scenario laid out for drawing: each scene once, under the choice that leads to it first; other ways refer to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from course.engine import judging, kinds
from course.engine.decision import scene_title
from course.engine.outcome import Outcome
from course.model import ALWAYS, Condition, Contacts, Course, Ending, Rule, Scenario, Scene, Side, Verdict
from course.model.kinds import Exercise
from course.model.record import Record
from course.words import exercises, media, sentences

MARKS = {Verdict.DO: "+", Verdict.MIXED: "±", Verdict.DONT: "−", Verdict.EITHER: "~"}
LEGEND = "+ follows the rules   ± follows one and breaks one   − breaks one   ~ people differ   ¶ told on some paths"
_MARKS = {Side.UNDER: "◁", Side.RIGHT: "◇", Side.OVER: "▷"}


class Arrow(Record):
    """One way on from a choice."""

    to: str
    when: str = ""
    """Its condition in words; `""` when there is none."""
    opens: bool = False
    """Whether the scene it leads to is drawn below it, and not somewhere else."""


class Way(Record):
    """One choice at a scene; or, without arrows, a passage that is told there on some paths only."""

    said: str
    verdict: Verdict | None
    """None for a way that stands for many answers."""
    side: Side | None
    arrows: tuple[Arrow, ...]

    @property
    def mark(self) -> str:
        """The sign of its verdict; of a passage, that of a paragraph."""
        if not self.arrows:
            return "¶"
        return MARKS[self.verdict] if self.verdict else "·"


class Stop(Record):
    """One scene."""

    id: str
    title: str
    day: int | None
    ending: Side | None
    """The side of the line on which the scenario ends here; None where it goes on."""
    ways: tuple[Way, ...]
    """The passages that depend on the path, then the choices."""

    @property
    def note(self) -> str:
        """How it ends, or its day; `""` when there is nothing to say."""
        if self.ending is not None:
            return f"{_MARKS[self.ending]} ends {sentences.side_name(self.ending)}"
        return "" if self.day is None else f"day {self.day}"


class Plan(Record):
    """A whole scenario."""

    title: str
    start: str
    stops: Mapping[str, Stop]
    """By id, those that ways lead to first, by the shortest way; then those that none does."""
    unreached: tuple[str, ...]
    """Ids of the scenes that no way leads to, whatever conditions hold."""


def plan(course: Course, scenario: Scenario) -> Plan:
    """Lay the scenario out."""
    start = scenario.head.start
    opened = {start}
    waiting = [start]
    stops: dict[str, Stop] = {}

    def opens(name: str) -> bool:
        """Whether a way to this scene is the first."""
        if name in opened:
            return False
        opened.add(name)
        waiting.append(name)
        return True

    rules = course.all_rules()
    for name in waiting:  # grows while it is walked
        stops[name] = _stop(scenario.scenes[name], rules, opens)
    unreached = tuple(name for name in scenario.scenes if name not in opened)
    for name in unreached:
        stops[name] = _stop(scenario.scenes[name], rules, lambda _: False)
    return Plan(scenario.head.title, start, stops, unreached)


def _stop(scene: Scene, rules: Mapping[str, Rule], opens: Callable[[str], bool]) -> Stop:
    body, title, told = scene.body, scene_title(scene), tuple(_told(scene))
    if isinstance(body, Ending):
        flips = (Way("one fact changes", None, None, (Arrow(body.flip, "", opens(body.flip)),)),) if body.flip else ()
        return Stop(scene.id, title, scene.day, body.side, (*told, *flips))
    ways = tuple(_way(body, each, rules, opens) for each in kinds.roads(body))
    return Stop(scene.id, title, scene.day, None, (*told, *ways))


def _told(scene: Scene) -> Iterator[Way]:
    """What is told, and what arrives, on some paths only."""
    for each in () if isinstance(scene.text, str) else scene.text:
        if each.when != ALWAYS:
            yield Way(f"if {condition(each.when)}: {each.text}", None, None, ())
            if each.otherwise:
                yield Way(f"else: {each.otherwise}", None, None, ())
    for message in scene.arrives:
        if message.when != ALWAYS:
            yield Way(f"if {condition(message.when)}: {media.name(message.medium)}", None, None, ())


def _way(exercise: Exercise, road: kinds.Road, rules: Mapping[str, Rule], opens: Callable[[str], bool]) -> Way:
    arrows = tuple(Arrow(each.next, condition(each.when), opens(each.next)) for each in road.next)
    if road.outcome is None:
        return Way(exercises.done(exercise), None, None, arrows)
    when = _offered(exercise, road.outcome)
    said = f"(if {when}) {sentences.answered(road.outcome)}" if when else sentences.answered(road.outcome)
    return Way(said, judging.verdict(road.outcome), judging.side(road.outcome, rules), arrows)


def _offered(exercise: Exercise, outcome: Outcome) -> str:
    """What has to be so for an option to be offered, in words."""
    options = (each for rivals in kinds.of(exercise).rivals() for each in rivals.options)
    return next((condition(each.when) for each in options if each.id == outcome.answer[-1]), "")


def condition(when: Condition) -> str:
    """A condition in words; `""` for one that always holds."""
    parts = [f"been {scene}" for scene in when.been]
    parts += [f"chose {option}" for option in when.chose]
    parts += [f"{rule} broken" for rule in when.broke]
    parts += [f"{rule} followed" for rule in when.followed]
    parts += [_contacts(when.contacts)] if when.contacts else []
    parts += [f"not ({condition(when.opposite)})"] if when.opposite else []
    parts += [f"({' or '.join(condition(each) for each in when.any)})"] if when.any else []
    return " and ".join(parts)


def _contacts(asked: Contacts) -> str:
    kind = f"{asked.kind} " if asked.kind else ""
    to = f" to {asked.person}" if asked.person else ""
    via = f" by {asked.medium}" if asked.medium else ""
    days = "" if asked.days is None else f" in {asked.days} day{'' if asked.days == 1 else 's'}"
    return f"{asked.least} {kind}contact{'' if asked.least == 1 else 's'}{to}{via}{days}"
