"""The message shortcut "Digest this"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers import inbox

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncAck

    from handlers.once import Once


class Shortcuts:
    """Listens to the message shortcut."""

    def __init__(self, once: Once) -> None:
        self._once = once

    async def pressed(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Queue a digest of the message."""
        await self._once.queue(inbox.shortcut(body))
        await ack()
