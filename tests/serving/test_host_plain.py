"""A room led line by line, with a real server beside it that is killed in the middle."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.folders import STALL
from tests.journals import eventually
from tests.terminal import Terminal

pytestmark = pytest.mark.slow
PATIENCE = 120.0
_HOST = [sys.executable, "-m", "course", "host", "--plain", "--course", str(STALL)]


class Led:
    """`fineline host --plain`, its lines and what it says."""

    def __init__(self, home: Path, *arguments: str) -> None:
        command = [*_HOST, *arguments]
        environment = {**os.environ, "FINELINE_HOME": str(home), "PYTHONUNBUFFERED": "1"}
        self._process = subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        self.said = ""
        self._patience = threading.Timer(PATIENCE, self._process.kill)  # nothing is waited for in vain
        self._patience.start()

    def type(self, line: str) -> None:
        """Type a line."""
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def until(self, words: str) -> str:
        """All it has said, once it has said that."""
        assert self._process.stdout is not None
        while words not in self.said:
            line = self._process.stdout.readline()
            assert line, self.said
            self.said += line
        return self.said

    def ended(self) -> int:
        """The exit status, though nothing more is typed."""
        return self._process.wait(PATIENCE)

    def __enter__(self) -> Led:
        return self

    def __exit__(self, *_: object) -> None:
        """Wait until it has ended."""
        self._process.communicate(timeout=PATIENCE)
        self._patience.cancel()


def _servers(home: Path) -> list[int]:
    """The servers that run for that home."""
    found = []
    for each in Path("/proc").glob("[0-9]*/environ"):
        try:
            environment, command = each.read_bytes(), each.with_name("cmdline").read_bytes()
        except OSError:
            continue
        if f"FINELINE_HOME={home}".encode() in environment and b"serve" in command:
            found.append(int(each.parent.name))
    return found


@pytest.fixture
def home(tmp_path: Path):  # type: ignore[no-untyped-def]
    yield tmp_path
    for each in _servers(tmp_path):
        os.kill(each, signal.SIGTERM)


def _come_in(origin: str, code: str) -> str:
    """Somebody comes in; their cookie."""
    entered = urllib.request.urlopen(
        urllib.request.Request(f"{origin}/r/{code}/enter", data=b"{}", method="POST"), timeout=PATIENCE
    )
    return str(entered.headers["Set-Cookie"].split(";")[0])


def _vote(origin: str, code: str, cookie: str, at: int) -> str:
    """They vote for the option of that number by POST, as a phone without WebSockets does; what they are told."""
    view = json.loads(urllib.request.urlopen(f"{origin}/screen/{code}/now", timeout=PATIENCE).read())["view"]
    answer = view["ballot"]["options"][at]["answer"]
    vote = json.dumps({"type": "Cast", "round": view["ballot"]["number"], "answer": answer}).encode()
    said = urllib.request.Request(f"{origin}/r/{code}/say", data=vote, method="POST", headers={"Cookie": cookie})
    return str(json.loads(urllib.request.urlopen(said, timeout=PATIENCE).read())["type"])


def _open_a_vote(led: Led) -> tuple[str, str]:
    """Begin the first scenario, and open its vote; where people come in, as this machine calls it, and the code."""
    said = led.until("People come in at")
    found = re.search(r"at (http://\S+) with the letters (\w+)", led.until("letters"))
    assert found, said
    origin, code = found.groups()
    led.until("1.")
    led.type("1")
    led.until("Read:")
    led.type("")
    assert "The number of a scenario, or help:" in led.until("The vote is open.")
    assert "Enter: open the vote. Or help:" in led.said
    return re.sub(r"//[^:]+:", "//127.0.0.1:", origin), code


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for the server among the processes")
def test_the_server_is_killed_in_the_middle_and_another_takes_its_place(home: Path) -> None:
    """At the same address, so that phones find it; what they were told is kept is there, and they vote on."""
    with Led(home) as led:
        origin, code = _open_a_vote(led)
        phones = [_come_in(origin, code) for _ in range(2)]
        assert _vote(origin, code, phones[0], 0) == "Kept"
        (server,) = _servers(home)
        os.kill(server, signal.SIGKILL)
        led.until("a new one runs in its place")
        assert _vote(origin, code, phones[1], 1) == "Kept"
        led.type("")
        led.until("The vote is closed; 2 have voted.")
        led.type("quit")
        led.type("end")
        led.until(f"{code} is over.")


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for the server among the processes")
def test_who_comes_back_after_the_server_has_died_finds_all_that_was_kept(home: Path) -> None:
    with Led(home, "--name", "Mondays") as led:
        origin, code = _open_a_vote(led)
        assert _vote(origin, code, _come_in(origin, code), 0) == "Kept"
        led.type("quit")
        led.type("")
        led.until(f"{code} stays open")
    (server,) = _servers(home)
    os.kill(server, signal.SIGKILL)

    with Led(home, "--resume") as again:
        again.until(f"{origin.rpartition(':')[2]} with the letters {code}")
        again.until("The vote is open.")
        again.type("")
        again.until("1 has voted")
        again.type("end")
        again.type("yes")
        again.until("This room is over.")


@contextmanager
def _begun_at_a_terminal(home: Path) -> Iterator[Terminal]:
    """The same at a terminal, where everything is by hand; the first scenario has begun."""
    with Terminal([*_HOST, "--by-hand"], env={"FINELINE_HOME": str(home)}) as led:
        led.read_until("The number of a scenario, or help:")
        led.answer("1\n", then="Enter: open the vote. Or help:")
        yield led


@pytest.mark.skipif(os.name != "posix", reason="what is pasted is told from what is typed on such terminals")
def test_of_a_chat_that_is_pasted_every_line_counts_and_no_letter_in_it_is_a_command(home: Path) -> None:
    """Also where the last line has no end; `b` typed alone goes back, and an empty line leads on."""
    with _begun_at_a_terminal(home) as led:
        led.answer("Anna: A\n\nTom: B\n", then="2 lines of a chat. More of it, or Enter to count them:")
        led.answer("\n", then="That can't be done just now.")  # and the vote is not opened
        led.answer("\n", then="Enter: close the vote. Or help:")
        led.answer("14:02 Anna: B\n\nb\nEve: call back\n14:03 Tom: a", then="3 lines of a chat. More of it")
        led.answer("\n", then="4 lines of a chat. More of it")
        led.answer("\n", then="Counted: 3 hands in all, in the place of any counted before. Left out: 1;")
        led.answer("x\n", then="Left out: call back")
        led.answer("A 500000\n", then="More than 10000 hands for one option can't be counted; nothing was.")
        led.answer("b\n", then="The vote is open. Go back, and void it?")
        led.answer("yes\n", then="Enter: open the vote. Or help:")


def test_any_other_word_than_yes_or_no_is_said_to_count_as_no(home: Path) -> None:
    with Led(home, "--by-hand") as led:
        for lines, then in (
            (["1", "", "A 2"], "Counted: 2 hands in all"),
            (["reveal", "reveal"], "reveal counts as no: nothing was done"),
            (["reveal", ""], "Enter counts as no: nothing was done"),
            (["quit", "stop"], "stop counts as no: nothing was done"),
            (["quit", ""], "is kept."),
        ):
            for line in lines:
                led.type(line)
            led.until(then)


def test_of_what_cannot_be_done_at_a_step_it_is_said_where_it_can_be(home: Path) -> None:
    with Led(home, "--by-hand") as led:
        for lines, then in (
            (["void", "yes"], "A vote is voided from when it is opened until the room goes on."),
            (["1", "", "talk"], "Talk before a vote is opened, or once it is closed."),
            (["reveal", "yes"], "Reveal where something is asked, and no vote is open."),
        ):
            for line in lines:
                led.type(line)
            led.until(then)


def test_it_is_said_before_a_vote_that_was_not_revealed_is_left_and_no_debrief_tells_of_it(home: Path) -> None:
    lost, hidden = "how the room split would be told nowhere.", "A vote on this was never revealed: "
    for leaving in (["end", "yes"], ["quit", "end"], ["another story", "yes", "debrief", "quit", "end"]):
        with Led(home, "--by-hand") as led:
            for line in ("1", "", "3124"):
                led.type(line)
            assert lost not in led.until("a number alone says not for what")
            for line in ("A 9 B 4", "", *leaving):
                led.type(line)
            assert led.until(hidden).count(lost) == 1
            assert led.ended() == 0


@pytest.mark.skipif(os.name != "posix", reason="a terminal of that kind")
def test_an_enter_that_bounces_moves_one_step(home: Path) -> None:
    with _begun_at_a_terminal(home) as led:
        led.answer("\n\n", then="Enter: close the vote. Or help:")
        led.answer("notes\n", then="Enter: close the vote. Or help:")


def test_the_letter_of_an_option_goes_on_with_it_also_where_it_is_a_command_elsewhere(home: Path) -> None:
    with Led(home, "--by-hand") as led:
        for lines, then in (
            (["1"], "Read:"),
            ([""], "The vote is open."),
            (["Anna: a", "Tom: b", ""], "Counted: 2 hands in all"),
            ([""], "The vote is closed; 2 have voted."),
            (["reveal", "yes"], "This is how it lands:"),
            (["b"], "What came of it:"),
            (["quit", ""], "is kept."),
        ):
            for line in lines:
                led.type(line)
            led.until(then)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for the server among the processes")
@pytest.mark.parametrize("by_hand", [False, True])
def test_a_room_that_is_forgotten_is_led_no_more_and_no_server_is_begun_for_it(home: Path, by_hand: bool) -> None:
    """That is said once, nobody has to press Enter, and what is said last is no word of coming back."""
    with Led(home, *(["--by-hand"] if by_hand else [])) as led:
        led.until("1.")
        _rooms(home, "forget", _code(home), "--yes")
        said = led.until("nothing of it is kept.")
        assert said.count("This room was forgotten; there is nothing to lead any more.") == 1
        assert "can't be reached" not in said
        assert "a new one runs" not in said
        assert "--resume" not in said.split("This room was forgotten")[1]
        assert led.ended() == 0
    eventually(lambda: not _servers(home))  # the one that held it ends within seconds, and takes no other's place


def test_a_room_that_is_stopped_elsewhere_is_led_no_more_and_is_kept(home: Path) -> None:
    with Led(home, "--by-hand") as led:
        led.until("1.")
        code = _code(home)
        _rooms(home, "stop", code)
        assert f"fineline rooms show {code}" in led.until(f"{code} is over.")
    assert code in _rooms(home)


@pytest.mark.skipif(os.name != "posix", reason="a pipe that nobody reads is known otherwise there")
@pytest.mark.parametrize("lines", [1, 3])
@pytest.mark.parametrize("more", [["--by-hand"], [], ["--rehearse", "2"]], ids=" ".join)
def test_it_ends_when_nobody_reads_it_any_more(home: Path, more: list[str], lines: int) -> None:
    """Whoever would be told has gone, while it waits for a line, or for the server."""
    environment = {**os.environ, "FINELINE_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [*_HOST, *more], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as led:
        assert led.stdin is not None
        assert led.stdout is not None
        assert led.stderr is not None
        for _ in range(lines):
            led.stdout.readline()
        led.stdout.close()
        _rooms(home, "forget", _code(home), "--yes")  # of which it would tell
        assert led.wait(PATIENCE) in (0, 141)
        assert b"Traceback" not in led.stderr.read()
        led.stdin.close()


def _rooms(home: Path, *what: str) -> str:
    """What `fineline rooms` says there."""
    command = [sys.executable, "-m", "course", "rooms", *what, "--course", str(STALL)]
    environment = {**os.environ, "FINELINE_HOME": str(home)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def _code(home: Path) -> str:
    """The letters of the one room that is kept there, once it is."""
    eventually(lambda: _rooms(home) != "")
    return _rooms(home).split()[0]
