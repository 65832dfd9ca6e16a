"""The schema: current where it is shipped, sound by a real validator, right about sound courses and wrong ones."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from course.authoring.explain import Entry
from course.authoring.schema import FILE, as_text, schema
from course.reading.files.find import find_course
from course.reading.problems.codes import CODES
from tests.authoring.explain.made import MADE
from tests.authoring.explain.test_entries import ENTRIES, broken, mended
from tests.folders import BAKERY
from tests.reading.test_codes import COURSE, IN_COURSE, IN_SCENARIO, SCENARIO, changed

SHIPPED = find_course(None)
SOUND = sorted(SHIPPED.rglob("*.yaml")) + sorted(BAKERY.rglob("*.yaml"))
VALIDATOR = Draft7Validator(schema())


class _Editor(yaml.SafeLoader):
    """YAML as an editor's language server takes it: numbers and booleans, and dates as texts."""


_Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def loaded(text: str) -> Any:
    """The text as plain data; raises yaml.YAMLError where it is no YAML."""
    return yaml.load(text, _Editor)


def test_the_schema_is_one() -> None:
    Draft7Validator.check_schema(schema())


def test_the_shipped_copy_is_current() -> None:
    assert (SHIPPED / FILE).read_text(encoding="utf-8") == as_text(), "fineline schema > content/…/course.schema.json"


@pytest.mark.parametrize("file", SOUND, ids=lambda file: file.name)
def test_sound_files_are_valid(file: Path) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(loaded(file.read_text(encoding="utf-8")))] == []


def test_texts_that_editors_take_for_something_else_are_valid() -> None:
    scenario = SCENARIO.replace("title: The key", "title: 12:30").replace("say: Leave the key.", "say: no")
    assert VALIDATOR.is_valid(loaded(scenario.replace("with: ", "with: 2024-01-01")))


REFUSED = {
    "missing",
    "empty",
    "left-empty",
    "bad-id",
    "bad-value",
    "wrong-kind",
    "wrong-count",
    "unknown-key",
    "dead-end",
    "format-version",
    "unknown-code",
    "too-deep",
    "more-problems",
    "pasted",
    "other-format",
    "cut-off",
}
"""Codes whose wrong examples the schema refuses too."""
UNSAYABLE = {code.id for code in CODES.values()} - REFUSED
"""Codes of which no schema can tell: where an id leads, what a text should have been, what is no YAML at all."""
UNTOLD = ("        id: leave\n        because", "ending: sad")
"""Examples of refused codes that it cannot tell: a choice without rules is sound in a scenario that is not scored."""
TOLD = ("{days: 3, broke", "choices: []")
"""Examples of such codes in which there is something else that it can tell: days without contacts, and no choices."""


@pytest.mark.parametrize(("code", "old", "new"), [(row[0], row[1], row[2]) for row in IN_SCENARIO])
def test_wrong_scenarios_are_refused_as_far_as_a_schema_can_tell(code: str, old: str, new: str) -> None:
    _refused(code, changed(SCENARIO, old, new))


@pytest.mark.parametrize(("code", "old", "new"), [(row[0], row[1], row[2]) for row in IN_COURSE])
def test_wrong_course_files_are_refused_as_far_as_a_schema_can_tell(code: str, old: str, new: str) -> None:
    if "hard-to-read: no" in new:
        return  # an editor takes `no` and `off` for the same
    _refused(code, changed(COURSE, old, new))


def _refused(code: str, text: str) -> None:
    try:
        valid = VALIDATOR.is_valid(loaded(text))
    except yaml.YAMLError:
        return  # an editor says so itself
    unsayable = code in UNSAYABLE or any(each in text for each in UNTOLD)
    assert valid == (unsayable and not any(each in text for each in TOLD))


@pytest.mark.parametrize(
    ("old", "new", "where", "what"),
    [
        ("text: Your", "arrives: {email: {frm: me, text: Hi}}\n    text: Your", "email", "'frm' was unexpected"),
        ("next: end", "next: [{wen: {contacts: 3}, next: end}, {next: end}]", 0, "'wen' was unexpected"),
        ("follows: thanks", "follows: [thanks, {a: b}]", 1, "is not of type"),
    ],
)
def test_an_editor_can_point_at_what_is_wrong(old: str, new: str, where: str | int, what: str) -> None:
    """It could not, were the values alternatives: it would only be said that the whole of one fits none."""
    (error,) = VALIDATOR.iter_errors(loaded(changed(SCENARIO, old, new)))
    assert error.absolute_path[-1] == where
    assert what in error.message


def test_what_editors_say_is_a_sentence() -> None:
    sentences = set(re.findall(r'"errorMessage": "(.*?)"', as_text()))
    assert "Write a whole number from 1 to 99, in digits." in sentences
    assert "A scene needs choices:, sort:, message:, calendar:, next: or ending:." in sentences
    assert all(each[0].isupper() and each.endswith(".") for each in sentences)


def test_the_schema_describes_every_field_with_an_example() -> None:
    for table in json.loads(as_text())["definitions"].values():
        for name, field in table["properties"].items():
            assert field["description"].endswith("."), name
            assert f"{name}:" in field["markdownDescription"], name


WHOLE = ("as a folder", "made very long", "beside a sound scenario", "without its end")
"""How files are made that no lines of an entry can show."""
EXPLAINED = [entry for entry in ENTRIES if entry.code not in MADE and entry.wrong.how not in WHOLE]


@pytest.mark.parametrize("entry", EXPLAINED, ids=lambda entry: entry.code)
def test_explained_examples_are_refused_as_far_as_a_schema_can_tell(entry: Entry) -> None:
    for text in broken(entry).values():
        if isinstance(text, str):
            _refused(entry.code, text)


@pytest.mark.parametrize("entry", EXPLAINED, ids=lambda entry: entry.code)
def test_mended_examples_are_valid(entry: Entry) -> None:
    for text in mended(entry).values():
        assert VALIDATOR.is_valid(loaded(str(text)))
