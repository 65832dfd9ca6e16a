"""Where things lie that tests need: the repository, and the small courses that tests play."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[1]
BAKERY = ROOT / "tests" / "courses" / "bakery"
"""Two short scenarios."""
STALL = ROOT / "tests" / "courses" / "market"
"""Every kind of exercise."""
