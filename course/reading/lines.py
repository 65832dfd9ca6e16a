"""The lines of a text, found when they are asked for, without a second copy of the text."""

from __future__ import annotations

from array import array


class Lines:
    """The lines of a text by number, counted from 1. There is nothing behind the last one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = array("Q")
        at = text.find("\n")
        while at >= 0:
            self._ends.append(at)
            at = text.find("\n", at + 1)

    def __len__(self) -> int:
        return len(self._ends) + 1

    def __getitem__(self, number: int) -> str:
        """The line of that number, without its end; `""` when there is none."""
        if not 0 < number <= len(self):
            return ""
        start, end = self._span(number)
        return self._text[start:end]

    def replaced(self, number: int, line: str) -> str:
        """The text with another line in the place of that one."""
        start, end = self._span(number)
        return self._text[:start] + line + self._text[end:]

    def _span(self, number: int) -> tuple[int, int]:
        start = self._ends[number - 2] + 1 if number > 1 else 0
        end = self._ends[number - 1] if number <= len(self._ends) else len(self._text)
        return start, end
