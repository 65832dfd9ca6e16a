"""Each command: what it prints, and its exit status."""

from __future__ import annotations

import io
import json
import re
import shutil
from fractions import Fraction
from pathlib import Path

import pytest

from course.cli.commands import COMMANDS
from course.engine.totals import Score
from course.words import say, sentences
from tests.cli.conftest import BAKERY, played, run
from tests.folders import COUNTER, ROOT

Printed = pytest.CaptureFixture[str]


def test_help_names_every_command_and_every_exit_status(capsys: Printed) -> None:
    assert run("--help") == 0
    said = capsys.readouterr().out
    for name in COMMANDS:
        assert f"\n  {name} " in said
    for status in ("0 ", "1 ", "2 ", "130 ", "143 ", "141 "):
        assert status in said


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself(command: str, capsys: Printed) -> None:
    assert run(command, "--help") == 0
    assert say(COMMANDS[command]) in " ".join(capsys.readouterr().out.split())


def test_version(capsys: Printed) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out.startswith("fineline")


def test_list_has_a_line_for_each_scenario(capsys: Printed) -> None:
    assert run("list", "--course", BAKERY) == 0
    assert capsys.readouterr().out.splitlines() == [
        "thank-you    2 min                         The thank-you",
        "back-door    1 min                         The back door",
    ]


def test_list_says_how_each_scenario_went_and_which_cannot_be_played(tmp_path: Path, capsys: Printed) -> None:
    course = shutil.copytree(BAKERY, tmp_path / "bakery")
    played("play", "back-door", "--course", BAKERY, typed="1\n3\n1\n\n\n")
    (course / "thanks" / "thank-you.yaml").write_text("title: The thank-you\nstart: nowhere\n")
    assert run("list", "--course", str(course)) == 0
    said = capsys.readouterr().out
    assert "unavailable            The thank-you\n" in said
    assert "thanks/thank-you.yaml, line" in said
    assert "first 0%               The back door\n" in said


def test_options_may_stand_before_the_command(capsys: Printed) -> None:
    assert run("--course", BAKERY, "list") == 0
    assert "The back door" in capsys.readouterr().out


def test_progress_in_words(capsys: Printed) -> None:
    assert run("progress", "--course", BAKERY) == 0
    assert (
        capsys.readouterr().out
        == "Nothing to show yet. Results begin with the first answer that counts; play a story to give it.\n"
    )
    played("play", "back-door", "--course", BAKERY, typed="1\n3\n1\n\n\n")
    assert run("progress", "--course", BAKERY) == 0
    assert capsys.readouterr().out.splitlines() == [
        "This happened once:",
        "The back door: Ask your cousin to look at the list.",
        "Next time: Write to the person you met.",
        "First answers count: 0 of 1 answer landed as advised, 0%.",
        "For each pair: how often you did what was called for, and how often you kept from what tempted. "
        "One answer can count in several rows.",
        "Right person: did 0 of 1. Wrong person: kept from it 0 of 1.",
        "Wrong everywhere: kept from it 0 of 1.",
        "The one that you called pushy came across that way.",
        "The back door: first 0%.",
        "What became of it: End.",
    ]


def test_nothing_is_a_pass_before_everything_was_played(capsys: Printed) -> None:
    played("play", "back-door", "--seed", "1", "--course", BAKERY, typed="2\n\n2\n\n\n")
    assert run("progress", "--course", BAKERY) == 0
    assert "1 of 1 answer landed as advised, 100%.\n" in capsys.readouterr().out
    all_of_it = Score(1, Fraction(1), 1, 0, {})
    assert sentences.pass_sentence(all_of_it, Fraction(3, 4), complete=True) == (
        "This course calls 75% or more a pass, and that is one."
    )
    assert sentences.pass_sentence(all_of_it, Fraction(3, 4), complete=False) == ""


