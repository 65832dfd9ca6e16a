"""What a room did, once it is over or in between: its score, its questions, where it split and where it moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from course.engine import judging, kinds, totals
from course.engine.decision import Decision, scene_title
from course.engine.outcome import Answer, Outcome
from course.engine.play import Phase, Play
from course.engine.totals import Score
from course.model import Ending, Rule, Scenario, Side, Verdict
from course.model.kinds.message import MessageInParts
from course.model.kinds.sort import Sort
from course.model.record import Record
from course.room.reveal import Votes
from course.room.room import Room, Round, Step
from course.room.votes import FEW, Swing, Vote, called, shown, swings, tally, unrevealed

_MOST = 3


class Choice(Record):
    """One option of a question."""

    answer: Answer
    said: str
    verdict: Verdict
    side: Side
    rules: tuple[str, ...] = ()
    """Ids of the rules it breaks, then of those it follows."""
    put_on: str = ""
    """Of a statement to sort, the side that this option puts it on, `do` or `dont`; else `""`."""
    sorted_as: str = ""
    """What the course calls that side, or `""`."""
    off_the_line: bool = False
    """Whether it lands nowhere: a statement that was only told apart, rightly or not."""


class Asked(Record):
    """One vote on a question, and how it was counted."""

    number: int
    """Among all of the room, from 1."""
    nth: int
    """Among those on this question that the room was shown, from 1."""
    voters: int
    counts: tuple[int, ...]
    """How many chose each option; empty where there are too few to say."""
    hands: int
    passed: int
    called: Mapping[Side, int]
    """Where people said that it would land; empty where there are too few to say."""


class Part(Record):
    """What of its scene was voted on, where a scene asks more than once: a part of a message, or a statement."""

    title: str
    """Of a statement, what it says."""
    statement: bool
    nth: int
    """From 1."""
    of: int
    """How many there are."""


class Place(Record):
    """Where a question is asked."""

    scenario: str
    """The scenario's title."""
    scene: str
    """The scene's title."""
    part: Part | None = None
    """Which part or statement of its scene; None where its scene asks once."""


class Question(Record):
    """One question, and every vote on it that stands."""

    scenario: str
    """The scenario's title."""
    scene: str
    """The scene's title."""
    item: str
    options: tuple[Choice, ...]
    votes: tuple[Asked, ...]
    swings: tuple[Swing, ...]
    part: Part | None = None
    """Which part or statement of its scene it was; None where its scene asks once."""
    chosen: Answer = ()
    """What the room did in the end; `()` where it has not, or did something else altogether."""

    @property
    def split(self) -> float:
        """How far the last vote was from agreement: 0 where all chose one option, 1 where all were chosen alike."""
        counts = self.votes[-1].counts
        total = sum(counts)
        if not total or len(counts) < 2:
            return 0.0
        return (1 - sum((each / total) ** 2 for each in counts)) / (1 - 1 / len(counts))

    @property
    def by_majority(self) -> bool:
        """Whether the room's last vote chose what it did in the end, and not whoever led."""
        counts = self.votes[-1].counts
        most = [each.answer for each, n in zip(self.options, counts, strict=False) if n == max(counts)]
        return most == [self.chosen]

    @property
    def shift(self) -> float:
        """The share of those who changed their answer among those who voted twice."""
        people = sum(each.people for each in self.swings)
        moved = sum(each.people for each in self.swings if each.before != each.after)
        return moved / people if people else 0.0


class Own(Record):
    """What one person voted on one question."""

    question: Question
    votes: tuple[Vote, ...]
    """In each vote that they took part in."""


class Unvoted(Record):
    """Something that the room did without a vote: it was filled in, or the facilitator chose it."""

    scenario: str
    """The scenario's title."""
    scene: str
    """The scene's title."""
    day: int
    said: str
    put_on: str
    """Of a statement to sort, the side that it was put on, `do` or `dont`; else `""`."""
    sorted_as: str


class Results(Record):
    """What a room did, all of it, for its debrief and for what is exported."""

    scenarios: tuple[tuple[str, bool, Side | None], ...]
    """The titles of what was played, whether each ended, and where, as far as that is said."""
    score: Score
    """Of what the room did, by its first ways on."""
    questions: tuple[Question, ...]
    called: int
    """How many votes said where they would land, where enough people said so."""
    right: int
    """How many of those were right."""
    unvoted: tuple[Unvoted, ...] = ()
    """What it did without a vote."""
    rehearsal: bool = False
    """Whether simulated phones voted too."""
    going: bool = False
    """Whether the last of what was played goes on: it has neither ended, nor was it left."""
    unrevealed: tuple[Place, ...] = ()
    """What is voted on now and not revealed yet: before that it is told nowhere how the room split there."""
    never_revealed: tuple[Place, ...] = ()
    """Where a vote was left before it was revealed, which it never will be."""

    @property
    def splits(self) -> tuple[Question, ...]:
        """Where the room was least of one mind."""
        return _top(self.questions, [each.split for each in self.questions])

    @property
    def shifts(self) -> tuple[Question, ...]:
        """Where most changed their answer."""
        return _top(self.questions, [each.shift for each in self.questions])


