"""`fineline progress`: dos and don'ts apart, from first answers; what trips you; how well you can tell."""

from __future__ import annotations

import argparse

from course.cli import faces
from course.cli.outcome import CouldNotRun


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--json", action="store_true", help="print it as data")
    parser.add_argument("--course", metavar="PATH", help="another course than the one that came along")


def run(options: argparse.Namespace) -> int:
    """Print the progress."""
    from course import places, wording
    from course.journal import Journal
    from course.journal.progress import as_data, progress
    from course.shelf import CourseBroken, Shelf

    try:
        shelf = Shelf(faces.find(options.course))
    except CourseBroken as problem:
        raise CouldNotRun(str(problem)) from None
    journal = Journal.open(places.journal_file())
    standing = progress(journal.attempts(shelf.course.id))
    journal.close()
    if options.json:
        import json

        print(json.dumps({"course": shelf.course.id, **as_data(standing)}, indent=2, ensure_ascii=False))
        return 0
    print(wording.score_sentence(standing.first))
    for pair in shelf.course.pairs:
        if pair.id in standing.first.pairs:
            print(wording.pair_line(pair, standing.first.pairs[pair.id]))
    rules = shelf.course.all_rules()
    for rule_id, count in standing.broken[:3]:
        rule = rules.get(rule_id)
        if rule is not None:
            print(f"Broken {wording.times(count)}: {rule.dont} Instead: {rule.do}")
    for sentence in wording.forecast_sentences(standing.forecasts):
        print(sentence)
    return 0
