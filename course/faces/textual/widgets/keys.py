"""The key bar: the keys that work now, and only those. Each can be clicked, but not several told as a range."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from textual.binding import ActiveBinding
from textual.content import Content
from textual.keys import key_to_character
from textual.style import Style

from course.faces.textual.text import worded
from course.faces.textual.widgets.lines import Lines
from course.text.width import cells
from course.words import say
from course.words.catalog import english

_SIGNS = {
    "question_mark": "?",
    "comma": ",",
    "full_stop": ".",
    "slash": "/",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "plus": "+",
    "minus": "-",
    "underscore": "_",
    "at": "@",
    "backslash": "\\",
}

LEADS_ON = (
    "host.on.open",
    "host.on.open-again",
    "host.on.close",
    "host.on.talk",
    "host.on.reveal",
    "host.on.most",
    "host.on.go-on",
)
"""The ids of what the one key that leads a room on can be said to do."""

_STAYING = (
    *LEADS_ON,
    "keys.more",
    "keys.choose",
    "keys.call",
    "keys.send-it",
    "keys.send",
    "keys.pass",
    "keys.done",
    "keys.go-on",
    "keys.round-results",
    "keys.pick",
    "keys.debrief",
    "keys.another",
    "keys.next",
    "keys.next-chapter",
    "keys.name-day",
    "keys.save-reminder",
    "keys.think-again",
    "keys.return",
    "keys.know",
    "keys.leave",
    "keys.back",
    "keys.takeaway",
    "keys.results",
)
"""Where there is no room for all keys, those that say this stay longest; then the others, as they stand."""
_MORE = _STAYING.index("keys.more")
"""What says that there is more below: as long as there is, nothing that is told takes its place."""
_APART = "   "
_HELP = "question_mark"

_LINK = "auto 87%"
"""Black or white, whichever is read better on the background."""


def key_name(key: str) -> str:
    """A key as people call it, and never as Textual does: by its sign where it has one, with what is held beside it."""
    name = f"key-name.{key.replace('+', '-')}"
    if key in _SIGNS or name in english():
        return _SIGNS.get(key) or say(name)
    held, _, last = key.rpartition("+")
    if held:
        return "+".join([*map(key_name, held.split("+")), last.upper() if len(last) == 1 else key_name(last)])
    sign = key_to_character(key) or ""
    return sign if sign.strip() and sign.isprintable() else key.replace("_", " ").capitalize()


def grouped(bindings: Iterable[ActiveBinding], *, told: bool = False) -> list[tuple[str, str, str, str]]:
    """The live bindings as (keys, what they do, first key, tooltip); those that do the same join up, so that nothing is
    said twice. Where the tooltip is told as well, that has to be the same, too. Of digits none is the first: each of
    them decides something else."""
    alike: dict[tuple[str, str], list[ActiveBinding]] = {}
    for each in bindings:
        if each.enabled and each.binding.description:
            alike.setdefault((worded(each.binding.description), each.tooltip if told else ""), []).append(each)
    result = []
    for (description, _), same in alike.items():
        keys = [key_name(each.binding.key) for each in same]
        digits = sorted(keys) if len(keys) > 1 and all(map(str.isdigit, keys)) else []
        name = f"{digits[0]}-{digits[-1]}" if digits else "/".join(keys)
        result.append((name, description, "" if digits else same[0].binding.key, same[0].tooltip))
    return result


class KeyBar(Lines):
    """One row at the foot of a screen."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; background: $background; link-style: none; link-style-hover: reverse; }
    """

    def __init__(self, left: Callable[[int], int]) -> None:
        """`left` says where the column's first letter is in a window of so many columns: it stands below that, or
        farther to the left where it needs the room."""
        super().__init__()
        self._left = left
        self._question = ""
        self._answers: Sequence[Content] = ()
        """What can be pressed instead of all else, while something is asked."""
        self.told = ""
        """What is said in the place of the keys, until the next one is pressed."""

    def ask(self, question: str, answers: Mapping[str, str]) -> None:
        """Show a question, and only the keys that answer it with the ids of what they say; `""` to ask no more."""
        self._question = question
        self._answers = [_part(key_name(key), say(words), key, "") for key, words in answers.items()]
        self.draw()

    def tell(self, says: str) -> bool:
        """Say something in the place of the keys, `""` for nothing. Whether there is room for it: where something is
        asked, there is none."""
        told = says if says and not self._question and self._has_room(says) else ""
        if told != self.told:
            self.told = told
            self.draw()
        return told == says

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.draw())

    def lines(self, width: int, height: int) -> Sequence[Content]:  # noqa: ARG002 (one row)
        if self._question:
            said, parts = Content(self._question).stylize("bold"), [(0, each) for each in self._answers]
        else:
            said, parts = Content(self.told).stylize("bold"), self._parts()
        first, margin = [said] if said else [], self._left(0)
        needed = _wide([*first, *(part for _, part in (_needed(parts) if self.told else parts))])
        start = max(min(self._left(width), width - 1 - needed), margin)
        room = width - start - 1 - sum(each.cell_length + len(_APART) for each in first)
        if self._question and needed > width - margin - 1:
            first, room = [], width - start - 1
        return [Content(" " * start) + Content(_APART).join([*first, *_fitting(parts, room)])]

    def _has_room(self, says: str) -> bool:
        """Whether it can stand there beside the key that lists all keys, and the one for more of the page."""
        rest = sum(len(_APART) + part.cell_length for _, part in _needed(self._parts()))
        return self._left(0) + cells(says) + rest < self.size.width

    def _parts(self) -> list[tuple[int, Content]]:
        """The keys that work now, each with how soon it gives way to the others; help comes last."""
        shown = [each for each in self.screen.active_bindings.values() if each.binding.show]
        order = {say(words): number for number, words in enumerate(_STAYING)}
        parts = grouped(sorted(shown, key=_rank))
        return [(order.get(each[1], len(_STAYING)), _part(*each)) for each in parts]


def _needed(parts: Sequence[tuple[int, Content]]) -> list[tuple[int, Content]]:
    """Those that stay whatever is told: the one for more of the page, and the last, as it stands there."""
    if not parts:
        return []
    *others, (rank, last) = parts
    more = [each for each in others if each[0] == _MORE]
    return [*more, (rank, last if len(more) == len(others) else _with_more(last))]


def _wide(parts: Sequence[Content]) -> int:
    """How many columns they take, side by side."""
    return sum(part.cell_length for part in parts) + len(_APART) * max(0, len(parts) - 1)


def _fitting(parts: Sequence[tuple[int, Content]], width: int) -> list[Content]:
    """As many keys as there is room for. The last always fits; where something is left out, help lists it, and says
    so."""
    if _wide([part for _, part in parts]) <= width:
        return [part for _, part in parts]
    *others, (_, last) = parts
    last = _with_more(last)
    room = width - last.cell_length
    kept = set()
    for number, (_, part) in sorted(enumerate(others), key=lambda each: each[1][0]):
        room -= part.cell_length + len(_APART)
        if room < 0:
            break
        kept.add(number)
    return [*(part for number, (_, part) in enumerate(others) if number in kept), last]


def _with_more(last: Content) -> Content:
    """The last key where others are left out: help says so."""
    if last.plain != f"{key_name(_HELP)} {say('keys.help')}":
        return last
    return _part(key_name(_HELP), say("keys.more-keys"), _HELP, "")


def _rank(active: ActiveBinding) -> int:
    return {"turn(1)": 0, "read_on": 0, "pick_pointed": 0, "app.explain": 2}.get(active.binding.action, 1)


@cache
def _part(keys: str, description: str, first: str, _: str) -> Content:
    part = Content.assemble((keys, "bold"), " ", description).stylize(_LINK)
    return part.stylize(Style.from_meta({"@click": f"app.simulate_key({first!r})"})) if first else part
