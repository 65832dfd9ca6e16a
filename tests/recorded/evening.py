"""Two evenings with the whole course at the plain face: one learner answers well, one poorly. They are in `plays/`.

    python -m tests.recorded.evening

types the same answers again, and writes down what is said now. To have another answer given, change its line (those
that begin with `>`) and record again. A story that has no play yet is played with the first option each time, and so
is the rest of one in which the answers have come to lead elsewhere.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tests.recorded.lines import TYPED, Conversation
from tests.recorded.players import SEND, THINK, Kind, Player, kind
from tests.recorded.program import HERE, Program, furnish, lasting, tomorrow

PLAYS = Path(__file__).with_name("plays")
MANNERS = ("good", "poor")
EVENING = "evening"
"""The play that holds the rest: home, results, and which story comes when."""
_FIRST = "warm-up"
_ROOMS = ("ask", "practise", "settings")
"""What else is opened from home and asks questions of its own."""
_SEED = "7"
_MOST = 400
"""Answers after which a story is given up, so that one that goes in a circle ends."""


def evening(program: Program, manner: str, home: Path) -> dict[str, str]:
    """The whole evening with the answers that are on record: a text for each story, by the name of its file."""
    furnish(home, interview=tomorrow())  # so that what was missed is to be practiced the same day
    stories = program.stories(home)
    told: dict[str, list[str]] = {}
    with Conversation(program, home, "play", _FIRST, "--plain", "--seed", _SEED) as talk:
        frame = [f"({_FIRST}.{manner}.txt)"]
        told[_FIRST] = _play(talk, 0, typed(PLAYS / f"{_FIRST}.{manner}.txt"))
        for word in _words([each for each in stories if each != _FIRST]):
            if talk.gone:
                break
            frame += [talk.question, f"{TYPED}{word}".rstrip()]
            since = len(talk.lines) + 2
            talk.answer(word)
            if word in (*stories, *_ROOMS):
                frame.append(f"({word}.{manner}.txt)")
                told[word] = _play(talk, since, typed(PLAYS / f"{word}.{manner}.txt"))
            else:
                frame += talk.lines[since:]
    told[EVENING] = frame
    return {f"{each}.{manner}.txt": "\n".join([*lasting(lines, home), ""]) for each, lines in told.items()}


def typed(file: Path) -> list[str]:
    """The answers in a play, in order."""
    if not file.exists():
        return []
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line[len(TYPED) :] for line in lines if f"{line} ".startswith(TYPED)]


def _words(stories: Sequence[str]) -> Iterator[str]:
    """What is typed at home."""
    yield from ("help", "list", "r", *stories, "ask", "practise", "r", "t", "list", "x", "yes", "settings", "quit")


def _play(talk: Conversation, since: int, answers: Iterable[str]) -> list[str]:
    """One story, up to the next question at home. What was said is in `talk.lines` from `since` on."""
    for answer in answers:
        if not _over(talk) and kind(talk.question) is Kind.CALLED and answer not in (SEND, THINK):
            talk.answer(SEND)  # whether it is asked depends on the scene's id: it may not have been when this was typed
        if _over(talk):
            break
        talk.answer(answer)
    heard = since
    stranger = Player(min, "2")
    for _ in range(_MOST):
        if _over(talk):
            break
        said, heard = talk.lines[heard:], len(talk.lines)
        answer = stranger.answer(talk.question, said)
        leaves = stranger.finished and kind(talk.question) is Kind.ENDED
        talk.answer("home" if leaves else answer)
    return talk.lines[since:]


def _over(talk: Conversation) -> bool:
    return talk.gone or kind(talk.question) is Kind.HOME


def main() -> None:
    """Record both evenings again."""
    texts: dict[str, str] = {}
    for manner in MANNERS:
        with tempfile.TemporaryDirectory() as home:
            texts |= evening(HERE, manner, Path(home))
    PLAYS.mkdir(exist_ok=True)
    for file in PLAYS.glob("*.txt"):
        if file.name not in texts:
            file.unlink()
    for name, text in texts.items():
        (PLAYS / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(texts)} plays are in {PLAYS}.")


if __name__ == "__main__":
    main()
