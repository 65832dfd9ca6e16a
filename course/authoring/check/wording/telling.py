"""Words that give the advised choices away, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator

from course.authoring.check.finding import Found
from course.authoring.check.wording.tools.chance import RARE
from course.authoring.check.wording.tools.items import Item, Items
from course.authoring.check.wording.tools.model import Guess, Telling, WordModel
from course.authoring.check.wording.tools.signs import pattern
from course.model.record import replace

FEW = 30
"""From fewer scenes, a model of words learns nothing that holds for the next one."""
_RARE = RARE / 10
"""Scenes help each other to a guess, so their hits are not independent, as the binomial takes them to be. With advised
choices drawn by lot, in courses of 30 to 400 scenes, its chance was below RARE in up to three courses of a hundred,
and below a tenth of RARE in less than one."""


def find(items: Items) -> Iterator[Found]:
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
        if f" {ranked[0].word} " in items.sayings.folded[item.first + which]
    ]
    yield replace(shown, places=tuple(places) or shown.places).found("telling-words", message, mend)


def _told(item: Item, guess: Guess) -> bool:
    return all(item.advised[which] for which in guess.marked)


def _most_telling(ranked: list[Telling]) -> str:
    """The words that tell most, for and against."""
    good = [f'"{each.word}" ({each.advised} of {each.advised + each.wrong})' for each in ranked if each.weight > 0]
    bad = [f'"{each.word}" ({each.wrong} of {each.advised + each.wrong})' for each in ranked if each.weight < 0]
    return f"Mostly in advised choices: {', '.join(good[:3])}. Mostly in others: {', '.join(bad[:3])}."
