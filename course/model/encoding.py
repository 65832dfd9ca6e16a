"""Records as JSON or as compact bytes, and back.

What comes from outside is decoded against a type, and refused with a reason when it does not fit: the ValueError names
the field, such as "Expected `bool`, got `str` - at `$.motion`".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

_FRACTION = re.compile(r"-?[0-9]{1,30}(/[1-9][0-9]{0,29})?")
"""As `str` writes them. Longer ones, and powers of ten, could take for ever to work out."""


def to_json(value: object, *, fractions: Callable[[Fraction], object] = str, indent: int = -1) -> str:
    """JSON, on one line unless it is indented by so many spaces. Fractions are written as texts like "4/5", or as
    what `fractions` makes of each."""
    if fractions is str:
        encoded = _JSON.encode(value)
    else:
        encoded = msgspec.json.encode(
            value, enc_hook=lambda other: fractions(other) if isinstance(other, Fraction) else _encoded(other)
        )
    return (encoded if indent < 0 else msgspec.json.format(encoded, indent=indent)).decode()


def from_json(text: str | bytes, type: type[T]) -> T:
    """What a JSON text holds. Raises ValueError when it is anything else than this type says."""
    if (decoder := _DECODERS.get(type)) is None:
        decoder = _DECODERS[type] = msgspec.json.Decoder(type, dec_hook=_decoded)
    decoded: T = decoder.decode(text)
    return decoded


def to_bytes(value: object) -> bytes:
    """The same as MessagePack, which is shorter and sooner read."""
    return msgspec.msgpack.encode(value, enc_hook=_encoded)


def from_bytes(data: bytes, type: type[T]) -> T:
    """What such bytes hold. Raises ValueError when it is anything else than this type says."""
    return msgspec.msgpack.decode(data, type=type, dec_hook=_decoded)


def _encoded(value: object) -> str:
    if isinstance(value, Fraction):
        return str(value)
    raise NotImplementedError


def _decoded(type: type, value: Any) -> object:
    if type is Fraction and isinstance(value, str) and _FRACTION.fullmatch(value):
        return Fraction(value)
    raise ValueError(f"this is no {type.__name__}")


_DECODERS: dict[object, msgspec.json.Decoder[Any]] = {}
"""By type: it takes longer to make one than to use it."""
_JSON = msgspec.json.Encoder(enc_hook=_encoded)
