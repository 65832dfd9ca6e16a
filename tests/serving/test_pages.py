"""The pages' scripts: written to what browsers had ten years ago, saying only what the catalog holds, showing texts
as texts. A current browser proves nothing of this, so it is read off the script itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import esprima  # type: ignore[import-untyped]
import pytest

from course.model import Medium
from course.model.record import replace
from course.serving import pages, scanning
from course.words import speak_for
from course.words.catalog import english
from tests.builders import tiny_course

SCRIPTS = [name for name, kind in pages.STATIC.items() if kind == "text/javascript"]
LATER = {
    "ArrowFunctionExpression",
    "AwaitExpression",
    "ClassDeclaration",
    "ClassExpression",
    "ForOfStatement",
    "ImportDeclaration",
    "ObjectPattern",
    "ArrayPattern",
    "AssignmentPattern",
    "RestElement",
    "SpreadElement",
    "TemplateLiteral",
    "YieldExpression",
}
"""What the language got with ES2015 and later."""
NEWER = (
    "fetch",
    "Promise",
    "Symbol",
    "crypto",
    "navigator.wakeLock",
    "serviceWorker",
    "replaceAll",
    "includes(",
    "closest(",
)
"""What browsers of then may lack, or have in a secure context alone."""


def nodes(tree: Any) -> Iterator[Any]:
    """Every node of a syntax tree."""
    waiting = [tree]
    for each in waiting:
        if isinstance(each, list):
            waiting += each
        elif hasattr(each, "type"):
            yield each
            waiting += [value for value in vars(each).values() if isinstance(value, list) or hasattr(value, "type")]


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_is_es5(name: str) -> None:
    for node in nodes(esprima.parseScript(pages.static(name)[1])):
        assert node.type not in LATER, node.type
        assert node.type != "VariableDeclaration" or node.kind == "var"
        assert node.type != "Property" or not (node.shorthand or node.method or node.computed)


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_uses_nothing_newer_and_makes_text_of_text(name: str) -> None:
    text = pages.static(name)[1]
    for each in (*NEWER, "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert each not in text, each


def brought_along() -> dict[str, Any]:
    """The words that come with the page of a phone, by id."""
    words = re.search(r'id="words">(.*?)</script>', pages.phone(tiny_course(), "ABCDEF"), re.DOTALL)
    assert words is not None
    found: dict[str, Any] = json.loads(words[1])
    return found


def test_scripts_say_only_what_the_page_brings_along() -> None:
    text = "".join(pages.static(name)[1] for name in SCRIPTS)
    held = brought_along()
    for found in set(re.findall(r'\bsay\("([a-z0-9.-]+)"', text)):
        assert found in held or any(each.startswith(found) for each in held), found


def test_a_message_that_can_have_a_subject_says_whom_it_is_from() -> None:
    """By what is known of the medium, so that another one needs no line in a script."""
    held = brought_along()
    for medium in Medium:
        assert held[f"medium.{medium}"], medium
        assert held[f"from.{medium}"] == ("From: {sender}" if medium.traits.subject else "{sender}")


def test_phones_call_a_side_what_the_terminal_calls_it() -> None:
    """People compare what they hold with what is projected."""
    for terminal, phone in (
        ("sort.do", "sort-do"),
        ("sort.dont", "sort-dont"),
        ("sort.decides", "decides"),
        ("sort.decides-not", "decides-not"),
        ("debrief.as-advised", "as-advised"),
        ("debrief.not-as-advised", "not-as-advised"),
        ("side.either-way", "either-way"),
        ("host.chose", "chose"),
    ):
        assert english()[f"room.said.{phone}"].texts == english()[terminal].texts


def test_words_cannot_end_the_element_that_holds_them() -> None:
    page = pages.phone(tiny_course(), "BCDFGH")
    data = page.split('id="words">')[1].split("</script>")[0]
    assert "<" not in data


def test_the_code_to_scan_is_as_small_as_can_be() -> None:
    address = scanning.address("http://192.168.1.15:8765", "KXWMTP")
    cells = scanning.cells(address)
    assert len(cells) == len(cells[0]) == 33
    assert len(scanning.cells(scanning.address("http://255.255.255.255:65535", "KXWMTP"))) * 2 < 80
    assert not any(any(row[:4]) or any(row[-4:]) for row in cells)
    assert address.startswith("http://")


def test_the_front_is_in_the_language_of_the_course_that_is_spoken_for() -> None:
    speak_for(replace(tiny_course(), language="ar", words={"room.front.title": {"other": "الغرفة"}}))
    assert '<html lang="ar" dir="rtl">' in pages.front(wrong="")
    assert "الغرفة" in pages.front(wrong="")
