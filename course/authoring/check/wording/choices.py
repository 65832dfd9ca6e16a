"""Choices that a learner can hardly tell apart, that speak of others or of their verdict, or that teach nothing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, product, starmap

from course.authoring.check.finding import Address, Found
from course.authoring.check.ways import copy_of, led_to
from course.authoring.check.wording.tools.items import Item, Items
from course.authoring.check.wording.tools.sayings import fold
from course.engine.telling import longest
from course.model import Choice, Course, Scenario
from course.text.counting import words

_NEAR = 0.8
"""Four words of five are the same and in the same order: in a usual choice of twelve words, two are exchanged."""
_ABOVE = ("of the above", "of these", "of those", "of them")
_QUANTITY = "(?:all|none|any|both|either|neither|each|every one|two|three|some)"
# Of "the above" no scenario speaks, so it is found anywhere in a choice. "None of these" may well be said in a scenario
# ("Answer none of these calls"), so it counts only when the choice says nothing else.
_MEANT = re.compile(rf"\b{_QUANTITY} of the above\b|^{_QUANTITY} of (?:these|those|them)(?: choices| options)?$")
_SHORT = 5
"""A consequence of fewer words, such as "No answer comes.", may honestly come again; a reason may not."""
# Words that judge an act and hardly do anything else. Words that also name one ("polite" of a person, "quiet" of a
# portal) are left out, and so are those that only this or that course would mean as a verdict: a course's own are the
# names of its pairs, and what it lists in its words.
JUDGING = (
    *("appropriate", "appropriately", "inappropriate", "inappropriately", "unprofessional", "unprofessionally"),
    *("tactful", "tactfully", "tactless", "the right thing", "the wrong thing", "the right choice"),
)
_IN_COMMON = 3
"""Two words in common are found by chance, wherever a rule and a choice are about the same thing."""
_MOST_OF_IT = 2 / 3
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


def same(items: Items) -> Iterator[Found]:
    """Choices that say the same as another, whatever follows; or nearly the same, while the same follows."""
    letters = items.sayings.letters()
    for item in items.all:
        here = letters[item.first : item.first + len(item.options)]
        distinct = len(set(here)) == len(here)
        for (one, choice), (two, other) in combinations(enumerate(item.options), 2):
            if _is_copy(choice, other):
                message = f'"{other.say}" stands here twice, with all that follows.'
                yield Found("same-choices", item.at(two), message, "Delete one of the two.", also=(item.at(one),))
            elif not distinct and here[one] == here[two]:
                yield _same(item, one, two, "say the same")
            elif choice.breaks == other.breaks and _same_way_on(choice, other) and _near(items, item.first, one, two):
                yield _same(item, one, two, "say nearly the same, and nothing hangs on which is taken")


def _is_copy(choice: Choice, other: Choice) -> bool:
    """Whether a choice is another one once more: its lines were copied, or came twice."""
    return (choice.say, choice.because, choice.happens) == (other.say, other.because, other.happens)


def copied(scenario: Scenario) -> bool:
    """Whether a choice stands twice in a scene, so that it is taken twice as often by somebody who guesses."""
    pairs = (pair for item in Items([scenario]).all for pair in combinations(item.options, 2))
    return any(starmap(_is_copy, pairs))


def _same_way_on(choice: Choice, other: Choice) -> bool:
    # One word can be decisive, "not" or a name, and no program knows which. What the author lets follow tells it.
    return choice.follows == other.follows and choice.next == other.next


def _near(items: Items, first: int, one: int, two: int) -> bool:
    from difflib import SequenceMatcher  # only where two lead the same way

    said = items.sayings.words
    match = SequenceMatcher(None, said(first + one), said(first + two), autojunk=False)
    return match.quick_ratio() >= _NEAR and match.ratio() >= _NEAR


def _same(item: Item, one: int, two: int, how: str) -> Found:
    message = f'"{item.options[one].say}" and "{item.options[two].say}" {how}.'
    mend = "Let each choice be another thing to do, or leave one of them out."
    return Found("same-choices", item.at(two), message, mend, also=(item.at(one),))


def above(items: Items) -> Iterator[Found]:
    """Choices that are all, or none, of the others."""
    said = items.sayings
    for number in sorted({number for phrase in _ABOVE for number in said.having(phrase)}):
        if _MEANT.search(" ".join(said.words(number))):
            item, which = items.choices[number]
            message = f'"{item.options[which].say}" is no act of its own; it only speaks of the other choices.'
            moved = " Choices are shuffled, so nothing stays above it." if item.shuffled else ""
            mend = "Write what the learner would do instead, or leave this choice out; three good choices are enough."
            yield Found("all-of-the-above", item.at(which), message + moved, mend)


def without_consequence(items: Items) -> Iterator[Found]:
    """Choices after which nothing is shown to happen: the learner reads a reason, and sees no one whom it touches."""
    for item in items.all:
        for which, choice in enumerate(item.options):
            if not choice.happens and not choice.arrives:
                message = "Nothing is shown to happen after this choice; all the learner gets is the reason."
                mend = "Write happens: with what the other person does or feels, or let a message arrive."
                yield Found("no-consequence", item.at(which), message, mend)


def feedback(items: Items) -> Iterator[Found]:
    """Reasons and consequences that are used more than once. Said twice, they cannot be about either choice."""
    yield from _again(items, "because", lambda choice: longest(choice.because), 1)
    yield from _again(items, "happens", lambda choice: longest(choice.happens), _SHORT)


def _again(items: Items, field: str, read: Callable[[Choice], str], least: int) -> Iterator[Found]:
    texts = [text for item in items.all for choice in item.options if (text := read(choice))]
    if len(set(texts)) == len(texts):
        return  # as in most courses, and far quicker than to remember where each text stands
    uses = Counter(texts)
    places: dict[str, list[Address]] = defaultdict(list)
    apart = _copies_apart(items)
    for item in items.all:
        for which, choice in enumerate(item.options) if (item.file, item.scene.id) not in apart else ():
            text = read(choice)
            if uses[text] > 1 and not any(_is_copy(choice, each) for each in item.options[:which]):
                places[text].append(item.at(which, field))
    for text, (first, *others) in places.items():
        if others and len(words(text)) >= least:
            times = "twice" if len(others) == 1 else f"{len(others) + 1} times"
            message = f"This {field}: is used {times}, so it tells a learner nothing about this choice in particular."
            mend = "Write for each choice what it leads to, and why, in its own words."
            yield Found("same-feedback", first, message, mend, also=tuple(others[:3]))


def _copies_apart(items: Items) -> set[tuple[str, str]]:
    """The scenes that are another one over again and to which nothing leads, which is said of them."""
    apart = set[tuple[str, str]]()
    for scenario in items.scenarios:
        scenes, led = scenario.scenes.values(), led_to(scenario)
        apart |= {(scenario.head.file, each.id) for each in scenes if each.id not in led and copy_of(each, scenes)}
    return apart


def verdicts(course: Course, items: Items) -> Iterator[Found]:
    """Choices that say how they will be judged, each once."""
    for number, phrase in sorted(_judged(course, items).items()):
        item, which = items.choices[number]
        message = f'"{phrase}" says how this choice will be judged, before anybody has weighed it.'
        mend = "Say what is done, and leave the judging to the learner."
        yield Found("verdict-words", item.at(which), message, mend)


def _judged(course: Course, items: Items) -> dict[int, str]:
    hits: dict[int, str] = {}
    for pair, do in product(course.pairs, (True, False)):
        rules = {rule.id for rule in pair.rules}
        phrase = fold(pair.do if do else pair.dont)
        for number in items.sayings.having(phrase) if phrase else ():
            item, which = items.choices[number]
            choice = item.options[which]
            if not rules.isdisjoint(choice.follows if do else choice.breaks):
                hits[number] = phrase  # what the choice turns out to be; otherwise the name is a word like any other
    own = course.words.get("check.verdict-words", {}).get("other", "")
    for phrase in (*JUDGING, *filter(None, map(fold, own.split(",")))):
        hits.update(dict.fromkeys(items.sayings.having(phrase), phrase))
    return hits


def echoes(course: Course, items: Items) -> Iterator[Found]:
    """Choices that repeat the words of the rule they follow, in its do, or break, in its don't, so that it takes no
    judgment to match them."""
    rules = course.all_rules().values()
    dos = {rule.id: _content(rule.do) for rule in rules}
    donts = {rule.id: _content(rule.dont) for rule in rules}
    folded = items.sayings.folded
    for number, (item, which) in enumerate(items.choices):
        choice, said = item.options[which], folded[number]
        for name in choice.follows:
            if len(shared := [word for word in dos[name] if word in said]) >= _IN_COMMON:
                yield from _echo(item, which, f"do: of {name}", shared, dos[name])
        for name in choice.breaks:
            if len(shared := [word for word in donts[name] if word in said]) >= _IN_COMMON:
                yield from _echo(item, which, f"dont: of {name}", shared, donts[name])


def _echo(item: Item, which: int, where: str, shared: list[str], of: Sequence[str]) -> Iterator[Found]:
    if len(shared) >= _MOST_OF_IT * len(of):
        message = f"This choice repeats its rule: {', '.join(map(str.strip, shared))} also stand in {where}."
        mend = "Say what is done here, to whom and when; the rule is shown to the learner afterward."
        yield Found("rule-words", item.at(which), message, mend)


def _content(text: str) -> tuple[str, ...]:
    """The rule's own words, each once, with a space on either side to be found by."""
    found = [word for word in fold(text).split() if word not in _COMMON and len(word) > 1]
    return tuple(f" {word} " for word in dict.fromkeys(found))
