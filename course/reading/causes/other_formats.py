"""The files of other programs, by what only they look like."""

from __future__ import annotations

import re
from difflib import get_close_matches

from course.reading.format.fields import Table

_SEPARATED = "|".join(
    rf"\A[^{sign}\n]*(?:{sign}[^{sign}\n]*){{{times}}}\n(?:[^{sign}\n]*(?:{sign}[^{sign}\n]*){{{times}}}\n){{{lines}}}"
    for sign, times, lines in ((",", "2,", 1), (";", "2,", 1), ("\t", "1,", 1))
)
_RAILS = r"""\A(?:---|\#.*|\s*\n)*^['"]?[a-z]{2,3}(?:[-_]\w+)*['"]?:\s*\n(?:\s*\#.*\n)*[ ]+['"]?[a-z_]+['"]?:"""
_PROSE = r"[^\n:#]{30,}"
_FORMATS = tuple(
    (what, re.compile("|".join(patterns), re.MULTILINE))
    for what, *patterns in (
        ("a file of a word processor (RTF)", r"\A\{\\rtf"),
        ("a file of an office program, or another archive", r"\A(?:PK|ÐÏ)(?![\w -]*:)"),
        ("a PDF", r"\A%PDF-"),
        ("a picture", r"\A(?:\W?PNG\n|GIF8[79]a|ÿØÿ)"),
        ("a quiz of Moodle", r"\A\s*(?:<\?xml[^>]*>\s*)?<quiz\b"),
        ("a web page", r"\A\s*(?i:<!doctype html|<html\b)"),
        ("an XML file", r"\A\s*<(?:\?xml|[A-Za-z][\w:.-]*[\s>/])"),
        ("a Jupyter notebook", r'\A\s*\{[\s\S]*"nbformat"\s*:'),
        ("the content of an H5P exercise", r'\A\s*[\[{][\s\S]*"(?:library|machineName|mainLibrary)"\s*:\s*"H5P\.'),
        ("a file of data in JSON", r'\A\s*(?:\[\s*[\[{"\d]|\{\s*")'),
        ("a LaTeX document", r"\A(?:\s*%.*\n)*\s*\\documentclass"),
        ("a script", r"\A#!"),
        ("a story for Twine, in Twee", r"^::(?!.*::) ?\S"),
        ("a quiz for Moodle, in GIFT", r"^::[^:\n]+::", r"^(?!\s*[\w-]+:\s).*\{\s*(?:[=~#]|T\}|F\}|TRUE\}|FALSE\})"),
        ("a dialogue of Yarn Spinner", r"(?<!^---\n)^title: *\S+ *$(?:\n\w+:.*$)*\n---$[\s\S]*^===$"),
        ("a story in ink", r"^={2,} *\w+(?:\(.*\))?[ =]*$", r"^(?:VAR|CONST|LIST) +\w+ *=", r"^[*+] *\[|^-> *\w+ *$"),
        ("a lesson of swirl", r"^- Class: *\w+"),
        ("a playbook of Ansible", r"^- (?:hosts|import_playbook):", r"^- name:.*$[\s\S]*?^ +[a-z_.]+:"),
        ("a workflow of GitHub", r"^['\"]?on['\"]?:[\s\S]*^jobs:"),
        ("a description of an API (OpenAPI)", r"^(?:openapi|swagger): "),
        ("a Kubernetes manifest", r"^apiVersion:[\s\S]*^kind:", r"^kind:[\s\S]*^apiVersion:"),
        ("a Compose file", r"^services:"),
        ("translations for Rails", _RAILS),
        (
            "a text in Markdown",
            rf"\A\s*(?:---\n(?:[^\n]*\n)*?---\n\s*)?(?:#{{1,6}} .+\n+{_PROSE}|<!--)",
            rf"^#{{2,6}} .+\n\n{_PROSE}",
            r"^\[.+\]\(.+\)$",
        ),
        ("a table (CSV)", _SEPARATED, r"\A(?:[^,:\n]+,[^,:\n]+\n){4}"),
    )
)
"""What each is called, and what it has that no course has. The first that fits counts."""
_BEGINNING = 100_000
"""Characters at the beginning of a file that are looked through."""
_NAME = re.compile(r"^(\s*(?:- )*)[\"'*`]*([A-Za-z][\w-]*)[\"'*`]* *:(?=[\s*`]|$)", re.MULTILINE)
_MOST_NAMES = 2_000
_MISSPELT = 0.75
_SHOWN = 4
_FEW_LINES = 3


def other_format(text: str, table: Table) -> str:
    """What a text seems to be, if it is no such record; `""` if it may be one."""
    text = text[:_BEGINNING]
    own = {field.name for field in table.required} - {"title"}
    names = [(match[1], match[2]) for match, _ in zip(_NAME.finditer(text), range(_MOST_NAMES), strict=False)]
    if own.intersection(name.lower() for _, name in names):
        return ""
    for what, pattern in _FORMATS:
        if pattern.search(text):
            return what
    if any(get_close_matches(name.lower(), own, cutoff=_MISSPELT) for name in {name for _, name in names}):
        return ""
    outer = dict.fromkeys(name for inset, name in names if not inset)
    known = [name for name in outer if name.lower() in table.by_name]
    if len(outer) > 1 and len(known) * 2 < len(outer):
        return f"a file for another program, with {', '.join([*outer][:_SHOWN])}"
    full = sum(line.lstrip()[:1] not in ("", "#") for line in text.split("\n"))
    return "a text of another kind" if full >= _FEW_LINES and not known else ""
