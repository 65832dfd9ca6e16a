"""The tables of the authors' guide, made from the field tables: every field, what it is, and one example."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from course.model import PLURAL_FORMS, Line, Medium
from course.reading.format import renamed_fields
from course.reading.format.course_fields import COURSE, LINE, PAIR, RULE, SOURCE
from course.reading.format.fields import (
    LONGEST_TEXT,
    Arrivals,
    Facts,
    Field,
    Id,
    Items,
    Kind,
    Language,
    Levels,
    Number,
    One,
    OneOf,
    OnLine,
    Percent,
    Records,
    Ref,
    Refs,
    Renames,
    Table,
    Text,
    Texts,
    Told,
    Version,
    Way,
    Wordings,
)
from course.reading.format.kinds import KINDS
from course.reading.format.limits import DUE, LIMIT, LIMITS
from course.reading.format.shared import BRANCH, CONDITION, CONTACT, FACT, MESSAGE, PASSAGE, SEEN, SENT
from course.reading.format.tables import DAY, PERSON, SCENARIO, SCENE
from course.reading.problems.codes import CODES, Level
from course.reading.problems.suggest import LONGEST_ID, one_of
from course.system.files import save_over

BEGIN = "<!-- made from the field tables: python -m course.authoring.guide -->"
END = "<!-- end of what is made -->"

_WITH_WORDS = [f"`{medium}:`" for medium in Medium if not medium.traits.wordless]
_PARTS: Mapping[str, tuple[Table, str]] = {
    "course.yaml": (COURSE, ""),
    "The limits": (LIMITS, "Under `limits:` in course.yaml."),
    "A limit": (LIMIT, "Under the name of one of them."),
    "What is due": (DUE, "Under `due:` of the limits, each begins with a dash."),
    "The line": (LINE, "Under `line:` in course.yaml."),
    "A source": (SOURCE, "Under `sources:` in course.yaml, each under its id."),
    "A pair": (PAIR, "Under `pairs:`, each under its id."),
    "A rule": (RULE, "Under `rules:`, each under its id."),
    "A scenario": (SCENARIO, "One file for each."),
    "A person": (PERSON, "Under `people:`, each under an id."),
    "A day": (DAY, "Under `days:` of a person, each begins with a dash."),
    "A scene": (
        SCENE,
        "Under `scenes:`, each under its id. It has choices, or another exercise, or an ending. Keep the text under "
        "90 words or so; an empty line begins a new paragraph, and `*word*` is emphasis.",
    ),
    **{heading: part for kind in KINDS for heading, part in kind.guide.items()},
    "A branch": (BRANCH, "Under `next:`, each begins with a dash. The first whose condition holds is taken."),
    "A condition": (
        CONDITION,
        "Under `when:` of a branch, a passage, a fact, an option, a message that arrives or a contact under `sent:`.",
    ),
    "A passage": (
        PASSAGE,
        "In a list after a text that learners read, each begins with a dash. One that is always told needs no `when:`: "
        "write its text alone.",
    ),
    "A fact": (
        FACT,
        "In a list under `know:`, each begins with a dash. One that is always learned and is about no day needs no "
        "fields: write its text alone.",
    ),
    "A contact": (CONTACT, "Under `contact:`, where a text alone does not say enough."),
    "A contact that a scene tells of": (SENT, "Under `sent:` of a scene, each begins with a dash."),
    "A message": (MESSAGE, f"Under `arrives:` and {one_of(_WITH_WORDS)}."),
    "Renamed in a course": (renamed_fields.TABLES[0], "Under `renamed:` in course.yaml."),
    "Renamed ids": (renamed_fields.TABLES[1], "Under `renamed:` in a scenario."),
    "A view": (SEEN, "Under `seen:`, each begins with a dash."),
}
_LEVELS = {Level.ERROR: "must be mended", Level.WARN: "should be mended", Level.INFO: "worth a look"}


def reference() -> str:
    """All tables, in the order in which an author meets them."""
    parts = [BEGIN]
    for heading, (table, about) in _PARTS.items():
        parts += [f"### {heading}", *([about] if about else []), _table(table)]
    parts += ["### The checks whose level you can change", _checks(), END]
    return "\n\n".join(parts)


def renewed(guide: str) -> str:
    """The guide with its tables made anew. Raises ValueError when it has no place for them."""
    start, end = guide.index(BEGIN), guide.index(END) + len(END)
    return guide[:start] + reference() + guide[end:]


def _table(table: Table) -> str:
    rows = ["| field | what it is | what may stand there | example |", "|---|---|---|---|"]
    rows += [
        f"| {_name(field)} | {_cell(field.about)} | {_cell(allowed(field.kind))} | {_example(field)} |"
        for field in table.fields
    ]
    return "\n".join(rows)


def allowed(kind: Kind) -> str:
    """What may stand after a field's name."""
    match kind:
        case Text():
            return "a text" if kind.most == LONGEST_TEXT else f"a text of at most {kind.most} characters"
        case Texts():
            return "a text, or a list of them"
        case Told():
            return f"a text, or a list of passages: {_see(kind.table)}"
        case Facts():
            return f"a text, or a list of texts and facts: {_see(kind.table)}"
        case Id():
            return f"an id: small letters, digits and hyphens, at most {LONGEST_ID}"
        case Ref():
            return f"the id of a {kind.to}"
        case Refs():
            return f"the id of a {kind.to}, or a list of them"
        case Number():
            return f"a whole number, {kind.low} to {kind.high}"
        case OneOf():
            return _words(kind.words)
        case OnLine():
            outer = "" if kind.middle else " outer"
            names = Line().names if kind.middle else (Line().under, Line().over)
            return f"one of the{outer} names under `line:`; without it {_words(names)}"
        case Language():
            return "the tag of a language, such as `en`, `de` or `pt-BR`"
        case Percent():
            return "`1%` to `100%`"
        case Version():
            return f"`{kind.newest}`"
        case Wordings():
            return f"sentences under their ids, each a text, or texts under {_words(PLURAL_FORMS)}"
        case Renames():
            return f"old ids, each with the {kind.to}'s id of now"
        case Records():
            return f"ids, each with fields of its own: {_see(kind.table)}"
        case One():
            return f"{'a text, or ' if kind.text else ''}fields of its own: {_see(kind.table)}"
        case Items():
            return f"a list of {kind.low} to {kind.high}: {_see(kind.table)}"
        case Way():
            return f"the id of a scene, or a list of up to {kind.high}: {_see(kind.table)}"
        case Arrivals():
            return f"{_words(kind.media)}, each with a text or fields of its own: {_see(kind.table)}"
        case Levels():
            return f"codes of checks, each with {_words(kind.words)}"


