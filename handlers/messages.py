"""Messages in channels and direct messages: posted, edited, deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers import inbox

if TYPE_CHECKING:
    from handlers.once import Once


class Messages:
    """Listens to the `message` event."""

    def __init__(self, once: Once) -> None:
        self._once = once

    async def heard(self, body: dict[str, Any]) -> None:
        """Queue what the message brings, if it brings anything."""
        await self._once.queue(inbox.message(body))
