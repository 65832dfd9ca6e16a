"""The room's page: what it shows at each step, what each key does, and what becomes of the room that is left."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from course.faces.textual import host
from course.faces.textual.host import following, room_page, shown, top
from course.faces.textual.host.app import Host
from course.faces.textual.host.of_room import OfRoom
from course.faces.textual.host.room_page import RoomPage
from course.faces.textual.page import Page
from course.faces.textual.widgets.line_input import LineInput
from course.model import Scenario, Side, Verdict
from course.model.kinds.calendar import Calendar
from course.model.record import replace
from course.room.events import Closed, Opened, RoomEvent, Talked
from course.room.room import Step
from course.room.stores.sqlite import SqliteRooms
from course.room.stores.store import Person
from course.room.views import view
from course.room.votes import Vote
from course.serving.hall import Hall
from course.serving.hearing import hear
from course.serving.library import Library
from course.serving.podium import HerePodium, Lost, NotOpened, Place, Podium
from course.serving.wire import AskToLead, Refused, Told
from course.visit.settings import Settings
from course.words import rooms
from tests import market
from tests.builders import tiny_course, tiny_scenario
from tests.faces.textual import stage
from tests.room.rooms import tiny
from tests.serving.halls import TODAY

TINY = Library(tiny_course(), (tiny_scenario(),))
MARKET = Library(market.COURSE, (market.MARKET,))


class Here(HerePodium):
    """A room in memory at which people could come in."""

    def __init__(self, store: SqliteRooms, library: Library, code: str) -> None:
        super().__init__(store, lambda _: library, code)
        self.code = code
        self.doing, self.number = 0, 0
        """How much is being done, and the number of the last event that was."""
        self.shown: tuple[str, ...] = ("http://192.168.1.15:8765", "http://10.8.0.2:8765")

    def origins(self) -> tuple[str, ...]:
        return self.shown

    async def do(self, seen: int, event: RoomEvent) -> Told:
        self.doing += 1
        answer = await super().do(seen, event)
        self.number = self.number if isinstance(answer, Refused) else seen + 1
        self.doing -= 1
        return answer


class Led:
    """A room's page in a window, and what it stands on."""

    def __init__(self, app: Host, pilot: Pilot[int], podium: Here, store: SqliteRooms) -> None:
        self.app, self.pilot, self.podium, self.store = app, pilot, podium, store

    @property
    def page(self) -> RoomPage:
        """The page below all others."""
        found = self.app.screen_stack[0]
        assert isinstance(found, RoomPage)
        return found

    @property
    def code(self) -> str:
        """The room's six letters."""
        return self.podium.code

    @property
    def screen(self) -> str:
        """Everything that shows."""
        return "\n".join(stage.rows(self.app))

    async def press(self, *keys: str) -> None:
        """Press them, each once the room stands still after the one before."""
        for key in keys:
            await self.pilot.press(key)
            await self._drawn_once(self._stands_still)

    def _stands_still(self) -> bool:
        state = self.page.state if self.app.screen_stack else None
        return (
            bool(self.app.farewell)
            or state is None
            or (not self.podium.doing and state.view.number >= self.podium.number)
        )

    async def until(self, step: Step) -> None:
        """The room has come to that step."""
        await self._drawn_once(lambda: self.page.step is step)

    async def _drawn_once(self, holds: Callable[[], bool]) -> None:
        """Once it holds, it has also been drawn: the page is told first, and its lines come after."""
        await stage.until(self.pilot, holds)
        await self.pilot.pause()


@pytest.fixture(autouse=True)
def no_bounce(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room_page, "BOUNCE", 0.0)


@asynccontextmanager
async def led(
    library: Library = TINY, size: tuple[int, int] = (80, 24), *, by_hand: bool = False
) -> AsyncIterator[Led]:
    """A room that has just been opened."""
    store = SqliteRooms(None)
    opened = await Hall(store, lambda _: library).open(library.course.id, "", TODAY)
    podium = Here(store, library, opened.room.code)
    podium.shown = () if by_hand else podium.shown

    async def opening() -> tuple[Podium, Place]:
        return podium, Place(opened.room.code, "Mondays", by_hand=by_hand)

    app = Host(opening, library.course, [each.head for each in library.scenarios], Settings(motion=False))
    async with app.run_test(size=size) as pilot:
        found = Led(app, pilot, podium, store)
        await found.until(Step.LOBBY)
        yield found


