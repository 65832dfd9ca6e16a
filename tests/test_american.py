"""One spelling for everybody who reads here, whoever reads the code among them: American English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.folders import ROOT

BRITISH = re.compile(
    r"""\b(?:
    (?:behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|parl|rum|sav)our\w*
    | (?:apolog|emphas|final|general|maxim|memor|minim|organ|real|recogn|special|summar)is(?:e[drs]?|ing|ation\w*)
    | (?:un)?(?:cancel|label|model|signal|travel)l(?:ed|ing) | (?:analy|practi)s(?:e[ds]?|ing)
    | (?:catalogue|centre|cheque|defence|grey|licence|offence|programme|storey|theatre)s?
    | fulfil | skilful | enrol | cosy | judgements? | acknowledgements? | enquir(?:y|ies|e[ds]?)
    | learnt | spelt | spoilt | whilst | amongst | towards | afterwards | fortnights? | per[ ]cent | full[ ]stops?
    | e-mail\w* | needn['’]t
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
KEPT = {
    'msgstr "g, practice, practise"': "what a learner may type is taken in either spelling",
    "  grey:": "the id of a scene, under which what learners did is kept",
    "        next: grey": "the same",
    '    EMAIL = "email", Traits(written=True, subject=True, other_names=("mail", "e-mail"))': "what authors write",
    '            return "email", "e-mail", "emailed", "e-mailed", "mail"': "the same",
}
READ = {".css", ".html", ".js", ".json", ".md", ".scene", ".yaml"}


def seen() -> Iterator[tuple[str, str]]:
    """Every text that somebody reads who uses Fine Line, and where it stands."""
    files = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    files += [file for folder in ("content", "course") for file in sorted((ROOT / folder).rglob("*.*"))]
    for file in files:
        lines: Iterator[tuple[int, str]] = iter(())
        if file.suffix in READ:
            lines = enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        elif file.suffix == ".po":
            lines = translated(file)
        elif file.suffix == ".py":
            lines = code(file)
        yield from ((f"{file.relative_to(ROOT)}:{number}", text) for number, text in lines if text not in KEPT)


def translated(file: Path) -> Iterator[tuple[int, str]]:
    """What a catalog says, without the names of what is filled in."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith(("msgstr", '"')):
            yield number, re.sub(r"\{\w+\}", "", line)


def code(file: Path) -> Iterator[tuple[int, str]]:
    """A module's lines; its names are read as the words that they are made of."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        plain = line.replace("full_stop", "")  # as the framework calls a key
        yield number, line if line in KEPT else plain.replace("_", " ")


def test_what_somebody_reads_is_american() -> None:
    found = [f"{where}: {word[0]}" for where, text in seen() for word in BRITISH.finditer(text)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "word", ["colour", "neighbour's", "practises", "Judgement", "catalogue", "fulfil", "recognised"]
)
def test_a_british_spelling_is_found(word: str) -> None:
    assert BRITISH.search(word)


@pytest.mark.parametrize(
    "word", ["color", "neighbor's", "practices", "judgment", "catalog", "fulfill", "exercise", "four"]
)
def test_an_american_one_is_not(word: str) -> None:
    assert not BRITISH.search(word)
