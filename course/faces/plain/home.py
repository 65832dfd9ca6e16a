"""Home in plain lines: where you stand, the stories, and which one to open."""

from __future__ import annotations

from course.faces.plain import chapters, practise, results
from course.faces.plain.conversation import InputEnded, Keyword
from course.faces.plain.learner import Learner
from course.faces.plain.scenario import Leaving
from course.journal import OpenAttempt
from course.model import Head, Scenario
from course.progress.gain import gain
from course.progress.results import Progress, progress
from course.visit.course_folder import Chapter
from course.words import sentences

_RESULTS = Keyword(("r", "results"), "what you are good at, and what trips you")
_COMPANION = Keyword(("a", "ask"), "take the extra minute, for real: right now, and nothing is kept")
_PRACTISE = Keyword(("g", "practise"), "what you missed, in other scenes; it never touches your scores")
_NEVER = Keyword(("x", "never"), "do not offer that again")
_INTERVIEW = Keyword(("interview",), "note the day of your next interview; practice is fitted to it")
_LIST = Keyword(("list", "again"), "the stories once more")
_GO_ON = "enter"


def stay(learner: Learner) -> None:
    """Open one story after the other until the learner leaves. Raises InputEnded."""
    learner.folder.check()
    if not _stories(learner):
        learner.talk.say(f"{learner.folder.course.title}.")
        _tell_unavailable(learner)
        learner.talk.say("There is no story to play here.")
        return
    _tell_list(learner)
    while True:
        try:
            word = _ask(learner)
        except (InputEnded, KeyboardInterrupt) as left:
            if isinstance(left, KeyboardInterrupt):
                learner.talk.say()
            learner.talk.say(f"Your progress is kept. To come back: {learner.command()}")
            raise
        learner.talk.say()
        if isinstance(word, Head):
            _open(learner, word.id)
        elif word == "g":
            learner = practise.tell(learner)
        elif word == "x":
            learner = practise.never(learner)
        elif word == "interview":
            learner = practise.ask_interview(learner)
        elif word == "a":
            _ask_companion(learner)
        elif word == "list":
            _tell_list(learner)
        else:
            _tell_results(learner)


def _open(learner: Learner, scenario_id: str) -> None:
    """That story, and those after it for as long as the learner asks for the next; each chapter opened and closed."""
    way = Leaving.NEXT
    while way is Leaving.NEXT and scenario_id:
        chapters.opened(learner, scenario_id)
        way = learner.play(scenario_id)
        chapters.closed(learner, scenario_id)
        scenario_id = learner.next_up(after=scenario_id)
    learner.talk.say("Home.")


def _ask(learner: Learner) -> Head | str:
    """The story to open, or `list`, or `r`. Raises InputEnded."""
    stories = _stories(learner)
    due = practise.due(learner)
    begun = _begun(learner)
    first = begun.scenario if begun else learner.next_up()
    enter = next(head for head in learner.folder.heads if head.id == first)
    if begun:
        learner.talk.say(f"You left {enter.title} at {sentences.place(begun.title, enter, begun.day)}.")
    answers = [
        Keyword((_GO_ON, ""), f"open {enter.title}"),
        *(
            Keyword((str(number), head.id, head.title.lower()), f"open {head.title}")
            for number, head in enumerate(stories, 1)
        ),
        *(Keyword((key, head.id), f"open {head.title}") for key, head in _apart(learner)),
        *([_COMPANION] if _companion(learner) else []),
        *([_PRACTISE, _NEVER] if due else []),
        _RESULTS,
    ]
    if due:
        learner.talk.say(f"{sentences.practice_offer(len(due))}.")
    options = [
        "Enter to go on there" if begun else f"Enter for {enter.title}",
        f"1 to {len(stories)} for a story" if len(stories) > 1 else "1 for the story",
        *(f"{key} for {head.title}" for key, head in _apart(learner)),
        *(["g to practise again, x to be offered it no more"] if due else []),
        *(["a if you are about to follow up"] if _companion(learner) else []),
        "r for your results",
    ]
    more = [_LIST, *([] if due else [_PRACTISE]), _INTERVIEW]
    word = learner.talk.ask(f"{', '.join(options)}, or quit:", answers, more)
    if word == _GO_ON:
        return enter
    apart = dict(_apart(learner))
    return stories[int(word) - 1] if word.isdecimal() else apart.get(word, word)


