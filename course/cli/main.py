"""The command `fineline`: finds the command that was asked for, runs it, and never shows a traceback."""

from __future__ import annotations

import argparse
import io
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from types import FrameType
from typing import NoReturn

from course.cli.exit_status import BY_SIGNAL, COULD_NOT_RUN, FINE, CouldNotRun, Stopped

COMMANDS = {
    "play": "play a scenario",
    "ask": "take the extra minute: about to follow up, right now?",
    "list": "list the scenarios and how they went",
    "progress": "show what you are good at, and what trips you",
    "report": "one page of what you did and should keep, to print or to save",
    "forget": "delete what the journal keeps of you",
    "new": "begin a course or a scenario, small and complete, to write over",
    "check": "check a course for problems",
    "explain": "say what the code of a problem means, with an example",
    "preview": "see a scenario as learners do, while you write it",
    "map": "draw a scenario, to walk in, or as text, SVG or Mermaid",
    "stats": "count what a course holds, and which rules it practises",
    "odds": "work out what any path through a scenario can bring",
    "fix": "mend what is mechanical: quotes, tabs, lost text; shown and asked first",
    "schema": "print the JSON Schema of courses, for editors",
}
"""Each command, in the order of the help; its module is `course.cli.NAME_command`."""

_FIRST_FOR_AUTHORS = "new"

_EPILOG = """\
exit status: 0 all went well; 1 a check found problems; 2 it could not run;
130 stopped by Ctrl+C; 143 stopped by SIGTERM; 141 nobody read the output.

environment: FINELINE_HOME is the folder for journal and settings;
FINELINE_DEBUG=1 shows an unexpected error in full.

fineline COMMAND --help says more of a command."""


def main(argv: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit status."""
    _ready_streams()
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        status = _run(sys.argv[1:] if argv is None else list(argv))
    except SystemExit as left:  # argparse leaves this way
        status = left.code if isinstance(left.code, int) else FINE
    except CouldNotRun as problem:
        print(f"fineline: {problem}", file=sys.stderr)
        status = COULD_NOT_RUN
    except KeyboardInterrupt as stopped:
        status = BY_SIGNAL + (stopped.number if isinstance(stopped, Stopped) else signal.SIGINT)
    except BrokenPipeError:
        status = _nobody_reads()
    except OSError as error:
        status = _cannot_write(error) if error.filename is None else _unexpected(error)
    except Exception as error:
        status = _unexpected(error)
    finally:
        signal.signal(signal.SIGTERM, before)
    sys.exit(_flushed(status))


def leave() -> NoReturn:
    """What the installed command runs: the command line, and then out at once.

    By now everything is written and closed; taking a large course apart, object by object, is time for nothing.
    """
    try:
        main()
    except SystemExit as left:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(left.code if isinstance(left.code, int) else FINE)


def _run(arguments: list[str]) -> int:
    command, rest = _split(arguments)
    if not command:
        options = _top().parse_args(rest)
        from course.cli.faces import open_face

        return open_face(options.course, plain=options.plain)
    if command not in COMMANDS:
        raise CouldNotRun(_no_command(command))
    module = import_module(f"course.cli.{command}_command")
    parser = argparse.ArgumentParser(f"fineline {command}", description=COMMANDS[command], allow_abbrev=False)
    module.arguments(parser)
    return int(module.run(parser.parse_args(rest)))


def _split(arguments: list[str]) -> tuple[str, list[str]]:
    """The command, or `""`, and everything else; options may stand before the command."""
    skip = False
    for index, word in enumerate(arguments):
        if not skip and not word.startswith("-"):
            return word, arguments[:index] + arguments[index + 1 :]
        skip = word == "--course" and not skip
    return "", arguments


def _no_command(word: str) -> str:
    from course.reading.suggest import nearest

    meant = nearest(word, COMMANDS)
    hint = f"Did you mean {meant}?" if meant else f"To play a scenario: fineline play {word}."
    return f'There is no command "{word}". {hint} To see what there is: fineline --help'


def _top() -> argparse.ArgumentParser:
    lines = [f"  {name:<10} {about}" for name, about in COMMANDS.items()]
    first = list(COMMANDS).index(_FIRST_FOR_AUTHORS)
    commands = "\n".join([*lines[:first], "\nfor authors:", *lines[first:]])
    parser = argparse.ArgumentParser(
        prog="fineline",
        usage="fineline [COMMAND] [--course PATH] [--plain]",
        description=f"A course on the fine line between assertive and pushy.\n\ncommands:\n{commands}",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--course", metavar="PATH", help="another course than the one that came along")
    parser.add_argument("--plain", action="store_true", help="lines of text instead of a screen")
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and leave")
    return parser


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            print(f"fineline {version('fineline')}")
        except PackageNotFoundError:
            print("fineline, not installed")
        parser.exit()


def _ready_streams() -> None:
    """Standard streams that are there, and that never fail on a character they cannot show or read."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _stop(number: int, _: FrameType | None) -> NoReturn:
    raise Stopped(number)


def _flushed(status: int) -> int:
    """The status, once all output has got out; another one when it cannot."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        return _nobody_reads()
    except OSError as error:
        return _cannot_write(error)
    return status


def _cannot_write(error: OSError) -> int:
    _discard_output()
    print(f"fineline: The output cannot be written ({error.strerror}).", file=sys.stderr)
    return COULD_NOT_RUN


def _nobody_reads() -> int:
    _discard_output()
    return BY_SIGNAL + getattr(signal, "SIGPIPE", 13)


def _discard_output() -> None:
    """Let the rest of the output go nowhere, so that Python does not complain of it on the way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unexpected(error: Exception) -> int:
    """Keep the details in the log, and tell the user where."""
    if os.environ.get("FINELINE_DEBUG"):
        raise error
    import time
    import traceback

    from course.system import paths

    log = paths.log_file()
    try:
        paths.private_folder(log.parent)
        with log.open("a", encoding="utf-8", errors="replace") as file:
            file.write(time.strftime("%Y-%m-%d %H:%M:%S\n"))
            traceback.print_exception(error, file=file)
        where = f"The details are in {log}."
    except OSError:
        where = "FINELINE_DEBUG=1 shows the details."
    what = f"Something unexpected happened ({type(error).__name__}); what you have decided is kept."
    print(f"fineline: {what} {where}", file=sys.stderr)
    return COULD_NOT_RUN
