"""The sheets that came back to `fineline blind`, from their files; and one that is filled in while it is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from course.authoring.blind import writing
from course.authoring.blind.handed_in import HandedIn, NoSheet, read
from course.authoring.blind.items import Item
from course.authoring.blind.results import Reader
from course.authoring.blind.sheet import Sheet, arranged, lettered
from course.cli.blind_asking import Say, ask
from course.cli.exit_status import CouldNotRun
from course.cli.writing import write
from course.model.record import Record
from course.reading.yaml.source import decoded
from course.system.paths import resolved
from course.text.clean import sift
from course.words.files import reason

_LARGEST = 4_000_000
"""Bytes: a hundred times the sheet of a large course."""
_NO_TEXT = {b"PK": "a word processor's document", b"%PDF": "a PDF", b"{\\rtf": "a word processor's document"}


class NotCounted(Record):
    """An answer that was not counted, and how to write it instead."""

    file: str
    line: int
    why: str
    mend: str


class Came(Record):
    """What the files hold that were handed in."""

    readers: tuple[Reader, ...]
    unclear: tuple[NotCounted, ...]
    notices: tuple[str, ...]
    """What else there is to say of a file."""


def handed_in(files: Iterable[Path], asked: Sequence[Item]) -> Came:
    """The answers in these files, each file once. `asked` are all items of the course. Raises CouldNotRun."""
    found = [(file, _read(_text(file), file, asked)) for file in {resolved(each): each for each in files}.values()]
    names = Counter[str]()
    readers: list[Reader] = []
    for file, each in found:
        name = each.reader or file.stem
        names[name] += 1
        readers.append(Reader(f"{name} ({names[name]})" if names[name] > 1 else name, each.answers))
    unclear = [
        NotCounted(str(file), note.line, note.unclear.why, note.unclear.mend)
        for file, each in found
        for note in each.notes
    ]
    return Came(tuple(readers), tuple(unclear), tuple(filter(None, (_notice(*each) for each in found))))


def answered_here(new: Sheet, keep: Path | None, asked: Sequence[Item], say: Say) -> Reader:
    """Ask a sheet and take its answers down: in a file as well, if one is given, where a sheet that was begun before
    is gone on with. Raises CouldNotRun."""
    begun = _begun(keep, asked) if keep is not None and keep.exists() else HandedIn("", {}, sheet=new)
    sheet, answers = begun.sheet or new, dict(begun.answers)

    def take_down(item: Item, option: int) -> None:
        if keep is not None:
            _keep(keep, sheet, item, option)
        answers[item.mark] = option

    ask(sheet, begun.answers, say, take_down)
    return Reader("", answers)


def _begun(file: Path, asked: Sequence[Item]) -> HandedIn:
    """The sheet that is to be gone on with. Raises CouldNotRun."""
    begun = _read(_text(file), file, asked)
    if begun.sheet is None:
        raise CouldNotRun(
            f"{file} was begun with an older edition of the course. What it holds can still be read in with --answers; "
            f"to begin again, name another file."
        )
    for note in begun.notes:
        raise CouldNotRun(f"{file}:{note.line}: {note.unclear.why}. {note.unclear.mend} Then go on.")
    return begun


def _keep(file: Path, sheet: Sheet, item: Item, option: int) -> None:
    """Write one more answer on the sheet in the file, which may be there or not. Raises CouldNotRun."""
    letter = lettered(item, sheet.seed)[arranged(item, sheet.seed).index(option)][0]
    text = writing.filled_in(decoded(_data(file))[0] if file.exists() else writing.text(sheet), {item.mark: letter})
    if _read(sift(text), file, sheet.items).answers.get(item.mark) != option:
        which = sheet.items.index(item) + 1
        raise CouldNotRun(f'{file}: Your answer to item {which} cannot be kept: no empty "Answer:" stands below it.')
    write(file, text, force=True)


def _notice(file: Path, came: HandedIn) -> str:
    if came.changed == 1:
        return f"{file}: One of its items is not in the course any more as it was; it is left out."
    if came.changed:
        return f"{file}: {came.changed} of its items are not in the course any more as they were; they are left out."
    return ""


def _read(text: str, file: Path, asked: Sequence[Item]) -> HandedIn:
    try:
        return read(text, asked)
    except NoSheet as problem:
        raise CouldNotRun(f"{file}:{problem.line}: {problem.unclear.why}. {problem.unclear.mend}") from None


def _text(file: Path) -> str:
    """The text of a file. Raises CouldNotRun."""
    data = _data(file)
    for start, what in _NO_TEXT.items():
        if data.startswith(start):
            raise CouldNotRun(f"{file} is {what}. Save it as plain text (.txt), and read that in.")
    return sift(decoded(data)[0])


def _data(file: Path) -> bytes:
    """What a file holds. Raises CouldNotRun."""
    try:
        if file.exists() and not file.is_file():
            raise CouldNotRun(f"{file} is no file with text in it. Name each sheet that was filled in.")
        with file.open("rb") as opened:
            data = opened.read(_LARGEST + 1)
    except OSError as error:
        raise CouldNotRun(f"{file} cannot be read: {reason(error)}.") from None
    if len(data) > _LARGEST:
        raise CouldNotRun(f"{file} is too large to be a sheet.")
    return data
