"""The bot's memory as a whole."""

from __future__ import annotations

import time
from datetime import timedelta

from bot.settings import PACE, Pace
from bot.storage import keys
from bot.storage.due import Mornings
from bot.storage.guard import answering
from bot.storage.inquiries import Inquiries
from bot.storage.lanes import Lanes
from bot.storage.ledger import Ledger
from bot.storage.mailing import Mailing
from bot.storage.memory import Client
from bot.storage.roundups import Roundups
from bot.storage.shelf import Shelf
from bot.storage.stories import Stories
from bot.storage.subscriptions import Subscriptions
from bot.storage.turns import Clock

_STEP = 500
"""How many keys Redis looks at, or deletes, at once: other callers come in between."""


class Store(Shelf, Ledger, Lanes, Mailing, Subscriptions, Stories, Roundups, Inquiries, Mornings):
    """All that the bot remembers, over one Redis client.

    `Shelf` is for articles, `Ledger` for posts, `Turns` for the rates of fetching, `Lanes` for channels that wait,
    `Mailing` for the rate of messages to readers, `Subscriptions` for what people follow, `Stories` for events with
    several articles, `Roundups` for who is told what, `Mornings` for whom something waits, `Inquiries` for what was
    asked.

    Every method raises `StoreDown` within about two seconds when Redis is gone, read-only, full or loading.
    """

    def __init__(
        self,
        redis: Client,
        retention: timedelta,
        lease: timedelta = keys.LEASE,
        pace: Pace = PACE,
        clock: Clock = time.time,
    ) -> None:
        Shelf.__init__(self, redis, retention, lease)
        Lanes.__init__(self, redis, retention, pace, clock)

    @answering()
    async def ping(self) -> None:
        """Nothing, when Redis answers."""
        await self._redis.ping()

    @answering()
    async def write(self) -> None:
        """Nothing, when Redis takes writes: a full or read-only one answers a ping all the same."""
        await self._redis.set(keys.WRITABLE, b"", ex=keys.PROBE)

    @answering(patience=60)
    async def forget_workspace(self, workspace: str) -> None:
        """Deletes every key of a workspace; takes a moment for each 100,000 keys of the whole database."""
        found = [key async for key in self._redis.scan_iter(match=f"{keys.of_workspace(workspace)}*", count=_STEP)]
        for start in range(0, len(found), _STEP):
            await self._redis.unlink(*found[start : start + _STEP])
        await self._redis.srem(keys.WORKSPACES, workspace)
