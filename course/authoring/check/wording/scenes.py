"""Scenes that are hard to read, too long for a small terminal, or end with a question that is misread."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from course.authoring.check.finding import Found, in_scene
from course.authoring.check.wording.tools.grade import grade
from course.authoring.check.wording.tools.items import Items
from course.engine import kinds
from course.engine.telling import longest
from course.model import Arrival, Ending, Medium, Scenario, Scene
from course.text.counting import words
from course.text.paragraphs import EMPHASIS, paragraphs
from course.text.width import cells

_LONG = 400
"""Letters in the longest question that is looked at."""
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”")
_LAST = re.compile(r"(?:[^.!?:\"”]|[.:](?=\S))+[?:]\W*$")
"""The last sentence, if it asks or leads up to the choices."""
_CAN = "(?:should|would|could|must|may|might|can|will|shall|ought|do|does|did|is|are)"
_NEGATIVE = re.compile(
    rf"\b(?:which|what|who|whom|when|where|choose|pick|find|all)\b.*?"
    rf"(?:\b{_CAN}(?: \w+){{0,3}} (?:not|never|avoid|least)\b|\b(?:{_CAN}n't|can't|won't|shan't)(?![\w'])"
    r"|\bexcept\b|\b(?:worst|wrong|a mistake|inappropriate)\b)"
)
HARD = 10
"""Plain-language guides ask for texts that grade 8 reads with ease, and on a text as short as a scene a formula is
easily off by two grades."""

WORDS = 90
SAY = 20
"""So many words are a good length for a text, and for a choice; twice as many are too long on any screen."""

# A terminal of 80 by 24 is what programs open with. Of its columns the page uses 72, and of its rows the masthead,
# the calendar, the keys and the space between them leave 18; a test holds that against the real page.
COLUMN = 72
SCREEN = 18
_TURN = SCREEN - 2
"""So many rows further does Space turn the page."""
_LABEL = 5
"""Cells before the words of a choice: the pointer, its number and the space around it."""
_BUBBLE = 52
"""Cells in a line of a note or a text message."""


def negatives(items: Items) -> Iterator[Found]:
    """Texts that end with a question for what not to do: it is misread, and tests reading more than judgment."""
    for item in items.all:
        text = longest(item.scene.text).rstrip()
        if text.endswith(("?", ":", "?*", '?"')) and (asked := negative_question(text)):
            message = f'"{asked}" asks for what not to do.'
            mend = "Ask for what to do, or end the text before the question; the choices are question enough."
            yield Found("negative-question", in_scene(item.file, item.scene.id, "text"), message, mend)


def negative_question(text: str) -> str:
    """The question with which a text ends, if it asks for what not to do; `""` otherwise.

    What somebody says in the scenario is no question to the learner.
    """
    unquoted = _QUOTED.sub('""', EMPHASIS.sub(r"\1", text.rstrip()))
    last = _LAST.search(unquoted[-_LONG:])
    asked = " ".join(last[0].split()) if last else ""
    folded = asked.lower().replace("’", "'")
    return asked if _NEGATIVE.search(folded) and not folded.startswith("what if") else ""


def hard(scenarios: Sequence[Scenario]) -> Iterator[Found]:
    """Texts that take more than that to be read with ease."""
    for scenario in scenarios:
        for scene in scenario.scenes.values():
            reads = grade(longest(scene.text))
            if reads is not None and reads > HARD:
                message = f"This text reads like one for school grade {round(reads)}; most readers like 8 or less."
                mend = "Break a long sentence in two, and take shorter words where there are any."
                yield Found("hard-to-read", in_scene(scenario.head.file, scene.id, "text"), message, mend)


def too_long(scenarios: Sequence[Scenario]) -> Iterator[Found]:
    """Scenes whose choices cannot be seen together, or that take more than one turn of the page to see; and texts and
    choices of far too many words."""
    for scenario in scenarios:
        for scene in scenario.scenes.values():
            found = tuple(_too_long(scenario.head.file, scene)) if _may_be_long(scene) else ()
            yield from found or _wordy(scenario.head.file, scene)


def _may_be_long(scene: Scene) -> bool:
    """A quick look that never misses: of two lines that a text is wrapped to, at least one is filled by half."""
    text, body = longest(scene.text), scene.body
    if scene.arrives:
        return True
    letters, lines = len(text.encode("utf-8", "replace")), 2 * text.count("\n")  # never fewer than the cells they take
    for options in () if isinstance(body, Ending) else (each.options for each in kinds.of(body).rivals()):
        said = len("".join([choice.say for choice in options]).encode("utf-8", "replace"))
        if said * 2 // (COLUMN - _LABEL) + len(options) > SCREEN:
            return True
        letters += said
        lines += len(options)
    return letters * 2 // (COLUMN - _LABEL) + lines > SCREEN + _TURN


def _too_long(file: str, scene: Scene) -> Iterator[Found]:
    choices = choice_rows(scene)
    rows = text_rows(scene) + choices
    if choices > SCREEN:
        message = f"The choices take {choices} lines; a terminal of 80 by 24 shows {SCREEN} at a time."
        mend = f"Shorten them, so that one can compare them at one glance; up to {SAY} words each is a good length."
        yield Found("too-long", in_scene(file, scene.id, "choices"), message, mend)
    elif rows > SCREEN + _TURN:
        message = f"This scene takes {rows} lines; a terminal of 80 by 24 shows {SCREEN}, and {_TURN} more at a turn."
        mend = f"Shorten the text, or tell part of it in a scene before; up to {WORDS} words is a good length."
        yield Found("too-long", in_scene(file, scene.id, "text"), message, mend)


def _wordy(file: str, scene: Scene) -> Iterator[Found]:
    """A text, or a choice, of more than twice the words that make a good length."""
    if _has_more(longest(scene.text), 2 * WORDS):
        message = f"This text has {len(words(longest(scene.text)))} words, and up to {WORDS} are a good length."
        mend = "Shorten it, or tell part of it in a scene before."
        yield Found("too-long", in_scene(file, scene.id, "text"), message, mend)
    for each in () if isinstance(scene.body, Ending) else kinds.of(scene.body).rivals():
        for choice in each.options:
            if _has_more(choice.say, 2 * SAY):
                message = f"This choice has {len(words(choice.say))} words, and up to {SAY} are a good length."
                mend = "Say what is done, to whom and when; what comes of it stands under happens:."
                yield Found("too-long", in_scene(file, scene.id, *each.ids, choice.id, "say"), message, mend)


def _has_more(text: str, most: int) -> bool:
    return len(text) > most and len(words(text)) > most


def choice_rows(scene: Scene) -> int:
    """The rows that the choices of a scene take, one below the other; of a message, those of its longest part."""
    if isinstance(scene.body, Ending):
        return 0
    rivals = (each.options for each in kinds.of(scene.body).rivals())
    rows = [sum(wrapped(choice.say, COLUMN - _LABEL) for choice in options) for options in rivals]
    return max(rows, default=0)


def text_rows(scene: Scene) -> int:
    """The rows of what arrives and of the text, each with an empty one below it."""
    return sum(_message_rows(message) + 1 for message in scene.arrives) + _prose(longest(scene.text), COLUMN) + 1


def _message_rows(message: Arrival) -> int:
    sender, text = bool(message.sender), longest(message.text)
    match message.medium:
        case Medium.EMAIL:
            return 3 + max(1, sender + bool(message.subject)) + _prose(text, COLUMN - 4)
        case Medium.NOTE | Medium.TEXT_MESSAGE:
            return 2 + sender + _prose(text, _BUBBLE)
        case Medium.SILENCE:
            return _prose(text, COLUMN - 9)
        case Medium.VOICEMAIL | Medium.CALL:
            return 1 + _prose(text, COLUMN - 2)


def _prose(text: str, width: int) -> int:
    """The rows of authors' prose, an empty one between two paragraphs."""
    parts = paragraphs(EMPHASIS.sub(r"\1", text))
    return max(1, sum(wrapped(part, width) + 1 for part in parts) - 1)


def wrapped(text: str, width: int) -> int:
    """The lines that a text takes when it is broken between words, and within those that are too long."""
    lines, at = 1, 0
    for word in text.split():
        wide = cells(word)
        if at and at + 1 + wide <= width:
            at += 1 + wide
        else:
            lines += bool(at) + (wide - 1) // width
            at = (wide - 1) % width + 1
    return lines
