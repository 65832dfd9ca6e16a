"""Every kind of slip that we know of."""

from __future__ import annotations

from tests.slips.hands import BY_HANDS, MORE_BY_HANDS
from tests.slips.programs import BY_PROGRAMS
from tests.slips.writers import BY_WRITERS

EVERY = (*BY_PROGRAMS, *BY_HANDS, *BY_WRITERS, *MORE_BY_HANDS)