async def test_one_key_leads_from_the_vote_to_what_comes_of_it() -> None:
    async with led() as room:
        await room.press("1")
        await room.until(Step.READING)
        assert "A  Do wave." in stage.text(room.pilot)
        await room.press("enter")
        await room.until(Step.VOTING)
        assert "Vote open: 0 of 0" in room.screen
        await room.press("enter")
        await room.until(Step.CLOSED)
        await room.press("enter")
        assert "Reveal anyway?" in room.screen
        await room.press("y")
        await room.until(Step.REVEALED)
        await room.press("enter")
        assert "Choose which way to go on" in room.screen  # nobody voted, so nothing leads on by itself
        await room.press("down", "enter")
        await room.until(Step.SHOWN)
        assert "Chosen: Do wave." in stage.text(room.pilot)
        assert "wave happens." in stage.text(room.pilot)
        assert "In the room" in room.screen
        assert "Vote closed" not in room.screen


async def test_enter_says_what_it_does_and_the_second_vote_that_it_is_the_second() -> None:
    async with led(MARKET) as room:
        for keys, does in (
            ("1", "Enter open the vote"),
            ("enter", "Enter close the vote"),
            (("h", *"A 9 B 2", "enter", "enter"), "Enter reveal"),  # there is nothing to discuss
            ("t", "Enter open the second vote"),
            ("enter", "Enter close the vote"),
            (("h", *"A 9 B 2", "enter", "enter"), "Enter reveal"),
            (("enter", "y"), "Enter go the way that most chose"),
            ("enter", "Enter go on"),
        ):
            assert "Enter lead on" not in room.screen
            await room.press(*((keys,) if isinstance(keys, str) else keys))
            await room.press("up")  # what was counted is said in the keys' place until the next key
            assert does in stage.rows(room.app)[-1], keys


async def test_the_options_are_on_the_page_while_the_room_votes_however_long_the_text_is() -> None:
    """And a vote that comes in does not turn the page back for somebody who has turned it."""
    tale = tiny_scenario()
    begin = tale.head.start
    scenes = {**tale.scenes, begin: replace(tale.scenes[begin], text="There is much to read here.\n\n" * 20)}
    async with led(Library(TINY.course, (replace(tale, scenes=scenes),))) as room:
        await room.press("1")
        assert "A  Do" not in room.screen  # it begins where one begins to read
        for step in (Step.VOTING, Step.CLOSED, Step.TALKING):
            await room.press("t" if step is Step.TALKING else "enter")
            await room.until(step)
            await room.pilot.pause()
            assert re.findall(r"^ *([A-Z])  Do", room.screen, re.MULTILINE) == ["A", "B", "C", "D"]
        await room.press("home")
        assert room.page.state is not None
        room.page.take(replace(room.page.state, view=replace(room.page.state.view, voted=1, here=12)))
        await room.pilot.pause()
        assert room.page.sheet.top == 0


def test_the_header_tells_the_second_vote_from_the_first_and_counts_nobody_missing_by_hand() -> None:
    steps = (Opened(), Closed(), Talked(), Opened(), Closed())
    seen = [view(tiny(*steps[:n]), {}, 12) for n in range(6)]
    assert [rooms.stands(each, by_hand=False) for each in seen] == [
        "In the room: 12",
        "Vote open: 0 of 12",
        "Vote closed: 0 of 12",
        "Talking; 0 of 12 have voted",
        "Second vote open: 0 of 12",
        "Second vote closed: 0 of 12",
    ]
    assert [rooms.stands(replace(each, here=0), by_hand=True) for each in seen[:3]] == [
        "",
        "Vote open",
        "Vote closed; hands: 0",
    ]


async def test_a_fact_stands_below_what_is_asked_of_it_and_then_with_the_side_that_it_was_put_on() -> None:
    async with led(Library(market.COURSE, (market.telling_facts_apart(),))) as room:
        await room.press("1")
        await room.until(Step.READING)
        assert re.search(r"Which of these decides\?\s+A  It decides: (.+)\s+B  It doesn't: \1", stage.text(room.pilot))
        await room.press("r", "y")
        await room.until(Step.REVEALED)
        assert room.page.state is not None
        assert room.page.state.notes is not None
        key = room.page.state.notes.key
        right = next(at for at, each in enumerate(key) if each.verdict is Verdict.DO)
        await room.press(str(right + 1))
        await room.until(Step.SHOWN)
        side = ("It decides", "It doesn't")[right]
        assert f"Chosen: {side}: {key[right].said} ✓ as advised" in " ".join(stage.text(room.pilot).split())


