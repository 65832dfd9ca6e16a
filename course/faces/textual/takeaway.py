"""The takeaway: what to keep, to read here, to save, and to print."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType

from course.faces.textual.blocks import Block, Gap, Text
from course.faces.textual.blocks.across import Across
from course.faces.textual.entry import Entry
from course.faces.textual.page import Page, key
from course.faces.textual.text import plain, prose
from course.progress.takeaway.lines import HEADINGS, Line, Section
from course.progress.takeaway.page import sections, stands
from course.system.files import NotWritten, there
from course.system.paths import NoHome
from course.text.paragraphs import paragraphs
from course.visit.takeaway import Ending, choose, file_meant, is_text, save, takeaway, usual_file
from course.visit.visit import Visit
from course.words import say
from course.words.files import not_written

_LONGEST_PATH = 1000


class _SaveAs(Entry):
    """Asks where to save it."""

    BINDINGS: ClassVar[list[BindingType]] = [key("enter", "keep", "keys.save", "keys.save.tip")]


class TakeawayPage(Page[None]):
    """One page of what the learner should keep, and did."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("h", "save('html')", "keys.save-html", "keys.save-html.tip"),
        key("c", "card", "keys.card", "keys.card.tip"),
        key("m", "save('md')", "keys.save-markdown", "keys.save-markdown.tip"),
        key("o", "open", "keys.open-browser", "keys.open-browser.tip"),
        key("escape,t,enter", "dismiss", "keys.back", "keys.back.tip-home"),
    ]
    about = "takeaway-page.about"

    def __init__(self, visit: Visit) -> None:
        super().__init__(say("takeaway-page.title"), aside=visit.course.title)
        self._visit = visit
        self._page = takeaway(visit)
        self._saved: Path | None = None
        """The web page, once it is saved."""

    def blocks(self) -> Iterable[Block]:
        if self._visit.unread:
            yield Text(plain(self._visit.unread))
            return
        yield Text(plain(stands(self._page)).stylize("$soft"))
        for section in sections(self._page):
            yield from _section(section)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("save", "card"):
            return self.is_mounted and not self._visit.unread
        if action == "open":
            return self._saved is not None
        return super().check_action(action, parameters)

    def action_save(self, form: Ending) -> None:
        """Ask where to save it."""
        try:
            usual = usual_file(self._page, form)
        except NoHome as problem:
            self.tell(not_written(problem))
            return
        self._ask_where(usual, str(usual))

    def _ask_where(self, usual: Path, typed: str, problem: str = "") -> None:
        """Ask where; once more with what was `typed`, where there was a `problem` with that."""

        def meant(line: str | None) -> None:
            if line:
                self._save(line, usual)
            elif line is not None:
                self.tell(say("takeaway-page.no-name"))

        hint = say("takeaway-page.where.hint", folder=usual.parent)
        self.app.push_screen(_SaveAs(say("takeaway-page.where"), problem, hint, typed, _LONGEST_PATH), meant)

    def _save(self, line: str, usual: Path) -> None:
        """Save it there; over another file only where that is wanted."""
        ask_again = partial(self._ask_where, usual, line)
        try:
            file = file_meant(line, usual)
            replaces = there(file)
        except (NoHome, NotWritten) as problem:
            ask_again(not_written(problem))
            return
        if replaces:
            self.ask("takeaway-page.replace", lambda: self._write(file, ask_again))
        else:
            self._write(file, ask_again)

    def _write(self, file: Path, ask_again: Callable[[str], None]) -> None:
        try:
            save(self._page, file)
        except NotWritten as problem:
            ask_again(not_written(problem))
            return
        self._saved = self._saved if is_text(file) else file
        self.refresh_bindings()
        self.tell(say("takeaway-page.saved", path=file))

    def action_open(self) -> None:
        """Open the saved web page in the browser."""
        if self._saved is not None:
            self.app.open_url(self._saved.resolve().as_uri())

    def action_card(self) -> None:
        """Choose another card, or write one."""
        from course.faces.textual.card import CardPage

        def chosen(card: str | None) -> None:
            if card is not None:
                choose(self._visit, card)
                self._page = takeaway(self._visit)
                self.redraw(top=self.sheet.top)

        self.app.push_screen(CardPage(self._page), chosen)


def _section(section: Section) -> Iterable[Block]:
    if section.what != "pairs":
        yield Text(plain(section.heading).stylize("$soft"), after=0)
    for number, line in enumerate(section.lines):
        if number and line.kind in (*HEADINGS, "strong", "model"):
            yield Gap()
        yield from _blocks(line)
    yield Gap()


def _blocks(line: Line) -> Iterable[Block]:
    match line.kind:
        case "pair" | "short":
            side = "$over" if line.kind == "pair" else "$under"
            yield Across(plain(line.text).stylize("bold $right"), plain(line.beside).stylize(f"italic {side}"))
        case "rule":
            yield Across(plain(line.text), plain(line.beside).stylize("$soft"))
        case "strong" | "model":
            yield Text(plain(line.text).stylize("bold"), after=0)
        case "quote":
            yield Text(plain(line.text).stylize("italic $soft"), indent=2, after=0)
        case "do":
            yield Text(plain(line.text).stylize("$right"), indent=2, after=0)
        case "item":
            yield Text(plain(f"– {line.text}"), after=0)
        case "letter":
            yield from (Text(prose(each), indent=2, after=0) for each in paragraphs(line.text))
        case "card":
            yield Text(plain(line.text).stylize("bold"), bar="$right", after=0)
        case "small" | "from":
            yield Text(plain(line.text).stylize("$soft"), after=0)
        case _:
            yield Text(prose(line.text), after=0)
