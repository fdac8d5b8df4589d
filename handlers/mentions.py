"""Mentions: somebody asks the bot in a channel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers import inbox

if TYPE_CHECKING:
    from handlers.once import Once


class Mentions:
    """Listens to the `app_mention` event."""

    def __init__(self, once: Once) -> None:
        self._once = once

    async def asked(self, body: dict[str, Any]) -> None:
        """Queue what is asked for."""
        await self._once.queue(inbox.mention(body))
