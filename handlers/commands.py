"""The slash command `/dateline`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers import inbox, orders
from handlers.views import notes

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncAck

    from handlers.once import Once


class Commands:
    """Listens to `/dateline`."""

    def __init__(self, once: Once) -> None:
        self._once = once

    async def typed(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Queue a digest or an order, or show the help at once."""
        if note := inbox.command(body) or orders.command(body):
            await self._once.queue(note)
            await ack()
        else:
            usage = notes.usage()
            await ack(text=usage.text, blocks=usage.blocks, response_type="ephemeral")
