"""Names across a course: one name for two people, and one person with two names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from course.authoring.check.finding import Address, Found, at, in_scene
from course.model import Arrival, Ending, Head, Scenario, Scene
from course.model.kinds.calendar import Calendar
from course.model.kinds.choices import Choices
from course.model.kinds.message import MessageInParts
from course.model.kinds.onward import Onward
from course.model.kinds.sort import Sort
from course.model.record import Record, replace
from course.reading.problems.suggest import nearest

_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "madam", "frau", "herr", "mme", "m"))
_NO_NAME = frozenset(("the", "a", "an", "your", "my", "our", "no", "some", "der", "die", "das", "le", "la", "les"))
"""What a name does not begin with."""


class _Named(Record):
    """A name as it stands somewhere."""

    name: str
    words: tuple[str, ...]
    """The words of it that tell people apart."""
    at: Address
    scenario: str
    """The id of the scenario."""
    who: tuple[str, ...] = ()
    """Who that is, as often as the scenario says it."""


def find(scenarios: Sequence[Scenario]) -> Iterator[Found]:
    """Everything that is wrong with the names of a course."""
    before: dict[str, list[_Named]] = {}
    """Those whom the scenarios so far know, by each word of their names."""
    for scenario in scenarios:
        people = _people(scenario.head)
        for each in _written(scenario):
            yield from _another(each, people)
        for each in people:
            yield from _shared(each, before)
        for each in people:
            for word in each.words:
                before.setdefault(word, []).append(each)


def _people(head: Head) -> Sequence[_Named]:
    """Those whom the head of a scenario names, each once."""
    with_, _, who = head.other.partition(",")
    named = [(person.name, person.role, at(head.file, "people", person.id, "name")) for person in head.people]
    if with_ and all(word[0].isupper() for word in with_.split()):
        named.insert(0, (with_.strip(), who.strip(), at(head.file, "with")))
    found: dict[str, _Named] = {}
    for name, who, where in named:
        if words := _words(name):
            each = found.setdefault(name, _Named(name, words, where, head.id))
            found[name] = replace(each, who=(*each.who, who) if who else each.who)
    return tuple(found.values())


def _words(name: str) -> tuple[str, ...]:
    """The words of a name, without titles and what is written small within it; none of what is no name."""
    words = [each.strip(".,") for each in name.split()]
    if not words or words[0].lower() in _NO_NAME or words[0][:1].islower():
        return ()
    return tuple(each for each in words if each and not each[0].islower() and each.lower() not in _TITLES)


def _written(scenario: Scenario) -> Iterator[_Named]:
    """Those who send or receive something in its scenes."""
    file = scenario.head.file
    for scene in scenario.scenes.values():
        for name, way in _of_scene(scene):
            if words := _words(name):
                yield _Named(name, words, in_scene(file, scene.id, *way), scenario.head.id)


def _of_scene(scene: Scene) -> Iterator[tuple[str, tuple[str, ...]]]:
    body = scene.body
    arriving: list[tuple[tuple[str, ...], Arrival]] = [((), each) for each in scene.arrives]
    match body:
        case Choices():
            arriving += [((option.id,), each) for option in body.options for each in option.arrives]
        case MessageInParts():
            yield body.to, ("to",)
            arriving += [((), each) for each in body.arrives]
        case Sort() | Calendar() | Onward() | Ending():
            pass  # nobody sends or receives anything there
        case _:
            assert_never(body)
    for way, each in arriving:
        yield each.sender, (*way, "arrives", each.medium.value, "from")


def _another(each: _Named, people: Sequence[_Named]) -> Iterator[Found]:
    """A sender whose name is nearly that of somebody in the scenario."""
    if any(set(each.words) <= set(person.words) or set(person.words) <= set(each.words) for person in people):
        return
    near = nearest(each.name, [person.name for person in people])
    for person in people:
        if person.name == near or (len(each.words) > 1 and each.words[0] == person.words[0] and len(person.words) > 1):
            message = f"Here it says {each.name}, and elsewhere in this scenario {person.name}."
            mend = "If that is one person, write one name. If not, give one of them another."
            yield Found("two-names", each.at, message, mend, also=(person.at,))
            return


def _shared(each: _Named, before: Mapping[str, Sequence[_Named]]) -> Iterator[Found]:
    """Somebody who has a name, or a part of it, in common with somebody else in another scenario."""
    for word in each.words:
        for other in before.get(word, ()):
            if each.name == other.name and (not each.who or not other.who or not {*each.who}.isdisjoint(other.who)):
                continue  # the same person
            message = f"{word} is {_said(each)} here, and {_said(other)} in {other.scenario}."
            mend = "Give one of them another name; if that is one person, say the same of them in both scenarios."
            yield Found("shared-name", each.at, message, mend, also=(other.at,))
            return


def _said(each: _Named) -> str:
    return f"{each.name} ({each.who[0]})" if each.who else each.name
