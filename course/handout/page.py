"""The scenario on paper, as one HTML file for A4 and Letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files

from course.engine import judging, kinds
from course.engine.apply import apply
from course.engine.consequence import instead_of
from course.engine.decision import scene_title
from course.engine.events import WentOn
from course.engine.outcome import Outcome
from course.engine.play import Phase, Play
from course.handout.scenes import scenes, sent_on
from course.handout.ways import Paper, ways
from course.model import Course, Ending, Scenario
from course.model.kinds.calendar import Calendar
from course.model.record import Record
from course.room.hands import LETTERS
from course.room.minutes import TALK, minutes
from course.text.html import document, prose
from course.text.paragraphs import paragraphs
from course.words import media, rooms, say, sentences

_SLIPS = 6
"""As many as there is room for on one sheet."""

_Numbers = Mapping[str, int]
"""The number that each scene has on paper, by its id; endings have none."""


class Joining(Record):
    """Where people come in, for the slips."""

    address: str
    """As a browser takes it."""
    code: str
    picture: str
    """The code to scan, as SVG."""
    name: str = ""
    """What the room is called, if anything."""


def page(course: Course, scenario: Scenario) -> str:
    """The whole file: what people get, what whoever leads gets, and cards."""
    told = scenes(course, scenario)
    asking = [play for play in told if not isinstance(play.scene.body, Ending)]
    numbers = {play.scene_id: number for number, play in enumerate(asking, 1)}
    body = [*_handout(scenario, told, numbers), *_guide(course, scenario, told, numbers), *_cards()]
    return _document(course, scenario.head.title, body)


def slips(course: Course, joining: Joining) -> str:
    """A sheet of slips to come in, to be cut apart: a file of its own, so that nobody gets the answers with one."""
    told = "".join(f"<p>{escape(each)}</p>" for each in (joining.name, say("handout.join"), joining.address) if each)
    slip = f"<div class='slip'>{joining.picture}{told}<p><b>{escape(joining.code)}</b></p></div>"
    return _document(course, joining.name or course.title, [f"<section class='slips'>{slip * _SLIPS}</section>"])


def _document(course: Course, title: str, body: Iterable[str]) -> str:
    style = files("course.handout").joinpath("page.css").read_text(encoding="utf-8")
    return document(title, course.language, style, "\n".join(body))


def _handout(scenario: Scenario, told: Iterable[Play], numbers: _Numbers) -> Iterator[str]:
    """The scenes, each with its number, options to tick and no key. Which one comes next is said by whoever leads."""
    head = scenario.head
    yield f"<h1>{escape(head.title)}</h1><div class='line'></div>"
    for each in filter(None, (head.you, head.other)):
        yield f"<p class='soft'>{escape(each)}</p>"
    for play in told:
        if not isinstance(play.scene.body, Ending):
            yield f"<div class='scene'>{''.join(_scene(play, numbers))}{''.join(_options(play))}</div>"


def _title(play: Play, numbers: _Numbers) -> str:
    """The scene's number, its title and its day."""
    title = sentences.place(scene_title(play.scene), play.scenario.head, play.day)
    return f"{numbers[play.scene_id]}. {title}" if play.scene_id in numbers else title


def _scene(play: Play, numbers: _Numbers) -> Iterator[str]:
    yield f"<h2>{escape(_title(play, numbers))}</h2>"
    for message in play.arrives:
        sender = message.sender or media.title(message.medium)
        text = "".join(map(_paragraph, paragraphs(message.text)))
        yield f"<blockquote><span class='soft'>{escape(sender)}</span> {text}</blockquote>"
    yield from map(_paragraph, paragraphs(play.text))


def _paragraph(text: str) -> str:
    return f"<p>{prose(text)}</p>"


def _asks(play: Play) -> bool:
    return play.exercise is not None and kinds.of(play.exercise).asks()


def _options(play: Play) -> Iterator[str]:
    exercise = play.exercise
    if exercise is None or not _asks(play):
        return
    if isinstance(exercise, Calendar):
        yield from _calendar(play, exercise)
        return
    if question := kinds.of(exercise).question():
        yield _paragraph(question)
    for title, options in _questions(play):
        if title:
            yield f"<h3>{escape(title)}</h3>"
        items = "".join(f"<li>{LETTERS[at]}&nbsp; {escape(each)}</li>" for at, each in enumerate(options))
        yield f"<ul class='tick'>{items}</ul>"


