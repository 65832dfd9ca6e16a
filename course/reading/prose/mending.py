"""Mending a text that is not all ordinary: each value that YAML would misread is reported and corrected.

A value is what stands after a name or a dash, with the lines under it that are indented further. The
text goes on with as many lines as it had, so that everything found later is found on its own line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from course.reading.format.tables import MANY, NAMES
from course.reading.problems.lines import CLOSED, LINE, ordinary_lines
from course.reading.problems.problem import Edit, Findings, Meant
from course.reading.prose import notes, slips, stray_signs, text_and_list, wrapped
from course.reading.prose.braces import GROUP
from course.reading.prose.extents import MARKED, NOTE, Extents, glued, indent
from course.reading.prose.likely import begins_so, is_item, is_text_of_list, likely
from course.reading.prose.misread import Misread
from course.reading.prose.no_text import wrong_with
from course.reading.prose.wide_indents import Widely
from course.reading.yaml.outline import begins_field

_BLOCK = re.compile(r"[|>](?:[-+]?([1-9]?)|([1-9])[-+])\s*(?:#.*)?")
_COLON = re.compile(r":(?:\s|$)")
_ORDINARY = ordinary_lines(CLOSED, alone=rf"(?<!any:\ ){GROUP}")  # any: takes a list
_LOOKS_EMPTY = re.compile(r"^(?! *$)(?:[^\S\n]|[\u200b-\u200f])+$", re.MULTILINE)
"""A line that looks empty, whatever spaces it holds; it is read as it looks."""
_NOT_PROSE = re.compile(r"---|\.\.\.|[\"'\[\]{}?,&*!%-]")


class Mending:
    """One text on its way through the prose scan, which has come as far as the line of `_number`."""

    def __init__(self, text: str, findings: Findings) -> None:
        self._lines = Extents(_LOOKS_EMPTY.sub("", text))
        self._findings = findings
        self._number = 1
        self._tab: Misread | None = None
        """What is wrong with the first line that is indented with tabs."""
        self._tabs: list[Edit] = []
        """All lines that are."""
        self._widely = Widely(text)

    def run(self) -> str:
        written = self._lines.written
        while self._number < self._lines.end and not self._findings.full:
            match = _ORDINARY.match(written.text, written.start(self._number))
            start = written.start(self._number)
            end = min(match.end() if match else start, self._widely.next_narrow(written.text, start))
            if end == start or self._number in self._lines.instead:
                self._look()
            else:
                self._number += written.text.count("\n", start, end)
        if self._tab:
            self._report_tabs(self._tab)
        return written.replaced(dict(sorted(self._lines.instead.items())))

    def _report_tabs(self, slip: Misread) -> None:
        """All of them at once: where there is one, there are many."""
        others = len(self._tabs) - 1
        more = f" The same goes for {others} more line{'s' if others > 1 else ''}." if others else ""
        spot = (self._tabs[0].number, slip.column + 1)
        self._findings.add(slip.code, spot, slip.message + more, slip.mend, meant=Meant(tuple(self._tabs)))

    def _go_on(self, *lines: str) -> None:
        """Go on behind so many lines, with these in their place."""
        for number, line in enumerate(lines, self._number):
            if line != self._lines[number]:
                self._lines.instead[number] = line
        self._number += len(lines)

    def _without(self, slip: Misread | None, line: str) -> str:
        """The line without the slip, which is reported."""
        if slip is None:
            return line
        (corrected,) = slip.corrected
        if slip.code == "tab":
            self._tab = self._tab or slip
            self._tabs.append(Edit(self._number, line, corrected))
        else:
            self._report(slip, [line])
        return corrected

    def _look(self) -> None:
        """Look at one line that is out of the ordinary, and what belongs to it."""
        line, below = self._lines[self._number], self._lines[self._number + 1]
        line = self._without(slips.indentation(line, likely(self._lines, self._number, self._tabs)), line)
        line = self._without(slips.unseen_in_name(line), line)
        line = self._without(self._widely.other_dash(self._lines, self._number, line), line)
        line = self._without(slips.dotted(line, below) or slips.dash_without_space(line, below), line)
        line = self._without(slips.dash_of_text(line, partial(is_text_of_list, self._lines, self._number)), line)
        line = self._without(slips.space_before_colon(line) or slips.behind_id(line, below), line)
        line = self._without(self._widely.dash(self._lines, self._number, line), line)
        for look in (slips.marked_name, slips.arrow, slips.missing_space, slips.block_sign, stray_signs.closes_nothing):
            line = self._without(look(line), line)
        match = LINE.fullmatch(line)
        assert match is not None  # every part of it may be empty
        name, value = match["name"], match["value"].rstrip()
        dashes = len(match["dashes"].rstrip())
        depth = match.start("name") if name else len(match["indent"]) + max(dashes - 1, 0)
        if not value and NAMES.get(name or "") and glued(below) and indent(below) > depth:
            self._lines.instead[self._number] = self._without(slips.note_for_text(line, name or ""), line)
        elif not value or (value == "-" and name is None) or self._is_comment(value, name, depth):
            self._go_on(line)
        elif name is None and not dashes:
            self._stray(line)
        elif block := _BLOCK.fullmatch(value):
            if not self._strays(line, match.start("value"), depth, name or ""):
                self._go_on(line)
                self._block(depth, block)
        elif name is None and (lost := text_and_list.without_name(self._lines, self._number, line)):
            self._lines.instead[self._number] = self._without(lost, line)
        elif name is None and begins_so(self._lines, self._number, line, value, depth):
            self._go_on(self._without(slips.missing_colon(line), line))
        else:
            self._value(line, match.start("value"), depth, name or "")

    def _is_comment(self, value: str, name: str | None, depth: int) -> bool:
        """Whether a value that begins with # is meant as a comment. To YAML it is one in any case."""
        if value[0] != "#" or NOTE.match(value) or not NAMES.get(name or ""):
            return value[0] == "#"
        further = self._lines.ahead(self._number + 1)
        return self._lines.goes_on(further, depth) or self._lines[further].lstrip()[:1] == "-"

    def _above(self) -> str:
        """The last line before this one that holds more than a comment."""
        return self._lines[self._lines.above(self._number)].rstrip()

    def _block(self, depth: int, sign: re.Match[str] | None, inset: str = "") -> None:
        """Pass over a block of text, whose lines are indented further than `depth`, all as far as the first or as the
        sign above them says; or the rest of one, with the `inset` of its first line."""
        if by := sign and (sign[1] or sign[2]):
            inset = " " * (depth + int(by))
        while self._number < self._lines.end:
            line = self._lines[self._number]
            body = line.lstrip()
            spaces = line[: indent(line)]
            less = len(spaces) < len(inset)
            odd = spaces.strip(" ") != ""
            if body[:1] == "#" and not odd and (less or len(spaces) <= depth):
                further = self._lines.ahead(self._number)
                if not self._lines.goes_on(further, len(inset) - 1 if inset else depth):
                    return
                self._go_on(*self._without_comments(self._number, further))
                continue
            if body and not odd and (len(spaces) <= depth or (less and self._lines.begins_field(line))):
                if not wrapped.is_rest(self._lines, self._number, depth):
                    return
                line = self._indented_as_text(line, inset or " " * (depth + 2))
                less = False
            column = len(spaces.expandtabs(2))
            if odd and column <= depth and (begins_field(line) or is_item(self._lines, self._number, body, column)):
                return
            if body and spaces[: len(inset) or depth + 1].strip(" "):
                line = self._without(slips.indentation(line, len(inset) or depth + 2), line)
            elif body and less:
                line = self._without(wrapped.less_far(inset + body, len(spaces)), line)
            inset = inset or (line[: indent(line)] if body else "")
            self._go_on(line)

    def _pasted(self, depth: int) -> list[str]:
        """The lines under a name alone that are its text, if they are no further in than the name."""
        found: list[str] = []
        while (number := self._number + 1 + len(found)) < self._lines.end and indent(self._lines[number]) <= depth:
            if self._lines[number].strip() and not wrapped.is_wrapped(self._lines, number, depth):
                break
            found.append(self._lines[number])
        while found and not found[-1].strip():
            found.pop()
        return found

    def _not_indented(self, line: str, pasted: Sequence[str], depth: int) -> None:
        """Report the lines of a text that are as far left as its name; where that wants a sign, it wants one too."""
        inset = " " * (depth + 2)
        lines = [f"{line.rstrip()} |", *(f"{inset}{each.strip()}".rstrip() for each in pasted)]
        pairs = zip((line, *pasted), lines, strict=True)
        edits = [Edit(number, was, now) for number, (was, now) in enumerate(pairs, self._number) if was != now]
        message = "This text is not indented as what stands under its name."
        mend = f"Put a space and a | after {line.strip()}, and indent each line of the text further than that."
        spot = (self._number + 1, indent(pasted[0]) + 1)
        self._findings.add(
            "needs-indent", spot, message, mend, meant=None if notes.are_in(pasted) else Meant(tuple(edits), ask=True)
        )
        self._go_on(*lines)

    def _indented_as_text(self, line: str, inset: str) -> str:
        """The line as far right as the text above it, of which it is a part; it is reported."""
        self._report(found := wrapped.not_far(line, inset), [line])
        return found.corrected[0]

    def _value(self, first: str, start: int, depth: int, name: str, *, under: bool = False) -> None:
        """Look at a value, which goes on over all lines that are indented further than `depth`. `under` says that it
        begins on a line under its name."""
        end = self._lines.behind(self._number + 1, depth, first[start:], text=NAMES.get(name, True))
        written = self._lines.lines(self._number + 1, end)
        below = written if first[start] in MARKED else self._without_comments(self._number + 1, end)
        lines = [line.rstrip("\n\t ") for line in (first[start:], *below)]
        if not under and self._strays(first, start, depth, name):
            return
        if not under and wrapped.is_dash_in_text(self._lines, (at := self._lines.ahead(end)), name, depth):
            here, self._number = self._number, at
            self._lines.instead[at] = self._indented_as_text(self._lines[at], " " * (depth + 2))
            self._number = here
            self._value(first, start, depth, name)
            return
        found = wrong_with(name, lines, under=under)
        if found is not None and under and not notes.are_in(lines):  # with the sign, a note would be spoken
            self._report_no_sign(found, name, len(below))
        elif found is not None:
            self._report(found, [first, *written], start)
        if found is not None and found.corrected:
            first, below = first[:start] + found.corrected[0], [*found.corrected[1:]]
        self._go_on(first, *below)

    def _strays(self, first: str, start: int, depth: int, name: str) -> bool:
        """Whether what stands behind a name cannot stay there, since what belongs to the name stands below, or nothing
        does; if so, it is reported, and the reading goes on without it."""
        where, value = (self._lines, self._number, name), first[start:].strip()
        stray = name and (
            stray_signs.above_fields(*where, first, start, depth)
            or text_and_list.list_below(*where, first, start, depth)
            or stray_signs.for_a_block(*where, value, depth)
        )
        if stray:
            below = self._lines.lines(self._number + 1, self._number + len(stray.corrected))
            self._report(stray, [first, *below], start)
            self._go_on((first[:start] + stray.corrected[0]).rstrip(), *stray.corrected[1:])
            if stray.corrected == ("|",):
                self._block(depth, None)
        elif alone := bool(name) and stray_signs.alone(self._lines, self._number, value, depth):
            self._findings.signs[self._number] = value
            self._go_on(first[:start].rstrip())
        return bool(stray) or alone

    def _report_no_sign(self, found: Misread, name: str, below: int) -> None:
        """Report a text under its name, where the sign for that is missing; `below` are its lines under the first."""
        number = self._lines.above(self._number)
        line = self._lines[number]
        message = f"There is no | after {name}:, so YAML does not read the line{'s' * (below > 0)} under it as "
        message += "they stand." if below else "it stands."
        meant = Meant((Edit(number, line, f"{line.rstrip()} |"),)) if line.rstrip().endswith(":") else None
        mend = f"Put a space and a | after {name}:, at the end of its line."
        self._findings.add(found.code, (number, len(line.rstrip()) + 1), message, mend, meant=meant)

    def _without_comments(self, start: int, end: int) -> list[str]:
        """The lines of a text, with nothing in the place of comments, which would end it."""
        found: list[str] = []
        for number, line in enumerate(self._lines.lines(start, end), start):
            comment = line.lstrip()[:1] == "#" and not glued(line)
            if comment and (not found or found[-1]):
                self._findings.add("needs-indent", (number, indent(line) + 1), *wrapped.COMMENT_INSIDE)
            found.append("" if comment else line)
        return found

    def _report(self, found: Misread, lines: Sequence[str], start: int = 0) -> None:
        """Report what is wrong with a value that begins at `start` of the first of these lines."""
        first, *below = found.meant or found.corrected
        pairs = enumerate(zip(lines, ((lines[0][:start] + first).rstrip(), *below), strict=True), self._number)
        changed = tuple(Edit(number, was, now, not now) for number, (was, now) in pairs if was.rstrip() != now)
        # In quotes, a comment between the lines of the text would become a part of it.
        gone = [each for edit in changed if not edit.new and (each := edit.old.strip())]
        lost = found.unsure or not changed or not all(map(stray_signs.CLOSES.fullmatch, gone))
        cut = found.code == "open-quote" and self._findings.unended and self._number + len(lines) >= self._lines.end
        more = (Edit(self._number, lines[0], lines[0][:start] + "\n".join(found.instead)),) * bool(found.instead)
        meant = None if lost else Meant(more or changed, ask=found.ask or cut or bool(gone), tried=changed * bool(more))
        spot = (self._number + found.line, found.column + (start if found.line == 0 else 0) + 1)
        self._findings.add(found.code, spot, found.message, found.mend, meant=meant)

    def _stray(self, line: str) -> None:
        """A line with neither name nor dash: the text of the name above it, or one that is out of place."""
        column, above = indent(line), LINE.match(self._above() + " ")
        assert above is not None  # every part of it may be empty
        bare, depth = above["value"][:1] in ("", "#"), above.start("name" if above["name"] else "dashes")
        under = bare and column > depth
        further = self._lines[self._lines.ahead(self._number + 1)]
        following, holds = indent(further), self._lines.begins_field(further)
        deeper, value = following > column, under and above["name"] and following < column
        slip = slips.missing_colon(line) or (None if value else slips.name_alone(line, deeper, holds))
        block = wrapped.block_above(self._lines, self._number)
        if block and (column > block[0] or wrapped.is_rest(self._lines, self._number, block[0])):
            self._lines.instead[self._number] = line
            self._block(block[0], None, block[1])
        elif bare and (sign := _BLOCK.fullmatch(line.strip())):
            self._go_on(line)
            self._block(depth, sign)
        elif (
            bare
            and not under
            and NAMES.get(above["name"] or "")
            and wrapped.is_wrapped(self._lines, self._number, depth)
            and self._lines[(at := self._lines.above(self._number)) + 1].lstrip()[:1] != "#"
        ):
            self._number = at
            self._not_indented(self._lines[self._number], self._pasted(depth), depth)
        elif under and above["name"] in MANY and (ids := text_and_list.ids(self._lines, self._number)):
            found = text_and_list.no_dashes(ids, above["name"])
            self._report(found, ids)
            self._go_on(*found.corrected)
        elif bare_item := text_and_list.item_without_dash(self._lines, self._number, depth, above, under=under):
            self._lines.instead[self._number] = self._without(bare_item, line)
        elif under and NAMES.get(above["name"] or ""):
            self._value(line, column, depth, above["name"], under=True)
        elif item := text_and_list.item_beside(
            self._lines, self._number, text := wrapped.text_above(self._lines, self._number)
        ):
            self._lines.instead[self._number] = self._without(item, line)
        elif text and wrapped.is_wrapped(self._lines, self._number, text[1]):
            self._lines.instead[self._number] = self._indented_as_text(line, " " * (text[1] + 2))
            here, self._number = self._number, text[0]
            self._look()  # again, now that it goes on
            self._number = max(self._number, here + 1)
        elif slip is not None:
            self._lines.instead[self._number] = self._without(slip, line)  # which is looked at again
        elif under or not self._above() or _NOT_PROSE.match(line.lstrip()) or _COLON.search(line):
            self._go_on(line)
        else:
            self._findings.add("needs-indent", (self._number, column + 1), *wrapped.NEITHER)
            self._go_on("")
