"""A made course, sound and as large as you like: the same one whenever it is made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from course.model import Side
from course.reading.files.find import find_course

LINE = "{under: quiet, right: assertive, over: pushy}"
_PAIRS, _RULES = 3, 5
_ENDINGS = len(Side)


class Maker:
    """Writes courses whose sentences are made of the shipped course's words."""

    def __init__(self, seed: int = 1) -> None:
        self._random = Random(seed)
        shipped = "\n".join(file.read_text(encoding="utf-8") for file in sorted(find_course(None).rglob("*.yaml")))
        self._words = [word for word in shipped.split() if word[-1].isalpha() or word[-1] in ",.’"]

    def course(self, folder: Path, scenes: int, *, files: int) -> None:
        """A course of so many scenes in so many files."""
        folder.mkdir(parents=True)
        (folder / "course.yaml").write_text("\n".join(self._course()) + "\n", encoding="utf-8")
        for number in range(files):
            lines = self._scenario(f"Story {number}", scenes // files)
            (folder / f"story-{number}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def _text(self, words: int) -> str:
        return "So " + " ".join(self._random.choices(self._words, k=words))

    def _rule(self) -> str:
        return f"rule-{self._random.randrange(_PAIRS)}-{self._random.randrange(_RULES)}"

    def _course(self) -> Iterator[str]:
        yield from ("format: 2", "title: A made course", f"line: {LINE}", "pairs:")
        for pair in range(_PAIRS):
            yield from (f"  pair-{pair}:", f"    do: Do {pair}", f"    dont: Don't {pair}", "    rules:")
            for rule in range(_RULES):
                yield f"      rule-{pair}-{rule}:"
                yield from (f"        do: {self._text(8)}", f"        dont: {self._text(8)}")
                yield f"        side: {'pushy' if rule % 2 else 'quiet'}"

    def _scenario(self, title: str, scenes: int) -> Iterator[str]:
        """Each scene leads to the three that follow it; the last three are the endings."""
        yield from (f"title: {title}", "start: scene-0", "scenes:")
        for number in range(scenes - _ENDINGS):
            yield from (f"  scene-{number}:", f"    day: {number % 300}", "    text: |")
            yield from (f"      {self._text(30)}", f"      {self._text(15)}", "    choices:")
            for choice in range(3):
                yield f"      - say: {self._text(14)}"
                yield f"        {'breaks' if choice else 'follows'}: {self._rule()}"
                yield from (f"        happens: {self._text(18)}", f"        because: {self._text(14)}")
                yield f"        next: scene-{number + 1 + choice}"
        for number, side in enumerate(("quiet", "assertive", "pushy"), scenes - _ENDINGS):
            yield from (f"  scene-{number}:", f"    ending: {side}", f"    text: {self._text(30)}")