async def test_what_the_room_did_kept_and_broke_stands_below_what_came_of_it() -> None:
    async with led() as room:
        await room.press("1", "r", "y")
        await room.until(Step.REVEALED)
        await room.press("1")
        await room.until(Step.SHOWN)
        rules = {each.id: each for each in TINY.course.all_rules().values()}
        assert room.page.state is not None
        shown = room.page.state.view.rules
        assert shown
        assert all(rules[each.id].do in stage.text(room.pilot) for each in shown)


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ([], "Choose what to play"),
        (["1", "r", "y"], "Choose which way"),
    ],
)
async def test_enter_says_what_is_missing_where_nothing_leads_on(keys: list[str], says: str) -> None:
    async with led() as room:
        await room.press(*keys, "enter")
        assert says in room.screen


async def _to_the_calendar(room: Led) -> None:
    """Go the advised way until something is to be filled in."""
    await room.press("1")
    for _ in range(20):
        state = room.page.state
        assert state is not None
        assert state.notes is not None
        if state.view.plan is not None:
            return
        if state.view.ballot is None:
            await room.press("enter")
            continue
        advised = next(at for at, each in enumerate(state.notes.key, 1) if each.verdict is Verdict.DO)
        await room.press("r", "y", str(advised))
    raise AssertionError("there is no calendar")


async def test_a_calendar_is_filled_in_as_the_room_calls_out_and_is_shown_from_both_sides() -> None:
    async with led(MARKET, (100, 50)) as room:
        await _to_the_calendar(room)
        await room.press("f", *"2:1, 6:2", "enter")
        assert "Thank-you card to Ines" in room.screen
        await room.press("enter")
        await room.until(Step.SHOWN)
        assert "It stands by the till." in stage.text(room.pilot)
        assert "She stands it by the till." in stage.text(room.pilot)
        assert "Market day. The phone is under the lemons." in stage.text(room.pilot)


async def test_all_of_a_calendar_is_in_view_where_it_is_filled_in_and_once_it_is_at_24_lines() -> None:
    library = Library(market.COURSE, (_long_calendar(),))
    async with led(library) as room:
        await _to_the_calendar(room)
        await room.press("f")
        assert all(f"{day:>2}  " in room.screen for day in range(10))
        assert all(f"Way {way}" in room.screen for way in range(1, 10))
        await room.pilot.press(*"9:9", "enter")
        await stage.until(room.pilot, lambda: room.page.state is not None and room.page.state.view.plan is not None)
        await stage.until(room.pilot, lambda: room.screen.count("Way 9") == 2)
        assert "f fills it in" in room.screen
        assert all(f"{day:>2}  " in room.screen for day in range(10))
        assert all(f"Way {way}" in room.screen for way in range(1, 9))


def _long_calendar() -> Scenario:
    """The market, with as many days and ways as a calendar holds beside each other."""
    scene = market.MARKET.scenes["days"]
    assert isinstance(scene.body, Calendar)
    ways = tuple(replace(scene.body.ways[0], id=f"way-{way}", say=f"Way {way}") for way in range(1, 10))
    longer = replace(scene, body=replace(scene.body, days=9, ways=ways))
    return replace(market.MARKET, scenes={**market.MARKET.scenes, "days": longer})


async def test_what_ends_a_vote_early_is_asked_once_more() -> None:
    """And a letter that is typed by mistake is no answer."""
    async with led() as room:
        await room.press("1", "enter")
        await room.until(Step.VOTING)
        live = await room.podium.hall.by_code(room.code)
        person, _ = await room.podium.hall.come_in(live)
        await room.podium.hall.entered(live.row.id, person.id)
        await stage.until(room.pilot, lambda: "0 of 1" in room.screen)
        await room.press("enter")
        assert "Nobody has voted yet. Close anyway?" in room.screen
        await room.press("escape", "b")
        assert "The vote is open. Go back, and void it?" in room.screen
        await room.press("escape", "enter", "y")
        await room.until(Step.CLOSED)