def test_where_nothing_counts_no_first_answer_is_said_to(monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    typed = "help\n1\nhelp\nback\nhelp\n" + "1\n\n" * 11 + "help\ndebrief\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    run("play", "warm-up", "--plain")
    said = capsys.readouterr().out
    assert said.count("go back one decision: what if?") > 2
    assert "irst answer" not in said


def test_progress_as_data_keeps_do_and_dont_apart(capsys: Printed) -> None:
    played("play", "back-door", "--course", BAKERY, typed="1\n3\n1\n\n\n")
    assert run("progress", "--json", "--course", BAKERY) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["course"] == "bakery"
    assert data["version"] == 1
    assert data["scenarios"]["back-door"] == {
        "attempts": 1,
        "finished": 1,
        "first": 0.0,
        "best": 0.0,
        "ending": "right",
        "became": "End",
        "became_on": "right",
        "strayed": True,
    }
    assert data["overall"]["first"]["pairs"]["right"] == {"do": {"got": 0, "of": 1}, "dont": {"got": 0, "of": 1}}
    assert data["forecasts"] == [{"called": "over", "landed": "over", "count": 1}]
    assert data["habits"] == [], "one scene makes no habit"
    assert data["thought_again"] == {"outside": 1, "stopped": 0, "led_away": 0}


def test_before_the_first_scenario_report_and_progress_end_well_and_say_that_there_is_nothing_yet(
    capsys: Printed,
) -> None:
    assert run("progress") == 0
    assert "Nothing to show yet" in capsys.readouterr().out
    assert run("report") == 0
    assert "You have not played yet" in capsys.readouterr().out
    assert run("report", "--json") == 0
    assert json.loads(capsys.readouterr().out)["scenarios"] == {"finished": 0, "of": 16}


def test_forget_without_a_terminal_refuses_unless_told_yes(own_home: Path, capsys: Printed) -> None:
    played("play", "back-door", "--course", BAKERY, typed="\n1\n3\n1\n")
    refused = played("forget", typed="yes\n")
    assert refused.returncode == 2
    assert "every answer you have given in every course" in refused.stderr
    assert str(own_home) in refused.stderr
    assert run("forget", "--yes") == 0
    assert capsys.readouterr().out == "Deleted 1 attempt.\n"


def test_forget_one_course_leaves_the_others(capsys: Printed) -> None:
    played("play", "parking-lot", typed="\n1\n3\n1\n")
    assert run("forget", "--yes", "--course", BAKERY) == 0
    assert run("forget", "--yes") == 0
    assert capsys.readouterr().out == "Deleted 0 attempts.\nDeleted 1 attempt.\n"


def test_forget_takes_the_cache_too(own_home: Path) -> None:
    kept = own_home / "cache" / "contents.json"
    kept.parent.mkdir(parents=True)
    for _ in range(2):  # before there is a journal, and after
        kept.write_text("{}")
        assert run("forget", "--yes") == 0
        assert not kept.exists()
        played("play", "back-door", "--plain", "--course", BAKERY, typed="1\n")


def test_forget_begins_no_journal_and_deletes_what_was_set_aside(own_home: Path, capsys: Printed) -> None:
    assert run("forget", "--yes") == 0
    assert "Nothing is kept" in capsys.readouterr().err
    assert not own_home.exists()
    own_home.mkdir()
    (own_home / "journal.db").write_bytes(b"this is no journal" * 100)
    assert run("forget", "--yes", "--set-aside") == 0
    assert "set-aside" in capsys.readouterr().out, "said to be deleted"
    assert [each.name for each in own_home.iterdir()] == ["journal.db"]


def test_check_is_clean_on_a_sound_course(capsys: Printed) -> None:
    assert run("check", BAKERY) == 0
    assert "2 scenarios with 7 scenes can be played" in capsys.readouterr().out


def test_check_names_the_place_and_leaves_with_one(tmp_path: Path, capsys: Printed) -> None:
    (tmp_path / "course.yaml").write_text("format: 2\ntitel: Oops\npairs: {}\n")
    assert run("check", str(tmp_path)) == 1
    out = capsys.readouterr().out
    assert "course.yaml:2:1: error" in out
    assert "title" in out


def test_check_as_data(tmp_path: Path, capsys: Printed) -> None:
    (tmp_path / "course.yaml").write_text("format: 2\ntitel: Oops\n")
    assert run("check", str(tmp_path), "--format", "json") == 1
    data = json.loads(capsys.readouterr().out)
    assert data["version"] == 1
    found = next(problem for problem in data["problems"] if problem["code"] == "unknown-key")
    assert found == {
        "code": "unknown-key",
        "level": "error",
        "file": "course.yaml",
        "line": 2,
        "column": 1,
        "message": 'A course has no field called "titel".',
        "meant": "title",
        "edits": [{"line": 2, "text": "title: Oops"}],
        "mend": found["mend"],
        "source": "titel: Oops",
        "also": [],
    }


def test_play_from_a_scene_is_a_rehearsal_and_leaves_no_trace(capsys: Printed) -> None:
    result = played("play", "thank-you", "--from", "thursday", "--seed", "7", "--course", BAKERY, typed="1\n2\n1\n\n\n")
    assert "nothing of it is kept" in result.stdout
    assert run("progress", "--json", "--course", BAKERY) == 0
    assert json.loads(capsys.readouterr().out)["overall"]["first"]["decisions"] == 0


def test_the_same_seed_gives_the_same_order() -> None:
    first, second = (played("play", "thank-you", "--seed", "7", "--course", BAKERY).stdout for _ in range(2))
    assert first == second


def test_without_a_terminal_the_plain_face_answers() -> None:
    result = played("--course", BAKERY)
    assert result.returncode == 0
    assert "1. The thank-you" in result.stdout
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lst"], 'There is no command "lst". Did you mean list?'),
        (["thank-you"], "fineline play thank-you --course"),
        (["The Back Dor"], "fineline play back-door --course"),
        (["takeaway"], 'There is no command "takeaway". Did you mean report?'),
        (["take-away"], "Did you mean report?"),
        (["companion"], "Did you mean ask?"),
        (["settings"], 'There is no command "settings". That is at home: fineline. '),
        (["xyz"], 'There is no command "xyz". To see what there is: fineline --help'),
        (["play", "thank-yu"], 'There is no scenario "thank-yu" in the course "The bakery", in '),
        (["play", "thank-yu"], "bakery. Did you mean thank-you?"),
        (["play", ""], "argument SCENARIO: it is empty"),
        (["play", "thank-you", "--from", ""], "argument --from: it is empty"),
        (["play", "thank-you", "--course", ""], "argument --course: it is empty"),
        (["play", "The Back Door"], "Did you mean back-door?"),
        (["play", "back-door.yml"], "Did you mean back-door?"),
        (["host", "the-back-dor", "--plain"], "Did you mean back-door?"),
        (["print", "door"], "Did you mean back-door?"),
        (["list", "--learner", "ann\udcff"], "A learner's name is made of letters, and ann\ufffd holds what is none."),
        (["play", "xyz"], "There is: thank-you, back-door."),
        (["play", "thank-you", "--from", "thursdy"], 'There is no scene "thursdy". Did you mean thursday?'),
        (["play", "--from", "thursday"], "--from needs a scenario"),
        (["play", "thank-you", "--seed", "-1"], "is not a whole number from 0"),
        (["play", "--sead", "3"], "unrecognized arguments"),
        (["check", "/no/such/place"], "There is nothing at"),
        (["check", str(ROOT / "tests" / "faces")], "course.yaml"),
    ],
)
def test_what_cannot_run_says_why_and_leaves_with_two(arguments: list[str], said: str, capsys: Printed) -> None:
    course = [] if arguments[0] in ("check", "lst") else ["--course", BAKERY]
    assert run(*arguments, *course) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""


