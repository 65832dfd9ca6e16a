"""What gives the advised choices away all over a course: their length or place, and the words they use or spare."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from course.authoring.check.finding import Found, at
from course.authoring.check.wording.tools.items import Item, Items
from course.authoring.check.wording.tools.model import Guess, Telling, WordModel
from course.authoring.check.wording.tools.signs import RARE, first, last, longest, middle, pattern, shortest
from course.model import Verdict
from course.model.record import replace
from course.reading.files.find import COURSE_FILE

_LENGTHS = (
    (longest, "longest", "Shorten it in some of these scenes, or give a choice that tempts as much to say."),
    (shortest, "shortest", "Give it more to say in some of these scenes, or shorten a choice that tempts."),
)
_PLACES = ((first, "first"), (middle, "in the middle"), (last, "last"))
# "Always, never, completely and absolutely" are the specific determiners that Haladyna, Downing and Rodriguez (2002)
# tell item writers to avoid, here with their near kin. Words such as "no", "only" and "nothing" are left out: in a
# scenario they mostly say what is done ("say nothing") and claim nothing about all cases.
ABSOLUTES = (
    *("always", "never", "every", "everyone", "everybody", "everything", "nobody", "no one", "none"),
    *("completely", "absolutely", "totally", "entirely"),
)
_DECISIONS = 20
"""Of fewer, nobody makes out a habit."""
_MOST_WITH_ONE = Fraction(4, 5)
FEW = 30
"""From fewer scenes, a model of words learns nothing that holds for the next one."""
_RARE = RARE / 10
"""Scenes help each other to a guess, so their hits are not independent, as the binomial takes them to be. With advised
choices drawn by lot, in courses of 30 to 400 scenes, its chance was below RARE in up to three courses of a hundred,
and below a tenth of RARE in less than one."""


def one_do(items: Items) -> Iterator[Found]:
    """Nearly every decision of the course has one do, so that learners look for the one and need not weigh the rest."""
    one = [item for item in items.all if item.advised.count(True) == 1 and Verdict.EITHER not in item.verdicts]
    if len(items.all) >= _DECISIONS and len(one) > _MOST_WITH_ONE * len(items.all):
        message = (
            f"In {len(one)} of {len(items.all)} decisions exactly one choice is a do, which is a habit to guess by."
        )
        mend = "In a fifth of them let two choices be right, or mark one either-way where people differ."
        yield Found("one-do", at(COURSE_FILE, "title"), message, mend)


def lengths(items: Items) -> Iterator[Found]:
    """The advised choice is the longest, or the shortest, too often."""
    for sign, name, mend in _LENGTHS:
        shown = pattern(items.telling, sign, RARE / len(_LENGTHS))
        if shown is not None:
            message = f"The advised choice is the {name} in {shown.numbers}. Who reads only lengths scores well."
            yield shown.found("longest-advised", message, mend)


def places(items: Items) -> Iterator[Found]:
    """The advised choice is the first, the last, or in the middle, too often, where choices keep their places."""
    fixed = [item for item in items.telling if not item.shuffled]
    for sign, name in _PLACES:
        shown = pattern(fixed, sign, RARE / len(_PLACES))
        if shown is not None:
            message = f"Where choices keep their order, the advised choice comes {name} in {shown.numbers}."
            mend = "Take shuffle: off out where the order says nothing, or write the choices in another order."
            yield shown.found("place-advised", message, mend)


def absolutes(items: Items) -> Iterator[Found]:
    """Words that allow no exception spare the advised choices, more often than chance allows."""
    having = {number for phrase in ABSOLUTES for number in items.sayings.having(phrase)}

    def carrying(item: Item) -> list[int]:
        return [which for which, number in enumerate(item.numbers) if number in having]

    shown = pattern(items.telling, carrying, RARE, spared=True)
    if shown is not None:
        message = f"Words like always, never and every spare the advised choices in {shown.numbers}."
        mend = "Say it without such a word here, or let an advised choice have one where it is true."
        yield shown.found("absolute-words", message, mend)


def telling(items: Items) -> Iterator[Found]:
    """Words from which a learner who has never read the scenarios could tell the advised choices."""
    if len(items.telling) < FEW:
        return
    model = WordModel(items.telling, items.sayings)
    guesses = {item.first: guess for item, guess in zip(model.items, model.guesses(), strict=True)}

    def sounds_advised(item: Item) -> tuple[int, ...]:
        return guesses[item.first].marked

    shown = pattern(model.items, sounds_advised, _RARE)
    if shown is None:
        return
    ranked = model.telling()
    message = f"By words alone, the advised choice can be told in {shown.numbers}. {_most_telling(ranked)}"
    mend = "Use these words in both kinds of choices, or in neither."
    right = [(guesses[item.first].margin, item) for item in model.items if _told(item, guesses[item.first])]
    places = [
        item.at(which)
        for _, item in sorted(right, key=lambda each: -each[0])
        for which in range(len(item.options))
        if ranked[0].word in items.sayings.words(item.numbers[which])
    ]
    yield replace(shown, places=tuple(places) or shown.places).found("telling-words", message, mend)


def _told(item: Item, guess: Guess) -> bool:
    return all(item.advised[which] for which in guess.marked)


def _most_telling(ranked: list[Telling]) -> str:
    """The words that tell most, for and against."""
    good = [f'"{each.word}" ({each.advised} of {each.advised + each.wrong})' for each in ranked if each.weight > 0]
    bad = [f'"{each.word}" ({each.wrong} of {each.advised + each.wrong})' for each in ranked if each.weight < 0]
    return f"Mostly in advised choices: {', '.join(good[:3])}. Mostly in others: {', '.join(bad[:3])}."
