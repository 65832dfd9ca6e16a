"""What a check or a mail program wrote goes again where it came along with a copied line, and nothing else goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.test_named_alone import WITH_LIST, WITH_TEXT, mended_again
from tests.reading.test_what_was_meant import changed, problems

_RULE = "        follows: thanks\n"


@pytest.mark.parametrize(
    "said",
    [
        "  Did you mean:\n",
        "Did you mean follows?\n",
        "  Did you mean desk/hint?\n",
        "  Did you mean:\n  14 |         follows: thanks\n",
    ],
)
def test_what_a_check_said_goes(said: str, tmp_path: Path) -> None:
    """With the line that it offered, if that is in the file already."""
    found = mended_again(WITH_LIST, changed(_RULE, said + _RULE, WITH_LIST), tmp_path)
    assert found.code == "pasted"
    assert found.mend.startswith("Delete it")


def test_what_it_offered_stays_where_it_is_all_there_is(tmp_path: Path) -> None:
    pasted = changed(_RULE, "  Did you mean:\n  14 |         follows: thanks\n", WITH_LIST)
    found = problems(tmp_path, pasted)
    assert [each.place.line for each in found] == [14, 15]
    assert found[0].meant is not None
    assert len(found[0].meant.edits) == 1


@pytest.mark.parametrize("text", [WITH_LIST, WITH_TEXT])
@pytest.mark.parametrize("sign", ["Sent from my iPhone", "Get Outlook for iOS", "--\nSent from my Galaxy S9"])
def test_what_a_mail_program_adds_goes(sign: str, text: str, tmp_path: Path) -> None:
    found = mended_again(text, f"{text}{sign}\n", tmp_path)
    assert found.code == "pasted"
    assert "mail program" in found.message


@pytest.mark.parametrize("line", ["Did you mean the key?", "Sent from my desk."])
def test_in_a_text_it_is_text(line: str, tmp_path: Path) -> None:
    assert problems(tmp_path, changed("      Your cousin has", f"      {line}\n      Your cousin has", WITH_TEXT)) == ()


def test_a_text_without_its_sign_is_said_in_one_sentence(tmp_path: Path) -> None:
    """What a colon in it would be taken for is nothing that anybody has to know."""
    text = changed("has a key.\n", "has a key: it is blue.\n", WITH_TEXT)
    found = mended_again(text, changed("text: |", "text:", text), tmp_path)
    assert "There is no | after text:" in found.message
    assert "colon" not in found.message