def test_a_course_that_cannot_be_played_says_how_to_see_why(tmp_path: Path, capsys: Printed) -> None:
    (tmp_path / "course.yaml").write_text("title: No pairs\n")
    assert run("list", "--course", str(tmp_path)) == 2
    assert f"cannot be played. To see what to mend: fineline check {tmp_path}" in capsys.readouterr().err


def test_check_says_no_more_of_a_course_than_learners_get(tmp_path: Path, capsys: Printed) -> None:
    course = shutil.copytree(BAKERY, tmp_path / "bakery")
    (course / "course.yaml").write_text("")
    assert run("check", str(course)) == 1
    said = capsys.readouterr().out
    assert "learners cannot play this course" in said
    assert "can be played" not in said
    assert "take the file away" not in said
    run("check", str(course), "--format", "json")
    assert json.loads(capsys.readouterr().out)["scenarios"] == []


def test_a_course_without_scenarios_is_told_that_once(tmp_path: Path, capsys: Printed) -> None:
    shutil.copy(Path(BAKERY) / "course.yaml", tmp_path / "course.yaml")
    run("check", str(tmp_path), "--format", "json")
    problems = json.loads(capsys.readouterr().out)["problems"]
    (problem,) = [each for each in problems if each["code"] == "rule-never-followed"]
    assert "no scenario in this course yet" in problem["message"]


def test_a_scenario_that_cannot_be_played_says_why(tmp_path: Path, capsys: Printed) -> None:
    course = shutil.copytree(BAKERY, tmp_path / "bakery")
    (course / "thanks" / "thank-you.yaml").write_text("title: The thank-you\nstart: nowhere\n")
    assert run("play", "thank-you", "--course", str(course)) == 2
    said = capsys.readouterr().err
    assert "This scenario is not available. thanks/thank-you.yaml, line" in said
    assert f"To see more: fineline check {course}" in said


