"""Choices that repeat the words of the rule they follow or break, so that it takes no judgement to match them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from course.authoring.check.finding import Found
from course.authoring.check.wording.tools.items import Item, Items
from course.authoring.check.wording.tools.sayings import fold
from course.model import Course

_LEAST = 3
"""Two words in common are found by chance, wherever a rule and a choice are about the same thing."""
_SHARE = 2 / 3
"""Of a rule's own words, so many stand in the choice: more is the rule's than is not, even if one word is chance."""

_WORDS = """
a about after again all also am an and any are as at away back be because been before being but by can could did
do does doing dont down each even for from get give go had has have having he her here hers him his how i if in
into is it its just let make may me might more most much must my no nor not now of off on once one only or other
our out over own put say see she should so some still such take tell than that the their them then there these
they thing this those through to too under until up upon us use very was way we were what when where which while
who whom whose why will with without would yet you your yours
"""
_COMMON = frozenset(_WORDS.split())
"""Words that every text has, whatever it is about."""


def find(course: Course, items: Items) -> Iterator[Found]:
    """Such choices; what one follows is compared with the rule's do, what it breaks with its don't."""
    rules = course.all_rules().values()
    dos = {rule.id: _content(rule.do) for rule in rules}
    donts = {rule.id: _content(rule.dont) for rule in rules}
    folded = items.sayings.folded
    for number, (item, which) in enumerate(items.choices):
        choice, said = item.options[which], folded[number]
        for name in choice.follows:
            if len(shared := [word for word in dos[name] if word in said]) >= _LEAST:
                yield from _found(item, which, f"do: of {name}", shared, dos[name])
        for name in choice.breaks:
            if len(shared := [word for word in donts[name] if word in said]) >= _LEAST:
                yield from _found(item, which, f"dont: of {name}", shared, donts[name])


def _found(item: Item, which: int, where: str, shared: list[str], words: Sequence[str]) -> Iterator[Found]:
    if len(shared) >= _SHARE * len(words):
        message = f"This choice repeats its rule: {', '.join(map(str.strip, shared))} also stand in {where}."
        mend = "Say what is done here, to whom and when; the rule is shown to the learner afterwards."
        yield Found("rule-words", item.at(which), message, mend)


def _content(text: str) -> tuple[str, ...]:
    """The rule's own words, each once, with a space on either side to be found by."""
    words = [word for word in fold(text).split() if word not in _COMMON and len(word) > 1]
    return tuple(f" {word} " for word in dict.fromkeys(words))
