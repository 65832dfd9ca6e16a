"""A conversation with the plain face, through pipes, as a program or a screen reader has it."""

from __future__ import annotations

import codecs
import subprocess
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from tests.recorded.program import Program

TYPED = "> "
"""Begins a line of a transcript that was typed; all others were said."""
HUNG_UP = "(nobody answers any more)"
_PATIENCE = 120.0
"""Seconds after which a program that says nothing is taken for stuck. Nothing else depends on time."""


class Conversation:
    """One start of the program. `lines` is everything so far, `question` what it waits for an answer to."""

    def __init__(self, program: Program, home: Path, *arguments: str) -> None:
        self.lines: list[str] = []
        self.question = ""
        self.gone = False
        """Whether the program has left."""
        self._heard = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._process = subprocess.Popen(
            [*program.command, *arguments],
            env=program.environment(home),
            cwd=home,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            bufsize=0,
        )
        self._listen()

    def __enter__(self) -> Conversation:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()

    def answer(self, text: str) -> None:
        """Type a line, and hear everything up to the next question."""
        self._close_question(text)
        assert self._process.stdin is not None
        with suppress(OSError):  # it has left; that shows in what is heard
            self._process.stdin.write(f"{text}\n".encode())
        self._listen(echo=text.strip())

    def hang_up(self) -> None:
        """Say nothing more, and hear how the program leaves."""
        self._close_question(HUNG_UP)
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._listen(echo="")

    def _close_question(self, text: str) -> None:
        self.lines += [self.question, f"{TYPED}{text}".rstrip()]
        self.question = ""

    def _listen(self, echo: str | None = None) -> None:
        """Hear the program out. A line without an end that stops at a space is a question."""
        stuck = threading.Timer(_PATIENCE, self._process.kill)
        stuck.start()
        try:
            while not self._waits() and not self.gone:
                self._hear()
        finally:
            stuck.cancel()
        said, _, question = self._heard.rpartition("\n")
        self._heard = ""
        self.question = question.strip()
        lines = said.split("\n")
        if lines and lines[0] == echo:  # the program repeats what was typed, since a pipe shows nothing
            del lines[0]
        self.lines += [line.rstrip() for line in lines]
        if self.gone:
            self.lines += [self.question] if self.question else []
            self.question = ""
            self.lines.append(f"(left with status {self._process.wait()})")

    def _waits(self) -> bool:
        question = self._heard.rpartition("\n")[2]
        return question.endswith(" ")

    def _hear(self) -> None:
        assert self._process.stdout is not None
        data = self._process.stdout.read(65536)
        self._heard += self._decoder.decode(data)
        self.gone = not data
