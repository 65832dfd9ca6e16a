"""Records: equal by value, never changed, and written and read by their types."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from course.model import Course, Head, Limits, Medium, Message
from course.model.encoding import from_bytes, from_json, to_bytes, to_json
from course.model.record import Record, replace
from course.reading.courses import read_contents
from course.reading.files.find import find_course
from tests.folders import BAKERY, STALL


class Stall(Record):
    name: str
    share: Fraction = Fraction(1, 2)
    boxes: Mapping[str, int] = {}


class Booth(Stall):
    roof: bool = True


def test_records_are_equal_by_value_and_kind() -> None:
    assert Stall("lemons") == Stall("lemons")
    assert Stall("lemons") != Stall("limes")
    assert Stall("lemons") != Booth("lemons")
    assert {Message(Medium.NOTE, "Hello."): 1}[Message(Medium.NOTE, "Hello.")] == 1


def test_a_record_never_changes() -> None:
    stall = Stall("lemons")
    with pytest.raises(AttributeError):
        setattr(stall, "name", "limes")  # noqa: B010 (the type checker would not let it pass)
    assert replace(stall, name="limes") == Stall("limes")
    assert stall == Stall("lemons")


def test_replacing_a_field_that_is_not_there_is_refused_even_where_no_type_checker_looks() -> None:
    with pytest.raises(TypeError, match="nmae"):
        replace(Stall("lemons"), **{"nmae": "limes"})  # type: ignore[arg-type]


def test_the_garbage_collector_does_not_look_at_records() -> None:
    assert not gc.is_tracked(Stall("lemons"))


def test_json_and_back() -> None:
    booth = Booth("lemons", Fraction(2, 3), {"small": 4}, roof=False)
    assert to_json(booth) == '{"name":"lemons","share":"2/3","boxes":{"small":4},"roof":false}'
    assert from_json(to_json(booth), Booth) == booth
    assert to_json(booth, fractions=float, indent=2).splitlines()[2].startswith('  "share": 0.66')


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"name": 3}', r"Expected `str`, got `int` - at `\$\.name`"),
        ('{"share": "1/2"}', "missing required field `name`"),
        ('{"name": "a", "share": "1e999999999"}', r"no Fraction - at `\$\.share`"),
        ('{"name": "a", "share": "1/0"}', "no Fraction"),
        ('{"name": "a", "share": 0.5}', "no Fraction"),
        ('{"name": "a", "boxes": [1]}', "Expected `object`, got `array`"),
        ('{"name": "a"', "truncated"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        from_json(text, Stall)


@pytest.mark.parametrize("folder", [BAKERY, STALL, find_course(None)], ids=lambda folder: folder.name)
def test_a_table_of_contents_goes_through_bytes_unchanged(folder: Path) -> None:
    contents = read_contents(folder)
    assert contents.course is not None
    assert from_bytes(to_bytes(contents.course), Course) == contents.course
    assert from_bytes(to_bytes(contents.heads), tuple[Head, ...]) == contents.heads


def test_bytes_of_another_kind_are_refused() -> None:
    with pytest.raises(ValueError, match="Expected `object`"):
        from_bytes(to_bytes(["lemons"]), Limits)
    with pytest.raises(ValueError, match="truncated"):
        from_bytes(b"", Course)
