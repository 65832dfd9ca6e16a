"""The authors' guide: its tables are current, and what it says of the odds is what a learner's odds are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from course.authoring.guide import renewed
from course.cli.commands import COMMANDS
from course.model import PLURAL_FORMS, Line, Medium
from course.reading.courses import read_course
from course.reading.format.fields import Kind, Number, OneOf, OnLine, Percent, Table, Version
from course.reading.format.tables import TABLES
from course.reading.problems.codes import CODES, Level
from course.reading.problems.problem import Findings
from course.reading.scenarios import fill
from course.reading.yaml.parsing import Budget
from tests.folders import ROOT
from tests.reading.test_codes import SCENARIO
from tests.reading.test_what_was_meant import TWO_RULES, WITH_ANN, changed

GUIDE = (ROOT / "content" / "README.md").read_text(encoding="utf-8")


def test_the_tables_are_current() -> None:
    assert renewed(GUIDE) == GUIDE, "python -m course.authoring.guide"


def test_a_guide_without_a_place_for_them_is_left_alone() -> None:
    with pytest.raises(ValueError, match="not found"):
        renewed("# A guide\n")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_example_is_yaml(table: Table) -> None:
    for field in table.fields:
        lines = field.example.split("\n")
        text = f"{field.name}: {lines[0]}\n" + "".join(f"  {line}\n" for line in lines[1:])
        assert yaml.safe_load(text)[field.name] is not None, text


def found_in(table: Table, text: str) -> set[str]:
    """What the reader finds wrong with some fields of a record; that others are missing does not count."""
    findings = Findings("example.yaml", text)
    known = {"rule": None, "pair": None, "scene": None, "scenario": None, "person": None, "line": Line().names}
    fill(text, table, known, findings, Budget())
    return {problem.code for problem in findings.found} - {"missing"}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_example_is_read_as_it_stands(table: Table) -> None:
    for field in table.fields:
        lines = [line for line in field.example.split("\n") if not line.endswith(": …")]
        text = f"{field.name}: {lines[0]}\n" + "".join(f"  {line}\n" for line in lines[1:])
        text = re.sub("(side|ending): (?:pushy|assertive)", r"\1: over", text)
        assert found_in(table, text) <= {"wrong-count", "dead-end"}, text  # of lists and scenes it shows a part


def choices(kind: Kind) -> list[str]:
    """The words of which one may stand there; none where any text may."""
    match kind:
        case OneOf():
            return list(kind.words)
        case Number():
            return [str(kind.low), str(kind.high)]
        case OnLine():
            return list(Line().names if kind.middle else (Line().under, Line().over))
        case Version():
            return [str(kind.newest)]
        case Percent():
            return ["1%", "100%"]
    return []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_what_may_stand_there_is_in_the_guide_and_is_what_the_reader_takes(table: Table) -> None:
    for field in table.fields:
        rows = [line for line in GUIDE.splitlines() if re.match(rf"\| (\*\*)?`{field.name}`", line)]
        for word in choices(field.kind):
            assert found_in(table, f"{field.name}: {word}\n") == set()
            assert any(re.search(rf"\b{re.escape(word.rstrip('%'))}\b", row.split(" | ")[2]) for row in rows), (
                field,
                word,
            )
        if choices(field.kind):
            assert found_in(table, f"{field.name}: zebra\n"), field


def test_every_word_of_the_format_stands_in_the_guide() -> None:
    written = {word.strip("`*") for line in GUIDE.splitlines() if line.startswith("| ") for word in [line.split()[1]]}
    for table in TABLES:
        assert {field.name for field in table.fields} <= written
    for word in (*PLURAL_FORMS, *(medium.value for medium in Medium), *(level.value for level in Level), "off", "on"):
        assert f"`{word}`" in GUIDE


def test_the_guide_leads_to_headings_that_it_has() -> None:
    headings = {
        re.sub(r"[^a-z0-9 -]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in GUIDE.splitlines()
        if line.startswith("#")
    }
    for target in re.findall(r"\]\(#([^)]+)\)", GUIDE):
        assert target in headings


@pytest.mark.parametrize("page", ["README.md", "content/README.md"])
def test_every_command_is_described_in_a_table(page: str) -> None:
    """Whoever reads `fineline --help` finds each of them again, with what it is for."""
    text = (ROOT / page).read_text(encoding="utf-8")
    described = re.findall(
        r"`fineline (\w+)\b[^`]*`", "\n".join(re.findall(r"^\| *(`fineline.*?) \|", text, re.MULTILINE))
    )
    assert set(described) >= set(COMMANDS)


NOTATION = {
    "title: The drill": {"title": "The drill"},
    "october:\n  text: It is October.\n  day: 3": {"october": {"text": "It is October.", "day": "3"}},
    "- say: Ask her.\n  next: friday\n- say: Let it be.\n  next: friday": [
        {"say": "Ask her.", "next": "friday"},
        {"say": "Let it be.", "next": "friday"},
    ],
    'text: |\n  It is October: time for shelves.\n\n  She says, "Come in."': {
        "text": 'It is October: time for shelves.\n\nShe says, "Come in."'
    },
    'happens: "She laughs: since May."': {"happens": "She laughs: since May."},
    """happens: '"Friday," she says.'""": {"happens": '"Friday," she says.'},
    """'"It''s Friday," she says.'""": '"It\'s Friday," she says.',
    "breaks: [once, say-it]": {"breaks": ["once", "say-it"]},
    "{contacts: 1, to: imre}": {"contacts": "1", "to": "imre"},
    "# Ask Ben about this.": None,
}
"""What the guide shows of the notation, and what it is."""


@pytest.mark.parametrize("written", NOTATION)
def test_the_notation_is_as_the_guide_has_it(written: str) -> None:
    shown = "<br>".join(f"`{line}`" if line else "" for line in written.split("\n")).replace("text: |", "text: \\|")
    assert shown in GUIDE
    assert yaml.load(written, yaml.BaseLoader) == NOTATION[written]


@pytest.mark.parametrize("sign", [*"[]{},!#&*>|%@`", "- ", "? ", ": ", '"', "'"])
def test_a_text_that_begins_so_needs_quotes(sign: str) -> None:
    """Alone or before what may follow it, it is no text as it stands."""
    texts = (f"happens: {sign} word\n", f"happens: {sign}word\n")
    assert any(broken(text) for text in texts)
    (row,) = (line for line in GUIDE.split("\n") if line.startswith('| `happens: "She laughs'))
    assert sign.strip() in "\"'`" or sign.strip() in row.replace("\\|", "|").partition("begins with")[2]
    assert "ends in a colon" in row


BECAUSE = "because: Nobody opened it."
AT_MARGIN = [f"> {line}" if 3 < at < 7 else line for at, line in enumerate(SCENARIO.split("\n"))]
FIX: dict[str, dict[str, str | bytes]] = {
    "Sure": {
        "quotes around a text": changed(BECAUSE, "because: Nobody: not me."),
        "tabs": changed(f"        {BECAUSE}", f"\t\t\t\t{BECAUSE}"),
        "other odd spaces": changed(f"        {BECAUSE}", f"\u00a0       {BECAUSE}"),
        "a missing space after a colon": changed(BECAUSE, "because:Nobody opened it."),
        "or a dash": changed("- say: Leave", "-say: Leave"),
        "long dashes": changed("- say: Leave", "— say: Leave"),
        "bullets": changed("- say: Leave", "• say: Leave"),
        "to the left": changed(f"        {BECAUSE}", f"       {BECAUSE}"),
        "or right": changed(f"        {BECAUSE}", f"          {BECAUSE}"),
        "one too few": changed("follows: thanks", "follows: [thanks, room"),
        "one too many": changed("follows: thanks", "follows: [thanks, room]]"),
        "of another sort": changed("follows: thanks", "follows: [thanks, room)"),
        "single quotes in place of double ones": changed(BECAUSE, r'because: "It is in C:\docs."'),
        "characters that nobody can see": changed("because", "beca\u200buse"),
    },
    "Asked about": {
        "a misspelt name": changed("next: end", "next: edn"),
        "a colon that may be missing": changed("because:", "because"),
        "a comment that may be text": changed(BECAUSE, "because: Nobody opened it # now."),
        "a quote that is never closed": changed(BECAUSE, 'because: "Nobody opened it.'),
        "at one end of a text": changed(BECAUSE, f"{BECAUSE}'"),
        "quotes within quotes": changed(BECAUSE, 'because: "Nobody "at all" opened it."'),
        "in the curly form": changed(BECAUSE, 'because: “Nobody opened it."'),
        "that one space parts": changed(BECAUSE, "because: Nobody: not me. # ask"),
        "a bracket alone on its line": changed(BECAUSE, f"{BECAUSE}\n        }}"),
        "a contact in quotes": changed("next: end", 'next: end\n        contact: "{to: ann, via: call}"', WITH_ANN),
        "signs": "\n".join(AT_MARGIN),
        "numbers": "\n".join(f"{at} {line}" for at, line in enumerate(SCENARIO.split("\n"), 1)),
        "and times": "\n".join(f"[10:32] {line}" for line in SCENARIO.split("\n")),
    },
    "Left as it is": {
        "an id that stands twice": changed("  end:", "  door:\n    text: Hm.\n    next: end\n  end:"),
        "a line that is lost": changed("      - say: Leave the key.\n", ""),
        "two lines that were joined": changed("opened it.\n        next", "opened it. next"),
        "the marks of a merge": changed("  end:", "<<<<<<< HEAD\n=======\n>>>>>>> theirs\n  end:"),
        "a sentence around the scenario": f"Here is the scenario you asked for:\n\n{SCENARIO}",
        "not saved as UTF-8": changed("Nobody", "Amélie").encode("latin-1"),
    },
}
"""What the guide says that fix does, does after a question, and leaves; and a file with that in it."""


@pytest.mark.parametrize(("how", "what"), [(how, what) for how in FIX for what in FIX[how]])
def test_what_fix_does_is_as_the_guide_has_it(how: str, what: str, tmp_path: Path) -> None:
    (said,) = (line for line in GUIDE.split("\n") if line.startswith(f"- **{how}"))
    assert what in said
    text = FIX[how][what]
    (tmp_path / "course.yaml").write_text(TWO_RULES, encoding="utf-8")
    (tmp_path / "key.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    found = read_course(tmp_path).problems
    assert found
    asked = [each.meant and each.meant.ask for each in found]
    assert set(asked) == {{"Sure": False, "Asked about": True, "Left as it is": None}[how]}


def broken(text: str) -> bool:
    """Whether YAML takes this for anything but a text with all that is there."""
    try:
        return bool(yaml.load(text, yaml.BaseLoader) != {"happens": text.removeprefix("happens: ").strip()})
    except yaml.YAMLError:
        return True


def test_the_guide_names_every_check_that_can_be_changed() -> None:
    for code in CODES.values():
        assert (f"| `{code.id}` |" in GUIDE) == code.checked