async def test_the_room_looks_back_also_where_what_came_of_it_shows_and_not_while_it_votes() -> None:
    """As the plan for sixty minutes does, which ends before a scenario does."""
    async with led() as room:
        await room.press("1", "enter", "d")
        await room.until(Step.VOTING)
        assert "What you did" not in room.screen
        await room.press("enter", "enter", "y", "1")
        await room.until(Step.SHOWN)
        await room.press("d")
        assert "What you did" in room.screen


async def test_what_was_asked_stands_above_the_reveal() -> None:
    async with led() as room:
        await room.press("1", "r", "y")
        await room.until(Step.REVEALED)
        assert "You are at office." in room.screen


async def test_what_cannot_be_read_fills_in_nothing() -> None:
    async with led(MARKET, (100, 50)) as room:
        await _to_the_calendar(room)
        await room.press("f", *"tomorrow", "enter")
        assert "could not be read" in room.screen


async def test_the_pointer_does_not_take_the_lead_from_the_votes() -> None:
    """Enter leads on the way that most chose, also after the arrows were used to read on."""
    async with led() as room:
        await room.press("1", "enter")
        await room.until(Step.VOTING)
        state = room.page.state
        assert state is not None
        assert state.view.ballot is not None
        most = state.view.ballot.options[2]
        await room.press("h", *"C 9")
        assert "C 9" not in room.screen  # what is typed shows nobody how it split
        await room.press("enter")
        assert "Counted: 9 hands in all" in room.screen
        await room.press("enter", "enter", "y")
        await room.until(Step.REVEALED)
        await room.press("down", "enter")
        await room.until(Step.SHOWN)
        assert f"{most.answer[0]} happens." in stage.text(room.pilot)


async def test_a_key_that_bounces_or_is_held_down_leads_on_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room_page, "BOUNCE", 60.0)
    async with led() as room:
        await room.press("1", "enter", "enter", "enter", "enter")
        await room.until(Step.VOTING)
        await room.pilot.pause()
        assert room.page.step is Step.VOTING


def test_time_to_talk_runs_down_and_is_up() -> None:
    talking = replace(view(tiny(Talked()), {}, 3), minutes=4)
    assert [top.time_left(talking, passed) for passed in (0, 65, 239)] == ["4:00", "2:55", "0:01"]
    assert top.time_left(talking, 400) == "time to come back together"
    assert top.time_left(replace(talking, minutes=None), 0) == ""
    assert top.time_left(replace(talking, step=Step.CLOSED), 0) == ""


async def test_ctrl_q_asks_what_becomes_of_the_room() -> None:
    async with led() as room:
        await room.press("ctrl+q")
        assert "What becomes of the room?" in room.screen
        await room.press("e")
        assert "It takes Shift+E" in room.screen
        await room.press("escape", "1")
        await room.until(Step.READING)  # Esc stays, and the keys are back
        await room.press("?", "ctrl+q", "E")
        await stage.until(room.pilot, lambda: bool(room.app.farewell))
    assert "is over" in room.app.farewell


@pytest.mark.parametrize("keys", [["ctrl+q", "L"], ["ctrl+q", "ctrl+q"], ["escape", "L"], ["ctrl+c", "ctrl+c"]])
async def test_a_room_that_is_left_open_says_how_to_come_back_to_it(keys: list[str]) -> None:
    async with led() as room:
        await room.press(*keys)
        await stage.until(room.pilot, lambda: bool(room.app.farewell))
    assert "fineline host --resume" in room.app.farewell
    assert f"fineline rooms stop {room.code}" in room.app.farewell


@pytest.mark.parametrize("before", [[], ["1"], ["1", "o"]], ids=["new", "begun", "voting"])
async def test_a_room_that_is_forgotten_says_so_and_is_left_by_one_key(before: list[str]) -> None:
    async with led() as room:
        await room.press(*before)
        await room.store.forget((await room.store.by_code(room.code)).id)
        await stage.until(room.pilot, lambda: "This room was forgotten" in room.screen)
        assert "http://" not in room.screen
        await room.press("o", "e", "h", "enter")  # nothing of it does anything any more
        assert "can't be reached" not in room.screen
        await room.press("escape")
        await stage.until(room.pilot, lambda: bool(room.app.farewell))
    assert room.app.farewell == f"{room.code} was forgotten: nothing of it is kept."


