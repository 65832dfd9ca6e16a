"""Every kind of slip that we know of."""

from __future__ import annotations

from tests.slips.hands import BY_HANDS
from tests.slips.programs import BY_PROGRAMS

EVERY = (*BY_PROGRAMS, *BY_HANDS)