def _questions(play: Play) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each question of the scene, by what it is about, and its options in words."""
    exercise = play.exercise
    assert exercise is not None
    for turn, _ in kinds.turns(exercise):
        outcomes = kinds.of(exercise).outcomes(turn, play.order)
        said = [sentences.answered(each) for each in outcomes]
        same = len({each.said for each in outcomes}) == 1 and len(outcomes) > 1
        if same:  # a statement to put on a side
            sides = tuple(each.removesuffix(outcomes[0].said).strip(" :") for each in said)
            yield outcomes[0].said, sides
        else:
            yield "", tuple(said)


def _calendar(play: Play, exercise: Calendar) -> Iterator[str]:
    head = play.scenario.head
    ways = "".join(f"<li>{escape(each.say)}</li>" for each in exercise.ways)
    days = "".join(
        f"<tr><th>{escape(sentences.day_name(head, day))}</th><td style='width:70%'></td></tr>"
        for day in range(exercise.first, exercise.days + 1)
    )
    yield f"<ul>{ways}</ul><table>{days}</table>"


def _guide(course: Course, scenario: Scenario, told: Sequence[Play], numbers: _Numbers) -> Iterator[str]:
    """The agenda with minutes, the prompts, the key with its reasons and where each option leads, where people differ;
    and the endings, to be read aloud."""
    called = {play.scene_id: _listed(play, numbers) for play in told}
    paper = Paper(
        course, scenario, numbers, {play.scene_id: play.order for play in told}, lambda name: called.get(name, name)
    )
    title = say("handout.guide", title=scenario.head.title)
    yield f"<section class='part'><h1>{escape(title)}</h1><div class='line'></div>"
    yield f"<p>{escape(say('handout.agenda', n=minutes(course, scenario), talk=TALK))}</p>"
    for question in scenario.head.discuss:
        yield f"<p class='soft'>{escape(question)}</p>"
    for play in told:
        if _asks(play):
            yield f"<div class='scene'>{''.join((*_key(course, play, numbers), *_ways(paper, play)))}</div>"
        elif not isinstance(play.scene.body, Ending):
            yield f"<div class='scene'><h2>{escape(_title(play, numbers))}</h2>{''.join(_on(paper, play))}</div>"
    for play in told:
        if isinstance(play.scene.body, Ending):
            yield f"<div class='scene'>{''.join((*_scene(play, numbers), *_lands(play)))}</div>"
    yield "</section>"


def _on(paper: Paper, play: Play) -> Iterator[str]:
    """Where a scene that asks nothing leads."""
    there = tuple(_ways(paper, play))
    after = apply(play, WentOn()) if play.phase is Phase.READING else play
    yield from there or (f"<p>{escape(say('handout.then', title=paper.called(after.scene_id)))}</p>",)


def _ways(paper: Paper, play: Play) -> Iterator[str]:
    """Where it leads by what was done before."""
    found = [f"<li>{escape(each)}</li>" for each in ways(paper, play)]
    if found:
        yield f"<p>{escape(say('handout.ways'))}</p><ol>{''.join(found)}</ol>"


def _lands(play: Play) -> Iterator[str]:
    """Where that ending lies on the line, as far as that is said."""
    if isinstance(play.scene.body, Ending) and play.scene.body.side:
        yield f"<p><b>{escape(sentences.side_name(play.scene.body.side))}</b></p>"


def _listed(play: Play, numbers: _Numbers) -> str:
    """The scene's number and title; of an ending, with where it lies on the line."""
    body, name = play.scene.body, scene_title(play.scene)
    if isinstance(body, Ending):
        return say("handout.ending", title=name, side=sentences.side_name(body.side)) if body.side else name
    return f"{numbers[play.scene_id]}. {name}"


def _key(course: Course, play: Play, numbers: _Numbers) -> Iterator[str]:
    talk = say("handout.talk", minutes=sentences.minutes_words(play.scene.minutes)) if play.scene.minutes else ""
    yield f"<h2>{escape(_title(play, numbers))} <span class='soft'>{escape(talk)}</span></h2>"
    if play.scene.discuss:
        yield f"<ul>{''.join(f'<li>{escape(each)}</li>' for each in play.scene.discuss)}</ul>"
    exercise = play.exercise
    if exercise is None or not kinds.of(exercise).voted():
        return
    kind = kinds.of(exercise)
    turns = [kind.outcomes(turn, play.order) for turn, _ in kinds.turns(exercise)] if kind.asks() else []
    rows = [_row(course, play, numbers, at, each) for outcomes in turns for at, each in enumerate(outcomes)]
    yield f"<table>{''.join(rows)}</table>"


def _row(course: Course, play: Play, numbers: _Numbers, at: int, outcome: Outcome) -> str:
    rules = course.all_rules()
    verdict = judging.verdict(outcome)
    lands = rooms.landing(verdict, judging.side(outcome, rules), off_the_line=outcome.off_the_line)
    came = instead_of(play, outcome)
    said = (f"{each.sender or media.title(each.medium)}: {each.text}" for each in came.arrives)
    because = " ".join(filter(None, (came.happens, *said, came.because, _then(play, outcome, numbers))))
    touched = [rules[each].do for each in (*outcome.breaks, *outcome.misses, *outcome.follows, *outcome.avoids)]
    parts = (LETTERS[at], sentences.answered(outcome), lands, because, " ".join(dict.fromkeys(touched)))
    return f"<tr>{''.join(f'<td>{prose(each)}</td>' for each in parts)}</tr>"


def _then(play: Play, outcome: Outcome, numbers: _Numbers) -> str:
    """Where the option leads on this path; `""` where the scene asks on, or is answered at one go."""
    if play.whole() or play.phase is not Phase.DECIDING or outcome not in play.shown():
        return ""
    after = sent_on(play, (outcome.answer,))
    if after.scene_id == play.scene_id:
        return ""
    number = numbers.get(after.scene_id)
    title = f"{number}. {scene_title(after.scene)}" if number else scene_title(after.scene)
    return say("handout.then-here", title=title) if outcome.next[1:] else say("handout.then", title=title)


def _cards() -> Iterator[str]:
    yield "<section class='part cards'>"
    yield from (f"<div class='card'>{each}</div>" for each in LETTERS[:4])
    yield "</section>"