async def test_the_debrief_shows_at_the_end_and_between_scenarios() -> None:
    async with led() as room:
        await room.press("1", "r", "y", "4")
        await room.until(Step.SHOWN)
        await room.press("enter")
        await room.until(Step.ENDED)
        await room.press("d")
        assert "A tale: it ended" in stage.text(room.pilot)
        await room.press("escape", "e", "Y")
        await room.until(Step.OVER)
        assert "A tale: it ended" in stage.text(room.pilot)


async def test_of_several_phones_that_ask_to_lead_the_right_one_is_chosen_and_can_be_sent_away() -> None:
    async with led() as room:
        hall = room.podium.hall
        live = await hall.by_code(room.code)
        for each in ("somebody", "whoever leads"):
            person = Person(each, each)
            await hall.admit(live, person)
            await hear(hall, live, person, AskToLead())
        await stage.until(room.pilot, lambda: room.page.state is not None and len(room.page.state.asking) == 2)
        assert "2 phones ask to lead" in stage.text(room.pilot)
        await room.press("g", "2")
        await stage.until(room.pilot, lambda: room.page.state is not None and room.page.state.leads is not None)
        state = room.page.state
        assert state is not None
        assert state.leads is not None
        assert (state.leads.person, state.asking) == ("whoever leads", ())
        await room.press("g", "1")
        await stage.until(room.pilot, lambda: room.page.state is not None and room.page.state.leads is None)


def test_every_page_of_a_room_is_a_page_about_a_room() -> None:
    """And so says nothing in its help that is true of one learner only."""
    names = [each.name for each in pkgutil.iter_modules(host.__path__, f"{host.__name__}.")]
    found = [each for name in names for each in vars(importlib.import_module(name)).values() if isinstance(each, type)]
    pages = {each for each in found if issubclass(each, Page) and each.__module__ in names}
    assert len(pages) > 4
    assert {each for each in pages if not issubclass(each, OfRoom)} == set()


@pytest.mark.parametrize("keys", [[], ["q"], ["1", "r", "y", "4", "enter", "d"], ["1", "r", "y", "4", "enter", "y"]])
async def test_the_help_of_each_page_tells_of_the_room(keys: list[str]) -> None:
    async with led(size=(100, 60)) as room:
        await room.press(*keys, "?")
        assert "Nobody is shown how anybody votes" in room.screen
        assert "What you do here is sent to nobody" not in room.screen


@pytest.mark.parametrize("by_hand", [False, True])
async def test_a_room_that_is_over_tells_of_phones_only_where_they_came_in_and_its_help_of_leaving_at_once(
    by_hand: bool,
) -> None:
    async with led(size=(100, 60), by_hand=by_hand) as room:
        await room.press("?")
        assert "ask what is to become of the room" in " ".join(room.screen.split())
        await room.press("escape", "e", "Y")
        await room.until(Step.OVER)
        assert ("Phones can still open their own decisions" in room.screen) == (not by_hand)
        await room.press("?")
        said = " ".join(room.screen.split())
        assert "Esc and Ctrl+Q leave." in said
        assert not any(word in said for word in ("become of", "stays open", "Enter leads on"))


async def test_what_the_room_has_seen_is_told_at_its_end_though_it_went_back_to_the_vote() -> None:
    async with led(by_hand=True) as room:
        await room.press("1", "enter", "h", *"A 5 B 3", "enter", "enter", "r", "y")
        await room.until(Step.REVEALED)
        await room.press("b", "b")
        await room.until(Step.VOTING)
        await room.press("e")
        assert "This vote is not revealed" not in room.screen
        await room.press("Y")
        await room.until(Step.OVER)
        text = stage.text(room.pilot)
        assert all(says in text for says in ("Do wave.", "8 of 8 were hands.", "Nothing was chosen in the end."))
        assert "never revealed" not in text


