"""What new files begin with: a small course with a scenario to learn from, and a scenario to write over."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Collection
from pathlib import Path

from course.model import Course, Line, Medium, Pair, Rule, Side
from course.reading.problems.suggest import one_of
from course.text.isolates import closed

FIRST_SCENARIO = "the-friday-shift.yaml"
_FOLDER = Path(__file__).parent / "templates"
_PLAIN = re.compile(r"[A-Za-z][\w’',.?-]*( [\w’',.?-]+)+")
"""Several words that YAML could not take for anything else."""
_NO_TEXT = ("yes", "no", "on", "off", "true", "false", "null", "y", "n")
"""Words that YAML, and so an editor with the schema, takes for something else."""
_COMMENT = 100


def course_text(id: str, title: str) -> str:
    """A course.yaml with one pair and three rules."""
    text = (_FOLDER / "course.yaml").read_text(encoding="utf-8")
    return text.replace("id: my-course\n", f"id: {id}\n").replace("title: My course\n", f"title: {scalar(title)}\n")


def first_scenario() -> str:
    """The scenario that practices those rules."""
    return (_FOLDER / FIRST_SCENARIO).read_text(encoding="utf-8")


def scalar(text: str) -> str:
    """A text as YAML has it: as it is where that is safe, else in quotes."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def kinds() -> list[str]:
    """The exercise kinds that a new scenario may hold beside choices."""
    return sorted(file.stem for file in _FOLDER.glob("*.scene"))


def scenario_text(course: Course, pair: Pair, id: str, title: str, schema: str, turn: int, kind: str = "") -> str:
    """A scenario of three decisions that follows and breaks the rules of a pair; `schema` is the way to the schema.

    With another `turn`, the same words stand in other choices. `kind` names another exercise, for the second scene.
    """
    rules = [pair.rules[number % len(pair.rules)] for number in range(len(_SAYINGS) + 1)]
    scenes = [_scene(id, number, turn, rules[number], rules[number + 1]) for number in range(len(_SAYINGS))]
    if kind:
        scenes[1] = _exercise(kind, course, id, rules[1], rules[2])
    endings = _endings(course.line, {rule.side for rule in rules[-2:]})
    return "\n".join([_head(course, pair, id, title, schema), *scenes, endings])


_HEAD = """\
# yaml-language-server: $schema={schema}
# A scenario to write over. It is complete: see it as learners do, while you change it: fineline preview {id}
id: {id}
title: {title}
summary: One line for the list of scenarios.
# {pairs}
pair: {pair}
with: A name, and what they do
minutes: 3
start: first
scenes:
  # A scene is one moment: what one reads, then two to six things one may do. Three good ones are enough."""

_SCENE = """\
  {name}:
    title: The {name} scene
    text: |
      {text}{arrives}
    choices:
{choices}
"""
_CHOICE = """\
      # {comment}
      - say: {say}
        {does}: {rule}
        happens: Show what comes of it, a face or an answer ({where}).
        because: Say in one sentence why that is so ({where}).
        next: {next}"""
_ARRIVES = f"""
    # What comes in, if anything does: {one_of(medium.value for medium in Medium)}.
    arrives:
      email:
        from: A name
        subject: What it is about
        text: What it says."""

