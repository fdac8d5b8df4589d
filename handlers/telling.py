"""What a worker does when a digest is new: those who follow its countries are told, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.newsdesk import Newsdesk
    from bot.storage.store import Store
    from handlers.delivery import Delivery
    from handlers.note import Note
    from handlers.once import Queue


class Telling:
    """From a digest to its followers."""

    def __init__(self, newsdesk: Newsdesk, store: Store, delivery: Delivery, queue: Queue) -> None:
        self._newsdesk, self._store, self._delivery, self._queue = newsdesk, store, delivery, queue

    async def spread(self, note: Note) -> None:
        """Find out who is to be told, and queue a note for each."""

    async def tell(self, note: Note) -> None:
        """Tell one of them."""
