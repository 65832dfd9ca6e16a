"""Saying and asking: lines out, answers in, and what was not understood asked again."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import TextIO

from course.model.record import Record
from course.system.printing import put
from course.system.terminal_size import terminal_size
from course.system.waiting import another_waits, wait_for_line
from course.text.clean import clean
from course.text.isolates import closed, closed_lines
from course.text.paragraphs import paragraphs, unmarked
from course.visit.offers import Offer
from course.words import listed, say
from course.words.said_back import said_back

_WIDEST = 78
_NARROWEST = 20
_LONGEST_ANSWER = 1000
"""Characters read at a time, so that an endless line cannot fill the memory."""
_PROMPT = 3
"""Rows that a question takes below what was told."""
_PATIENCE = 20
"""So many answers in a row that a pipe or a file gets wrong, and it is not listening."""


class InputEnded(Exception):
    """Nobody answers any more: the input has ended, or the learner asked to quit."""


class Keyword(Record):
    """One thing that may be answered, by the ids of what the catalog says of it."""

    name: str
    """The id of the words that mean it, with commas between them. The code knows it by this."""
    about: str
    """The id of what it does, for `help`; `""` where help says nothing of it."""
    offer: Offer | None = None
    """What it takes up of all that is offered; None for words of this face alone."""
    enter: bool = False
    """Whether Enter alone means it too."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words that mean it, `""` for Enter; the first stands for it."""
        first, *others = listed(say(self.name))
        return (first, "", *others) if self.enter else (first, *others)

    @property
    def word(self) -> str:
        """The word that stands for it, also in prompts."""
        return self.words[0]

    @property
    def short(self) -> str:
        """Its shortest word, for prompts that name many."""
        return min(listed(say(self.name)), key=len)

    @property
    def told(self) -> str:
        """What the word does, as help says it."""
        return say(self.about) if self.about else ""

    def of(self, number: int) -> Named:
        """One of several of its kind, by its number."""
        return Named(f"{self.name} {number}", listed(say(self.name, number=number)), self.told)


class Named(Record):
    """One thing that may be answered and has a name of its own here, such as the number of an option. Where `told` is
    empty, help says nothing of it."""

    name: str
    """What the code knows it by."""
    words: tuple[str, ...]
    told: str
    offer: Offer | None = None


QUIT = Keyword("plain.answer.quit", "plain.quit.about", Offer.LEAVE)
HELP = Keyword("plain.answer.help", "plain.help.about")
YES = Keyword("command.answer.yes", "plain.yes.about")
NO = Keyword("plain.answer.no", "plain.no.about", enter=True)
_MORE = Keyword("plain.answer.more", "plain.more.about", enter=True)
_SKIP = Keyword("plain.answer.skip", "plain.skip.about")


