"""What somebody takes home from a room: what they chose and where it landed, then the dos and don'ts, as one HTML file
that needs nothing else; so it can be kept when the server is long gone."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Set
from html import escape

from course.engine.outcome import Answer
from course.model import Course, Pair, Verdict
from course.progress.takeaway.style import STYLE
from course.room.results import Choice, Own
from course.room.votes import Vote
from course.text.html import document
from course.words import rooms, say

_STYLE = f"""{STYLE}
.votes p {{ margin: .15em 0; }} .votes h3 {{ margin-top: .9em; }} .under {{ color: var(--ink); }}
.right {{ color: var(--right); }} .over {{ color: var(--over); }} .soft {{ color: var(--soft); }}
a {{ color: inherit; }}
@media (max-width: 30rem) {{ main {{ margin: 1rem auto; }} header {{ display: block; }}
  header p {{ text-align: start; }}
  .pairs table, .pairs tbody, .pairs tr, .pairs th, .pairs td {{ display: block; }}
  .pairs th + th, .pairs td + td {{ border: 0; padding: 0 0 .5em; }} }}
@media print {{ .screen {{ display: none; }} }}
"""
_LEAST = 3
"""Rules of each pair, at the least."""
POLICY = (
    "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; img-src data:; style-src 'sha256-"
    + base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    + "'"
)
"""The page's Content-Security-Policy: its own style and nothing else."""


def page(course: Course, called: str, decisions: Iterable[Own], save: str = "") -> str:
    """The whole file. `called` is the room's name and day; `save` is the address from which it is saved, or `""` in
    the file that was saved."""
    made = list(decisions)
    met = {rule for each in made for option in each.question.options for rule in option.rules}
    body = [*_head(course, called, save), *_decisions(course, made), *_pairs(course.pairs, met)]
    if course.card:
        body.append(
            f'<section class="card"><h2>{escape(say("takeaway.card"))}</h2><p>{escape(course.card)}</p></section>'
        )
    return document(course.title, course.language, _STYLE, "\n".join(body))


def _head(course: Course, called: str, save: str) -> Iterator[str]:
    places = (say("line.end-under"), say("line.right"), say("line.end-over"))
    yield f"<header><h1>{escape(course.title)}</h1><p>{escape(called)}</p></header>"
    yield f'<div class="line">{"".join(f"<span>{escape(each)}</span>" for each in places)}</div>'
    if save:
        about, link = escape(say("room.mine.about")), escape(say("room.mine.save"))
        yield f'<p class="screen">{about} <a href="{escape(save)}" download>{link}</a></p>'


def _decisions(course: Course, decisions: Iterable[Own]) -> Iterator[str]:
    told = [line for each in decisions for line in _decision(course, each)]
    yield f'<section class="votes"><h2>{escape(say("room.mine.chose"))}</h2>'
    yield from told or [f"<p>{escape(say('room.mine.none'))}</p>"]
    yield "</section>"


def _decision(course: Course, each: Own) -> Iterator[str]:
    first, last = each.votes[0], each.votes[-1]
    yield f"<h3>{escape(rooms.place(each.question))}</h3>"
    if first.answer == last.answer:
        yield from _vote(course, each, last, "")
    else:
        yield from _vote(course, each, first, say("room.mine.first") + " ")
        yield from _vote(course, each, last, say("room.mine.then") + " ")
    chosen = _option(each, last.answer)
    advised = next((option for option in each.question.options if option.verdict is Verdict.DO), None)
    if advised and chosen and chosen.verdict not in (Verdict.DO, Verdict.EITHER):
        yield f'<p class="soft">{escape(say("room.mine.advised", said=_said(advised)))}</p>'


def _vote(course: Course, each: Own, vote: Vote, nth: str) -> Iterator[str]:
    option = _option(each, vote.answer)
    if option is None:
        yield f"<p>{escape(nth + say('room.said.pass'))}</p>"
        return
    where = rooms.lands(option.verdict, option.side, off_the_line=option.off_the_line)
    mark = rooms.mark(option.verdict, off_the_line=option.off_the_line)
    yield f"<p>{escape(nth)}{escape(_said(option))}</p>"
    yield f'<p class="{"soft" if option.off_the_line else option.side}">{mark} {escape(where)}</p>'
    rules = course.all_rules()
    if option.rules and option.rules[0] in rules:
        yield f'<p class="quote">{escape(rules[option.rules[0]].do)}</p>'


def _said(option: Choice) -> str:
    return rooms.option(option.put_on, option.sorted_as, option.said)


def _option(each: Own, answer: Answer) -> Choice | None:
    return next((option for option in each.question.options if option.answer == answer), None)


def _pairs(pairs: Iterable[Pair], met: Set[str]) -> Iterator[str]:
    """What to do on the left of the line, and what not to do on its right; of each pair the rules that were met in the
    room, and its first ones where those are few."""
    yield f'<section class="pairs"><h2>{escape(say("takeaway.pairs"))}</h2><table>'
    for pair in pairs:
        wanted = sorted(pair.rules, key=lambda rule: rule.id not in met)
        wanted = wanted[: max(_LEAST, sum(rule.id in met for rule in pair.rules))]
        do, dont = say("takeaway.do", name=pair.do), say("takeaway.dont", name=pair.dont)
        yield f'<tbody><tr><th scope="col">{escape(do)}</th><th scope="col">{escape(dont)}</th></tr>'
        for rule in pair.rules:
            if rule in wanted:
                yield f"<tr><td>{escape(rule.do)}</td><td>{escape(rule.dont)}</td></tr>"
        yield "</tbody>"
    yield "</table></section>"
