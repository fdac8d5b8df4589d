"""What is known for a moment."""

from __future__ import annotations

from handlers import briefly
from handlers.briefly import Briefly


def test_it_is_known_for_its_time() -> None:
    """Then it is to be asked for again; so is what was never known."""
    now = [0.0]
    known = Briefly[str](60, lambda: now[0])
    assert known.get("a") is None
    assert known.keep("a", "yes") == known.get("a") == "yes"
    now[0] = 59.9
    assert known.get("a") == "yes"
    now[0] = 60.0
    assert known.get("a") is None


def test_it_does_not_grow_without_end() -> None:
    """One that knows too much forgets it, and what came last is known."""
    known = Briefly[int](60)
    for number in range(briefly.MOST + 1):
        known.keep(number, number)
    assert (known.get(0), known.get(briefly.MOST)) == (None, briefly.MOST)
