"""The results as lines of text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping

from course.authoring.blind.items import Group
from course.authoring.blind.results import Asked, Count, Results
from course.authoring.likely import one_in
from course.model import Verdict
from course.text.isolates import closed_lines
from course.text.width import cells, shorten

_WIDTH = 78
_NAMES = 27
_CALLED = {
    Group.CHOICES: "choices",
    Group.MESSAGES: "parts of messages",
    Group.TONE: "only the tone differs",
    Group.CALENDARS: "calendars",
    Group.SORTS: "sorts",
}


def lines(results: Results, titles: Mapping[str, str]) -> Iterator[str]:
    """All of it, at most 78 columns wide. `titles` are those of the scenarios, by id."""
    groups = results.groups
    several = len(results.readers) > 1
    if not groups:
        yield "Nothing was answered."
        return
    yield _head("reader" if several else "")
    for name, count in results.readers if several else ():
        yield _row(name, count)
    yield _row("all together" if several else "in all", results.whole)
    if Group.TONE in groups:
        yield _row("with what is only tone", results.with_tone)
    yield from _table("of these", {_CALLED[each]: groups[each] for each in groups if not each.apart})
    yield from _table("counted apart", {_CALLED[each]: groups[each] for each in groups if each.apart})
    yield from _table("scenario", {titles.get(each, each): count for each, count in results.scenarios.items()})
    for paragraph in _more(results):
        yield ""
        yield from _wrapped(paragraph)
    yield from _needless(results)


def _table(name: str, counts: Mapping[str, Count]) -> Iterator[str]:
    if counts:
        yield ""
        yield _head(name)
        yield from (_row(each, count) for each, count in counts.items())


def _head(name: str) -> str:
    return f"{name:<{_NAMES}}{'right':>12}{'share':>7}{'chance':>8}  a guesser does as well"


def _row(name: str, count: Count) -> str:
    short = shorten(name, _NAMES - 1)
    start = short + " " * (_NAMES - cells(short)) + f"{f'{count.right} of {count.of}':>12}"
    if not count.of:
        return start
    luck = "always" if count.luck == 1 else one_in(count.luck)
    return f"{start}{float(count.share):>7.0%}{float(count.chance):>8.0%}  {luck}"


def _more(results: Results) -> Iterator[str]:
    neither = results.whole.neither
    if neither:
        answers = "One answer was" if neither == 1 else f"{neither} answers were"
        yield f"{answers} neither right nor wrong: people differ there."
    agreed = results.agreement
    if agreed:
        share, chance = float(agreed.same / agreed.of), float(agreed.chance / agreed.of)
        yield f"Two readers took the same option {share:.0%} of the time; two guessers would {chance:.0%}."


def _needless(results: Results) -> Iterator[str]:
    found = [each for each in results.needless if not each.item.group.apart] or results.needless
    by_all = [each for each in found if each.right == each.of]
    several = len(results.readers) > 1
    yield from _listed("Needed no situation: everybody was right" if several else "Needed no situation", by_all)
    yield from _listed("Hardly needed one: most were right", [each for each in found if each.right < each.of])


def _listed(title: str, found: Iterable[Asked]) -> Iterator[str]:
    for number, each in enumerate(found):
        if not number:
            yield from ("", f"{title}:")
        item = each.item
        where = f"  {item.file}:{item.line}: {'/'.join((item.scene, *item.ids))}"
        yield f"{where} ({each.right} of {each.of})"
        said = " / ".join(option.say for option in item.options if option.verdict is Verdict.DO)
        yield f"      {shorten(f'{item.statement} {said}'.strip(), _WIDTH - 6)}"


def _wrapped(text: str) -> Iterator[str]:
    return closed_lines(textwrap.wrap(text, _WIDTH))
