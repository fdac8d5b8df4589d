"""What was asked of Slack a moment ago, in the memory of this process: many readers do not mean many calls."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

V = TypeVar("V")
MOST = 20_000  # answers; a process that has more forgets them all and asks again


class Briefly(Generic[V]):
    """Values that are known for so many seconds."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds, self._clock = seconds, clock
        self._known: dict[Hashable, tuple[float, V]] = {}

    def get(self, name: Hashable) -> V | None:
        """What is known under a name, yet."""
        until, value = self._known.get(name, (0.0, None))
        return value if until > self._clock() else None

    def keep(self, name: Hashable, value: V) -> V:
        """Remembers it from now on."""
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[name] = self._clock() + self._seconds, value
        return value
