"""What a worker does with an order of somebody who follows countries."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.storage.store import Store
    from handlers.delivery import Delivery
    from handlers.note import Note
    from handlers.publisher import Publisher


class Ordering:
    """Follow, unfollow, snooze and mute; whoever asked is told alone what came of it."""

    def __init__(self, store: Store, delivery: Delivery, publisher: Publisher) -> None:
        self._store, self._delivery, self._publisher = store, delivery, publisher

    async def take(self, note: Note) -> None:
        """Do what the order wants."""
