"""Who may come in: which hosts and origins are ours, how often a code may be guessed, how fast somebody may speak."""

from __future__ import annotations

import hashlib
import hmac
from collections import OrderedDict
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

_GUESSES = 10
"""Wrong codes that one address may try at once; a whole room may be behind it, and so it is let in all the same."""
_GUESSES_A_SECOND = 0.5
_MOST_KNOWN = 10_000
"""Addresses that are remembered, by what they come out as when they are hashed; none is kept on disk."""


class Hosts:
    """The addresses by which this server may be spoken to. Others are somebody else's page, or a trick with names."""

    def __init__(self, origins: Iterable[str]) -> None:
        """Origins as browsers write them, such as `http://192.168.1.5:8000`."""
        self._origins = {each.rstrip("/").lower() for each in origins}
        self._hosts = {urlsplit(each).netloc for each in self._origins}

    def knows(self, host: str, origin: str | None) -> bool:
        """Whether a request for that host may be answered, and one that a page of that origin makes."""
        if host.lower() not in self._hosts:
            return False
        return origin is None or origin.lower() in self._origins


class Bucket:
    """So many at once, and so many a second after that."""

    def __init__(self, most: float, a_second: float, now: Callable[[], float]) -> None:
        self._most, self._a_second, self._now = most, a_second, now
        self._left, self._at = most, now()

    def take(self) -> bool:
        """Whether there is one left, which is taken."""
        now = self._now()
        self._left = min(self._most, self._left + (now - self._at) * self._a_second)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


class Guesses:
    """Wrong codes, counted for each address. Whoever has guessed too often is told to wait, whatever they guess."""

    def __init__(self, now: Callable[[], float], secret: bytes) -> None:
        self._now = now
        self._secret = secret
        self._buckets: OrderedDict[bytes, Bucket] = OrderedDict()

    def wrong(self, address: str) -> bool:
        """A wrong code came from there; whether that was once too often."""
        key = hmac.digest(self._secret, address.encode(), hashlib.sha256)
        bucket = self._buckets.pop(key, None) or Bucket(_GUESSES, _GUESSES_A_SECOND, self._now)
        self._buckets[key] = bucket
        if len(self._buckets) > _MOST_KNOWN:
            self._buckets.popitem(last=False)
        return not bucket.take()


def key_of(authorization: str) -> str:
    """The key in a header like `Bearer …`; `""` where there is none."""
    scheme, _, key = authorization.partition(" ")
    return key.strip() if scheme.lower() == "bearer" else ""


def same(one: str, other: str) -> bool:
    """Whether two secrets are the same; it takes as long when they are not."""
    return bool(one) and hmac.compare_digest(one.encode(), other.encode())
