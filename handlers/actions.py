"""Buttons under a digest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers import inbox
from handlers.views import notes
from handlers.views.evidence import evidence

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncAck, AsyncRespond
    from slack_sdk.web.async_client import AsyncWebClient

    from bot.storage.store import Store


class Actions:
    """Listens to "Show evidence"."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def evidence(
        self, ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, respond: AsyncRespond
    ) -> None:
        """Open the list of facts with their sentences, or say that the article is forgotten."""
        await ack()
        if kept := await self._store.recall(*inbox.wanted(body)):
            await client.views_open(trigger_id=body["trigger_id"], view=evidence(*kept))
        else:
            await respond(text=notes.gone().text, response_type="ephemeral", replace_original=False)
