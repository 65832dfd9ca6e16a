"""What the walks of a reading copy tell, against everything that any play can tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

import pytest

from course.authoring.proof.piece import What
from course.authoring.proof.pieces import everything
from course.authoring.proof.playing import start
from course.authoring.proof.proof import Proof, proof
from course.authoring.proof.told import Text
from course.model import (
    Branch,
    Condition,
    Contacts,
    Ending,
    Fact,
    Head,
    Limit,
    Limits,
    Passage,
    Person,
    PersonDay,
    Scenario,
    Scene,
    Side,
)
from course.model.kinds import Exercise
from course.model.kinds.calendar import Calendar, Early
from course.model.kinds.calendar import Way as CalendarWay
from course.model.kinds.choices import Choices
from course.model.kinds.onward import Onward
from course.model.record import replace
from course.reading.problems.positions import Spots
from tests.authoring.proof.brute_force import readings
from tests.authoring.proof.scenarios import telling_scenario
from tests.builders import choice, scene, tiny_course, tiny_scenario

COURSE = tiny_course()
END = Ending(Side.RIGHT)


def passages(texts: Iterable[str]) -> set[str]:
    """The passages in some texts, each by its own words."""
    return set(chain.from_iterable(re.findall(r"Passage \d+\.", text) for text in texts))


def words(of: Proof) -> set[str]:
    """Every text that a walk tells."""
    found: set[str] = set()
    for stop in (stop for walk in of.walks for stop in walk.stops):
        found |= {stop.text.text, stop.better.text, *(each.message.text for each in stop.arrives)}
        for reply in stop.replies:
            found |= {reply.happens.text, reply.because.text, *(each.message.text for each in reply.arrives)}
        for each in stop.afterward:
            found.add(each.text if isinstance(each, Text) else each.message.text)
    return found


def missing_words(of: Proof) -> Iterator[str]:
    """Every passage that is said to be told on no walk."""
    records = {at: record for record, at in everything(of.scenario)}
    for each in of.missing:
        found = records.get(each.piece.at)
        if isinstance(found, Passage):
            yield found.text if each.piece.what is What.PASSAGE else found.otherwise


def agrees(scenario: Scenario) -> bool:
    """Whether its walks tell what plays can tell, and what they leave out is what no play can; False when there are
    too many plays to try them all."""
    can = readings(start(COURSE, scenario), 30)
    if can is None:
        return False
    found = proof(COURSE, scenario, Spots())
    assert found.complete
    assert passages(words(found)) == passages(can)
    assert not passages(missing_words(found)) & passages(can)
    return True


@pytest.mark.parametrize("seed", range(40))
def test_walks_tell_whatever_a_play_can_tell(seed: int) -> None:
    assert agrees(telling_scenario(seed))


def test_walks_tell_whatever_a_play_can_tell_of_every_kind() -> None:
    assert sum(agrees(telling_scenario(seed, kinds=True)) for seed in range(60)) > 20


@pytest.mark.parametrize("seed", range(20))
def test_with_no_room_to_look_at_all_states_nothing_untrue_is_told(seed: int) -> None:
    scenario = telling_scenario(seed)
    found = proof(COURSE, scenario, Spots(), most=3)
    whole = proof(COURSE, scenario, Spots())
    assert passages(words(found)) <= passages(words(whole))


def told(*scenes: Scene, head: Head | None = None) -> Proof:
    made = Scenario(head or Head("tale", "A tale", "tale.yaml", start=scenes[0].id), {each.id: each for each in scenes})
    return proof(COURSE, made, Spots())


def read(body: Exercise | Ending, name: str, *text: Passage) -> Scene:
    return replace(scene(name, body), text=text)


def two(go: str) -> Choices:
    return Choices((choice("write", go, follows="thanks", contact="e-mail"), choice("wave", go, breaks="unannounced")))


def test_a_scene_that_two_ways_lead_to_is_set_against_both() -> None:
    found = told(scene("office", two("end")), scene("end", END))
    (meeting,) = found.meetings
    assert [way.did for version in meeting.versions for way in version.ways] == [
        ("Office: Do write.",),
        ("Office: Do wave.",),
    ]
    (version,) = meeting.versions
    assert [way.before.contacts for way in version.ways] == [("Day 0: e-mail",), ()]


def test_a_scene_that_reads_differently_has_a_version_for_each() -> None:
    end = read(END, "end", Passage("She has your note.", Condition(chose=("write",)), "Her desk is bare."))
    (meeting,) = told(scene("office", two("end")), end).meetings
    texts = [(version.stop.text.text, [way.before.facts for way in version.ways]) for version in meeting.versions]
    assert texts == [("She has your note.", [("chose write",)]), ("Her desk is bare.", [()])]


def test_so_has_one_whose_options_come_to_something_else() -> None:
    """What comes of an option is held against the ways as well: it may say what is so on some of them only."""
    again = Passage("She has two notes now.", Condition(contacts=Contacts(2)), "She has your note now.")
    home = scene("home", Choices((replace(choice("mail", "end", follows="thanks", contact="note"), happens=(again,)),)))
    (meeting, _) = told(scene("office", two("home")), home, scene("end", END)).meetings
    came_of = [
        ([each.happens.text for each in version.stop.replies], [way.did for way in version.ways])
        for version in meeting.versions
    ]
    assert came_of == [
        (["She has two notes now."], [("Office: Do write.",)]),
        (["She has your note now."], [("Office: Do wave.",)]),
    ]


def test_what_all_ways_have_is_said_once() -> None:
    known = replace(scene("office", two("end")), know=(Fact("Answer by Wednesday"),))
    (meeting,) = told(known, scene("end", END)).meetings
    assert meeting.always.known == ("Answer by Wednesday",)
    assert all(not way.before.known for version in meeting.versions for way in version.ways)


def test_what_can_never_be_read_is_listed() -> None:
    never = Passage("You have been home.", Condition(been=("home",)))
    always = Passage("You wrote.", Condition(been=("office",)), "You never wrote.")
    body = Choices((choice("write", (Branch("home", Condition(broke=("space",))), Branch("end")), follows="thanks"),))
    found = told(scene("office", body), read(END, "end", never, always), scene("home", Onward((Branch("end"),))))
    assert [(each.piece.what, each.piece.at[1:]) for each in found.missing] == [
        (What.BRANCH, ("office", "write", "next", 0)),
        (What.PASSAGE, ("end", "text", 0)),
        (What.ELSE, ("end", "text", 1)),
        (What.SCENE, ("home",)),
    ]


def test_the_other_sides_days_are_told_and_what_is_missing_of_them() -> None:
    day = PersonDay(0, (Passage("Your note came.", Condition(chose=("write",)), "Nothing came."),))
    never = PersonDay(0, (Passage("You called.", Condition(chose=("call",))),))
    head = Head("tale", "A tale", "tale.yaml", start="office", people=(Person("dana", "Dana", days=(day, never)),))
    found = told(scene("office", two("end")), scene("end", END), head=head)
    assert {each.text for walk in found.walks for each in walk.lived} >= {"Your note came.", "Nothing came."}
    assert [each.piece.at for each in found.missing] == [("people", "dana", "days", 1, "text", 0)]


def test_after_an_ending_one_fact_is_changed_and_read_too() -> None:
    flips = scene("end", Ending(Side.RIGHT, flip="what-if"))
    wrote = Passage("You wrote.", Condition(followed=("thanks",)), "You waved.")
    found = told(scene("office", two("end")), flips, read(Onward((Branch("end"),)), "what-if", wrote))
    assert not found.missing
    assert {"You wrote.", "You waved."} <= words(found)
    assert [stop.id for stop in found.walks[0].stops] == ["office", "end", "what-if", "end"]
    assert [stop.flips for stop in found.walks[0].stops] == [False, False, True, False]


def test_the_margin_says_what_was_done_and_learned_before() -> None:
    office = Choices(
        (replace(choice("write", "lobby", follows="thanks", contact="e-mail"), know=(Fact("She reads"),)),)
    )
    lobby = scene("lobby", Onward((Branch("end"),)))
    found = told(scene("office", office), lobby, scene("end", END))
    before = [stop.before for stop in found.walks[0].stops]
    assert [(each.contacts, each.known) for each in before if each] == [
        ((), ()),
        (("Day 0: e-mail",), ("She reads",)),
        (("Day 0: e-mail",), ("She reads",)),
    ]


def test_what_an_earlier_walk_told_is_marked_and_what_is_new_is_not() -> None:
    found = told(scene("office", two("end")), scene("end", END))
    first, second = found.walks
    assert [stop.again for stop in first.stops] == [0, 0]
    assert [stop.again for stop in second.stops] == [1, 1]
    assert [reply.again for stop in second.stops for reply in stop.replies] == [0]


def test_the_options_are_those_that_are_offered_on_the_path() -> None:
    gift = replace(choice("gift", "end", breaks="space"), when=Condition(chose=("wave",)))
    home = scene("home", Choices((choice("rest", "end", follows="space"), gift)))
    found = told(scene("office", two("home")), home, scene("end", END))
    offered = {
        (walk.stops[0].replies[0].said.text, tuple(each.said for each in walk.stops[1].replies[0].offers))
        for walk in found.walks
    }
    assert offered == {
        ("Do write.", ("Do rest.",)),
        ("Do wave.", ("Do rest.", "Do gift.")),
    }


def test_a_scenario_that_never_ends_has_a_reading_copy() -> None:
    circle = Choices((choice("on", "office", follows="thanks"), choice("round", "office", breaks="space")))
    found = told(scene("office", circle))
    assert len(found.walks) == 1
    assert not found.missing


def test_loops_come_to_their_end() -> None:
    found = proof(COURSE, tiny_scenario(), Spots())
    assert found.complete
    assert {stop.id for walk in found.walks for stop in walk.stops} == set(tiny_scenario().scenes)


def calendar(*ways: CalendarWay) -> Scene:
    limits = Limits(2, 7, Limit(("space",), "Too many."), None, Limit(("thanks",), "Nobody wrote."))
    return scene("week", Calendar(3, ways, limits, next=(Branch("end"),)), day=0)


def test_the_texts_of_a_calendar_are_asked_on_the_day_of_each_contact() -> None:
    """No day has room for three contacts."""
    three = Passage("Three today.", Condition(contacts=Contacts(3, 1)), "Fewer than three today.")
    found = told(calendar(CalendarWay("write", "Write.", follows=("thanks",), because=(three,))), scene("end", END))
    assert [(each.piece.what, each.piece.at) for each in found.missing] == [
        (What.PASSAGE, ("scenes", "week", "write", "because", 0))
    ]


def test_every_way_of_a_calendar_comes_once_on_a_good_day_and_once_too_early() -> None:
    early = Early(2, ("space",), "It is early.", "Wait.")
    way = CalendarWay("call", "Call.", early=early, follows=("thanks",), happens="She is in.", because="It is time.")
    found = told(calendar(way), scene("end", END))
    assert not found.missing
    replies = [reply for walk in found.walks for stop in walk.stops for reply in stop.replies]
    assert {"She is in.", "It is early."} <= {reply.happens.text for reply in replies}
    because = " ".join(reply.because.text for reply in replies)
    assert all(words in because for words in ("It is time.", "Wait.", "Too many.", "Nobody wrote."))
