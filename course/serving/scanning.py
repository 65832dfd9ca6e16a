"""The code to scan: a room's address as a QR code, black on white with four quiet cells, for browsers and terminals."""

from __future__ import annotations

from io import BytesIO

import segno

QUIET = 4
"""Cells around it that stay white."""


def address(origin: str, code: str) -> str:
    """Where a phone comes in. The scheme stays in small letters, since some phones refuse it in capitals; all the rest
    is in capitals, which take less room."""
    scheme, _, host = origin.partition("://")
    return f"{scheme}://{host.upper()}/R/{code}"


def svg(text: str) -> str:
    """It as a picture that scales."""
    out = BytesIO()
    _code(text).save(out, kind="svg", border=QUIET, xmldecl=False, omitsize=True, dark="#000", light="#fff")
    return out.getvalue().decode()


def cells(text: str) -> tuple[tuple[bool, ...], ...]:
    """Its cells, row by row, quiet ones included; whether each is dark."""
    return tuple(tuple(bool(cell) for cell in row) for row in _code(text).matrix_iter(border=QUIET))


def _code(text: str) -> segno.QRCode:
    """In two segments, since capitals are written shorter than small letters."""
    scheme, _, rest = text.partition("://")
    segments = [scheme, f"://{rest}"]
    return segno.make(segments, micro=False, error="m")  # type: ignore[arg-type]  # segments too, as it documents