def _tell_list(learner: Learner) -> None:
    """The stories, pair by pair, and how each went."""
    course, talk = learner.folder.course, learner.talk
    standing = progress(learner.journal.attempts(course.id), course.apart)
    begun = {each.scenario for each in learner.journal.unfinished(course.id)}
    talk.say(f"{course.title}.")
    if not standing.scenarios:
        talk.prose(course.about)
    talk.say()
    number = 0
    for chapter in learner.folder.chapters:
        heads = [head for head in chapter.heads if head.id not in learner.folder.unavailable]
        if heads:
            talk.say(_chapter_name(chapter, standing))
        for head in heads:
            number += 1
            state = "begun" if head.id in begun else sentences.standing_words(standing.scenarios.get(head.id))
            talk.say(f"{number}. {_story_line(head, state)}")
        talk.say()
    _tell_unavailable(learner)


def _tell_results(learner: Learner) -> None:
    course = learner.folder.course
    standing = progress(learner.journal.attempts(course.id), course.apart)
    for line in results.lines(course, learner.folder.stories, standing):
        learner.talk.say(line)
    found = gain(course, learner.journal.attempts(course.id))
    for line in sentences.gain_lines(course, found.before, found.after) if found else []:
        learner.talk.say(line)
    learner.talk.say()


def _companion(learner: Learner) -> Scenario | None:
    """The questions for somebody about to follow up, if the course has them."""
    return learner.folder.open(learner.folder.course.ask) if learner.folder.course.ask else None


def _ask_companion(learner: Learner) -> None:
    from datetime import datetime

    from course.faces.plain.ask import ask

    scenario = _companion(learner)
    assert scenario is not None
    ask(learner.folder.course, scenario, learner.talk, datetime.now().astimezone())


def _tell_unavailable(learner: Learner) -> None:
    unavailable = [head for head in learner.folder.heads if head.id in learner.folder.unavailable]
    for head in unavailable:
        learner.talk.say(f"Not available: {head.title}. {learner.folder.unavailable[head.id]}")
    if unavailable:
        learner.talk.say(f"To see more: {learner.check_command()}")
        learner.talk.say()


def _story_line(head: Head, state: str) -> str:
    told = state or sentences.minutes_words(head.minutes)
    told_of = [
        f"{head.title}, {told}." if told else f"{head.title}.",
        f"With {head.other}." if head.other else "",
        head.summary,
    ]
    return " ".join(filter(None, told_of))


def _chapter_name(chapter: Chapter, standing: Progress) -> str:
    if chapter.pair is None:
        return f"{chapter.title}:"
    marks = standing.first.pairs.get(chapter.id)
    return f"{chapter.title}. {sentences.pair_line(chapter.pair, marks)}" if marks else f"{chapter.title}."


def _stories(learner: Learner) -> list[Head]:
    """The stories that can be opened, in the order of their numbers."""
    return [head for head in learner.folder.stories if head.id not in learner.folder.unavailable]


def _apart(learner: Learner) -> list[tuple[str, Head]]:
    """The warm-up, and its parallel form once the warm-up is done, each with its key."""
    folder = learner.folder
    done = gain(folder.course, learner.journal.attempts(folder.course.id)) is not None
    keys = [("w", folder.course.warm_up), *([("o", folder.course.after)] if done else [])]
    return [(key, head) for key, name in keys if (head := folder.head(name)) and head.id not in folder.unavailable]


def _begun(learner: Learner) -> OpenAttempt | None:
    """The story that was left last and can be gone on with."""
    playable = {head.id for head in learner.folder.heads} - learner.folder.unavailable.keys()
    attempts = learner.journal.unfinished(learner.folder.course.id)
    return next((each for each in attempts if each.scenario in playable), None)