def island(course: Path) -> Path:
    """The bakery with a scene that nobody can reach, which is a warning."""
    copy = shutil.copytree(BAKERY, course)
    file = copy / "thanks" / "thank-you.yaml"
    file.write_text(file.read_text().rstrip("\n") + "\n  island:\n    ending: quiet\n    text: Nobody comes here.\n")
    return copy


def test_a_warning_fails_only_a_strict_check(tmp_path: Path, capsys: Printed) -> None:
    course = island(tmp_path / "bakery")
    assert run("check", str(course)) == 0
    assert "warning" in capsys.readouterr().out
    assert run("check", str(course), "--strict") == 1


def test_check_for_github_prints_annotations(tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    course = island(tmp_path / "a,b")
    monkeypatch.chdir(tmp_path)
    assert run("check", str(course), "--format", "github") == 0
    (line,) = [line for line in capsys.readouterr().out.splitlines() if "unreachable-scene" in line]
    start = "::warning file=a%2Cb/thanks/thank-you.yaml,line="
    assert line.startswith(start)
    assert ',col=3,title=unreachable-scene::Nothing leads to the scene "island". Give a choice' in line


def test_odds_for_people(capsys: Printed) -> None:
    assert run("odds", "back-door", "--course", BAKERY) == 0
    said = capsys.readouterr().out
    assert said.startswith("The back door\n\n2 of 2 scenes can be reached, on 2 paths of 1 decision.\n")
    assert "The chance to pass (75% or more) without reading: 1 in 2." in said


def test_odds_as_data_are_exact(capsys: Printed) -> None:
    assert run("odds", "--json", "--course", BAKERY) == 0
    data = json.loads(capsys.readouterr().out)
    by_id = {each["scenario"]: each for each in data["scenarios"]}
    assert by_id["back-door"]["pass"]["chance"] == {"exact": "1/2", "value": 0.5}
    assert by_id["back-door"]["paths"] == 2


def test_where_nothing_is_scored_there_is_nothing_to_pass(capsys: Printed) -> None:
    """A companion tells somebody what to do right now: its endings have odds, and nobody passes or fails it."""
    assert run("odds", "before-you-say-it", "--course", str(COUNTER)) == 0
    said = capsys.readouterr().out
    assert "Its answers are not scored, so there is nothing to pass." in said
    assert re.search(r"ending +side +guesser\n", said)
    assert not re.search(r"chance to pass|score +worst|a score of", said)


def test_a_warm_up_has_scores_and_nothing_to_pass(capsys: Printed) -> None:
    assert run("odds", "first-round", "--course", str(COUNTER)) == 0
    said = capsys.readouterr().out
    assert "It stands apart and counts for nothing, so there is nothing to pass." in said
    assert "score " in said
    assert "chance to pass" not in said


def test_odds_of_a_scenario_that_is_not_there(capsys: Printed) -> None:
    assert run("odds", "bak-door", "--course", BAKERY) == 2
    assert "Did you mean back-door?" in capsys.readouterr().err


def test_map_prints_a_tree_where_nobody_walks(capsys: Printed) -> None:
    assert run("map", "back-door", "--course", BAKERY) == 0
    assert capsys.readouterr().out.splitlines()[:3] == ["The back door", "", "The back door  day 3"]


@pytest.mark.parametrize(("name", "start"), [("a.svg", "<svg "), ("a.mmd", "flowchart TD"), ("a.md", "```mermaid")])
def test_map_writes_a_drawing_and_never_over_another(name: str, start: str, tmp_path: Path, capsys: Printed) -> None:
    file = tmp_path / name
    assert run("map", "back-door", "--course", BAKERY, "--output", str(file)) == 0
    assert file.read_text(encoding="utf-8").startswith(start)
    assert run("map", "back-door", "--course", BAKERY, "--output", str(file)) == 2
    assert "--force" in capsys.readouterr().err
    assert run("map", "back-door", "--course", BAKERY, "--output", str(file), "--force") == 0


def test_map_of_several_scenarios_does_not_go_into_one_file(tmp_path: Path, capsys: Printed) -> None:
    assert run("map", "--course", BAKERY, "--output", str(tmp_path / "a.svg")) == 2
    assert "thank-you, back-door" in capsys.readouterr().err


def test_a_drawing_of_another_format_is_not_written(tmp_path: Path, capsys: Printed) -> None:
    assert run("map", "back-door", "--course", BAKERY, "--output", str(tmp_path / "a.png")) == 2
    assert ".svg" in capsys.readouterr().err


def test_stats_for_people(capsys: Printed) -> None:
    assert run("stats", BAKERY) == 0
    said = capsys.readouterr().out
    assert all(len(line) <= 80 for line in said.splitlines())
    assert "all together" in said
    assert "Who reads nothing and picks blindly scores" in said


def test_stats_as_data(capsys: Printed) -> None:
    assert run("stats", BAKERY, "--json") == 0
    data = json.loads(capsys.readouterr().out)
    assert [each["scenario"] for each in data["scenarios"]] == ["thank-you", "back-door"]
    assert {each["name"] for each in data["guessers"]} >= {"blind", "longest", "shortest"}
    assert all(each["followed"] or each["broken"] for each in data["rules"])


def test_explain_says_what_a_code_means(capsys: Printed) -> None:
    assert run("explain", "needs-quotes") == 0
    said = capsys.readouterr().out
    assert said.startswith("A text that needs quotes\nneeds-quotes, an error: it has to be mended\n")
    assert "    title: The key: mine\n" in said
    assert '    title: "The key: mine"\n' in said
    assert run("explain", "[needs-quotes]") == 0


def test_explain_lists_every_code(capsys: Printed) -> None:
    from course.reading.problems.codes import CODES

    assert run("explain") == 0
    said = capsys.readouterr().out
    for code in CODES.values():
        assert f"  {code.id} " in said


@pytest.mark.parametrize("asked", ["Needs Quotes", "[needs-quotes]", "needs_quotes", "needs quotes"])
def test_explain_knows_a_code_however_it_is_written(asked: str, capsys: Printed) -> None:
    assert run("explain", asked) == run("explain", *asked.split()) == 0
    assert capsys.readouterr().out.count("needs-quotes, an error") == 2


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("quotes", "Perhaps stray-quotes, needs-quotes or open-quote."),
        ("twins", "Perhaps unknown-twin, twin-differs or twin-same-key."),
        ("zebra", 'There is no code "zebra". To see them all'),
        ("", 'There is no code "". To see them all'),
    ],
)
def test_explain_names_what_has_to_do_with_a_word(asked: str, hint: str, capsys: Printed) -> None:
    assert run("explain", asked) == 2
    assert hint in capsys.readouterr().err


