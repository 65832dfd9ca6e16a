"""A room as this process has it: what the store holds of it, folded, and kept up to date.

Whatever happens goes into the store first, and comes back from there: so this process, another one and one that is
started after a crash all see the same room.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter

from course.model.record import Record, replace
from course.room.apply import apply, opened
from course.room.events import RoomEvent
from course.room.reveal import Votes
from course.room.room import Room, Step
from course.room.stores.store import Overtaken, Person, RoomRow, Store
from course.room.views import Mine, Notes, View, mine, notes, view
from course.room.votes import Refusal, Vote, refusal
from course.serving.library import Library


class Why(Record):
    """A line that somebody wrote on why, in one round."""

    round: int
    person: str
    text: str


class LiveRoom:
    """One room. Make one with `load`; `catch_up` whenever something may have changed."""

    def __init__(self, row: RoomRow, library: Library, store: Store) -> None:
        self.row = row
        self.room: Room = opened(library.course, library.scenarios)
        self.people: dict[str, Person] = {}
        self._tokens: dict[str, str] = {}
        """Who has which token, as it comes out when it is hashed."""
        self.here = 0
        self._library = library
        self._store = store
        self._votes: dict[int, dict[str, Vote]] = {}
        self._own: dict[str, dict[int, Vote]] = {}
        """The same by person."""
        self._view: tuple[tuple[int, int, int], View] | None = None
        """The view as it was last asked for; before it, what it was made of."""
        self._text: tuple[View, str] | None = None
        """What all are told; before it, the view that it tells."""
        self._whys: dict[tuple[int, str], str] = {}
        self._seen = 0
        self._catching_up = asyncio.Lock()

    @classmethod
    async def load(cls, row: RoomRow, library: Library, store: Store) -> LiveRoom:
        """The room as it stands in the store. Raises Gone, and Unfit where its steps do not fit the course any more."""
        found = cls(row, library, store)
        await found.catch_up()
        return found

    async def catch_up(self) -> None:
        """Take in what has happened since, by whichever process. Raises Gone and Unfit."""
        async with self._catching_up:
            self.row = row = await self._store.room(self.row.id)
            if row.number > self.room.number:
                for event in await self._store.steps(row.id, self.room.number):
                    self.room = apply(self.room, event)
            if row.seen > self._seen:
                await self._take_in_votes(row.seen)
            self.here = await self._store.here(row.id)

    async def _take_in_votes(self, seen: int) -> None:
        for _, cast in await self._store.votes(self.row.id, self._seen):
            self._votes.setdefault(cast.round, {})[cast.vote.person] = cast.vote
            self._own.setdefault(cast.vote.person, {})[cast.round] = cast.vote
            self._whys[cast.round, cast.vote.person] = cast.why
        for _, person in await self._store.people(self.row.id, self._seen):
            self.meet(person)
        self._seen = seen

    def meet(self, person: Person) -> None:
        """Somebody is in the room, as they are now."""
        self.people[person.id] = person
        self._tokens[person.token] = person.id

    def by_token(self, hashed: str) -> Person | None:
        """Whoever has the token that comes out as this when it is hashed; None where that is nobody."""
        return self.people[self._tokens[hashed]] if hashed in self._tokens else None

    async def do(self, seen: int, event: RoomEvent) -> None:
        """Do this, as somebody asks who has seen the room after event `seen`. Raises Overtaken when it has gone on
        since, Unfit when this cannot be done now, and Gone."""
        await self.catch_up()
        if seen != self.room.number:
            raise Overtaken(self.row.id)
        after = apply(self.room, event)
        open_round = after.round.number if after.round and after.step is Step.VOTING else 0
        await self._store.add(self.row.id, seen, event, open_round, over=after.step is Step.OVER)
        await self.catch_up()

    async def settle_who_leads(self) -> None:
        """The facilitator has chosen whose phone leads: nobody else asks any more."""
        for each in tuple(self.people.values()):
            if each.asks and each.id != self.room.remote:
                await self._store.admit(self.row.id, replace(each, asks=""))
        await self.catch_up()

    async def vote(self, number: int, vote: Vote, why: str = "") -> Refusal | None:
        """Take a vote in round `number`; why not, when it is not taken. When it is, it is on disk."""
        if (refused := refusal(self.room, number, vote)) is not None:
            await self.catch_up()  # it may have been opened by another process
            refused = refusal(self.room, number, vote)
        if refused is not None:
            return refused
        return None if await self._store.vote(self.row.id, number, vote, why) else Refusal.CLOSED

    @property
    def votes(self) -> Votes:
        """Every vote, by round."""
        return {number: tuple(each.values()) for number, each in self._votes.items()}

    @property
    def whys(self) -> tuple[Why, ...]:
        """What people wrote in the latest round, for who leads."""
        latest = self.room.round.number if self.room.round else 0
        return tuple(Why(*at, text) for at, text in self._whys.items() if at[0] == latest and text)

    def minutes(self, scenario: str) -> int:
        """How long that scenario takes a room."""
        return self._library.minutes(self.room.scenarios[scenario])

    @property
    def lines(self) -> Mapping[int, Sequence[str]]:
        """What people wrote on why, by round, in the order of the alphabet: who wrote first shows nowhere."""
        found: dict[int, list[str]] = {}
        for (number, _), text in sorted(self._whys.items(), key=itemgetter(1)):
            if text:
                found.setdefault(number, []).append(text)
        return found

    def view(self) -> View:
        """What everybody may see."""
        made_of = (self.room.number, self._seen, self.here)
        if self._view is None or self._view[0] != made_of:
            self._view = (made_of, view(self.room, self.votes, self.here))
        return self._view[1]

    def for_all(self, make: Callable[[LiveRoom], str]) -> str:
        """What all are told, as this makes it: once for each view, however many are told."""
        now = self.view()
        if self._text is None or self._text[0] is not now:
            self._text = (now, make(self))
        return self._text[1]

    def mine(self, person: str) -> Mine:
        """What only that person may see."""
        latest = self.room.round
        why = self._whys.get((latest.number, person), "") if latest else ""
        return mine(self.room, self._own.get(person, {}), person, why)

    def notes(self) -> Notes:
        """What only who leads may see."""
        return notes(self.room, self.votes)
