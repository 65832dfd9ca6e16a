"""`fineline serve`: the server of rooms alone, for whoever runs it behind a name of its own."""

from __future__ import annotations

import argparse
import asyncio
import os
import secrets
import sys

from course.cli.common import find
from course.cli.exit_status import CouldNotRun
from course.cli.parser import not_empty, whole_number
from course.cli.room_store import why_not_opened
from course.system.printing import put, warn
from course.words import say
from course.words.files import reason

_HIGHEST_PORT = 65535
_MOST_DAYS = 36500
_port = whole_number(0, _HIGHEST_PORT, lambda given: say("command.serve.no-port", given=given, highest=_HIGHEST_PORT))
_days = whole_number(1, _MOST_DAYS, lambda given: say("command.serve.no-days", given=given, most=_MOST_DAYS))
_TURN = 0.0002
"""Seconds for which one thread may work while another waits: the one that writes to the disk waits after every
statement, and Python's own 5 ms each time would make two thousand votes wait for seconds."""
_KEY, _DATABASE, _KEEP = "FINELINE_SERVER_KEY", "FINELINE_DATABASE", "FINELINE_KEEP_ROOMS"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--port", type=_port, default=8765, metavar="N", help=say("command.serve.port"))
    parser.add_argument("--bind", default="0.0.0.0", metavar="ADDRESS", help=say("command.serve.bind"))
    parser.add_argument("--public-url", default="", metavar="URL", help=say("command.serve.public-url"))
    parser.add_argument("--database", default="", metavar="URL", help=say("command.serve.database"))
    parser.add_argument("--keep", type=_days, default=None, metavar="DAYS", help=say("command.serve.keep"))
    parser.add_argument("--course", action="append", metavar="PATH", type=not_empty, help=say("command.option.course"))
    parser.add_argument("--until-over", action="store_true", help=argparse.SUPPRESS)


def _kept(options: argparse.Namespace) -> int:
    """For how many days rooms are kept; 0 for good. Raises CouldNotRun."""
    try:
        return options.keep or (_days(os.environ[_KEEP]) if os.environ.get(_KEEP) else 0)
    except argparse.ArgumentTypeError as error:
        raise CouldNotRun(f"{_KEEP}: {error}") from None


def run(options: argparse.Namespace) -> int:
    """Serve until it is told to end. Raises CouldNotRun."""
    from course.serving.process import Setting, serve

    key = os.environ.get(_KEY, "")
    if not key:
        key = secrets.token_urlsafe(16)
        warn(say("command.serve.key", variable=_KEY, key=key))
    setting = Setting(
        folders=tuple(find(each) for each in options.course or [None]),
        key=key,
        bind=options.bind,
        port=options.port,
        public_url=options.public_url.rstrip("/"),
        database=options.database or os.environ.get(_DATABASE, ""),
        until_over=options.until_over,
        keep=_kept(options),
    )
    sys.setswitchinterval(_TURN)
    try:
        with why_not_opened():
            asyncio.run(serve(setting, lambda port: put(str(port))))
    except OSError as error:
        raise CouldNotRun(say("command.serve.cannot", port=options.port, why=reason(error))) from None
    return 0
