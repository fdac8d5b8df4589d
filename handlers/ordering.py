"""What a worker does with an order of somebody who follows countries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from bot.model import Subscription
from bot.newsdesk.following import Following, Outcome
from handlers.aside import beside
from handlers.channels import obstacle
from handlers.delivery import CLOSED
from handlers.ladder import climb, reason
from handlers.sight import DIRECT
from handlers.views import following as views
from handlers.views.followed import followed
from handlers.views.message import Message
from handlers.views.obstacles import trouble

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.newsdesk.following import Kind
    from bot.storage.store import Store
    from bot.storage.turns import Clock
    from handlers.delivery import Delivery
    from handlers.note import Note
    from handlers.order import Order
    from handlers.publisher import Publisher


class Ordering:
    """Follow, unfollow, snooze and mute; whoever asked is told what came of it, alone where there is a way."""

    def __init__(self, store: Store, delivery: Delivery, publisher: Publisher, clock: Clock) -> None:
        self._following, self._delivery, self._publisher = Following(store, clock), delivery, publisher

    async def take(self, note: Note) -> None:
        """Do what the order wants; done again, it finds everything done."""
        order = note.order
        if order is None:
            return
        message = await self._obstacle(note, order) or await self._done(note, order)
        ladder = (message, Message(message.text))
        if note.ephemeral:
            await self._publisher.whisper(note, ladder, instead=note.replaces)
        elif note.channel.startswith(DIRECT):
            await self._publisher.say(note, ladder)
        else:
            await self._beside(note, ladder)

    async def _beside(self, note: Note, ladder: Sequence[Message]) -> None:
        """Where somebody mentioned the bot they alone see the answer; else it is a direct message."""
        client = await self._delivery.clients.of(note.workspace)
        try:
            await climb(ladder, lambda message: beside(client, note, message))
        except SlackApiError as error:
            if reason(error) not in CLOSED | {"user_not_in_channel"}:
                raise
            await self._delivery.whisper(note, ladder)

    async def _obstacle(self, note: Note, order: Order) -> Message | None:
        """Why nothing can be done for a channel; for people nothing stands in the way."""
        client = await self._delivery.clients.of(note.workspace)
        found = await obstacle(client, order.reader, note.user or "", tells=order.verb == "follow")
        return trouble(found, order.reader) if found else None

    async def _done(self, note: Note, order: Order) -> Message:
        workspace, reader = note.workspace, order.reader
        if order.verb == "following":
            return followed(await self._following.following(workspace, reader), order, self._following.now)
        outcomes = await self._outcomes(note, order)
        return views.told([_first(each) for each in outcomes] if note.again else outcomes, order)

    async def _outcomes(self, note: Note, order: Order) -> list[Outcome]:
        workspace, reader, place = note.workspace, order.reader, order.place
        if order.verb == "unfollow":
            return await self._following.unfollow(workspace, reader, place)
        if order.verb != "follow":
            days = {"snooze": order.days, "mute": None}.get(order.verb, 0)
            return await self._following.rest(workspace, reader, place, days)
        if not place:
            return []
        by = "" if reader == note.user else note.user or ""
        wish = Subscription(reader, "", order.least_role or "mentioned", order.pace or "instant", by=by)
        unsaid = {"least_role": order.least_role, "pace": order.pace}
        keep = frozenset(name for name, value in unsaid.items() if value is None)
        return await self._following.follow(workspace, wish, place, keep=keep)


def _first(outcome: Outcome) -> Outcome:
    """What an attempt that was cut short has done is told as what it did."""
    kinds: dict[Kind, Kind] = {"same": "new", "none": "gone"}
    return replace(outcome, kind=kinds.get(outcome.kind, outcome.kind))
