"""Where the records cannot be read, no command says that there are none; and hints run where they are said."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from course.words import say
from tests.cli.conftest import BAKERY, played, run

Printed = pytest.CaptureFixture[str]


@pytest.fixture(params=["a folder in its place", "a file where its folder would be", "not to be looked into"])
def unreadable(request: pytest.FixtureRequest, own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home of which nobody can say what is in it."""
    if request.param == "a folder in its place":
        (own_home / "journal.db").mkdir(parents=True)
    elif request.param == "a file where its folder would be":
        own_home.write_text("no folder")
    else:
        own_home.mkdir()
        looked, refused = Path.stat, PermissionError(13, "Permission denied")

        def stat(path: Path, **how: bool) -> object:
            if own_home in path.parents:
                raise refused
            return looked(path, **how)

        def refuse(*_: object, **__: object) -> None:
            raise refused

        monkeypatch.setattr(Path, "stat", stat)
        monkeypatch.setattr("course.journal.sqlite.keeper.open_file", refuse)


@pytest.mark.usefixtures("unreadable")
@pytest.mark.parametrize(
    "command",
    [
        ("progress", "--course", BAKERY),
        ("progress", "--json", "--course", BAKERY),
        ("report", "--course", BAKERY),
        ("export", "out.json"),
    ],
    ids=" ".join,
)
def test_no_command_says_that_nothing_is_there(
    command: tuple[str, ...], capsys: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(*command) == 2
    said = capsys.readouterr()
    assert "cannot be read" in said.err
    assert said.out == ""
    assert not (tmp_path / "out.json").exists()


@pytest.mark.usefixtures("unreadable")
def test_a_list_of_what_there_is_still_says_so(capsys: Printed) -> None:
    assert run("list", "--course", BAKERY) == 0
    said = capsys.readouterr()
    assert "cannot be read" in said.err
    assert "The thank-you" in said.out


@pytest.mark.usefixtures("unreadable")
def test_nothing_is_said_to_be_forgotten(capsys: Printed) -> None:
    status = run("forget", "--yes")
    said = capsys.readouterr()
    if "there is no journal at" not in said.err:  # below a file there is none, and that is true
        assert status == 2
        assert "Nothing was deleted." in said.err
        assert "You can play" not in said.err, "nothing plays here"


SHOWS = (
    ["progress", "--course", BAKERY],
    ["progress", "--json", "--course", BAKERY],
    ["report", "--course", BAKERY],
    ["export", "-"],
    ["list", "--course", BAKERY],
)


def test_garbage_in_any_page_of_the_journal_is_never_taken_for_nothing(own_home: Path, capsys: Printed) -> None:
    played("play", "back-door", "--course", BAKERY, typed="1\n3\n1\ni\n1\nwhy\n\n\n")
    journal = own_home / "journal.db"
    sound, size = journal.read_bytes(), 4096
    good = {tuple(command): (run(*command), capsys.readouterr().out) for command in SHOWS}
    noticed = 0
    for start in range(0, len(sound), size):
        for each in own_home.glob("journal*"):
            each.unlink()
        journal.write_bytes(sound[:start] + bytes(range(1, 256)) * 16 + b"!" * 16 + sound[start + size :])
        first = start // size % len(SHOWS)
        for command in SHOWS[first:] + SHOWS[:first]:  # whichever comes first sets it aside, and the others say so too
            status, said = run(*command), capsys.readouterr()
            if (status, said.out) == good[tuple(command)]:
                continue
            assert status == (0 if command[0] == "list" else 2), (start, command)
            assert "cannot be read (it was damaged)" in said.err
            assert str(own_home / "journal.set-aside-") in said.err, "and where it is now"
            assert "yet" not in said.out
            noticed += 1
    assert noticed > 40
    played("play", "back-door", "--course", BAKERY, typed="1\n3\n1\n\n\n")
    assert run("progress", "--course", BAKERY) == 0, "what was done since is shown"


def test_the_faces_say_so_too(own_home: Path) -> None:
    own_home.mkdir()
    (own_home / "journal.db").write_bytes(b"garbage" * 1000)
    told = played("play", "--plain", "--course", BAKERY, typed="r\nquit\n").stdout
    assert "Your journal was damaged" in told
    assert "cannot be read (it was damaged)" in told
    assert say("results.nothing") not in told


def test_the_companion_keeps_nothing_also_when_it_is_played_by_name(tmp_path: Path, capsys: Printed) -> None:
    ended = played("play", "extra-minute", typed="1\n1\n1\n")
    assert "are kept" not in ended.stdout
    assert "place is kept" not in ended.stdout
    run("export", str(tmp_path / "out.json"))
    assert json.loads((tmp_path / "out.json").read_text())["attempts"] == []
    run("play", "nope")
    assert "extra-minute" not in capsys.readouterr().err, "nor is it among what can be played"


def test_what_is_exported_to_a_dash_comes_out(capsys: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("export", "-") == 0
    assert json.loads(capsys.readouterr().out)["attempts"] == []
    assert list(tmp_path.glob("-*")) == []


def test_an_import_of_what_cannot_be_is_refused(tmp_path: Path, capsys: Printed) -> None:
    played("play", "back-door", "--course", BAKERY, typed="1\n3\n1\n\n\n")
    file = tmp_path / "out.json"
    run("export", str(file))
    data = json.loads(file.read_text())
    (decision,) = [made for each in data["attempts"][0]["events"] for made in each["decisions"]]
    for wrong in ({"worth": "7"}, {"worth": "-1"}, {"marks": {"warm": [9, 1, 0, 0]}}):
        kept = dict(decision)
        decision.update(wrong)
        file.write_text(json.dumps(data))
        assert run("import", str(file)) == 2
        assert "Nothing was added." in capsys.readouterr().err
        decision.update(kept)


def test_a_name_like_an_option_comes_back_in_the_hint() -> None:
    hint = played("play", "parking-lot", "--learner=-x", typed="\n1\n2\n").stdout.splitlines()[-1]
    words = shlex.split(hint.partition("fineline ")[2])
    assert "--learner=-x" in words
    assert played(*words, typed="").returncode == 0


def test_help_is_a_command_too(capsys: Printed) -> None:
    assert run("help") == 0
    assert "\n  play " in capsys.readouterr().out
    assert run("help", "play") == 0
    assert say("command.play") in " ".join(capsys.readouterr().out.split())


def test_the_warm_up_counts_for_nothing_and_has_no_share_in_the_list(capsys: Printed) -> None:
    played("play", "warm-up", typed="1\n\n" * 12)
    assert run("list") == 0
    (line,) = [each for each in capsys.readouterr().out.splitlines() if each.startswith("warm-up ")]
    assert "done" in line
    assert "%" not in line
