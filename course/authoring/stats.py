"""What a course holds, counted: scenes, words, decisions, rules and how often they are practiced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from course.authoring.check.paths import Paths
from course.authoring.check.wording import is_english
from course.authoring.check.wording.tools.grade import grade
from course.engine import kinds
from course.engine.outcome import Outcome
from course.engine.states.graph import TooManyStates
from course.engine.states.need import leads_to
from course.engine.telling import longest, versions
from course.model import Arrival, Course, Ending, Scenario, Scene, Side
from course.model.record import Record
from course.text.counting import words
from course.words import sentences

_WORDS_A_MINUTE = 180
"""At which a learner reads and thinks; people read prose at some 240 (Brysbaert, 2019)."""


class Stats(Record):
    """One scenario, counted."""

    scenario: str
    title: str
    scenes: int
    words: int
    """All that a learner could read: the texts of every scene, choice and consequence."""
    minutes: int | None
    """As its author gives them."""
    reading_minutes: int
    """Minutes that one way through it takes, guessed from its words; at least one."""
    decisions: int
    pairs: Mapping[str, int]
    """Decisions at which a rule of the pair is at stake, by pair id; `""` stands for the rules of the whole course."""
    endings: Mapping[Side, int]
    """So many on each side."""
    grade: float | None
    """The school grade that reads it with ease, to a tenth; None for too few words, or words that are not English."""
    followed: Counter[str]
    """Choices that follow each rule, at scenes that a learner can come to."""
    broken: Counter[str]
    unreached: int
    """Scenes that no learner can come to."""


class Coverage(Record):
    """One rule, and the choices that practice it."""

    rule: str
    followed: int
    broken: int
    scenarios: tuple[str, ...]
    """Ids of the scenarios in which it is followed or broken."""


def stats(course: Course, scenario: Scenario) -> Stats:
    """Count one scenario."""
    outcomes = {name: _outcomes(scene) for name, scene in scenario.scenes.items()}
    decisions = {name: found for name, found in outcomes.items() if found}
    rules = course.all_rules()
    pairs: Counter[str] = Counter()
    for found in decisions.values():
        pairs.update({rules[rule].pair for each in found for rule in (*each.follows, *each.breaks)})
    reached = _reached(course, scenario)
    followed: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    for name in reached:
        for each in outcomes[name]:
            followed.update(each.follows)
            broken.update(each.breaks)
    endings = [scene.body.side for scene in scenario.scenes.values() if isinstance(scene.body, Ending)]
    reads = (
        grade("\n\n".join(longest(scene.text) for scene in scenario.scenes.values())) if is_english(course) else None
    )
    counted = sum(_words(scene, outcomes[name]) for name, scene in scenario.scenes.items())
    return Stats(
        scenario=scenario.head.id,
        title=scenario.head.title,
        scenes=len(scenario.scenes),
        words=counted,
        minutes=scenario.head.minutes,
        reading_minutes=_reading(scenario, outcomes),
        decisions=len(decisions),
        pairs=pairs,
        endings={side: endings.count(side) for side in Side},
        grade=None if reads is None else round(reads, 1),
        followed=followed,
        broken=broken,
        unreached=len(scenario.scenes) - len(reached),
    )


def coverage(course: Course, counted: Sequence[Stats]) -> list[Coverage]:
    """Every rule of the course, in its order, with what practices it."""
    return [
        Coverage(
            rule,
            sum(each.followed[rule] for each in counted),
            sum(each.broken[rule] for each in counted),
            tuple(each.scenario for each in counted if each.followed[rule] or each.broken[rule]),
        )
        for rule in course.all_rules()
    ]


def _outcomes(scene: Scene) -> tuple[Outcome, ...]:
    """Whatever can be answered at a scene, each answer once."""
    if isinstance(scene.body, Ending):
        return ()
    found = (each for _, possible in kinds.turns(scene.body) for each in possible if each.judged)
    return tuple({each.answer: each for each in found}.values())


def _reached(course: Course, scenario: Scenario) -> set[str]:
    try:
        return set(Paths.of(course, scenario).reached)
    except TooManyStates:
        return set(scenario.scenes)


def _words(scene: Scene, outcomes: Sequence[Outcome]) -> int:
    texts = [scene.title, *versions(scene.text), *_said(scene.arrives)]
    for each in outcomes:
        texts += [sentences.answered(each), *versions(each.happens), *versions(each.because), *_said(each.arrives)]
    return sum(len(words(text)) for text in dict.fromkeys(texts))


def _said(messages: Sequence[Arrival]) -> list[str]:
    return [text for message in messages for text in (message.subject, *versions(message.text))]


def _reading(scenario: Scenario, outcomes: Mapping[str, Sequence[Outcome]]) -> int:
    """Minutes for one way through: as many scenes as the longest of the shortest ways has, of the mean length, with
    all choices read and one consequence."""
    shown = []
    for name, scene in scenario.scenes.items():
        own = len(words(longest(scene.text))) + sum(len(words(text)) for text in _said(scene.arrives))
        choices = sum(len(words(sentences.answered(each))) for each in outcomes[name])
        after = [len(words(f"{longest(each.happens)} {longest(each.because)}")) for each in outcomes[name]]
        shown.append(own + choices + (sum(after) // len(after) if after else 0))
    mean = sum(shown) / max(1, len(shown))
    return max(1, round(mean * _steps(scenario) / _WORDS_A_MINUTE))


def _steps(scenario: Scenario) -> int:
    """Scenes on the shortest way to the ending that is farthest from the start."""
    seen = {scenario.head.start: 1}
    waiting = [scenario.head.start]
    for name in waiting:  # grows while it is walked
        for after in leads_to(scenario.scenes[name]):
            if after not in seen:
                seen[after] = seen[name] + 1
                waiting.append(after)
    return max((steps for name, steps in seen.items() if isinstance(scenario.scenes[name].body, Ending)), default=1)
