"""No grade is given to what the formula cannot read, whatever language the course says it is in."""

from __future__ import annotations

import pytest

from course.authoring.check.wording.tools.grade import grade

SENTENCES = {
    "Arabic": "لم تتصل بي اليوم، ولم تكتب شيئا منذ يوم الاثنين. ",
    "Japanese": "彼女は 今日 店に 来なかった。 電話も なかった。 ",
    "Russian": "Она сегодня не пришла и не позвонила. ",
    "Hindi": "वह आज दुकान पर नहीं आई और फ़ोन भी नहीं किया। ",
}


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES)
def test_another_script_has_no_grade(sentence: str) -> None:
    assert grade(sentence * 20) is None


@pytest.mark.parametrize(
    "sentence", ["She did not come, nor did she call. ", "Elle n’est pas venue, et n’a pas appelé. "]
)
def test_latin_script_has_one(sentence: str) -> None:
    assert grade(sentence * 20) is not None
