"""Buttons under a digest or a refusal, and the window that one of them opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers import forms, orders, presses
from handlers.views import notes
from handlers.views.evidence import evidence
from handlers.views.paste import paste

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncAck, AsyncRespond
    from slack_sdk.web.async_client import AsyncWebClient

    from bot.storage.store import Store
    from handlers.once import Once


class Actions:
    """Listens to "Show evidence" and "Paste the text"."""

    def __init__(self, once: Once, store: Store) -> None:
        self._once, self._store = once, store

    async def evidence(
        self, ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, respond: AsyncRespond
    ) -> None:
        """Open the list of facts with their sentences, or say that the article is forgotten."""
        await ack()
        if kept := await self._store.recall(*presses.wanted(body)):
            await client.views_open(trigger_id=body["trigger_id"], view=evidence(*kept))
        else:
            await respond(text=notes.gone().text, response_type="ephemeral", replace_original=False)

    async def suggested(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Queue a suggested question."""
        await self._once.queue(presses.suggested(body))
        await ack()

    async def ordered(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Queue an order: follow, unfollow, snooze, mute, or show what is followed."""
        await self._once.queue(orders.pressed(body))
        await ack()

    async def offered(self, ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        """Open the window for the text at once: what opens it is good for three seconds."""
        await ack()
        place = forms.pressed(body)
        await client.views_open(trigger_id=body["trigger_id"], view=paste(place.link, place.title, forms.pack(place)))

    async def pasted(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """Queue the text, or say under its field what is wrong with it."""
        if faults := forms.faults(body):
            await ack(response_action="errors", errors=faults)
        else:
            await self._once.queue(forms.submitted(body))
            await ack()
