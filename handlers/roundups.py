"""What a worker does when a reader's morning comes: all that waited for it, in one message."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.storage.store import Store
    from bot.storage.turns import Clock
    from handlers.delivery import Delivery
    from handlers.note import Note


class Roundups:
    """Daily and weekly roundups."""

    def __init__(self, store: Store, delivery: Delivery, clock: Clock) -> None:
        self._store, self._delivery, self._clock = store, delivery, clock

    async def send(self, note: Note) -> None:
        """Send one roundup, once; nothing when nothing waited."""
