"""Slips of the keyboard in one line: a tab, a missing space, a missing colon; and the line without them."""

from __future__ import annotations

import re
from collections.abc import Callable

from course.reading.format.tables import NAMES
from course.reading.problems.lines import NAME
from course.reading.problems.suggest import seen, unseen
from course.reading.prose.misread import Misread

_GLUED = re.compile(rf"(\s*(?:- +)*)({NAME}):(\S.*|[^\S \t].*)")
_DOTTED = re.compile(rf"( *)\.( +(?:- +)*({NAME}):(?:\s.*)?)")
_GLUED_DASH = re.compile(rf"(\s*)-(?: *\t\s*)?(({NAME}):(?:\s.*)?)")
DASHES = "–—‒―−•·‣▪◦●"
"""What stands in the place of a list's dash before a text, and hardly ever begins one."""
_BULLET = (
    rf"[{DASHES}○■□►▸➢➤✓✔✗❖§¶~→★☐☑*+\ue000-\uf8ff]|-{{2,3}}(?!-)|\\[-*+]|[-=]?>|o(?=[ \t])|\(?(?:\d{{1,2}}|[a-z])[.)]"
)
"""What a word processor, a chat window or a hand puts where a list's dash belongs."""
OTHER_DASH = re.compile(rf"(\s*)(?:{_BULLET})([ \t]*)((?:({NAME}):(?:\s|$))?.*)")
_WIDE_DASH = re.compile(rf"(\s*)-( +)(({NAME}):(?:\s.*)?)")
_TEXT_DASH = re.compile(rf"( *)(?:([{DASHES}]|-{{1,3}}(?!-))(?=[^\W\d]|[\"'“„‘«(])|(- +(?:- +)+))(.*)")
_SPACE_BEFORE_COLON = re.compile(rf"(\s*(?:- +)*)({NAME})([ \t]*[^\S \t\n]\s*):(\s.*|)")
_UNSEEN_NAME = re.compile(r"(\s*(?:- +)*)([\w.\u200b-\u200f\u061c\u2066-\u2069-]+)(?=[ \t]*:(?:\s|$))")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_BEHIND_ID = re.compile(rf"( *)({_ID.pattern}):(\S{{1,2}})\s*")
_FIELD = re.compile(rf"( *)({NAME}):(?:\s|$)")
_MARKED_NAME = re.compile(rf"(\s*(?:- +)*)(\*{{1,3}}|_{{1,2}}|`)({NAME})(?::\2|\2[ \t]*:)((?:\s.*)?)")
_MARKED_FIELD = re.compile(rf"(\s*(?:- +)*)(\*{{1,3}}|`+)(({NAME})[ \t]*:(?:\s.*?)?)(?:\2|(?<=`)|$)\s*")
_WIDE = 3
_LETTERS = 2
_DASH = 2
"""How much further in than its dash a field stands."""
_NO_COLON = re.compile(r"(\s*(?:- +)*)(\w[\w-]*)(?:\s*[:=：;]\s*|\s*[.,]\s+|\s+)(\S.*)")
_ARROW = re.compile(
    r"(\s*(?:- +)*)([a-z]+(?:-[a-z]+)*)[ \t]*(?P<colon>:?)[ \t]*"
    r"(?P<sign>[-=]{1,2}>|[→⇒➔➜]|[-–—]{1,2}(?=\s))\s*(\S.*)"
)
_OTHER_COLON = re.compile(r"\s*- +(\w[\w-]*)\s*[=：；;]\s*\S")
_OTHER_COLON_ALONE = re.compile(r"(\s*(?:- +)*)(\w[\w-]*)\s*([=：;.,])\s*")
_BLOCK_SIGN = re.compile(rf"(\s*(?:- +)*(?:({NAME}): +)?)([|>])[-+]?\s*([{DASHES}.,:;])\s*")
_SPACED_NAME = re.compile(r"\s*(?:- +)*(\w[\w-]*(?: \w[\w-]*)+) *:(?:\s|$)(?P<value>.*)")


