"""A connection to PostgreSQL that comes back when it was lost."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import psycopg
from psycopg import AsyncConnection

Made = TypeVar("Made")
_PATIENCE = 20.0
"""Seconds for which it is tried to reach a server that went away, before what was asked for fails."""
_AGAIN = 0.2


class Line:
    """One connection, used by one at a time, and made anew when it was lost."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._connection: AsyncConnection | None = None
        self._turn = asyncio.Lock()

    async def do(self, work: Callable[[AsyncConnection], Awaitable[Made]], *, once: bool = False) -> Made:
        """Do this in a transaction of its own. When the server goes away it is tried again for a while; work that may
        have been committed by then has to find that out itself. Raises psycopg.Error."""
        async with self._turn:
            deadline = asyncio.get_running_loop().time() + (0 if once else _PATIENCE)
            while True:
                try:
                    connection = await self._open()
                    async with connection.transaction():
                        return await work(connection)
                except psycopg.OperationalError:
                    await self._let_go()
                    if asyncio.get_running_loop().time() >= deadline:
                        raise
                    await asyncio.sleep(_AGAIN)

    async def close(self) -> None:
        """Close the connection, once nobody is in the middle of something."""
        async with self._turn:
            await self._let_go()

    async def _open(self) -> AsyncConnection:
        if self._connection is None or self._connection.closed:
            self._connection = await AsyncConnection.connect(self._url, autocommit=True)
        return self._connection

    async def _let_go(self) -> None:
        if self._connection is not None:
            await self._connection.close()
            self._connection = None