_NAMES = ("first", "second", "third")
_TEXTS = (
    "Say where one is, who else is there, and what one hopes for.\n\n"
    "      An empty line begins a new paragraph. Stay below 90 words, and let it be a moment, not a lecture.",
    "Something has changed since then. Whatever was done before, this has to fit it.",
    "It comes to a head. Make what one knows matter, so that the same step would have been wrong a week ago.",
)
_SAYINGS = (
    (
        "Write here what one could do, to whom and when.",
        "Add the reason that people give themselves for it; a choice with a reason weighs more than one without.",
        "Up to twenty words are a good length, and all three should be alike in it.",
    ),
    (
        "Put this as plainly as the other two.",
        "A thing that people have told you they did, in their own words.",
        "Something that a kind person may well do in the end, once the phone has been silent all day long.",
    ),
    (
        "One more step that can be taken now.",
        "What a friend did once, who likes to tell how it went and what came of it in the long run.",
        "The words of an email, perhaps, if it is short.",
    ),
)
"""They fit advised choices as well as others, and are one or the other in turn: were it always the same ones, the
words of a course with several unwritten scenarios would give its choices away."""
_ENDS = {Side.RIGHT: "The good end", Side.OVER: "The end of too much", Side.UNDER: "The end of too little"}
_DAYS = 7
_WAY = """\
        # The limits in course.yaml say that the first contact of this kind is due by day {by}.
        - say: The first word of the kind {kind}
          kind: {kind}
          contact: {kind} to a name
          follows: {rule}
          happens: Show what comes of it, a face or an answer ({id}, second scene, {kind}).
          because: Say in one sentence why that is so ({id}, second scene, {kind}).
"""
_ENDINGS = {
    Side.RIGHT: "How it ends for those who found the way. Somebody they met should notice.",
    Side.OVER: "How it ends after one step too many. Nobody has to be angry; a door may simply be closed.",
    Side.UNDER: "How it ends after one step too few. Perhaps nothing happens, and one learns later what might have.",
}


def _head(course: Course, pair: Pair, id: str, title: str, schema: str) -> str:
    others = [each.id for each in course.pairs]
    pairs = "The pair that it practices."
    if len(others) > 1:
        pairs = f"The pair that it practices: {one_of(others[:8])}. Take the line out if it mixes them."
    return _HEAD.format(schema=schema, id=id, title=scalar(title), pairs=pairs, pair=pair.id)


def _scene(id: str, number: int, turn: int, rule: Rule, other: Rule) -> str:
    name, said = _NAMES[number], _SAYINGS[number]
    following = _NAMES[number + 1] if number + 1 < len(_NAMES) else ""
    does = [
        (f"This turns out well. Do: {rule.do}", "follows", rule, Side.RIGHT),
        (f"This tempts. Don't: {rule.dont}", "breaks", rule, rule.side),
        (f"So does this. Don't: {other.dont}", "breaks", other, other.side),
    ]
    choices = [
        _CHOICE.format(
            comment=_short(comment),
            say=said[(which + turn) % len(said)],
            does=field,
            rule=touched.id,
            where=f"{id}, {name} scene, {'abc'[which]}",
            next=following or side,
        )
        for which, (comment, field, touched, side) in enumerate(does)
    ]
    arrives = _ARRIVES if number == 1 else ""
    return _SCENE.format(name=name, text=_TEXTS[number], arrives=arrives, choices="\n".join(choices))


def _exercise(kind: str, course: Course, id: str, rule: Rule, other: Rule) -> str:
    said = {
        name: _short(text)
        for name, text in (("do", rule.do), ("dont", rule.dont), ("other_do", other.do), ("other_dont", other.dont))
    }
    text = (_FOLDER / f"{kind}.scene").read_text(encoding="utf-8")
    due = course.limits.due
    days = max(_DAYS, *(each.by for each in due), 0)
    first = "".join(_WAY.format(kind=each.kind, by=each.by, rule=each.limit.breaks[0], id=id) for each in due)
    return text.format(id=id, text=_TEXTS[1], rule=rule.id, other=other.id, due=first, days=days, **said)


def _short(text: str) -> str:
    return closed(textwrap.shorten(text, _COMMENT, placeholder=" …"))


def _place(name: str) -> str:
    """A place on the line, after ending: as authors write it."""
    return name if name.isascii() and name.isalpha() and name.lower() not in _NO_TEXT else scalar(name)


def _endings(line: Line, sides: Collection[Side]) -> str:
    """The good ending, and those on the sides where the last choices lead."""
    names = dict(zip(Side, map(_place, line.names), strict=True))
    wanted = [side for side in (Side.RIGHT, Side.OVER, Side.UNDER) if side is Side.RIGHT or side in sides]
    scenes = [
        f"  {side}:\n    ending: {names[side]}\n    title: {_ENDS[side]}\n    text: {_ENDINGS[side]}" for side in wanted
    ]
    return "  # An ending closes the scenario on one side of the line.\n" + "\n".join(scenes) + "\n"