def indentation(line: str, likely: int | None = None) -> Misread | None:
    """Tabs and other odd spaces at the beginning of the line, in whose place as many spaces belong; of tabs maybe
    `likely` ones."""
    body = line.lstrip()
    indent = line[: len(line) - len(body)]
    if not body or indent == " " * len(indent):
        return None
    odd = next(number for number, each in enumerate(indent) if each != " ")
    what = "a tab" if indent[odd] == "\t" else "a special space, as word processors make them"
    message = f"This line is indented with {what}. YAML wants ordinary spaces there."
    mend = "Use the space bar; most editors can do it for you (look for Convert tabs to spaces)."
    width = likely if "\t" in indent and likely is not None else len(indent.expandtabs(2))
    return Misread("tab", 0, odd, message, (" " * width + body,), mend)


def dotted(line: str, below: str) -> Misread | None:
    """A dot in the spaces before a field's name, as phones make one of two spaces that are typed quickly. The line
    `below` may be lined up with the name without it."""
    match = _DOTTED.fullmatch(line)
    if match is None or match[3] not in NAMES:
        return None
    message = "There is a dot among the spaces before this name, as phones make one of two spaces."
    beside = len(below) - len(below.lstrip()) == match.start(3) - 1
    corrected, mend = f"{match[1]}{'' if beside else ' '}{match[2]}", "Put a space in its place."
    return Misread("misaligned", 0, match.end(1), message, (corrected,), "Delete it." if beside else mend)


def other_dash(line: str, listed: bool, beside: str = "") -> Misread | None:
    """A longer dash or a bullet in the place of a list's dash, as word processors and chat windows make them, and the
    space that they put behind it.

    `listed` says that the line stands in line with others of a list, so that a text may follow it; `beside` is the line
    with the next field of the item, if it has one: with that this one has to line up.
    """
    match = OTHER_DASH.fullmatch(line)
    if match is None or not (match[4] in NAMES or (listed and match[2] and match[3])):
        return None
    space = match[2] if match[2].strip(" ") == "" and match[2] else " "
    sign = line[len(match[1]) : match.start(2)]
    message = f"{sign} looks like a list's dash, but YAML knows only the short one that is on the keyboard."
    corrected, mend = f"{match[1]}-{space}{match[3]}", "Put a hyphen (-) and a space there."
    column = len(beside) - len(beside.lstrip()) - _DASH
    if match[4] and column + _DASH > len(match[1]) and corrected.index(match[3]) != column + _DASH:
        corrected = f"{' ' * column}- {match[3]}"
        mend = f"Put a hyphen (-) in column {column + 1}, and a space behind it."
    return Misread("list-dash", 0, len(match[1]), message, (corrected,), mend)


def dash_without_space(line: str, below: str) -> Misread | None:
    """A dash without a space before the field's name. The fields `below` may be lined up with the name as it is."""
    match = _GLUED_DASH.fullmatch(line)
    if match is None or match[3] not in NAMES:
        return None
    indent = match[1]
    if indent and len(below) - len(below.lstrip(" ")) == len(indent) + 1:
        indent = indent[:-1]
    corrected = f"{indent}- {match[2]}"
    message = "There must be a space after the dash" + (", and here is a tab." if "\t" in line else ".")
    return Misread("needs-space", 0, match.end(1), message, (corrected,), "Put one there.")


def dash_of_text(line: str, listed: Callable[[str], bool]) -> Misread | None:
    """A dash without a space before a text, or two dashes. `listed` says of a line whether it would be an item of a
    list as it is then."""
    match = _TEXT_DASH.fullmatch(line)
    if match is None or not listed(corrected := f"{match[1]}- {match[4]}"):
        return None
    if match[3]:
        return Misread("list-dash", 0, len(match[1]), "There is a dash too many here.", (corrected,), "Leave one.")
    if match[2] == "-":
        message = "There must be a space after the dash."
        return Misread("needs-space", 0, match.end(2), message, (corrected,), "Put one there.")
    message = f"{match[2]} looks like a list's dash, but YAML knows only the short one that is on the keyboard."
    return Misread("list-dash", 0, len(match[1]), message, (corrected,), "Put a hyphen (-) and a space there.")


def begins_item(line: str) -> bool:
    """Whether a line begins with a dash, well written or not."""
    return line.lstrip()[:2] == "- " or _TEXT_DASH.fullmatch(line) is not None


def space_before_colon(line: str) -> Misread | None:
    """A field's name with a special space before its colon, as phones and some languages put it there."""
    match = _SPACE_BEFORE_COLON.fullmatch(line)
    if match is None or match[2] not in NAMES:
        return None
    message = "There is a special space before this colon, as phones and word processors put it there."
    corrected = f"{match[1]}{match[2]}:{match[4]}"
    return Misread("unknown-key", 0, match.start(3), message, (corrected,), "Delete it.")