def _words(words: Iterable[str]) -> str:
    return one_of(f"`{word}`" for word in words)


def _see(table: Table) -> str:
    """Where the fields of such a record stand in the guide."""
    heading = next(heading for heading, (each, _) in _PARTS.items() if each is table)
    return f"[{heading}](#{heading.lower().replace(' ', '-')})"


def _name(field: Field) -> str:
    return f"**`{field.name}`**" if field.required else f"`{field.name}`"


def _example(field: Field) -> str:
    """One line as it is; several with their line ends and spaces kept, which Markdown's tables would lose."""
    lines = field.example.split("\n")
    if len(lines) == 1:
        return f"`{field.name}: {_cell(field.example)}`"
    first = f"{field.name}:{' ' + lines[0] if lines[0] else ''}"
    return "<br>".join(f"`{_cell(line)}`" for line in [first, *(f"  {each}" for each in lines[1:] if each.strip())])


def _checks() -> str:
    rows = ["| check | what it finds | by itself |", "|---|---|---|"]
    rows += [
        f"| `{code.id}` | {_cell(code.title)} | `{code.level}`: {_LEVELS[code.level]} |"
        for code in CODES.values()
        if code.checked
    ]
    return "\n".join(rows)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("  ", "\u00a0\u00a0")


if __name__ == "__main__":
    import sys
    from pathlib import Path

    file = Path(sys.argv[1] if len(sys.argv) > 1 else "content/README.md")
    save_over(file, renewed(file.read_text(encoding="utf-8")))
