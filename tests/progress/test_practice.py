"""Practice again: what comes back, where, and when."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from course.engine.apply import begin
from course.journal.records import Attempt, Practiced
from course.model import Branch, Ending, Head, Rule, Scenario, Side
from course.model.kinds.choices import Choices
from course.model.kinds.sort import Show, Sort, Statement
from course.model.record import replace
from course.progress.practice import GAPS, MOST, better, due, fitted
from tests.builders import choice, scene, tiny_course, tiny_scenario
from tests.journals import met, past
from tests.steps import go_on, send

COURSE = tiny_course()
SCENARIO = tiny_scenario()
MONDAY = datetime(2026, 3, 2, 12, tzinfo=UTC)


def day(number: int) -> date:
    """So many days after Monday."""
    return (MONDAY + timedelta(days=number)).astimezone().date()


def attempt(*names: str, forecast: Side = Side.OVER) -> Attempt:
    """The scenario finished on Monday with these choices."""
    play = begin(COURSE, SCENARIO, 1)
    for name in names:
        play = go_on(send(play, (name,), forecast=forecast))
    return Attempt(1, SCENARIO.head.id, "1", 1, MONDAY, MONDAY, Side.RIGHT, play.decisions)


def rules(days: int, *attempts: Attempt, done: tuple[Practiced, ...] = (), interview: date | None = None) -> list[str]:
    """The rules that are due so many days after Monday."""
    return [each.rule for each in due(COURSE, [SCENARIO], past(*attempts), met(*attempts), done, day(days), interview)]


def held(days: int, rule: str = "unannounced", *, right: bool = True) -> Practiced:
    """That rule practiced so many days after Monday."""
    return Practiced(SCENARIO.head.id, "lobby", rule, right, MONDAY + timedelta(days=days))


def test_a_missed_rule_comes_back_a_day_later_in_another_scene() -> None:
    made = attempt("wave", "leave", "patient")
    assert rules(0, made) == []
    (found,) = due(COURSE, [SCENARIO], past(made), met(made), [], date(2026, 3, 3))
    assert (found.rule, found.scene) == ("unannounced", "lobby"), "it was missed at the office"


def test_what_nobody_missed_never_comes_back() -> None:
    assert rules(30, attempt("write", "patient")) == []


def test_it_comes_back_three_times_further_and_further_apart_and_then_no_more() -> None:
    made = attempt("wave", "leave", "patient")
    assert rules(2, made, done=(held(1),)) == []
    assert rules(3, made, done=(held(1),)) == ["unannounced"]
    assert rules(6, made, done=(held(1), held(3))) == []
    assert rules(7, made, done=(held(1), held(3))) == ["unannounced"]
    assert rules(90, made, done=(held(1), held(3), held(7))) == []


def test_missed_again_in_practice_it_begins_anew() -> None:
    made = attempt("wave", "leave", "patient")
    assert rules(3, made, done=(held(1), held(3, right=False))) == []
    (found,) = due(COURSE, [SCENARIO], past(made), met(made), [held(1), held(3, right=False)], day(4))
    assert (found.rule, found.scene) == ("unannounced", "office"), "there is no third scene: the one longest ago"


def test_what_was_called_assertive_comes_first() -> None:
    unsure, sure = attempt("both", "patient"), attempt("wave", "leave", "patient", forecast=Side.RIGHT)
    other = Attempt(2, "other", "1", 1, MONDAY - timedelta(days=1), MONDAY - timedelta(days=1), None, unsure.decisions)
    found = due(COURSE, [SCENARIO], past(other, sure), met(other, sure), [], date(2026, 3, 4))
    assert [(each.rule, each.sure) for each in found] == [("unannounced", True), ("space", False)]


def test_missed_again_all_three_gaps_are_gone_through_again() -> None:
    made, other = attempt("wave", "leave", "patient"), replace(SCENARIO, head=replace(SCENARIO.head, id="other"))
    done = [held(1), held(3, right=False), replace(held(4), scenario="other", scene="office")]

    def rules_on(number: int) -> list[str]:
        return [each.rule for each in due(COURSE, [SCENARIO, other], past(made), met(made), done, day(number))]

    assert [rules_on(number) for number in (3, 5, 6)] == [[], [], ["unannounced"]], "a day and three days after"


def test_it_comes_once_a_day_even_to_somebody_who_has_been_away() -> None:
    made = attempt("wave", "leave", "patient")
    assert rules(40, made) == ["unannounced"]
    assert rules(40, made, done=(held(40),)) == []
    assert rules(41, made, done=(held(40),)) == ["unannounced"]


def test_a_sitting_is_five_scenes_and_no_more() -> None:
    names = [f"rule-{number}" for number in range(7)]
    course = replace(COURSE, rules=tuple(Rule(name, "Do.", "Don't.", Side.OVER) for name in names))

    def tale(title: str) -> Scenario:
        scenes = [
            scene(name, Choices((choice("no", "end", breaks=name), choice("yes", "end", follows=name))))
            for name in names
        ]
        scenes.append(scene("end", Ending(Side.RIGHT)))
        return Scenario(Head(title, title, f"{title}.yaml", start=names[0]), {each.id: each for each in scenes})

    missed = tuple(replace(attempt("wave").decisions[0], scene=name, breaks=(name,)) for name in names)
    made = replace(attempt("wave"), scenario="one", decisions=missed)
    found = due(course, [tale("one"), tale("two")], past(made), met(made), [], day(1))
    assert [each.rule for each in found] == names[:5]
    assert MOST == 5


def test_what_was_done_by_the_interview_stays_done_after_it() -> None:
    made, interview = attempt("wave", "leave", "patient"), date(2026, 3, 5)
    assert rules(2, made, done=(held(1), held(2)), interview=interview) == []
    assert rules(20, made, done=(held(1), held(2)), interview=interview) == []


def test_the_misses_of_an_attempt_that_was_given_up_count_and_those_of_one_under_way_wait() -> None:
    first = replace(attempt("wave"), ended=None, ending=None)
    assert rules(2, first) == []
    assert rules(2, first, replace(attempt("write", "patient"), id=2)) == ["unannounced"]


def test_a_rule_comes_back_in_a_whole_list_when_no_single_question_is_left() -> None:
    both = (
        Statement("in", "Go in.", breaks=("unannounced",), because="No."),
        Statement("ring", "Ring.", follows=("unannounced",), because="Yes."),
    )
    ways = (Branch("end"),)

    def tale(name: str, show: Show) -> Scenario:
        scenes = (scene("all", Sort(both, show=show, next=ways)), scene("end", Ending(Side.RIGHT)))
        return Scenario(Head(name, name, f"{name}.yaml", start="all"), {each.id: each for each in scenes})

    single = replace(SCENARIO, scenes={name: each for name, each in SCENARIO.scenes.items() if name != "lobby"})
    made = attempt("wave", "leave", "patient")
    one, whole = tale("one", Show.ONE), tale("whole", Show.LIST)
    zebra = replace(SCENARIO, head=replace(SCENARIO.head, id="zebra"))

    def where(*scenarios: Scenario) -> str:
        """Where it comes back, once all of them were played to an end."""
        others = [replace(made, id=2, scenario=each.head.id, decisions=()) for each in scenarios if each is not single]
        (found,) = due(COURSE, scenarios, past(made, *others), met(made), [], day(1))
        return f"{found.scenario}/{found.scene}"

    assert where(single, one) == "tale/office", "one at a time is more than one scene's sending"
    assert where(single, one, whole) == "whole/all"
    assert where(whole, zebra) == "zebra/lobby", "a single question goes before a whole list"


def test_nobody_is_put_into_the_middle_of_what_they_have_not_played() -> None:
    made, other = attempt("wave", "leave", "patient"), replace(SCENARIO, head=replace(SCENARIO.head, id="other"))
    single = replace(SCENARIO, scenes={name: each for name, each in SCENARIO.scenes.items() if name != "lobby"})
    begun = replace(made, id=2, scenario="other", ended=None, decisions=made.decisions[:1])
    for played in ((made,), (made, begun)):
        (found,) = due(COURSE, [single, other], past(*played), met(*played), [], day(1))
        assert (found.scenario, found.scene) == ("tale", "office"), "it waits where it was missed instead"


def test_what_went_better_in_practice_is_known_and_stays_apart_from_the_first_answers() -> None:
    made = attempt("wave", "leave", "patient")
    never = held(1, "thanks")
    assert better(COURSE, past(made), [never]) == (), "it was not missed at first"
    assert [each.id for each in better(COURSE, past(made), [never, held(1)])] == ["unannounced"]
    assert better(COURSE, past(made), [held(1), held(3, right=False)]) == (), "the last time counts"


TALES = [replace(SCENARIO, head=replace(SCENARIO.head, id=name)) for name in ("one", "two", "three", "four")]
SCENES = {"thanks": ("office",), "space": ("office", "wait"), "unannounced": ("office", "lobby")}
"""Where each rule can be kept and broken."""
PLACES = [(tale.head.id, name) for tale in TALES for name in ("office", "lobby", "wait")]
WALKS = [("wave", "leave", "patient"), ("write", "patient"), ("both", "again"), ("hide",), ("wave", "stay", "hide")]
PLAYED = st.lists(
    st.tuples(st.sampled_from(["one", "two", "three"]), st.sampled_from(WALKS), st.booleans(), st.integers(0, 9)),
    min_size=1,
    max_size=4,
).map(
    lambda found: [
        replace(
            attempt(*walk, forecast=Side.RIGHT if sure else Side.OVER),
            id=number,
            scenario=name,
            began=MONDAY + timedelta(days=day),
            ended=MONDAY + timedelta(days=day),
        )
        for number, (name, walk, sure, day) in enumerate(found)
    ]
)
PRACTICED = st.lists(
    st.builds(
        lambda place, rule, right, day: Practiced(place[0], place[1], rule, right, MONDAY + timedelta(days=day)),
        st.sampled_from(PLACES),
        st.sampled_from(["thanks", "space", "unannounced"]),
        st.booleans(),
        st.integers(0, 15),
    ),
    max_size=12,
).map(lambda found: sorted(found, key=lambda each: each.at))
AHEAD = st.none() | st.integers(-3, 30)


@given(PLAYED, PRACTICED, st.integers(0, 30), AHEAD)
def test_whatever_was_played_and_practiced(
    played: list[Attempt], done: list[Practiced], today: int, ahead: int | None
) -> None:
    interview = None if ahead is None else day(ahead)
    found = due(COURSE, TALES, past(*played), met(*played), done, day(today), interview)
    assert len(found) <= MOST
    assert len({each.rule for each in found}) == len({(each.scenario, each.scene) for each in found}) == len(found)
    assert [each.sure for each in found] == sorted((each.sure for each in found), reverse=True), "the sure ones first"
    first: dict[str, Attempt] = {}
    for each in played:
        first.setdefault(each.scenario, each)
    missed = {(each.rule, each.scenario, each.scene) for each in done if not each.held}
    missed |= {
        (rule, each.scenario, decision.scene)
        for each in first.values()
        for decision in each.decisions
        if decision.counts
        for rule in decision.breaks
    }
    assert {each.rule for each in found} <= {rule for rule, _, _ in missed}, "only what was missed comes back"
    finished = {each.scenario for each in played}
    assert {each.scenario for each in found} <= finished, "nowhere but in what was played"
    taken = {(each.scenario, each.scene) for each in found}
    for at in found:
        others = {(name, scene) for name in finished for scene in SCENES[at.rule]} - taken
        again = (at.rule, at.scenario, at.scene) in missed
        assert not again or all((at.rule, *place) in missed for place in others), "and elsewhere, where it can be"


@given(PLAYED, AHEAD)
def test_who_practices_daily_and_well_is_done_in_time(played: list[Attempt], ahead: int | None) -> None:
    interview = None if ahead is None else day(ahead)
    done: list[Practiced] = []
    for number in range(30):
        for each in due(COURSE, TALES, past(*played), met(*played), done, day(number), interview):
            done.append(Practiced(each.scenario, each.scene, each.rule, True, MONDAY + timedelta(days=number, hours=1)))
    last = max(each.ended or MONDAY for each in played)
    assert due(COURSE, TALES, past(*played), met(*played), done, day(60), interview) == ()
    for rule in {each.rule for each in done}:
        days = [each.at for each in done if each.rule == rule]
        assert len(days) == len({each.date() for each in days}), "at most once a day"
        if interview and last.astimezone().date() < interview:
            assert days[-1].astimezone().date() < interview, "and all of it before the interview"


@given(st.dates(date(2026, 1, 1), date(2026, 6, 1)), st.integers(-5, 30))
def test_gaps_are_fitted_to_the_interview(missed: date, ahead: int) -> None:
    interview = missed + timedelta(days=ahead)
    gaps = fitted(missed, interview)
    assert list(gaps) == sorted(set(gaps))
    if interview > missed:
        assert missed + timedelta(days=gaps[-1]) < interview
        if ahead - 1 >= GAPS[-1]:
            assert gaps == GAPS
        else:
            assert missed + timedelta(days=gaps[-1]) == interview - timedelta(days=1)
    else:
        assert gaps == GAPS
