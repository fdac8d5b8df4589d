"""What a worker does when a reader's morning comes: all that waited for it, in one message."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.newsdesk import Newsdesk
    from bot.storage.store import Store
    from handlers.delivery import Delivery
    from handlers.note import Note


class Roundups:
    """Daily and weekly roundups."""

    def __init__(self, newsdesk: Newsdesk, store: Store, delivery: Delivery) -> None:
        self._newsdesk, self._store, self._delivery = newsdesk, store, delivery

    async def send(self, note: Note) -> None:
        """Send one roundup, once; nothing when nothing waited."""