def wide_dash(line: str, below: str, widely: bool) -> Misread | None:
    """More spaces after a dash than the field `below` is lined up with; or fewer, in a file that is indented `widely`,
    by four spaces at a time."""
    match = _WIDE_DASH.fullmatch(line)
    if match is None or match[4] not in NAMES:
        return None
    spaces = len(below) - len(below.lstrip(" ")) - match.end(1) - 1
    if not (0 < spaces < len(match[2]) or (widely and spaces == _WIDE > len(match[2]))):
        return None
    corrected = f"{match[1]}-{' ' * spaces}{match[3]}"
    many = f"are {len(match[2])} spaces" if len(match[2]) > 1 else "is one space"
    message = f"There {many} after this dash, so {match[4]} does not line up with the line below it."
    mend = "Fields that belong together begin in the same column."
    return Misread("misaligned", 0, match.start(3), message, (corrected,), mend)


def unseen_in_name(line: str) -> Misread | None:
    """A field's name, or an id, with something in it that cannot be seen."""
    match = _UNSEEN_NAME.match(line)
    name = seen(match[2]) if match else ""
    if match is None or name == match[2] or not (name in NAMES or _ID.fullmatch(name)):
        return None
    message = f"There is {unseen(match[2])} in the name {name}."
    corrected = f"{match[1]}{name}{line[match.end() :]}"
    return Misread("unknown-key", 0, match.start(2), message, (corrected,), f"Delete all of it, and type {name} again.")


def marked_name(line: str) -> Misread | None:
    """A field, or its name, in the signs that make it bold, or code, where the text comes from."""
    match = _MARKED_NAME.fullmatch(line)
    if match is None and (field := _MARKED_FIELD.fullmatch(line)) and field[4] in NAMES:
        message = (
            f"The {field[2]} signs make a line bold, or code, in a chat window or a guide; here they are part of it."
        )
        corrected = f"{field[1]}{field[3]}".rstrip()
        return Misread(
            "unknown-key", 0, field.end(1), message, (corrected,), f"Take the {field[2]} signs away.", ask=True
        )
    if match is None or not (
        match[3] in NAMES or (_ID.fullmatch(match[3]) and (match[2] == "**" or not match[4].strip()))
    ):
        return None
    message = f"The {match[2]} signs make a name bold, or code, in a chat window; here they are part of it."
    corrected = f"{match[1]}{match[3]}:{match[4]}"
    return Misread("unknown-key", 0, match.end(1), message, (corrected,), f"Take the {match[2]} signs away.")


def arrow(line: str) -> Misread | None:
    """An arrow, or a dash, in the place of the colon behind a field's name; or an arrow behind it, where no text
    belongs, which may begin with one."""
    match = _ARROW.fullmatch(line)
    if match is None or match[2] not in NAMES or (match["colon"] and NAMES[match[2]]):
        return None
    sign = match["sign"]
    if "- " in match[1] if not match["colon"] else not sign.strip("-–—"):
        return None  # a text in a list, or a list
    corrected = f"{match[1]}{match[2]}: {match[5]}"
    message, mend = f"Behind {match[2]} stands {sign} where a colon belongs.", "Put a colon and a space there."
    if match["colon"]:
        message, mend = f"Nothing like {sign} belongs behind {match[2]}:.", f"Take {sign} away."
    return Misread("needs-colon", 0, match.start("sign"), message, (corrected,), mend, ask=True)


def missing_space(line: str) -> Misread | None:
    """A field's name without a space after its colon."""
    match = _GLUED.fullmatch(line)
    if match and match[2] in NAMES and match[3][0] == ":":
        corrected = f"{match[1]}{match[2]}: {match[3].lstrip(': ')}".rstrip()
        message = f"There is more than one colon after {match[2]}."
        return Misread("needs-space", 0, match.end(2) + 1, message, (corrected,), "Leave one of them.")
    if match and match[2] in NAMES:
        corrected = f"{match[1]}{match[2]}: {match[3].lstrip()}"
        message = f"There must be a space after the colon of {match[2]}."
        return Misread("needs-space", 0, match.end(2), message, (corrected,), "Put an ordinary space after the colon.")
    return None


