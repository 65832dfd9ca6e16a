"""What programs write for each other is seen where learners would read it, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.reading.prose.quotes import quoted
from tests.reading.test_named_alone import WITH_LIST, WITH_TEXT, mended_again
from tests.reading.test_what_was_meant import changed, problems

WHOLE = "She’s told, says Ann, that the tray is empty."
LONG = f"      {WHOLE}\n      Your cousin has a key.\n"
IN_BLOCK = changed("      Your cousin has a key.\n", LONG, WITH_TEXT)
IN_PLAIN = changed("It is late.", WHOLE, WITH_LIST)
IN_QUOTES = changed("It is late.", f"'{WHOLE}'", WITH_LIST)


@pytest.mark.parametrize("text", [IN_BLOCK, IN_PLAIN, IN_QUOTES])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("’", "=E2=80=99"),
        ("’", "=92"),
        ("’", "\\u2019"),
        ("empty.", "empty.\\n"),
        ("empty.", "empty.\\r\\n"),
        ("empty.", "empty.\\n\\n"),
        ("Ann, That", "Ann,\\nThat"),
        ("Ann, that", "Ann,%20that"),
        ("Ann that", "Ann%20that"),
    ],
)
def test_what_a_program_wrote_is_offered_as_what_it_means(text: str, old: str, new: str, tmp_path: Path) -> None:
    whole = changed("Ann, that", old, text) if old.startswith("Ann") else text
    found = mended_again(whole, changed(old, new, whole), tmp_path)
    assert found.code == "garbled"
    assert "some program has written it so" in found.message


@pytest.mark.parametrize("said", ['"Sure," she says.', 'It\'s "hers" & mine.', "Late: wait…", '"Sure."', "'Tis"])
@pytest.mark.parametrize("written", ["as it stands", "in single quotes", "under a |"])
def test_what_html_writes_is_offered_as_what_it_means(said: str, written: str, tmp_path: Path) -> None:
    """At the beginning of a text too, where YAML takes the & for a sign of its own: quotes alone would cement it."""
    spelled = said
    for sign, spelling in {"&": "&amp;", '"': "&quot;", "'": "&#39;", "…": "&#x2026;", ":": "&colon;"}.items():
        spelled = spelled.replace(sign, spelling)
    whole = changed("It is late.", quoted(said) if said != 'It\'s "hers" & mine.' else said, WITH_LIST)
    spoilt = changed("It is late.", spelled, WITH_LIST)
    if written == "in single quotes":
        whole, spoilt = (changed("It is late.", f"'{each}'", WITH_LIST) for each in (said.replace("'", "''"), spelled))
    if written == "under a |":
        whole, spoilt = (changed("Your cousin has a key.", each, WITH_TEXT) for each in (said, spelled))
    found = mended_again(whole, spoilt, tmp_path)
    assert "some program has written it so" in found.message


@pytest.mark.parametrize("sign", ["=20", " ="])
def test_the_end_of_a_line_of_a_mail(sign: str, tmp_path: Path) -> None:
    found = mended_again(IN_BLOCK, changed("empty.", f"empty.{sign}", IN_BLOCK), tmp_path)
    assert found.mend.startswith("Take it away")


@pytest.mark.parametrize("said", ['"Sure," she says.', 'She says "Sure" and leaves.', "It's hers."])
def test_quotes_behind_backslashes(said: str, tmp_path: Path) -> None:
    """In the middle and at the beginning of a text, where quotes around it are wanted."""
    written = f"'{said}'" if said[0] == '"' else said
    whole = changed("It is late.", written, WITH_LIST)
    spelled = said.replace('"', '\\"').replace("'", "\\'")
    mended_again(whole, changed(written, spelled, whole), tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "Marks & Spencer; R&D; AT&T; x",
        '"She said \\"Sure\\", and\\nleft. \\u2019"',
        "The folder is C:\\new\\under2019.",
        "Her page is at https://ann.example/a%20b.",
        "Your discount is 5%20 of the time.",
        "Type \\n where a line ends.",
        "Two and two =20 in her book, and a=80.",
        "No. 1 = the key, 2 = the door.",
        "It is late.  # not \\u2019, nor =E2=80=99",
    ],
)
def test_what_means_itself_is_left_alone(text: str, tmp_path: Path) -> None:
    assert problems(tmp_path, changed("It is late.", text, WITH_LIST)) == ()


@pytest.mark.parametrize(
    "left",
    [
        "by when【4†source】.",
        "by when :contentReference[oaicite:0]{index=0}.",
        "She knows ~~what it is~~.",
        "She knows by when. (edited)",
    ],
)
def test_what_a_chat_leaves_is_said(left: str, tmp_path: Path) -> None:
    for name, text in (("It is late.", WITH_LIST), ("Your cousin has a key.", WITH_TEXT)):
        (found,) = problems(tmp_path, changed(name, left, text))
        assert found.code == "markup"


def test_a_heading_under_a_sign_for_a_text(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, changed("      Your", "      ## Ann\n      Your", WITH_TEXT))
    assert (found.code, "with its ##" in found.message) == ("markup", True)


@pytest.mark.parametrize("text", ["xxx", "Dear {{name}}.", "It is {{ first name }}, late."])
def test_what_is_still_to_be_filled_in(text: str, tmp_path: Path) -> None:
    (found,) = problems(tmp_path, changed("It is late.", text, WITH_LIST))
    assert found.code == "placeholder"
    assert problems(tmp_path, changed("It is late.", f"It is late.  # {text}", WITH_LIST)) == ()