class Conversation:
    """One conversation. On a terminal lines are wrapped and paragraphs stand apart. In a pipe a paragraph
    is one line, so that a program can search it and a screen reader never stops in mid-sentence."""

    def __init__(self, source: TextIO, target: TextIO, *, pages: bool = True) -> None:
        """`pages`: whether what has no room on a terminal waits until the learner has read what is there."""
        self._source = source
        self._target = target
        self._pages = pages
        self.on_terminal = target.isatty()
        self._echo = not source.isatty()
        """A transcript shows what was answered; on a terminal it stands there already."""
        self._rows = 0
        """So many rows have been said since the last answer."""
        self._held: list[str] | None = None
        """What is said together, until there is room for it."""
        self._skipping = False
        """Whether the learner has had enough of what is being told."""
        self._ended = False
        """Whether nobody answers any more: what is said then waits for nobody."""
        self.asides: dict[str, Callable[[], None]] = {}
        """What is told in between, by the names of the answers that ask for it: then the question comes once more."""
        self.standing: Callable[[], str] = lambda: ""
        """What has to be known before each answer, such as that something is not kept; `""` for nothing."""

    def say(self, text: str = "", indent: str = "") -> None:
        """One paragraph, or an empty line. What has no room on the screen below what has been said since the last
        answer waits. Raises InputEnded."""
        told = self._fill(" ".join(text.split()), indent) + "\n"
        if self._held is not None:
            self._held.append(told)
        else:
            self._tell(told)

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is said in here stays together. Where it has to wait, the learner may have had enough; then such things
        are left out until they are asked something else. Raises InputEnded."""
        if self._held is not None or not self._waits:
            yield
            return
        self._held = []
        try:
            yield
        finally:
            told, self._held = "".join(self._held), None
        if not self._skipping:
            self._tell(told, may_skip=True)

    @property
    def _waits(self) -> bool:
        """Whether somebody sits at a terminal and reads page by page."""
        return self._pages and self.on_terminal and not self._echo

    def _tell(self, told: str, *, may_skip: bool = False) -> None:
        """Whole lines, once there is room for them; line by line where no screen has room for all of them. An empty
        line needs no room of its own."""
        if not self._waits or self._ended:
            self._write(told)
            return
        room = max(1, terminal_size().lines - _PROMPT)
        for part in [told] if told.count("\n") <= room else told.splitlines(keepends=True):
            if self._rows + part.count("\n") > room and part.strip() and self._rows:
                self._wait(may_skip=may_skip)
            if self._skipping and may_skip:
                return
            if self._rows < room or part.strip():
                self._write(part)

    def _wait(self, *, may_skip: bool) -> None:
        if may_skip:
            self._skipping = self.ask(say("plain.more", skip=_SKIP.word), [_MORE, _SKIP]) == _SKIP.name
        else:
            self.ask(say("plain.more-alone"), [_MORE])

    def interrupted(self) -> None:
        """The learner has pressed Ctrl+C: a line of its own, and from now on nothing waits."""
        self._ended = True
        self.say()

    def gap(self) -> None:
        """An empty line, where paragraphs stand apart."""
        if self.on_terminal:
            self.say()

    def prose(self, text: str) -> None:
        """Authors' prose: its paragraphs, and emphasis as plain words. Nothing at all when it is empty."""
        for number, paragraph in enumerate(paragraphs(text)):
            if number:
                self.gap()
            self.say(unmarked(paragraph))

    def ask(self, question: str, answers: Sequence[Keyword | Named], more: Sequence[Keyword | Named] = ()) -> str:
        """The name of the answer given. `more` answers are understood too, but named only by `help`.

        Raises InputEnded, also when a program answers without listening.
        """
        every = [*answers, *more, HELP, QUIT]
        known = {word.lower(): answer for answer in reversed(every) for word in answer.words}
        misses = 0
        while True:
            said = self.line(question).lower()
            found = known.get(said) or known.get(said.rstrip(".):") or said)
            if found is QUIT:
                self._ended = True
                raise InputEnded
            if found is None:
                misses += 1
                if self._echo and misses == _PATIENCE:
                    self.say(say("plain.nobody-listens"))
                    raise InputEnded
                self.say(_no_answer(said))
            elif found.name in self.asides:
                self.asides[found.name]()
            elif found is HELP:
                self._explain(every, known)
                self.say(say("help.private"), indent="  ")
            else:
                return found.name

    def sure(self, question: str) -> bool:
        """Whether the learner wants what cannot be undone. Raises InputEnded."""
        return self.ask(question, [YES, NO]) == YES.name

    def numbered(self, things: Iterable[str]) -> list[Named]:
        """Say each behind its number, and understand the number."""
        told = [*enumerate(things, 1)]
        for number, thing in told:
            self.say(say("plain.numbered", number=number, thing=thing))
        return [numbered(number, say("plain.numbered.about")) for number, _ in told]

    def typed(self, question: str, about: str, most: int = _LONGEST_ANSWER) -> str:
        """A line in the learner's own words, and no more than so many characters of it, which is said; what it is for,
        where they ask for help. Raises InputEnded."""
        while True:
            said = self.line(question)
            if said.lower() in QUIT.words:
                self._ended = True
                raise InputEnded
            if said.lower() not in HELP.words:
                if len(said) > most:
                    self.say(say("entry.full", n=most))
                return said[:most]
            self.say(about, indent="  ")
            self._explain([HELP, QUIT], {word: each for each in (HELP, QUIT) for word in each.words})

    def line(self, question: str) -> str:
        """Whatever is answered, cleaned, as it was typed; `""` for nothing. Raises InputEnded."""
        self._ended = False
        if standing := self.standing():
            self._write(self._fill(standing) + "\n")
        self._write(self._fill(question) + " ")
        typed = " ".join(self._answered(self._fill(question) + " ").split())
        self._rows, self._skipping = 0, False
        return typed

    def came_along(self) -> list[str]:
        """The lines that came at once with the one that was answered, as those of a paste do. Raises InputEnded."""
        found: list[str] = []
        while another_waits(self._source):
            found.append(" ".join(self._answered().split()))
        return found

    def _answered(self, question: str = "") -> str:
        try:
            wait_for_line(self._source, partial(self._write, question))
            line = rest = self._source.readline(_LONGEST_ANSWER + 1)
            while len(rest) > _LONGEST_ANSWER and not rest.endswith("\n"):  # or it would answer what is asked next
                rest = self._source.readline(_LONGEST_ANSWER + 1)
            line = clean(line)
        except OSError:  # the terminal has gone
            line = ""
        if self._echo:
            self._write(line.strip() + "\n")
        if not line:
            self._ended = True
            if not self._echo:
                self._write("\n")
            raise InputEnded
        return line

    def _explain(self, answers: Sequence[Keyword | Named], known: Mapping[str, Keyword | Named]) -> None:
        """What each does, under its first two words; a word that means something else here is not among them. Those
        that do the same, as the numbers of a list do, share a line."""
        there = [(answer.told, words) for answer in answers if answer.told and (words := _words(answer, known))]
        for told, same in groupby(there, key=itemgetter(0)):
            (first, *others), *more = (words for _, words in same)
            if more:
                first = say("plain.prompt.span", first=first, last=more[-1][0])
            elif others:
                self.say(say("plain.help.two-words", word=first, other=others[0], does=told), indent="  ")
                continue
            self.say(say("plain.help.one-word", word=first, does=told), indent="  ")

    def _fill(self, text: str, indent: str = "") -> str:
        if not text or not self.on_terminal:
            return indent + closed(text) if text else ""
        width = max(_NARROWEST, min(_WIDEST, terminal_size().columns - 1))
        lines = textwrap.wrap(text, width - len(indent), break_on_hyphens=False, break_long_words=False)
        return "\n".join(indent + line for line in closed_lines(lines))

    def _write(self, text: str) -> None:
        self._rows += text.count("\n")
        put(text, end="", to=self._target, flush=True)


def numbered(number: int, thing: str) -> Named:
    """An answer that is a number."""
    return Named(str(number), (str(number),), thing)


def _words(answer: Keyword | Named, known: Mapping[str, Keyword | Named]) -> list[str]:
    """The words by which help knows it: those that mean nothing else here, and Enter before all others."""
    enter = say("plain.enter")
    words = [each for each in answer.words if known[each.lower()] is answer]
    return [*([enter] if "" in words else []), *(each for each in words if each and each.lower() != enter.lower())]


def _no_answer(said: str) -> str:
    """That it means nothing here: in one line, below which the question stands again."""
    if not said:
        return say("plain.needs-answer", help=HELP.word)
    return say("plain.no-answer", said=said_back(said), help=HELP.word)
