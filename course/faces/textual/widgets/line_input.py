"""One line to type: the framework's input, where it falls short of what we let in and keep out."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Offset
from textual.widgets import Input

from course.faces.textual.page import Page, key
from course.faces.textual.widgets.sheet import MARGIN, MEASURE
from course.text.clean import MARKS, clean
from course.words import say


class LineInput(Input):
    """What can be typed is what can be shown. What Enter does is for the page to say."""

    DEFAULT_CSS = f"""
    LineInput {{
        width: 1fr; max-width: {MEASURE}; height: 1; margin: 0 {MARGIN}; padding: 0; border: none;
        background: $surface; color: $foreground;
    }}
    LineInput:focus {{ border: none; background-tint: transparent; }}
    LineInput > .input--cursor {{ background: $surface; color: $foreground; text-style: reverse; }}
    LineInput > .input--placeholder {{ color: $soft; }}
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("alt+b,alt+left", "cursor_left_word", "", shown=False),
        key("alt+f,alt+right", "cursor_right_word", "", shown=False),
        key("ctrl+backspace,alt+backspace", "delete_left_word", "", shown=False),
        key("alt+d,ctrl+delete", "delete_right_word", "", shown=False),
    ]

    def __init__(self, line: str = "", *, most: int = 500, placeholder: str = "") -> None:
        """At most so many characters; the `placeholder` is shown while there are none."""
        super().__init__(line, placeholder=placeholder, max_length=most, select_on_focus=False)
        self.keeps_lines = False
        """Whether what is pasted keeps its lines: where each means something, and nothing of them shows."""
        self.cursor_blink = False  # each blink would be sent over a slow line

    @property
    def line(self) -> str:
        """What has been typed, with single spaces between the words."""
        return self._spaced(self.value)

    def _spaced(self, text: str) -> str:
        if not self.keeps_lines:
            return " ".join(clean(text).split())
        return "\n".join(" ".join(each.split()) for each in clean(text).split("\n") if each.strip())

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's own cursor goes. At the end of the line, the framework's is a cell too far."""
        return super().cursor_screen_offset - Offset(int(self.cursor_at_end), 0)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Enter to the page."""
        return action != "submit" and super().check_action(action, parameters)

    def on_mount(self) -> None:
        """The focus comes before the page is laid out, and a smaller window moves the line without making it smaller;
        input methods open their window where the cursor is."""
        self.screen.screen_layout_refresh_signal.subscribe(self, lambda _: self._place_cursor())

    def _place_cursor(self) -> None:
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset

    def on_show(self) -> None:
        """A window that is too small hides it, and with it the focus."""
        self.focus()

    def on_key(self, event: events.Key) -> None:
        if isinstance(self.screen, Page):
            if self.screen.asking:
                event.prevent_default()  # it answers what the page asks
                return
            self.screen.tell("")
        if event.character and event.character in MARKS:  # they count as not printable
            event.stop()
            self._take(event.character)
        elif event.key.startswith("alt+"):
            event.prevent_default()  # the framework would type the letter
        elif event.is_printable and len(self.value) == self.max_length and not self.selected_text:
            self._say_full()

    def on_paste(self, event: events.Paste) -> None:
        """Take what is pasted, as one line unless it keeps its lines."""
        event.stop()
        event.prevent_default()
        self._take(self._spaced(event.text))

    def _take(self, text: str) -> None:
        """Put it where the cursor is, as much of it as there is room for; if that is not all, say so."""
        room = (self.max_length or 0) - len(self.value) + len(self.selected_text)
        self._put(text[:room])
        if len(text) > room:
            self._say_full()

    def _say_full(self) -> None:
        if isinstance(self.screen, Page):
            self.screen.tell(say("entry.full", n=self.max_length))

    def _put(self, text: str) -> None:
        self.replace(text, *sorted(self.selection))