@pytest.mark.parametrize("hands", ["A 40 B 30 C 20 D 9", "A 150 B 110 C 40 D 20", "1500 1100 500 24"])
async def test_however_many_voted_each_option_is_in_view_and_so_is_what_was_said(hands: str) -> None:
    """Where the dots would take more than three lines, bars stand in proportion."""
    async with led() as room:
        await room.press("1", "enter", "h", *(each if each != " " else "space" for each in hands), "enter")
        assert "in the place of any counted before." in room.screen
        assert stage.rows(room.app)[-1].rstrip().endswith("? more keys")
        await room.press("enter", "enter", "y")
        await room.until(Step.REVEALED)
        assert all(f"{letter}  Do " in room.screen for letter in "ABCD")


def test_a_bar_is_as_long_as_its_share_of_the_longest() -> None:
    dots, (bars, *_) = (shown.Swarm({Side.OVER: n, Side.RIGHT: n // 2}).lines(72) for n in (66, 300))
    assert [str(each).count("●") for each in dots[:3]] == [22, 22 + 11, 22 + 22]
    assert [len(each) for each in str(bars).split()] == [11, 22]


async def test_the_dots_of_a_reveal_are_votes_in_its_help() -> None:
    async with led(size=(100, 60)) as room:
        await room.press("1", "enter", "h", *"A 9", "enter", "enter", "enter", "y")
        await room.until(Step.REVEALED)
        await room.press("?")
        said = " ".join(stage.text(room.pilot).split())
        assert "where an option lands, in the color of that side of the line" in said
        assert "one that you did" not in said
        assert "is one vote for something that lands there" in said


async def test_where_there_is_no_other_address_that_is_said() -> None:
    async with led() as room:
        room.podium.shown = ("http://10.0.0.7:8765",)
        await room.page.look_at_addresses()
        await room.press("1")
        assert "a address" not in room.screen
        await room.press("a")
        assert "This machine has no other address." in room.screen


def _on_one_line(room: Led) -> str:
    return " ".join(room.screen.split())


async def test_the_lobby_says_how_to_come_in_and_that_nobody_has_only_after_a_while(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    how = "Open http://192.168.1.15:8765 on your phone, and type the letters {code}."
    async with led(size=(120, 40)) as room:
        said = _on_one_line(room)
        assert how.format(code=room.code) in said
        assert said.index("type the letters") < said.index("For whoever leads") < said.index("Choose what to play")
        assert "No phone has come in yet" not in said
        await room.press("q")
        assert f"or open http://192.168.1.15:8765 and type the letters {room.code}." in _on_one_line(room)
    monkeypatch.setattr(following, "ALONE", 0.01)
    async with led(size=(120, 40)) as room:
        await stage.until(room.pilot, lambda: "No phone has come in yet" in room.screen)
        assert room.screen.index("For whoever leads") < room.screen.index("No phone has come in yet")


async def test_a_story_can_be_left_midway_and_another_chosen_once_it_is_asked() -> None:
    async with led() as room:
        assert not room.page.check_action("another", ())
        await room.press("1")
        await room.until(Step.READING)
        await room.press("s")
        assert "Leave this story here, and choose another?" in room.screen
        await room.press("Y")
        await room.until(Step.LOBBY)
        assert "(begun)" in stage.text(room.pilot)
        assert "d look back" in stage.rows(room.app)[-1]
        await room.press("1")
        await room.until(Step.READING)


async def test_where_a_room_is_ended_it_is_said_that_a_vote_was_not_revealed_and_then_it_is_not_told() -> None:
    says = "This vote is not revealed: how the room split would be told nowhere."
    async with led() as room:
        await room.press("1", "enter", "h", *"A 4 B 9", "enter", "enter")
        await room.until(Step.CLOSED)
        for key in ("s", "ctrl+q", "e"):
            await room.press(key)
            assert says in room.screen
            assert "Esc" in stage.rows(room.app)[-1]
            await room.press("escape")
            assert says not in room.screen
        await room.press("e", "Y")
        await room.until(Step.OVER)
        text = stage.text(room.pilot)
        assert "A vote on this was never revealed: how the room split is not told." in text
        assert not any(word in text for word in ("13", "9", "Do wave"))


async def test_what_is_asked_of_a_vote_goes_with_it_and_by_hand_nobody_is_let_in_or_kept_out() -> None:
    async with led() as room:
        hall = room.podium.hall
        live = await hall.by_code(room.code)
        people = [(await hall.come_in(live))[0] for _ in range(2)]
        for each in people:
            await hall.entered(live.row.id, each.id)
        await room.press("1", "enter")
        await room.until(Step.VOTING)
        await stage.until(room.pilot, lambda: "0 of 2" in room.screen)
        await room.press("enter")
        assert "Nobody has voted yet. Close anyway?" in room.screen
        await live.vote(1, Vote(people[0].id, ("write",)))
        await stage.until(room.pilot, lambda: "1 of 2 have voted. Close anyway?" in room.screen)
    async with led(by_hand=True) as room:
        assert room.page.check_action("lock", ()) is False
        await room.press("1", "enter", "enter", "r")
        assert "No votes and no hands are counted yet." in room.screen


async def test_another_address_and_what_if_are_among_the_keys_only_where_there_is_one() -> None:
    async with led() as room:
        await room.press("1")
        await room.until(Step.READING)
        assert "a address" in stage.rows(room.app)[-1]
        assert "w what if?" not in stage.rows(room.app)[-1]  # nothing is decided yet
        await room.press("r", "y", "1")
        await room.until(Step.SHOWN)
        assert "w what if?" in stage.rows(room.app)[-1]
        await room.press("w")
        await room.until(Step.READING)
        assert "w what if?" not in stage.rows(room.app)[-1]


async def test_another_address_is_told_and_shown() -> None:
    async with led() as room:
        assert "http://192.168.1.15:8765" in room.screen
        room.podium.shown = ("http://10.0.0.7:8765",)
        await room.page.look_at_addresses()
        await room.pilot.pause()
        assert "http://10.0.0.7:8765" in room.screen
        assert "another address now" in room.screen


async def test_what_became_of_the_server_is_said() -> None:
    async with led() as room:
        state = room.page.state
        assert state is not None
        happenings: list[tuple[Callable[[], None], str]] = [
            (lambda: room.page.lose(Lost.AWAY), "can't be reached"),
            (lambda: room.page.take(state), ""),
            (lambda: room.page.lose(Lost.RESTARTED), "a new one runs"),
            (lambda: room.page.take(state), "a new one runs"),
        ]
        for happens, says in happenings:
            happens()
            await room.pilot.pause()
            assert says in room.screen
            assert says or "can't be reached" not in room.screen


async def test_a_room_that_could_not_be_opened_is_said_once_the_window_is_closed() -> None:
    async def opening() -> tuple[Podium, Place]:
        raise NotOpened("no room")

    app = Host(opening, TINY.course, [], Settings(motion=False))
    async with app.run_test() as pilot:
        await stage.until(pilot, lambda: app.not_opened is not None)
    assert str(app.not_opened) == "no room"


async def test_a_chat_is_pasted_as_it_is_and_counted_line_by_line() -> None:
    async with led() as room:
        await room.press("1", "enter")
        await room.until(Step.VOTING)
        await room.press("h")
        await stage.until(room.pilot, lambda: isinstance(room.app.focused, LineInput))
        room.app.post_message(Paste("14:02:11 From Anna to Everyone: A\r14:02:15 From Tom to Everyone: call back\r"))
        await stage.until(room.pilot, lambda: bool(room.app.screen.query_one(LineInput).value))
        assert "Anna" not in room.screen
        await room.press("enter")
        assert "Counted: 1 hand, in the place" in room.screen
        assert "call back" not in room.screen
        await room.press("x")
        assert "Left out: call back" in room.screen


async def test_a_tie_is_named_and_of_a_few_nothing_is() -> None:
    for counted, tie, says in (
        ("A 4 B 4 C 1", "A tie: A and B have as many votes.", "Choose which way to go on: press its number."),
        ("A 4 B 4 D 4", "A tie: A, B and D have as many votes.", "Choose which way to go on: press its number."),
        ("A 3 B 1", "", "Choose which way to go on: press its number."),
        ("A 4 B 1", "", ""),
    ):
        async with led(size=(100, 50)) as room:
            await room.press("1", "enter", "h", *counted, "enter", "enter", "enter", "y")
            await room.until(Step.REVEALED)
            assert tie in stage.text(room.pilot)
            assert bool(tie) == ("tie" in stage.text(room.pilot))
            assert ("go the way that most chose" in room.screen) == (not says)
            if says:
                await room.press("enter")
                assert says in room.screen
                await room.press("2")
            else:
                await room.press("enter")
            await room.until(Step.SHOWN)
