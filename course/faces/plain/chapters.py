"""Chapters in plain lines: what a pair is about, before its first scenario; what the learner did, after its last."""

from __future__ import annotations

from course.faces.plain.desk import Desk
from course.words import sentences


def opened(desk: Desk, scenario_id: str) -> None:
    """Say what the scenario's pair is about, if a chapter begins with it."""
    chapter = desk.visit.opens(scenario_id)
    if chapter is None or chapter.pair is None:
        return
    desk.talk.say(f"{chapter.title}.")
    desk.talk.prose(chapter.pair.intro)
    desk.talk.say()


def closed(desk: Desk, scenario_id: str) -> None:
    """Say what the learner did in all of the chapter, if this scenario has just completed it."""
    talk, course = desk.talk, desk.visit.course
    chapter = desk.visit.closes(scenario_id)
    if chapter is None:
        return
    found = desk.visit.lessons(chapter)
    talk.say(f"That was all of {chapter.title}.")
    for line in sentences.marks_lines(course, found.score):
        talk.say(line)
    for heading, made in (("Worth keeping:", found.kept), ("Worth another look:", found.slipped)):
        if made:
            talk.say(heading)
        for decision, rules in made:
            talk.say(f"You: {sentences.said(course, decision)}")
            for rule in rules:
                talk.say(sentences.rule_do(rule, course.pair(rule.pair)))
    for sentence in sentences.forecast_sentences(found.forecasts):
        talk.say(sentence)
    talk.say()
