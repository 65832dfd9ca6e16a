"""What programs do to a file: word processors, mail programs, chat windows, sync clients, and how it is saved."""

from __future__ import annotations

import re
import textwrap

from course.reading.format.tables import NAMES
from tests.slips.kinds import ID, ITEM, PLAIN, PROSE, Kind, Lines, all_over, between, in_name, in_value, on_line, worded

_WORD, _MAIL, _CHAT, _SYNC, _SAVED = "word processor", "mail program", "chat window", "sync or merge", "saved as"
_Line = re.Match[str]


def _quoted(value: str, sign: str = '"') -> bool:
    return len(value) > 10 and value[0] == value[-1] == sign and sign not in value[1:-1]


def _with_apostrophes(lines: Lines) -> str:
    """A text with some letters that are more than one byte."""
    return "\n".join(lines).replace(". ", "’ ", 3)


def _in_other_quotes(opening: str, closing: str, sign: str = '"') -> Kind:
    return in_value(
        _WORD,
        f"{opening}…{closing} for {sign}…{sign}",
        lambda value: f"{opening}{value[1:-1]}{closing}" if _quoted(value, sign) else None,
    )


def _id_as(by: str, name: str, form: str) -> Kind:
    return in_value(by, name, lambda value: form.format(value) if ID.fullmatch(value) and value.isalpha() else None)


def _text_as(by: str, name: str, old: str, new: str) -> Kind:
    return in_value(by, name, lambda value: value.replace(old, new, 1) if PLAIN.fullmatch(value) else None)


def _dash_as(by: str, name: str, new: str) -> Kind:
    return on_line(by, name, lambda line: f"{line['indent']}{new}{line[0].strip()[2:]}" if line["dash"] else None)


def _indent_as(by: str, name: str, indent: str | int) -> Kind:
    def changed(line: _Line) -> str | None:
        wide = len(line["indent"])
        if isinstance(indent, int):
            return " " * (wide + indent) + line[0].lstrip() if wide + indent >= 0 else None
        return indent * wide + line[0].lstrip() if wide else None

    return on_line(by, name, changed)


def _wrapped(line: _Line, inset: str = "") -> Lines | None:
    if not PLAIN.fullmatch(line["value"] or "") or len(line[0]) < 80:
        return None
    return textwrap.wrap(line[0], 72, subsequent_indent=inset, drop_whitespace=True, break_on_hyphens=False)


def wrapped_all(text: str, width: int) -> str:
    """A text with every longer line broken at a blank, as mail programs do it."""
    lines = (textwrap.wrap(each, width, break_on_hyphens=False) or [each] for each in text.split("\n"))
    return "\n".join(each for line in lines for each in line)


def _cut(share: float) -> Kind:
    return all_over(_SYNC, f"cut off after {share:.0%}", lambda text: text[: int(len(text) * share)])


def _numbered(text: str, form: str) -> str:
    return "\n".join(form.format(*each).rstrip() for each in enumerate(text.removesuffix("\n").split("\n"), 1)) + "\n"


def _rewrapped(line: _Line) -> Lines | None:
    found = textwrap.wrap(line[0], 72, subsequent_indent="", break_on_hyphens=False)
    return found if len(found) > 1 else None


def _pasted(by: str, name: str, sign: str, *, stays: bool) -> Kind:
    """A line of a text at the margin, with what a program has put before it, and whether that `stays` a part of it."""

    def inside(line: _Line) -> str:
        return f"{line['indent']}{sign}{line['value']}"

    return on_line(by, name, lambda line: inside(line).lstrip(), PROSE, meant=inside if stays else None)


