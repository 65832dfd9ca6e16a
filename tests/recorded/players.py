"""Learners at the plain face: each reads the question, which says what it takes, and answers."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum

Pick = Callable[[Sequence[int]], int]
"""Which of the numbers offered."""

_NUMBERED = re.compile(r"(\d+)\. ")
_RANGE = re.compile(r"\b(\d+) to (\d+)\b")
_WHAT_IF = re.compile(r"\bw (\d+)(?: to w (\d+))? for a what if")
_OTHERS = re.compile(r"\bo (\d+)(?: to o (\d+))? for the other options")


SEND, THINK = "send", "think"
"""What is typed when it is asked whether to send it or think again."""


class Kind(Enum):
    """What a question is about, told by the words in it."""

    HOME = ", or quit:"
    WEIGH = "to put it back:"
    CALLED = "2 to think again:"
    SHOWN = "Enter to go on"
    ENDED = "Enter to finish"
    ADVISED = "Enter to leave"
    ORDER = "Which is the"
    DAYS = "when the plan is done"
    WAY = "or 0 for nothing"
    SEND = "Enter to send it"
    SETTINGS = "Enter when done"
    SIDE = "1 do, 2 don't"
    SURE = "yes, or Enter"
    NUMBER = ""
    """One number out of several, or something that the players know nothing of."""


def kind(question: str) -> Kind:
    """The first of the kinds whose words are in the question."""
    return next(each for each in Kind if each.value in question)


def numbers(question: str) -> list[int]:
    """The numbers that it takes; none where it takes words."""
    if kind(question) is Kind.SIDE:
        return [1, 2]
    found = _RANGE.search(question)
    return list(range(int(found[1]), int(found[2]) + 1)) if found else []


def span(form: re.Pattern[str], question: str) -> list[int]:
    """The numbers of decisions that it names, like "w 1 to w 6"."""
    found = form.search(question)
    return list(range(int(found[1]), int(found[2] or found[1]) + 1)) if found else []


@dataclass
class Player:
    """Plays one story to its end, by way of everything that is offered there."""

    pick: Pick
    forecast: Sequence[str]
    """What is called how: always one of the three numbers, or any of these by a toss."""
    contacts: int = 1
    """So many in a calendar."""
    beyond: int = 9
    """So many drafts are placed before the line is drawn."""
    finished: bool = False
    """Whether the story has been left at its end."""
    _placed: list[int] = field(default_factory=list)
    """Drafts and days, as long as the same exercise asks for them."""
    _drafts: list[int] = field(default_factory=list)
    _wishes: list[str] | None = None

    def answer(self, question: str, said: Sequence[str]) -> str:
        """What this learner types, having heard what was said before the question."""
        what, offered = kind(question), numbers(question)
        if what not in (Kind.ORDER, Kind.DAYS, Kind.WAY):
            self._placed.clear()
        match what:
            case Kind.HOME:
                return "" if "Enter to go on there" in question else "quit"
            case Kind.WEIGH:
                return self.forecast[self.pick(range(len(self.forecast)))]
            case Kind.CALLED:
                return SEND
            case Kind.SHOWN | Kind.SEND | Kind.SETTINGS:
                return ""
            case Kind.SURE:
                return "yes"
            case Kind.ENDED | Kind.ADVISED:
                return self._at_the_end(question)
            case Kind.ORDER:
                return self._order(question, said)
            case Kind.DAYS:
                return self._day(offered)
        if offered:
            return str(self.pick(offered))
        return "" if "Enter" in question else "So it seems to me."

    def _order(self, question: str, said: Sequence[str]) -> str:
        """The next draft, or the line. The drafts are told once, before the first question."""
        told = [int(found[1]) for line in said if (found := _NUMBERED.match(line))]
        if told:
            self._drafts = told
            self._placed.clear()
        if len(self._placed) == self.beyond and "line" in question:
            return "line"
        left = [number for number in self._drafts if number not in self._placed]
        self._placed.append(self.pick(left or [1]))
        return str(self._placed[-1])

    def _day(self, offered: Sequence[int]) -> str:
        if len(self._placed) >= self.contacts:
            return ""
        self._placed.append(self.pick([day for day in offered if day not in self._placed]))
        return str(self._placed[-1])

    def _at_the_end(self, question: str) -> str:
        """One wish after the other, as far as the question offers them; then done."""
        if self._wishes is None:
            self._wishes = list(self.wishes(question))
        while self._wishes:
            wish = self._wishes.pop(0)
            if self._offers(wish, question):
                return wish
        self.finished = True
        return ""

    def wishes(self, question: str) -> Iterable[str]:
        """What to ask for at the end."""
        return ("y", "f") if kind(question) is Kind.ENDED else ()

    @staticmethod
    def _offers(wish: str, question: str) -> bool:
        word, _, number = wish.partition(" ")
        if number:
            return int(number) in span(_WHAT_IF if word == "w" else _OTHERS, question)
        known = ("debrief", "back", "help")  # never named, always understood
        return word in known or re.search(rf"\b{word}\b(?! \d)", question) is not None


class Wanderer(Player):
    """One who tries everything on the way: thinks again, goes back, asks for help, says nonsense, goes home."""

    def __init__(self, chance: random.Random) -> None:
        super().__init__(
            chance.choice, ("1", "2", "2", "3", "3", "back"), contacts=chance.randint(0, 4), beyond=chance.randint(0, 5)
        )
        self._chance = chance
        self._asides = {"again": 1, "banana": 1, "": 1, "back": 3, "home": 1, "start over": chance.randint(0, 1)}
        self._helped: set[Kind] = set()
        self._differed = False
        self._looked = False
        """Whether the other options have been asked for since the last answer."""

    def answer(self, question: str, said: Sequence[str]) -> str:
        """Now and then something beside the point; else like any player."""
        what = kind(question)
        if what not in self._helped:
            self._helped.add(what)
            return "help"
        if what not in (Kind.HOME, Kind.ENDED, Kind.ADVISED):
            aside = self._aside()
            if aside is not None:
                return aside
        if what is Kind.CALLED and self._chance.random() < 0.2:
            return THINK
        if what is Kind.SHOWN:
            if " o " in question and not self._looked and self._chance.random() < 0.6:
                self._looked = True
                return "o"
            if not self._differed and self._chance.random() < 0.3:
                self._differed = True
                return "differ"
            self._looked = False
        return super().answer(question, said)

    def wishes(self, question: str) -> Iterable[str]:
        if kind(question) is Kind.ADVISED:
            return "back", "again", "s", "help"
        made = span(_WHAT_IF, question)
        others = self._chance.sample(span(_OTHERS, question), min(2, len(span(_OTHERS, question))))
        what_ifs = [self._chance.choice(made) for _ in range(2)] if made else []
        return (
            "debrief",
            *(f"o {number}" for number in others),
            "y",
            *(f"w {number}" for number in what_ifs),
            "f",
            "y",
            "back",
            "play again",
            "debrief",
        )

    def _aside(self) -> str | None:
        for word, left in self._asides.items():
            if left and self._chance.random() < 0.04:
                self._asides[word] -= 1
                return word
        return None
