"""Twins side by side, once both were met: what was another fact there, what was answered, and what was advised."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from course.engine.debrief import Entry, entries, options
from course.engine.known import known_at
from course.engine.past import Path
from course.engine.play import Play, Taken
from course.engine.telling import arrived, tell
from course.model import Head
from course.model.kinds.sort import Sort
from course.model.record import Record
from course.model.twins import Half, Twins

Look = Callable[[Half], Play | None]
"""Gives the attempt in which a twin was met first, or None."""

_SENTENCE = re.compile(r"[^\s].*?(?:[.!?…]+[\"'”’»)*]*(?=\s|$)|[。！？]+[」』”’]*|$)", re.DOTALL)
_MOST_SENTENCES = 2
_MOST_LETTERS = 200
_MOST_FACTS = 3
"""Of all that was known by then, no more are listed than can be told apart at a glance."""


class Side(Record):
    """One of the two, as it was met."""

    head: Head
    """Of its scenario."""
    title: str
    day: int
    facts: tuple[str, ...]
    """What was known here and not there: what decides, not all that had been heard of in days."""
    says: tuple[str, ...]
    """Sentences that were read here and not there, if they are few and short, and no fact says the same."""
    entries: tuple[Entry, ...]
    """What was answered, with what was advised."""
    because: tuple[str, ...]
    """Why that is right which is right here, one for each that is: what was advised, or what was answered. None where
    several were answered at one go."""


class Beside(Record):
    """Two twins that were both met, to be shown side by side."""

    after: int
    """The number of the decision in this attempt behind which they are shown."""
    here: Side
    there: Side


class _Met(Record, gc=True):
    """A half in the attempt in which it was met first."""

    half: Half
    play: Play
    taken: Taken
    entries: tuple[Entry, ...]


def beside(play: Play, twins: Iterable[Twins], look: Look) -> tuple[Beside, ...]:
    """All twins of which one was met in this attempt and the other here or, as `look` finds it, in another one. Two of
    one attempt are shown once, where the later of them was met."""
    return tuple(found for each in twins for found in _beside(play, each, look))


def _beside(play: Play, twins: Twins, look: Look) -> Iterator[Beside]:
    met = [_met(play, twins.one), _met(play, twins.other)]
    if not any(met):
        return
    halves = (twins.one, twins.other)
    both = [each or _elsewhere(half, look) for each, half in zip(met, halves, strict=True)]
    if both[0] is None or both[1] is None:
        return
    there, here = both[0], both[1]
    if not met[1] or (met[0] and _last(met[0]) > _last(met[1])):
        there, here = here, there
    yield Beside(_last(here), *_sides(here, there))


def _met(play: Play, half: Half) -> _Met | None:
    """That half, with the first answers in this attempt."""
    if half.scenario != play.scenario.head.id or half.scene not in play.scenario.scenes:
        return None
    made = [
        each
        for each in entries(play)
        if each.decision.counts and each.decision.scene == half.scene and half.item in ("", each.decision.item)
    ]
    return _Met(half, play, play.history[made[0].index], tuple(made)) if made else None


def _elsewhere(half: Half, look: Look) -> _Met | None:
    play = look(half)
    return None if play is None else _met(play, half)


def _last(met: _Met) -> int:
    return met.entries[-1].index


def _sides(here: _Met, there: _Met) -> tuple[Side, Side]:
    known, read = (_facts(here), _facts(there)), (_sentences(here), _sentences(there))
    facts = (_without(*known), _without(*reversed(known)))
    says = tuple(map(_unsaid, (_without(*read), _without(*reversed(read))), facts))
    few = all(map(_few, says))
    one, other = (_side(*each) for each in zip((here, there), facts, says if few else ((), ()), strict=True))
    return one, other


def _side(met: _Met, facts: tuple[str, ...], says: tuple[str, ...]) -> Side:
    decision = met.entries[0].decision
    title, head = decision.title, met.play.scenario.head
    return Side(head, title, decision.day, facts, says, met.entries, _because(met))


def _because(met: _Met) -> tuple[str, ...]:
    """Why what is right is right, in its author's words: they name the fact that decides."""
    if len(met.entries) != 1:
        return ()
    (entry,) = met.entries
    why = {each.outcome.answer: each.consequence.because for each in options(met.play, entry.decision)}
    right = [each.answer for each in entry.advised] or [entry.decision.answer]
    return tuple(why.get(answer, "") for answer in right)


def _without(some: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    return tuple(each for each in dict.fromkeys(some) if each not in others)


def _unsaid(sentences: Sequence[str], facts: Sequence[str]) -> tuple[str, ...]:
    """The sentences that no fact holds already, as that of a message which the fact quotes."""
    held = [_letters(each) for each in facts]
    return tuple(each for each in sentences if not any(_letters(each) in fact for fact in held))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _few(sentences: Sequence[str]) -> bool:
    return len(sentences) <= _MOST_SENTENCES and sum(map(len, sentences)) <= _MOST_LETTERS


def _facts(met: _Met) -> tuple[str, ...]:
    """What was made known there; where that is nothing, what was known by then, if that is little: else why it is right
    says which of it decides. Of a statement, what was given, unless the answer says it anyhow."""
    if not met.half.item:
        at_the_scene, by_then = known_at(met.play, met.taken)
        return at_the_scene or (by_then if len(by_then) <= _MOST_FACTS else ())
    asked = met.play.asked(met.taken)
    statements = asked.statements if isinstance(asked, Sort) else ()
    said = [each.decision.said for each in met.entries]
    given = (each.given for each in statements if each.id == met.half.item and each.given)
    return tuple(each for each in given if not any(each in one for one in said))


def _sentences(met: _Met) -> tuple[str, ...]:
    """What was read where that was decided, sentence by sentence; of a statement nothing, since its answer says it."""
    if met.half.item:
        return ()
    here = met.taken.trail[-1]
    scene = met.play.scenario.scenes[here.scene]
    made = (met.play.history[index].decision for index in met.taken.before[: here.decided])
    past = Path(met.taken.trail, made, here.day)
    texts = [tell(scene.text, past), *(each.text for each in arrived(scene.arrives, past))]
    return tuple(" ".join(found.split()) for text in texts for found in _SENTENCE.findall(text))
