"""Where a scene leads on paper, where that depends on what was done before: in the order in which it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from course.engine import kinds
from course.engine.play import Play
from course.model import Condition, Contacts, Course, Ending, Scenario
from course.model.conditions import Branch
from course.model.record import Record
from course.room.events import ORDER
from course.room.hands import LETTERS
from course.text.width import shorten
from course.words import media, say

_MOST = 48
"""Letters of what is quoted of an option that has no letter of its own."""


class Paper(Record):
    """What scenes are called on paper."""

    course: Course
    scenario: Scenario
    numbers: Mapping[str, int]
    orders: Mapping[str, str]
    """What each scene's options are ordered by, by its id."""
    called: Callable[[str], str]
    """A scene's number and title, or an ending's title, by its id."""


def ways(paper: Paper, play: Play) -> Iterator[str]:
    """Each way on from that scene where there is more than one whatever is answered; the first that fits is taken."""
    body = play.scene.body
    if isinstance(body, Ending):
        return
    groups: dict[tuple[Branch, ...], list[str]] = {}
    for road in kinds.roads(body):
        letter = _option(paper, play.scene_id, road.outcome.answer[-1]) if road.outcome else ""
        groups.setdefault(road.next, []).append(letter)
    for branches, letters in sorted(groups.items(), key=lambda each: min(each[1])):
        if len({each.next for each in branches}) < 2:
            continue
        after = say("handout.after", options=say("list.comma").join(sorted(letters))) + " " if len(groups) > 1 else ""
        for branch in branches:
            title, when = paper.called(branch.next), _all(paper, branch.when)
            yield after + (say("handout.way", title=title, when=when) if when else say("handout.way-else", title=title))


def _all(paper: Paper, when: Condition) -> str:
    """That condition in words; `""` for one that always holds."""
    rules = paper.course.all_rules()
    parts = [say("handout.when.been", scene=paper.called(scene)) for scene in when.been]
    parts += [_chose(paper, option) for option in when.chose]
    parts += [say("handout.when.broke", rule=rules[rule].dont or rules[rule].do) for rule in when.broke]
    parts += [say("handout.when.followed", rule=rules[rule].do) for rule in when.followed]
    parts += [_contacts(paper, when.contacts)] if when.contacts else []
    parts += [say("handout.when.not", when=_apart(_all(paper, when.opposite)))] if when.opposite else []
    parts += [_any([_all(paper, each) for each in when.any])] if when.any else []
    return say("list.and-short").join(parts)


def _apart(said: str) -> str:
    return said if said.startswith("(") or " " not in said else f"({said})"


def _any(parts: Sequence[str]) -> str:
    return f"({say('list.or').join(parts)})" if len(parts) > 1 else "".join(parts)


def _chose(paper: Paper, option: str) -> str:
    """The option by its scene's number and its letter, such as 2A; where several scenes have one of that id, each."""
    scene, _, name = option.rpartition("/")
    found = (_option(paper, each, name) for each in ([scene] if scene else paper.numbers))
    return _any([each for each in found if each]) or name


def _option(paper: Paper, scene: str, name: str) -> str:
    """The same of one scene; `""` where it has no such option."""
    body, number = paper.scenario.scenes[scene].body, paper.numbers.get(scene, "")
    if isinstance(body, Ending):
        return ""
    order = paper.orders.get(scene, str(ORDER))
    turns = [kinds.of(body).outcomes(turn, order) for turn, _ in kinds.turns(body)]
    for outcomes in turns:
        for at, each in enumerate(outcomes):
            if each.answer[-1] == name and len(turns) == 1:
                return f"{number}{LETTERS[at]}"
            if name in each.answer:
                return say("handout.when.said", number=number, said=shorten(each.said, _MOST))
    return ""


def _contacts(paper: Paper, asked: Contacts) -> str:
    people = {each.id: each.name for each in paper.scenario.head.people}
    parts = [say("handout.when.contacts", n=asked.least)]
    parts += [say("handout.when.to", who=people.get(asked.person, asked.person))] if asked.person else []
    parts += [say("handout.when.by", medium=media.name(asked.medium))] if asked.medium else []
    parts += [asked.kind] if asked.kind else []
    parts += [say("handout.when.days", n=asked.days)] if asked.days is not None else []
    return say("list.comma").join(parts)
