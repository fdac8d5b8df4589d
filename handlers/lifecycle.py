"""The app's own life in a workspace: what is left behind when it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers import inbox

if TYPE_CHECKING:
    from handlers.once import Once


class Lifecycle:
    """Listens to `app_uninstalled` and `tokens_revoked`."""

    def __init__(self, once: Once) -> None:
        self._once = once

    async def left(self, body: dict[str, Any]) -> None:
        """Forget the workspace."""
        await self._once.queue(inbox.goodbye(body))
