"""The debrief in plain lines: each decision beside what was advised, then what they amount to."""

from __future__ import annotations

from course.engine import debrief, totals
from course.engine.debrief import Entry
from course.engine.play import Play
from course.faces.plain.conversation import Conversation
from course.words import sentences


def tell(play: Play, talk: Conversation, since: int = 0) -> None:
    """Decisions from number `since` (counted from 0) on, and the score, which only first answers make."""
    entries = debrief.entries(play)[since:]
    if since and entries:
        talk.say("Since then you tried:")
    for entry in entries:
        _entry(entry, play, talk)
    score = totals.score(play.decisions)
    for sentence in (sentences.score_sentence(score), *sentences.marks_lines(play.course, score)):
        talk.say(sentence)
    for sentence in sentences.forecast_sentences(totals.forecasts(play.decisions)):
        talk.say(sentence)


def _entry(entry: Entry, play: Play, talk: Conversation) -> None:
    decision = entry.decision
    tried = "" if decision.counts else ", tried"
    talk.say(f"{entry.index + 1}. {decision.title}: {sentences.side_name(decision.side)}{tried}.")
    talk.say(f"You: {sentences.said(play.course, decision)}", indent="   ")
    for outcome in entry.advised:
        talk.say(f"Advised: {sentences.said(play.course, outcome)}", indent="   ")
    for rule in entry.rules:
        words = sentences.rule_dont if rule.id in decision.breaks else sentences.rule_do
        talk.say(words(rule, play.course.pair(rule.pair)), indent="   ")
