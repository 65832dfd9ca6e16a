"""Who may come in: which hosts and origins are ours, how often a code may be guessed, how fast somebody may speak."""

from __future__ import annotations

import hashlib
import hmac
from collections import OrderedDict
from collections.abc import Callable, Iterable
from functools import partial
from urllib.parse import urlsplit

_GUESSES = 10
"""Wrong codes that one address may try at once; a whole room may be behind it, and so it is let in all the same."""
_GUESSES_A_SECOND = 0.5
_MOST_KNOWN = 10_000
"""Addresses, or people, that are remembered; addresses by what they come out as when they are hashed. None is kept
on disk."""
_SAYINGS, _SAYINGS_A_SECOND = 20, 4.0
"""Messages that one person may say at once, and a second after that, in however many tabs and by whichever way."""


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


class Buckets:
    """A bucket for each of many, of whom those that were heard of last are remembered."""

    def __init__(self, most: float, a_second: float, now: Callable[[], float]) -> None:
        self._make = partial(Bucket, most, a_second, now)
        self._known: OrderedDict[bytes, Bucket] = OrderedDict()

    def take(self, key: bytes) -> bool:
        """Whether there is one left for them, which is taken."""
        bucket = self._known.pop(key, None) or self._make()
        self._known[key] = bucket
        if len(self._known) > _MOST_KNOWN:
            self._known.popitem(last=False)
        return bucket.take()


class Guesses:
    """Wrong codes, counted for each address. Whoever has guessed too often is told to wait, whatever they guess."""

    def __init__(self, now: Callable[[], float], secret: bytes) -> None:
        self._secret = secret
        self._buckets = Buckets(_GUESSES, _GUESSES_A_SECOND, now)

    def wrong(self, address: str) -> bool:
        """A wrong code came from there; whether that was once too often."""
        return not self._buckets.take(hmac.digest(self._secret, address.encode(), hashlib.sha256))


class Sayings:
    """What people say, counted for each of them."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._buckets = Buckets(_SAYINGS, _SAYINGS_A_SECOND, now)

    def may_speak(self, person: str) -> bool:
        """Whether that person may say something more just now, which counts."""
        return self._buckets.take(person.encode())


def key_of(authorization: str) -> str:
    """The key in a header like `Bearer …`; `""` where there is none."""
    scheme, _, key = authorization.partition(" ")
    return key.strip() if scheme.lower() == "bearer" else ""


def same(one: str, other: str) -> bool:
    """Whether two secrets are the same; it takes as long when they are not."""
    return bool(one) and hmac.compare_digest(one.encode(), other.encode())
