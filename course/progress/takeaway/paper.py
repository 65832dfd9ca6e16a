"""How much one printed sheet has room for: A4 is the narrower one, Letter the shorter, and the page has to fit both.

Nobody can measure a printed page without a browser, so it is reckoned, in millimetres, with the sizes of `style.py`
and letters a little wider than they are. A test has Chromium print both sheets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from course.model.record import Record, replace
from course.progress.takeaway.cards import LONGEST
from course.progress.takeaway.lines import Kind, Line, Section
from course.text.width import cells

_TALL, _WIDE = 252.0, 183.0
"""What Letter is high and A4 is wide, between the margins."""
_HEAD = 20.0
"""The title and the line."""
_HEADING = 7.8
"""A section's heading, with the air above it."""
_PAIR = 9.0
_BETWEEN = 8.0
"""Between two columns."""
_LETTER = 110.0
"""How wide a message gets at most."""
_LEAST = 2
"""Rules of each pair that are on the page in any case."""
_FIGURES = 3
"""Lines of figures that stay beside three rules of each pair: the score comes first."""


class _Type(Record):
    """How a line is set."""

    size: float
    """In points."""
    air: float = 0.0
    """Millimetres above and below it."""
    inside: float = 0.0
    """Millimetres that are lost of its width."""

    def height(self, text: str, wide: float) -> float:
        """Of that text, set so wide."""
        letter = self.size * 0.3528 * 0.455
        across = max(1, int((wide - self.inside) / letter))
        rows = sum(ceil(cells(each) / across) for each in text.split("\n") if each)
        return rows * self.size * 0.3528 * 1.36 + self.air


_SET: dict[Kind, _Type] = {
    "rule": _Type(10.3, air=0.8, inside=4.5),
    "strong": _Type(10.0, air=0.7),
    "model": _Type(9.2, air=0.7),
    "letter": _Type(8.8, air=1.2),
    "quote": _Type(9.2, air=0.5),
    "card": _Type(12.4, air=7.2, inside=11),
    "small": _Type(7.4),
    "from": _Type(7.4),
    "item": _Type(9.2, air=0.5),
    "do": _Type(9.2),
    "text": _Type(9.2, air=0.5),
}


def fitting(sections: Sequence[Section], pairs: Sequence[Sequence[Line]]) -> tuple[Section, ...]:
    """As much of them as the sheet has room for. The closing thought and the last figures go before the pairs are down
    to two rules each; then the second message, all figures, and only then the message that is left."""
    steps = tuple(_shorter(tuple(sections)))
    fit = (kept for kept, rules in steps if left(kept) >= _tall(pairs, rules))
    return next(fit, steps[-1][0])


def _tall(pairs: Iterable[Sequence[Line]], rules: int) -> float:
    """Of all pairs, with so many rules each."""
    return sum(_PAIR + sum(map(_rule, each[:rules])) for each in pairs)


def _shorter(sections: tuple[Section, ...]) -> Iterator[tuple[tuple[Section, ...], int]]:
    """The sections, then with less and less of them; and how many rules of each pair are to stand beside that."""
    yield sections, _LEAST + 1
    sections = tuple(each for each in sections if each.what != "closing")
    yield sections, _LEAST + 1
    for what, fewest, rules in (
        ("figures", _FIGURES, _LEAST + 1),
        ("models", 1, _LEAST),
        ("figures", 0, _LEAST),
        ("models", 0, _LEAST),
    ):
        yield sections, rules
        while (section := next((each for each in sections if each.what == what), None)) is not None:
            parts = [[line] for line in section.lines] if what == "figures" else columns(section)
            if len(parts) <= fewest:
                break
            lines = tuple(line for part in parts[:-1] for line in part)
            shorter = [replace(each, lines=lines) if each is section else each for each in sections]
            sections = tuple(each for each in shorter if each.lines)
            yield sections, rules


def left(sections: Sequence[Section]) -> float:
    """What is left for the pairs beside these sections. A card has the room of the longest that a learner may write,
    whichever is there now: with their own on the page, the rest of it stays as it was."""
    others = [each for each in sections if each.what != "card"]
    cards = [line.text for each in sections if each.what == "card" for line in each.lines]
    card = max(_SET["card"].height(each, _WIDE) for each in (*cards, "x" * LONGEST))
    return _TALL - _HEAD - _HEADING - card - sum(_height(each) for each in others)


def shares(pairs: Sequence[Sequence[Line]], room: float) -> list[int]:
    """How many rules of each pair there is room for. They take turns, so that no pair has many and another none."""
    counts = [min(_LEAST, len(rules)) for rules in pairs]
    room -= sum(_PAIR + sum(map(_rule, rules[:count])) for rules, count in zip(pairs, counts, strict=True))
    for turn in range(_LEAST, max(map(len, pairs), default=0)):
        for number, rules in enumerate(pairs):
            if turn == counts[number] < len(rules) and _rule(rules[turn]) <= room:
                room -= _rule(rules[turn])
                counts[number] += 1
    return counts


def columns(section: Section) -> list[list[Line]]:
    """The lines that stand together: each habit, each message."""
    found: list[list[Line]] = []
    for line in section.lines:
        if line.kind in ("strong", "model") or not found:
            found.append([])
        found[-1].append(line)
    return found


def _rule(line: Line) -> float:
    half = _WIDE / 2
    return max(_SET["rule"].height(line.text, half), _SET["rule"].height(line.beside, half))


def _height(section: Section) -> float:
    """A section with its heading."""
    if section.what == "figures":
        return _HEADING + _column(section.lines, (_WIDE - _BETWEEN) / 2) / 2 + 3
    groups = columns(section)
    wide = (_WIDE - _BETWEEN * (len(groups) - 1)) / len(groups)
    if section.what == "models":
        wide = min(wide, _LETTER)
    return _HEADING + max(_column(each, wide) for each in groups)


def _column(lines: Iterable[Line], wide: float) -> float:
    return sum(_SET[each.kind].height(each.text, wide) for each in lines)