def results(room: Room, votes: Votes) -> Results:
    """What a room did so far."""
    made: list[Decision] = [each for play in room.plays for each in play.decisions]
    together = _together(room)
    questions = tuple(_question(room, rounds, votes) for rounds in together)
    forecast = [
        _landed(room, each, vote)
        for each in chain(*together)
        if len(said := [vote for vote in votes.get(each.number, ()) if vote.called and vote.answer]) >= FEW
        for vote in said
    ]
    ends = tuple((play.scenario.head.title, play.phase is Phase.ENDED, play.ends) for play in room.plays)
    alone = tuple(each for play in room.plays for each in _unvoted(play, together))
    going = room.step is not Step.OVER and room.play is not None and room.plays[-1].phase is not Phase.ENDED
    hidden = [each for each in room.rounds if not each.what_if and unrevealed(each, votes.get(each.number, ()))]
    now = () if room.step is Step.OVER else room.here
    return Results(
        ends,
        totals.score(made),
        questions,
        len(forecast),
        sum(forecast),
        alone,
        room.rehearsal,
        going,
        _places(room, (each for each in hidden if each in now)),
        _places(room, (each for each in hidden if each not in now)),
    )


def _places(room: Room, rounds: Iterable[Round]) -> tuple[Place, ...]:
    """Where those votes were, each place once."""
    of = ((room.scenarios[each.scenario], each) for each in rounds)
    found = (Place(told.head.title, scene_title(told.scenes[each.scene]), _part(told, each)) for told, each in of)
    return tuple(dict.fromkeys(found))


def _unvoted(play: Play, together: Iterable[Sequence[Round]]) -> Iterator[Unvoted]:
    """What was decided in that play, but for what a vote led to."""
    head = play.scenario.head
    voted = Counter((each[-1].scenario, each[-1].scene, _chosen(each)) for each in together)
    for each in play.decisions:
        this = (head.id, each.scene, each.answer)
        if voted[this]:
            voted[this] -= 1
        else:
            side = each.answer[-1] if each.is_sorted else ""
            yield Unvoted(head.title, each.title, each.day, each.said, side, each.sorted_as)


def _together(room: Room) -> list[list[Round]]:
    """The votes that stand and were revealed, question by question: each begins with a first vote."""
    found: list[list[Round]] = []
    for each in room.told:
        if each.void:
            continue
        if each.nth == 1:
            found.append([each])
        elif found:
            found[-1].append(each)
    return found


def _chosen(rounds: Iterable[Round]) -> Answer:
    """What the room did after those votes on one question; a step back may have led to before the last of them."""
    return next((each.chosen for each in rounds if each.chosen), ())


def _question(room: Room, rounds: Sequence[Round], votes: Votes) -> Question:
    last = rounds[-1]
    scenario = room.scenarios[last.scenario]
    outcomes = _outcomes(scenario, last)
    rules = room.course.all_rules()
    options = tuple(_choice(outcomes[each], rules) for each in last.answers)
    moved: tuple[Swing, ...] = ()
    if len(rounds) > 1:
        first = rounds[0]
        moved = swings(first, votes.get(first.number, ()), last, votes.get(last.number, ()))
    return Question(
        scenario.head.title,
        scene_title(scenario.scenes[last.scene]),
        last.item,
        options,
        tuple(_asked(nth, each, votes.get(each.number, ())) for nth, each in enumerate(rounds, 1)),
        moved if sum(each.people for each in moved) >= FEW else (),
        _part(scenario, last),
        _chosen(rounds),
    )


def _part(scenario: Scenario, vote: Round) -> Part | None:
    body = scenario.scenes[vote.scene].body
    named: list[tuple[str, str]] = []
    if isinstance(body, MessageInParts):
        named = [(each.id, each.title) for each in body.parts]
    elif isinstance(body, Sort):
        named = [(each.id, each.say) for each in body.statements]
    for nth, (name, title) in enumerate(named, 1):
        if name == vote.item:
            return Part(title, isinstance(body, Sort), nth, len(named))
    return None


def _choice(outcome: Outcome, rules: Mapping[str, Rule]) -> Choice:
    told = (*outcome.breaks, *outcome.misses, *outcome.follows, *outcome.avoids)
    side = judging.side(outcome, rules)
    sort = (outcome.put_on, outcome.sorted_as, outcome.off_the_line)
    return Choice(outcome.answer, outcome.said, judging.verdict(outcome), side, told, *sort)


def _asked(nth: int, vote: Round, cast: Sequence[Vote]) -> Asked:
    count, open_to_all = tally(vote, cast), shown(vote, cast)
    counts, passed = (open_to_all.counts, open_to_all.passed) if open_to_all else ((), 0)
    return Asked(vote.number, nth, count.voters, counts, count.hands, passed, called(cast))


def _outcomes(scenario: Scenario, vote: Round) -> Mapping[Answer, Outcome]:
    """Everything that can be answered at that scene, whichever path offers it."""
    body = scenario.scenes[vote.scene].body
    if isinstance(body, Ending):
        return {}
    return {each.answer: each for _, outcomes in kinds.turns(body) for each in outcomes}


def _landed(room: Room, vote: Round, cast: Vote) -> bool:
    """Whether a vote lands where its voter said it would."""
    outcome = _outcomes(room.scenarios[vote.scenario], vote).get(cast.answer)
    return outcome is not None and judging.side(outcome, room.course.all_rules()) is cast.called


def _top(questions: Iterable[Question], by: Iterable[float]) -> tuple[Question, ...]:
    ranked = sorted(zip(by, questions, strict=True), key=lambda each: -each[0])
    return tuple(question for value, question in ranked[:_MOST] if value > 0)


def own(room: Room, votes: Votes, person: str) -> tuple[Own, ...]:
    """What one person voted, question by question; what they took no part in is left out."""
    found = []
    for these in _together(room):
        cast = [vote for each in these for vote in votes.get(each.number, ()) if vote.person == person]
        if cast:
            found.append(Own(_question(room, these, votes), tuple(cast)))
    return tuple(found)