def behind_id(line: str, below: str) -> Misread | None:
    """A sign or two right behind the colon of an id, below which its fields follow."""
    match, field = _BEHIND_ID.fullmatch(line), _FIELD.match(below)
    if match is None or field is None or match[2] in NAMES or field[2] not in NAMES or len(field[1]) <= len(match[1]):
        return None
    message = f"Nothing belongs behind the colon of {match[2]}."
    corrected, letters = f"{match[1]}{match[2]}:", match[3].isalnum()
    return Misread("wrong-kind", 0, match.end(2) + 1, message, (corrected,), f"Take {match[3]} away.", ask=letters)


def block_sign(line: str) -> Misread | None:
    """The sign of a text on lines of its own with a long dash behind it, or with a sign that means nothing there."""
    match = _BLOCK_SIGN.fullmatch(line)
    if match is None or (match[2] and match[2] not in NAMES):
        return None
    sign = match[3] + ("-" if match[4] in DASHES else "")
    message = f"The {match[4]} behind the {match[3]} means nothing to YAML."
    if match[4] in DASHES:
        message = f"The {match[4]} behind the {match[3]} is a long dash, and YAML knows only the short one."
    corrected = f"{match[1]}{sign}"
    return Misread("syntax", 0, match.start(4), message, (corrected,), f"Write {sign} there, and nothing behind it.")


def missing_colon(line: str) -> Misread | None:
    """A field's name, and what looks like its text, with no colon between them."""
    match = _NO_COLON.fullmatch(line)
    if match is None or match[2] not in NAMES or is_spaced_name(line):
        return None
    message = f"This line begins like the field {match[2]}, but there is no colon after {match[2]}."
    mend = "Put a colon and a space there; or, if the line belongs to the text above, indent it further."
    return Misread("needs-colon", 0, match.end(2), message, (f"{match[1]}{match[2]}: {match[3]}",), mend, ask=True)


def other_colon(line: str) -> bool:
    """Whether a field's name has another sign behind it than a colon, behind the dash of an item."""
    match = _OTHER_COLON.match(line)
    return match is not None and match[1] in NAMES


def is_spaced_name(line: str) -> bool:
    """Whether the line begins with a name that has spaces in it, where hyphens belong."""
    match = _SPACED_NAME.match(line)
    return match is not None and (match[1].replace(" ", "-") in NAMES or not match["value"])


def slipped_in(line: str) -> bool:
    """Whether a line holds one letter or two, as a finger that slipped leaves them, and no text goes on with them."""
    return len(line.strip()) <= _LETTERS and line.strip().isalpha()


def name_alone(line: str, deeper: bool, holds: bool = False) -> Misread | None:
    """A name alone on its line, without its colon; `deeper` says that the next line is indented further, `holds` that a
    field begins there. A word with a dot behind it may be the end of a sentence."""
    other = _OTHER_COLON_ALONE.fullmatch(line)
    if other and (other[2] in NAMES or (deeper and (holds or other[3] not in ".,"))):
        message = f"There is another sign than a colon after {other[2]}."
        corrected = f"{other[1]}{other[2]}:"
        return Misread("needs-colon", 0, other.end(2), message, (corrected,), "Put a colon there.", ask=True)
    name = line.strip()
    if name not in NAMES and line[0] != " " and slipped_in(line):
        message = f"{name} stands alone on this line, and belongs to nothing."
        return Misread("needs-indent", 0, 0, message, ("",), "Delete it.", ask=True)
    if not re.fullmatch(r"\w[\w-]*", name) or not (deeper or name in NAMES):
        return None
    mend = "Put a colon there; or, if the line belongs to the text above, indent it further."
    line = line.rstrip()
    return Misread("needs-colon", 0, len(line), f"There is no colon after {name}.", (f"{line}:",), mend)


def note_for_text(line: str, name: str) -> Misread:
    """A name alone on its line, under which a text begins with a #, as in `#1 on your list`."""
    line = line.rstrip()
    message = f"There is no | after {name}:, so YAML takes the line under it for a note, since it begins with a #."
    mend = f"Put a space and a | after {name}:, at the end of its line; or, if it is a note, put a space behind its #."
    return Misread("lost-text", 0, len(line), message, (f"{line} |",), mend, ask=True)
