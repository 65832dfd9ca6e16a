"""The takeaway: what to keep, to read here, to save, and to print."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType

from course.faces.textual.blocks import Block, Gap, Text
from course.faces.textual.page import Page, key
from course.faces.textual.text import plain, prose
from course.progress.takeaway.gather import Takeaway
from course.progress.takeaway.page import Line, sections
from course.system.files import NotWritten, save_new
from course.visit.visit import Visit
from course.words import say
from course.words.files import not_written


class TakeawayPage(Page[None]):
    """One page of what the learner did and should keep."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("h", "save('html')", "keys.save-html", "keys.save-html.tip"),
        key("m", "save('md')", "keys.save-markdown", "keys.save-markdown.tip"),
        key("o", "open", "keys.open-browser", "keys.open-browser.tip"),
        key("escape,t,enter", "dismiss", "keys.back", "keys.back.tip-home"),
    ]
    about = "takeaway-page.about"

    def __init__(self, visit: Visit) -> None:
        super().__init__(say("takeaway-page.title"), aside=visit.course.title)
        self._visit = visit
        self._said = ""

    def blocks(self) -> Iterable[Block]:
        page = self._page
        if self._said:
            yield Text(plain(self._said), bar="$under")
        if page is None:
            yield Text(plain(self._visit.unread or say("takeaway-page.nothing")))
            return
        for section in sections(page):
            yield Text(plain(section.heading).stylize("bold"), after=0)
            yield from map(_block, section.lines)
            yield Gap()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("save", "open"):
            return self.is_mounted and self._page is not None
        return super().check_action(action, parameters)

    def action_save(self, form: str) -> None:
        """Save it in the folder one is in."""
        self._save(form)

    def action_open(self) -> None:
        """Save it as a web page, and open that in the browser."""
        path = self._save("html")
        if path is not None:
            self.app.open_url(path.resolve().as_uri())

    def _save(self, form: str) -> Path | None:
        from course.progress.takeaway.html import html
        from course.progress.takeaway.markdown import markdown

        page = self._page
        assert page is not None
        path = None
        try:
            path = save_new(Path(), f"takeaway.{form}", html(page) if form == "html" else markdown(page))
            self._said = say("takeaway-page.saved", path=path)
        except NotWritten as problem:
            self._said = not_written(problem)
        self.redraw()
        return path

    @cached_property
    def _page(self) -> Takeaway | None:
        """What is on it; nothing can be decided while it is shown."""
        return self._visit.takeaway()


def _block(line: Line) -> Block:
    match line.kind:
        case "item":
            return Text(plain(f"– {line.text}"), after=0)
        case "quote":
            return Text(plain(line.text).stylize("italic $soft"), indent=4, after=0)
        case "card":
            return Text(plain(line.text).stylize("bold"), bar="$right", after=0)
        case _:
            return Text(prose(line.text), after=0)
