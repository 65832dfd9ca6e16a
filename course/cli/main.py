"""The command `fineline`: runs what was asked for, leaves with its exit status, and never shows a traceback."""

from __future__ import annotations

import errno
import io
import os
import signal
import string
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType
from typing import NoReturn

from course.cli.exit_status import BY_SIGNAL, COULD_NOT_RUN, FINE, CouldNotRun, Stopped
from course.system.hangup import HANGUP, has_gone, watch_terminal
from course.system.paths import NoHome
from course.system.printing import warn
from course.text import plain_letters
from course.text.clean import harmless

_PATH = {
    errno.ENAMETOOLONG,
    errno.ELOOP,
    errno.EACCES,
    errno.EPERM,
    errno.ENOTDIR,
    errno.EINVAL,
    errno.ENOSPC,
    errno.EROFS,
}
"""What the system says of a path that nobody could use, or not just now."""


def main(argv: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit status."""
    _ready_streams()
    before = {number: signal.signal(number, _stop) for number in _ending()}
    try:
        status = _run(sys.argv[1:] if argv is None else list(argv))
    except SystemExit as left:  # argparse leaves this way
        status = left.code if isinstance(left.code, int) else FINE
    except CouldNotRun as problem:
        warn(f"fineline: {problem}")
        status = COULD_NOT_RUN
    except KeyboardInterrupt as stopped:
        status = BY_SIGNAL + (stopped.number if isinstance(stopped, Stopped) else signal.SIGINT)
    except BrokenPipeError:
        status = _nobody_reads()
    except NoHome as problem:
        english = f"There is no home folder to keep anything in ({problem.filename}). FINELINE_HOME can name one."
        warn(f"fineline: {_said('program.no-home', english, path=problem.filename)}")
        status = COULD_NOT_RUN
    except OSError as error:
        status = _refused(error) if error.filename is not None else _cannot_write(error)
    except Exception as error:
        status = _unexpected(error)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    status = _flushed(status)
    if HANGUP in before and has_gone():  # a prompt that hears the end first takes it for a no
        status = BY_SIGNAL + HANGUP
    sys.exit(status)


def leave() -> NoReturn:
    """What the installed command runs: the command line, and then out at once.

    By now everything is written and closed; taking a large course apart, object by object, is time for nothing.
    """
    try:
        main()
    except SystemExit as left:
        with suppress(OSError):  # the terminal has gone
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(left.code if isinstance(left.code, int) else FINE)


def _run(arguments: list[str]) -> int:
    if arguments:
        from course.cli.commands import run

        return run(arguments)
    from course.cli.faces import open_face  # at once, since that is how most people come

    return open_face(None)


def _ready_streams() -> None:
    """Standard streams that are there, and that never fail on a character they cannot show or read."""
    plain_letters.offer()
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None and name == "stdout":
            sys.stdout = _closed()
        elif stream is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
        elif isinstance(stream, io.TextIOWrapper):
            errors = "replace" if name == "stdin" else plain_letters.ERRORS
            stream.reconfigure(encoding=None if _spells_plainly(stream.encoding) else "utf-8", errors=errors)


def _closed() -> io.TextIOWrapper:
    """What stands in for a standard output that whoever started us has closed: as on that, nothing can be written, and
    what was to be is missed."""
    return io.TextIOWrapper(io.FileIO(os.open(os.devnull, os.O_RDONLY), "w"), encoding="utf-8")


def _spells_plainly(encoding: str) -> bool:
    """Whether it writes plain letters as everybody does. UTF-16 and the like, which somebody may have named for all
    programs, would be garbage on a terminal and in a pipe."""
    try:
        return string.printable.encode(encoding) == string.printable.encode("ascii")
    except (UnicodeError, LookupError):
        return False


def _ending() -> list[int]:
    """The signals that ask us to stop. A terminal that goes is one, also where nobody would have told us."""
    if not sys.stdout.isatty() and signal.getsignal(HANGUP) is signal.SIG_IGN:
        return [signal.SIGTERM]  # as `nohup` asks, for what does not need the terminal
    watch_terminal()
    return [signal.SIGTERM, *([HANGUP] if hasattr(signal, "SIGHUP") else [])]


def _stop(number: int, _: FrameType | None) -> NoReturn:
    if number == HANGUP:  # it may come twice, and leaving once is enough
        signal.signal(number, signal.SIG_IGN)
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


def _refused(error: OSError) -> int:
    """A path that the system takes from nobody is for whoever typed it to mend; anything else is for us."""
    if error.errno not in _PATH:
        return _unexpected(error)
    english = f"{error.filename} cannot be used ({error.strerror})."
    warn(f"fineline: {_said('program.no-path', english, path=error.filename, problem=_reason(error))}")
    return COULD_NOT_RUN


def _cannot_write(error: OSError) -> int:
    gone = has_gone()
    _discard_output()
    if gone:  # nobody is left to be told
        return BY_SIGNAL + HANGUP
    english = f"The output cannot be written ({error.strerror})."
    warn(f"fineline: {_said('program.no-output', english, problem=_reason(error))}")
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

    try:
        log = paths.log_file()
        paths.private_folder(log.parent)
        if log.exists() and not log.is_file():  # to open a pipe might wait for ever
            raise OSError
        with log.open("a", encoding="utf-8", errors="replace") as file:
            file.write(time.strftime("%Y-%m-%d %H:%M:%S\n"))
            file.writelines(map(harmless, traceback.format_exception(error)))
        where = _said("program.details", f"The details are in {log}.", log=log)
    except OSError:
        where = _said("program.no-details", "FINELINE_DEBUG=1 shows the details.")
    name = type(error).__name__
    english = f"Something unexpected happened ({name}); what you have decided is kept."
    warn(f"fineline: {_said('program.unexpected', english, error=name)} {where}")
    return COULD_NOT_RUN


def _reason(error: OSError) -> str:
    try:
        from course.words.files import reason

        return reason(error)
    except Exception:
        return str(error.strerror)


def _said(id: str, english: str, **values: object) -> str:
    """The sentence of that id. Where the catalog fails it is the English one: that must never hide an error."""
    try:
        from course.words import say

        return say(id, **values)
    except Exception:
        return english