def test_explain_guesses_what_was_meant(capsys: Printed) -> None:
    assert run("explain", "need-quotes") == 2
    assert "Did you mean needs-quotes?" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "stats", "odds", "map", "fix", "blind"])
def test_authors_commands_take_the_course_one_stands_in(
    command: str, tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = shutil.copytree(BAKERY, tmp_path / "bakery")
    monkeypatch.chdir(course / "thanks")
    (course / "thanks" / "thank-you.yaml").write_text("titel: The thank-you\n")
    run(command)
    said = capsys.readouterr()
    assert "thank-you" in said.out + said.err
    assert "parking" not in said.out + said.err


def test_a_reading_copy_for_the_terminal(capsys: Printed) -> None:
    assert run("proof", "back-door", "--course", BAKERY) == 0
    said = capsys.readouterr().out
    assert said.startswith("The back door: a reading copy\n")
    assert re.search(r"\[\S*back-door\.yaml:\d+\]", said)


@pytest.mark.parametrize(("form", "start"), [("--html", "<!doctype html>"), ("--md", "# The back door")])
def test_a_reading_copy_is_written_and_never_over_another(
    form: str, start: str, tmp_path: Path, capsys: Printed
) -> None:
    file = tmp_path / "copy"
    assert run("proof", "back-door", "--course", BAKERY, form, str(file)) == 0
    assert file.read_text(encoding="utf-8").startswith(start)
    assert run("proof", "back-door", "--course", BAKERY, form, str(file)) == 2
    assert "--force" in capsys.readouterr().err
    assert run("proof", "back-door", "--course", BAKERY, form, str(file), "--force") == 0


def test_a_reading_copy_holds_one_scenario(tmp_path: Path, capsys: Printed) -> None:
    assert run("proof", "--course", BAKERY, "--md", str(tmp_path / "copy.md")) == 2
    assert "thank-you, back-door" in capsys.readouterr().err


def test_list_says_that_the_settings_cannot_be_read(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own_home.mkdir()
    (own_home / "settings.json").write_text("{")
    assert run("list", "--course", BAKERY) == 0
    said = capsys.readouterr()
    assert "The thank-you" in said.out
    assert "settings" in said.err


def test_what_was_exported_is_said_to_be_out_of_reach_of_forgetting(tmp_path: Path, capsys: Printed) -> None:
    assert run("export", str(tmp_path / "mine.json")) == 0
    assert "fineline forget does not reach it" in capsys.readouterr().out
    assert run("forget") == 2, "there is nobody to ask"
    assert "What you have exported or saved elsewhere is out of its reach." in capsys.readouterr().err
