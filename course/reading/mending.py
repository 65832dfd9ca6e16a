"""Mending a text that is not all ordinary: each value that YAML would misread is reported and corrected.

A value is what stands after a name or a dash, with the lines under it that are indented further. The
text goes on with as many lines as it had, so that everything found later is found on its own line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from course.reading import slips
from course.reading.extents import HOLDING, LINE, MARKED, Extents
from course.reading.misread import Misread, misread
from course.reading.outline import begins_field
from course.reading.patterns import ORDINARY_LINES
from course.reading.problems import Edit, Findings, Meant
from course.reading.slips import Slip
from course.reading.tables import LISTS

_BLOCK = re.compile(r"[|>](?:[-+]?([1-9]?)|([1-9])[-+])\s*(?:#.*)?")
_COMMENT = re.compile(r"#(?:[\s#!]|$)")
_COLON = re.compile(r":(?:\s|$)")
_NOT_PROSE = re.compile(r"---|\.\.\.|[\"'\[\]{}?,&*!%-]")


class Mending:
    """One text on its way through the prose scan: what has been looked at is in `_done`, the rest begins at `_at`."""

    def __init__(self, text: str, names: Mapping[str, bool], findings: Findings) -> None:
        self._extents = Extents(text, names)
        self._names = names
        self._findings = findings
        self._done: list[str] = []
        self._at = 0
        self._latest = ""
        """The last piece of `_done` that holds more than comments."""
        self._last = 0
        """The number of its last line, if that has been looked at."""
        self._number = 1
        """Of the line at which `_at` stands."""
        self._tab: Slip | None = None
        """What is wrong with the first line that is indented with tabs."""
        self._tabs: list[Edit] = []
        """All lines that are."""

    def run(self) -> str:
        while self._at < len(self._extents.text):
            if self._findings.full:
                self._done.append(self._extents.text[self._at :])
                break
            match = ORDINARY_LINES.match(self._extents.text, self._at)
            if match is not None:
                self._done.append(match[0])
                if HOLDING.search(match[0]):
                    self._latest, self._last = match[0], 0
                self._at = match.end()
                self._number += match[0].count("\n")
            else:
                self._look()
        if self._tab:
            self._report_tabs(self._tab, self._tabs)
        return "".join(self._done)

    def _report_tabs(self, slip: Slip, edits: list[Edit]) -> None:
        """All of them at once: where there is one, there are many."""
        others = len(edits) - 1
        more = f" The same goes for {others} more line{'s' if others > 1 else ''}." if others else ""
        spot = (edits[0].number, slip.column + 1)
        self._findings.add(slip.code, spot, slip.message + more, slip.mend, meant=Meant(tuple(edits)))

    def _go_on(self, lines: list[str], by: list[str]) -> None:
        """Go on behind these lines, with others in their place."""
        self._done += [each.removesuffix("\n") + "\n" for each in by]
        for number, line in enumerate(by, self._number):
            if HOLDING.match(line):
                self._latest, self._last = line, number
        self._at += sum(map(len, lines))
        self._number += len(lines)

    def _without(self, slip: Slip | None, line: str) -> str:
        """The line without the slip, which is reported."""
        if slip is None:
            return line
        edit = Edit(self._number, line, slip.corrected)
        if slip.code == "tab":
            self._tab = self._tab or slip
            self._tabs.append(edit)
            return slip.corrected
        spot = (self._number, slip.column + 1)
        self._findings.add(slip.code, spot, slip.message, slip.mend, meant=Meant((edit,), ask=slip.ask))
        return slip.corrected

    def _look(self) -> None:
        """Look at one line that is out of the ordinary, and what belongs to it."""
        original = self._extents.line(self._at)
        line = original.removesuffix("\n")
        below = self._extents.line(self._at + len(original))
        line = self._without(slips.indentation(line, self._likely(line, below)), line)
        line = self._without(slips.other_dash(line, self._listed(line, below), self._names), line)
        line = self._without(slips.dash_without_space(line, below, self._names), line)
        field_below = below if self._extents.begins_field(below) and below.lstrip()[0] != "-" else ""
        line = self._without(slips.wide_dash(line, field_below, self._names), line)
        line = self._without(slips.missing_space(line, self._names), line)
        match = LINE.fullmatch(line)
        assert match is not None  # every part of it may be empty
        value = match["value"].rstrip()
        dashes = len(match["dashes"].rstrip())
        depth = match.start("name") if match["name"] else len(match["indent"]) + max(dashes - 1, 0)
        if not value or self._is_comment(value, match["name"], self._at + len(original), depth):
            self._go_on([original], [line])
        elif match["name"] is None and not dashes:
            self._stray(original, line)
        elif block := _BLOCK.fullmatch(value):
            self._go_on([original], [line])
            self._block(depth, block)
        elif match["name"] is None and value[0] not in MARKED and self._extents.begins_field(below, depth):
            self._go_on([original], [self._without(slips.missing_colon(line, self._names), line)])
        else:
            self._value(original, line, match.start("value"), depth, match["name"] or "")

    def _is_comment(self, value: str, name: str | None, below: int, depth: int) -> bool:
        """Whether a value that begins with # is meant as a comment. To YAML it is one in any case."""
        if value[0] != "#" or _COMMENT.match(value) or not self._names.get(name or ""):
            return value[0] == "#"
        further = self._extents.ahead(below)[1]
        return self._extents.goes_on(further, depth) or further.lstrip()[:1] == "-"

    def _listed(self, line: str, below: str) -> bool:
        """Whether a line may be an item of a list: in line with one above it, or with one below it under a name."""
        above = self._above()
        indent = len(_indent(line))
        if above[indent : indent + 2] == "- ":
            return not above[:indent].strip()
        match = LINE.match(above)
        alike = line[: indent + 1] == below[: indent + 1]
        return alike and match is not None and not match["value"] and match["name"] in LISTS

    def _likely(self, line: str, below: str) -> int | None:
        """How far a line that begins a field is probably indented: as far as the field below it, or above it.
        Of a line with a dash, it is the name behind that which stands as far in."""
        field = line.lstrip()
        if not self._extents.begins_field(field):
            return None
        dashes = len(field) - len(field.lstrip("- "))
        above = self._above()
        valued = above.rstrip()[-1:] not in (":", "|", ">")
        likely: list[int] = []
        for near in (below, above if valued else ""):
            body = near.lstrip(" ")
            indent = len(near) - len(body)
            if 0 < indent >= dashes and body[:1] not in "-\t" and self._extents.begins_field(body):
                likely.append(indent - dashes)
        as_tabs = len(line[: len(line) - len(field)].expandtabs(2))
        if self._in_tabs():
            return as_tabs
        dashed = re.match(r" *- +", above)
        if dashed and self._extents.begins_field(above.lstrip(" -")) and as_tabs == dashed.end():
            return as_tabs  # the last of a list's fields, with the next field further left
        return as_tabs if as_tabs in likely else next(iter(likely), None)

    def _in_tabs(self) -> bool:
        """Whether the line above was indented with tabs, of two columns each."""
        if not self._tabs or self._tabs[-1].number != self._last:
            return False
        edit = self._tabs[-1]
        return len(_indent(edit.old).expandtabs(2)) == len(_indent(edit.new))

    def _block(self, depth: int, sign: re.Match[str]) -> None:
        """Pass over a block of text, whose lines are indented further than `depth`, all as far as the first or as the
        sign above them says."""
        by = sign[1] or sign[2]
        indent = " " * (depth + int(by)) if by else ""
        while self._at < len(self._extents.text):
            original = self._extents.line(self._at)
            line = original.removesuffix("\n")
            body = line.lstrip()
            spaces = line[: len(line) - len(body)]
            less = len(spaces) < len(indent)
            if body[:1] == "#" and "\t" not in spaces and (less or len(spaces) <= depth):
                comments, further = self._extents.ahead(self._at)
                if not self._extents.goes_on(further, len(indent) - 1 if indent else depth):
                    return
                self._go_on(comments, self._without_comments(comments, self._number))
                continue
            if body and "\t" not in spaces and (len(spaces) <= depth or (less and self._extents.begins_field(line))):
                return
            if "\t" in spaces and len(spaces.expandtabs(2)) <= depth and begins_field(line):
                return
            if body and "\t" in spaces[: len(indent) or depth + 1]:
                line = self._without(slips.indentation(line, len(indent) or depth + 2), line)
            elif body and less:
                message = "This line is indented less than the first line of the text, which ends the text here."
                spot = (self._number, len(spaces) + 1)
                mend = "Indent it as far as the first line of the text."
                meant = Meant((Edit(self._number, line, indent + body),))
                self._findings.add("needs-indent", spot, message, mend, meant=meant)
                line = indent + body
            indent = indent or (line[: len(line) - len(body)] if body else "")
            self._go_on([original], [line])

    def _value(self, original: str, first: str, start: int, depth: int, name: str) -> None:
        """Look at a value, which goes on over all lines that are indented further than `depth`."""
        written = self._extents.below(self._at + len(original), depth, first[start:].rstrip("\n"))
        below = written if first[start] in MARKED else self._without_comments(written, self._number + 1)
        lines = [line.rstrip("\n\t ") for line in (first[start:], *below)]
        found = misread(lines, self._names.get(name))
        by = [first, *below]
        if found is not None:
            self._report(found, [first, *written], start)
            if found.corrected:
                by = [first[:start] + found.corrected[0], *found.corrected[1:]]
        self._go_on([original, *written], by)

    def _without_comments(self, lines: list[str], number: int) -> list[str]:
        """The lines of a text, the first of that number, with nothing in the place of comments, which would end it."""
        found: list[str] = []
        for line in lines:
            body = line.lstrip()
            if body[:1] == "#" and (not found or found[-1]):
                message = (
                    "YAML takes this line for a comment, which ends the text above it; what follows would be lost."
                )
                mend = (
                    "Move it above the text. If it is part of the text, put a | after the text's name, and indent all "
                )
                mend += "lines of the text as far."
                self._findings.add("needs-indent", (number + len(found), len(line) - len(body) + 1), message, mend)
            found.append("" if body[:1] == "#" else line)
        return found

    def _report(self, found: Misread, lines: list[str], start: int) -> None:
        """Report what is wrong with a value that begins at `start` of the first of these lines."""
        first, *below = found.corrected or found.meant
        pairs = zip(lines, (lines[0][:start] + first, *below), strict=True)
        edits = [Edit(self._number + number, was.removesuffix("\n"), now) for number, (was, now) in enumerate(pairs)]
        changed = tuple(edit for edit in edits if edit.old.rstrip() != edit.new)
        # In quotes, a comment between the lines of the text would become a part of it.
        meant = None if any(edit.old.strip() and not edit.new for edit in changed) else Meant(changed, ask=found.ask)
        column = found.column + (start if found.line == 0 else 0) + 1
        self._findings.add(found.code, (self._number + found.line, column), found.message, found.mend, meant=meant)

    def _stray(self, original: str, line: str) -> None:
        """A line with neither name nor dash: the text of the name above it, or one that is out of place."""
        indent = len(line) - len(line.lstrip())
        above = LINE.match(self._above() + " ")
        bare = above is not None and above["value"][:1] in ("", "#")
        under = above is not None and bare and indent > above.start("name" if above["name"] else "dashes")
        further = self._extents.ahead(self._at + len(original))[1]
        deeper = len(further) - len(further.lstrip()) > indent
        slip = slips.missing_colon(line, self._names) or slips.name_alone(line, deeper, self._names)
        block = _BLOCK.fullmatch(line.strip())
        if above and bare and block:
            self._go_on([original], [line])
            self._block(above.start("name" if above["name"] else "dashes"), block)
        elif above and above["name"] and under and self._names.get(above["name"]):
            self._value(original, line, indent, above.start("name"), above["name"])
        elif slip is not None:
            self._look_again(original, self._without(slip, line))
        elif under or not self._above() or _NOT_PROSE.match(line.lstrip()) or _COLON.search(line):
            self._go_on([original], [line])
        else:
            message = "This line has no name with a colon, and is not indented as part of the text above it."
            mend = "If it belongs to that text, indent it as far; if not, begin it with a name, a colon and a space."
            self._findings.add("needs-indent", (self._number, indent + 1), message, mend)
            self._go_on([original], [""])

    def _look_again(self, original: str, line: str) -> None:
        """Put the line in the place of the one that is to be looked at, and go on with it."""
        self._extents.text = self._extents.text[: self._at] + line + self._extents.text[self._at + len(original) - 1 :]

    def _above(self) -> str:
        """The last line before this one that holds more than a comment."""
        rest = self._latest
        while rest:
            rest, _, line = rest.rstrip().rpartition("\n")
            if HOLDING.match(line):
                return line
        return ""


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
