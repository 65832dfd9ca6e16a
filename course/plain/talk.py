"""Saying and asking: lines out, answers in, and what was not understood asked again."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TextIO

from course.reading import clean

_WIDEST = 78
_EMPHASIS = re.compile(r"\*(\S(?:[^*\n]*\S)?)\*")


class Gone(Exception):
    """Nobody answers any more: the input has ended, or the learner asked to quit."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that may be answered: the words that mean it, the first of which the prompt shows."""

    words: tuple[str, ...]
    about: str
    """What it does, for the prompt and for `help`."""
    prompted: bool = True
    """Whether the prompt names it; `help` always does."""


QUIT = Answer(("quit", "q", "exit"), "stop here; your place is kept", prompted=False)
HELP = Answer(("help", "h", "?"), "say what can be answered here", prompted=False)


class Talk:
    """One conversation. On a terminal, lines are wrapped; in a pipe, a paragraph is one line, so that a
    program can search it and a screen reader does not stop in the middle of a sentence."""

    def __init__(self, source: TextIO, target: TextIO) -> None:
        self._source = source
        self._target = target
        terminal = target.isatty()
        self._width = min(_WIDEST, shutil.get_terminal_size().columns - 1) if terminal else 0

    def say(self, text: str = "", indent: str = "") -> None:
        """One paragraph, or an empty line."""
        text = " ".join(text.split())
        if self._width and text:
            text = textwrap.fill(
                text, max(20, self._width), initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
            )
        else:
            text = indent + text if text else ""
        self._target.write(text + "\n")
        self._target.flush()

    def prose(self, text: str) -> None:
        """Authors' prose: its paragraphs, and emphasis as plain words."""
        for paragraph in re.split(r"\n\s*\n", text.strip()):
            self.say(_EMPHASIS.sub(r"\1", paragraph))

    def ask(self, question: str, answers: Sequence[Answer], default: str = "") -> str:
        """The first word of the answer given. An empty line means `default`, if there is one. Raises Gone."""
        every = [*answers, HELP, QUIT]
        while True:
            said = self._line(question)
            word = said or default
            found = next((answer for answer in every if word in answer.words), None)
            if found is QUIT:
                raise Gone
            if found is None:
                self.say(f'"{said}" is not one of the answers here.' if said else "Something has to be answered here.")
                self._explain(answers)
            elif found is HELP:
                self._explain(every)
            else:
                return found.words[0]

    def _line(self, question: str) -> str:
        self._target.write(question + " ")
        self._target.flush()
        try:
            line = self._source.readline()
        except UnicodeDecodeError:
            line = "?\n"
        if not line:
            self.say()
            raise Gone
        if not self._source.isatty():  # so that a transcript shows what was answered
            self._target.write(clean(line).strip() + "\n")
        return clean(line).strip().lower()

    def _explain(self, answers: Sequence[Answer]) -> None:
        for answer in answers:
            self.say(f"{answer.words[0]}: {answer.about}", indent="  ")
