"""Home in plain lines: where you stand, the stories, and which one to open."""

from __future__ import annotations

from collections.abc import Iterable

from course import wording
from course.journal import OpenAttempt
from course.journal.progress import Progress, progress
from course.model import Head, Pair
from course.plain import results
from course.plain.learner import Learner
from course.plain.story import Way
from course.plain.talk import Answer, Gone

_RESULTS = Answer(("r", "results"), "what you are good at, and what trips you")
_LIST = Answer(("list", "again"), "the stories once more")
_GO_ON = "enter"


def stay(learner: Learner) -> None:
    """Open one story after the other until the learner leaves. Raises Gone."""
    learner.shelf.check()
    if not _stories(learner):
        learner.talk.say(f"{learner.shelf.course.title}.")
        _tell_unavailable(learner)
        learner.talk.say("There is no story to play here.")
        return
    _tell_list(learner)
    while True:
        try:
            word = _ask(learner)
        except (Gone, KeyboardInterrupt) as left:
            if isinstance(left, KeyboardInterrupt):
                learner.talk.say()
            learner.talk.say(f"Your progress is kept. To come back: {learner.command()}")
            raise
        learner.talk.say()
        if isinstance(word, Head):
            _open(learner, word.id)
        elif word == "list":
            _tell_list(learner)
        else:
            _tell_results(learner)


def _open(learner: Learner, scenario_id: str) -> None:
    """That story, and those after it for as long as the learner asks for the next."""
    while learner.play(scenario_id) is Way.NEXT:
        scenario_id = learner.next_up(after=scenario_id)
    learner.talk.say("Home.")


def _ask(learner: Learner) -> Head | str:
    """The story to open, or `list`, or `r`. Raises Gone."""
    stories = _stories(learner)
    begun = _begun(learner)
    first = begun.scenario if begun else learner.next_up()
    enter = next(head for head in stories if head.id == first)
    if begun:
        learner.talk.say(f"You left {enter.title} at {begun.title}, {wording.day_name(enter, begun.day)}.")
    answers = [
        Answer((_GO_ON, ""), f"open {enter.title}"),
        *(
            Answer((str(number), head.id, head.title.lower()), f"open {head.title}")
            for number, head in enumerate(stories, 1)
        ),
        _RESULTS,
    ]
    options = [
        "Enter to go on there" if begun else f"Enter for {enter.title}",
        f"1 to {len(stories)} for a story" if len(stories) > 1 else "1 for the story",
        "r for your results",
    ]
    word = learner.talk.ask(f"{', '.join(options)}, or quit:", answers, [_LIST])
    if word == _GO_ON:
        return enter
    return stories[int(word) - 1] if word.isdecimal() else word


def _tell_list(learner: Learner) -> None:
    """The stories, pair by pair, and how each went."""
    course, talk = learner.shelf.course, learner.talk
    standing = progress(learner.journal.attempts(course.id), course.apart)
    begun = {each.scenario for each in learner.journal.unfinished(course.id)}
    talk.say(f"{course.title}.")
    if not standing.scenarios:
        talk.prose(course.about)
    talk.say()
    number = 0
    for pair, heads in _groups(learner):
        talk.say(_group_name(pair, standing))
        for head in heads:
            number += 1
            state = "begun" if head.id in begun else wording.standing_words(standing.scenarios.get(head.id))
            talk.say(f"{number}. {_story_line(head, state)}")
        talk.say()
    _tell_unavailable(learner)


def _tell_results(learner: Learner) -> None:
    course = learner.shelf.course
    for line in results.lines(
        course, learner.shelf.stories, progress(learner.journal.attempts(course.id), course.apart)
    ):
        learner.talk.say(line)
    learner.talk.say()


def _tell_unavailable(learner: Learner) -> None:
    unavailable = [head for head in learner.shelf.heads if head.id in learner.shelf.unavailable]
    for head in unavailable:
        learner.talk.say(f"Not available: {head.title}. {learner.shelf.unavailable[head.id]}")
    if unavailable:
        learner.talk.say(f"To see more: {learner.check_command()}")
        learner.talk.say()


def _story_line(head: Head, state: str) -> str:
    told = state or wording.minutes_words(head.minutes)
    sentences = [
        f"{head.title}, {told}." if told else f"{head.title}.",
        f"With {head.other}." if head.other else "",
        head.summary,
    ]
    return " ".join(filter(None, sentences))


def _group_name(pair: Pair | None, standing: Progress) -> str:
    if pair is None:
        return "All together:"
    marks = standing.first.pairs.get(pair.id)
    return f"{pair.do} / {pair.dont}. {wording.pair_line(pair, marks)}" if marks else f"{pair.do} / {pair.dont}."


def _groups(learner: Learner) -> Iterable[tuple[Pair | None, list[Head]]]:
    """The stories that can be opened, by the pair they practise; those that mix pairs come last."""
    course, heads = learner.shelf.course, learner.shelf.heads
    for pair in (*course.pairs, None):
        found = [head for head in heads if course.pair(head.pair) == pair and head.id not in learner.shelf.unavailable]
        if found:
            yield pair, found


def _stories(learner: Learner) -> list[Head]:
    """The stories in the order of their numbers."""
    return [head for _, heads in _groups(learner) for head in heads]


def _begun(learner: Learner) -> OpenAttempt | None:
    """The story that was left last and can be gone on with."""
    playable = {head.id for head in _stories(learner)}
    attempts = learner.journal.unfinished(learner.shelf.course.id)
    return next((each for each in attempts if each.scenario in playable), None)