BY_PROGRAMS: tuple[Kind, ...] = (
    _in_other_quotes("“", "”"),
    _in_other_quotes("„", "“"),
    _in_other_quotes("«", "»"),
    _in_other_quotes("‘", "’", "'"),
    in_value(_WORD, "one curly quote", lambda value: value[:-1] + "”" if _quoted(value) else None),
    _id_as(_WORD, "curly quotes around an id", "“{}”"),
    _dash_as(_WORD, "an en dash for a dash", "– "),
    _dash_as(_WORD, "an em dash, glued", "—"),
    _dash_as(_WORD, "a bullet and a tab for a dash", "•\t"),
    _dash_as(_WORD, "a number for a dash", "1. "),
    all_over(_WORD, "en dashes for all dashes", lambda text: re.sub(r"^( *)- ", r"\1– ", text, flags=re.M)),
    all_over(_WORD, "bullets for all dashes", lambda text: re.sub(r"^( *)- ", r"\1• ", text, flags=re.M)),
    on_line(_WORD, "an en dash before a text", lambda line: line["indent"] + "– " + line["value"], ITEM),
    on_line(_WORD, "a bullet before a text", lambda line: line["indent"] + "•\t" + line["value"], ITEM),
    _indent_as(_WORD, "special spaces, one line", "\u00a0"),
    all_over(
        _WORD, "special spaces all over", lambda text: re.sub("^ +", lambda m: "\u00a0" * len(m[0]), text, flags=re.M)
    ),
    on_line(
        _WORD,
        "a special space after a colon",
        lambda line: line[0].replace(": ", ":\u00a0", 1) if line["value"] else None,
    ),
    in_name(_WORD, "a capital name", str.capitalize),
    all_over(
        _WORD,
        "capital names all over",
        lambda text: re.sub(
            r"^( *(?:- )?)([a-z-]+)(?=:)",
            lambda m: m[1] + (m[2].capitalize() if m[2] in NAMES else m[2]),
            text,
            flags=re.M,
        ),
    ),
    worded(_WORD, "… for three dots", lambda text: text.replace(" ", "… ", 1)),
    _text_as(_WORD, "a vertical tab in a text", " ", "\x0b"),
    _text_as(_WORD, "a new page in a text", " ", "\x0c"),
    _text_as(_WORD, "a next line in a text", " ", "\x85"),
    _text_as(_WORD, "a line separator in a text", " ", "\u2028"),
    _text_as(_WORD, "a soft hyphen in a text", "e", "e\u00ad"),
    _id_as(_WORD, "a special space behind an id", "{}\u00a0"),
    in_value(
        _WORD,
        "a character of no width in an id",
        lambda value: value[:2] + "\u200b" + value[2:] if ID.fullmatch(value) and value.isalpha() else None,
    ),
    in_name(_WORD, "a character of no width in a name", lambda name: name[:2] + "\u200b" + name[2:]),
    between(_WORD, "a line of one special space", "\u00a0", "{}"),
    worded(_WORD, "a special space in a text", lambda text: text.replace(" ", "\u00a0", 1)),
    worded(_WORD, "a smart apostrophe", lambda text: text.replace("s ", "’s ", 1)),
    on_line(_MAIL, "one line wrapped", _wrapped),
    on_line(_MAIL, "one line of a block wrapped", _rewrapped, PROSE),
    _pasted(_MAIL, "a line of a text quoted as an answer", "> ", stays=False),
    all_over(_MAIL, "all lines wrapped", lambda text: wrapped_all(text, 72)),
    all_over(_MAIL, "quoted as an answer", lambda text: re.sub("^", "> ", text, flags=re.M)),
    all_over(_MAIL, "a space behind each line", lambda text: text.replace("\n", " \n")),
    all_over(_MAIL, "a space more before spaces", lambda text: re.sub("^ ", "  ", text, flags=re.M)),
    all_over(_MAIL, "empty lines above", lambda text: "\n\n" + text),
    all_over(_MAIL, "an empty line after each", lambda text: text.replace("\n", "\n\n")),
    all_over(
        _MAIL,
        "a head above",
        lambda text: "From: Dana Whitfield\nSubject: the story\nDate: Mon, 2 Mar 2026 10:00\n\n" + text,
    ),
    all_over(_MAIL, "a signature below", lambda text: text + "\n-- \nDana Whitfield\nSent from my telephone\n"),
    all_over(
        _MAIL,
        "all in equals signs",
        lambda text: text.replace("=", "=3D").replace("’", "=E2=80=99").replace(" \n", "=20\n"),
    ),
    all_over(_CHAT, "fences around", lambda text: f"```yaml\n{text}```\n"),
    all_over(_CHAT, "a fence below", lambda text: f"{text}```\n"),
    all_over(_CHAT, "a fence above", lambda text: f"```yaml\n{text}"),
    all_over(
        _CHAT,
        "talk and a fence above",
        lambda text: f"Here is your file:\n\n```yaml\n{text}```\n\nLet me know if you need more!\n",
    ),
    all_over(_CHAT, "talk above", lambda text: f"Here is your file:\n\n{text}"),
    all_over(_CHAT, "talk without a colon above", lambda text: f"Sure! I have made the story shorter.\n{text}"),
    all_over(_CHAT, "talk below", lambda text: f"{text}\nLet me know if you need more!\n"),
    in_name(_CHAT, "bold letters for a name", lambda name: f"**{name}**"),
    on_line(
        _CHAT,
        "bold letters for a name and its colon",
        lambda line: line[0].replace(f"{line['name']}:", f"**{line['name']}:**", 1),
    ),
    all_over(
        _CHAT,
        "bold letters for all names",
        lambda text: re.sub(r"^( *(?:- )?)([a-z-]+):(?=\s)", r"\1**\2:**", text, flags=re.M),
    ),
    all_over(_CHAT, "numbers of lines", lambda text: _numbered(text, "{}  {}")),
    all_over(_CHAT, "numbers of lines and a sign", lambda text: _numbered(text, "{:>4} | {}")),
    _pasted(_CHAT, "a line of a text with its time", "[10:42] Dana: ", stays=True),
    on_line(_CHAT, "a time and a name before a line", lambda line: f"[10:32] Ana: {line[0]}"),
    on_line(_CHAT, "a date, a time and a name before a line", lambda line: f"3/4/25, 10:32 - Ana Lopez: {line[0]}"),
    on_line(_CHAT, "a time before a line", lambda line: f"10:32 {line[0]}"),
    between(_CHAT, "a name and a time above a line", "Ana, 10:32"),
    between(_CHAT, "a name and a day above a line", "Ana Lopez — Today at 10:32 AM"),
    all_over(
        _CHAT, "times and names before all lines", lambda text: re.sub(r"^(?=.)", "[10:32] Ana: ", text, flags=re.M)
    ),
    on_line(_CHAT, "the number of a line", lambda line: f"312 {line[0]}"),
    on_line(_CHAT, "the number of a line and a sign", lambda line: f"312: {line[0]}"),
    on_line(
        _CHAT,
        "the first line of a piece not indented",
        lambda line: line[0].lstrip() if line["dash"] or (len(line["indent"]) == 2 and not line["value"]) else None,
    ),
    between(_CHAT, "a fence between", "```"),
    between(_SYNC, "merge marks", "<<<<<<< HEAD", "{}", "=======", "{}", ">>>>>>> theirs"),
    between(_SYNC, "a rule of equals signs", "======="),
    between(_SYNC, "a merge's first mark", "<<<<<<< HEAD"),
    between(_SYNC, "a merge's last mark", ">>>>>>> 2f0c1d"),
    between(_SYNC, "a line twice", "{}", "{}"),
    on_line(
        _SYNC,
        "merge marks in a block",
        lambda line: ["<<<<<<< HEAD", line[0], "=======", line[0] + " So.", ">>>>>>> theirs"],
        PROSE,
    ),
    all_over(_SYNC, "the file twice", lambda text: text + text),
    all_over(_SYNC, "the file twice, a line between", lambda text: f"{text}---\n{text}"),
    _cut(0.1),
    _cut(0.5),
    _cut(0.95),
    all_over(_SYNC, "nothing left", lambda _: ""),
    all_over(_SYNC, "zeros at the end", lambda text: text + "\0" * 512),
    all_over(_SYNC, "zeros alone", lambda text: "\0" * len(text)),
    all_over(_SAVED, "with a mark", lambda text: "\ufeff" + text),
    all_over(_SAVED, "with two marks", lambda text: "\ufeff\ufeff" + text),
    all_over(_SAVED, "UTF-16", str, lambda text: text.encode("utf-16")),
    all_over(_SAVED, "UTF-16, big", str, lambda text: text.encode("utf-16-be")),
    all_over(_SAVED, "Latin", lambda text: text.replace("e", "é", 1), lambda text: text.encode("cp1252", "replace")),
    Kind(
        _SAVED,
        "UTF-8 taken for Latin",
        lambda lines, _: _with_apostrophes(lines).encode().decode("cp1252", "replace").split("\n"),
        all_over=True,
        meant=lambda lines, _: _with_apostrophes(lines).split("\n"),
    ),
    all_over(_SAVED, "line ends of Windows", lambda text: text.replace("\n", "\r\n")),
    all_over(_SAVED, "line ends of old Macs", lambda text: text.replace("\n", "\r")),
    all_over(
        _SAVED,
        "mixed line ends",
        lambda text: "".join(line + ("\r\n", "\n", "\r")[at % 3] for at, line in enumerate(text.split("\n"))),
    ),
    all_over(_SAVED, "doubled line ends", lambda text: text.replace("\n", "\r\r\n")),
    all_over(_SAVED, "one long line", lambda text: text.replace("\n", " ")),
)
