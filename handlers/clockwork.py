"""The clock: about once a minute it looks for whom it is morning, and has their roundups made.

It asks only for readers with something waiting whose hour may have come, so that a tick without any costs two reads,
whatever the number of readers. Every worker ticks: a roundup is one note, by reader, pace and date, and one job.
"""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import structlog

from bot.newsdesk.mornings import morning, next_eight
from bot.storage.due import Due
from handlers.note import Note
from handlers.order import Tip
from handlers.zones import Zones

if TYPE_CHECKING:
    from bot.storage.store import Store
    from bot.storage.turns import Clock
    from handlers.clients import Clients
    from handlers.once import Queue

    Pause = Callable[[float], Awaitable[None]]

TICK = 60.0  # seconds
_log = structlog.get_logger(__name__)


class Clockwork:
    """The clock of a worker."""

    def __init__(
        self, store: Store, queue: Queue, clients: Clients, clock: Clock = time.time, pause: Pause = asyncio.sleep
    ) -> None:
        self._store, self._queue, self._clock, self._pause = store, queue, clock, pause
        self._zones = Zones(store, clients)

    async def run(self) -> None:
        """Tick until cancelled; what one tick can't do the next one does."""
        while True:
            try:
                await self.tick()
            except Exception as error:  # noqa: BLE001  whatever it is, the clock goes on
                _log.warning("tick missed", reason=type(error).__name__, detail=str(error))
            await self._pause(TICK)

    async def tick(self) -> None:
        """Queue the roundups whose hour has come.

        Raises:
            StoreDown: Redis is out of reach.
        """
        now, found = self._clock(), defaultdict[str, list[Due]](list)
        for each in await self._store.due(await self._store.workspaces(), now):
            found[each.workspace].append(each)
        for workspace, due in found.items():
            await self._look(workspace, due, now)

    async def _look(self, workspace: str, due: Sequence[Due], now: float) -> None:
        """Have the roundups of a workspace made, and look at each reader again at their next eight o'clock."""
        since = await self._store.waiting_since(due)
        for each in (each for each in due if each not in since):
            await self._store.nothing_waits(each)
        since |= await self._hurried(since)
        zones = await self._zones.of(workspace, [each.reader for each in since])
        known = [each for each in since if each.reader in zones]
        wanted = [note for each in known if (note := _note(each, zones[each.reader], now, since[each]))]
        await self._hand_in(workspace, [note for note in wanted if not await self._store.handled(note.key)])
        await self._store.look_again({each: next_eight(zones[each.reader], now) for each in known})

    async def _hurried(self, since: Mapping[Due, float]) -> dict[Due, float]:
        """Daily roundups for what waits for Monday's: whoever follows anything daily may have been a weekly reader."""
        weekly = [each for each in since if each.pace == "weekly" and replace(each, pace="daily") not in since]
        wishes = {each: await self._store.following(each.workspace, each.reader) for each in weekly}
        daily = [each for each in weekly if any(wish.pace == "daily" for wish in wishes[each])]
        return {replace(each, pace="daily"): since[each] for each in daily}

    async def _hand_in(self, workspace: str, wanted: Sequence[Note]) -> None:
        """Each for when it is its turn, so that a whole office is not served at once."""
        turns = await self._store.line_up(workspace, [note.key for note in wanted])
        for note, after in zip(wanted, turns, strict=True):
            await self._queue.add(note, after)


def _note(due: Due, zone: str, now: float, since: float) -> Note | None:
    """The roundup that is to be made for a reader, if it is time, and something was put by before."""
    its = morning(due.pace, zone, now)
    if its is None or since > its.at:
        return None
    ts = f"roundup:{due.pace}:{its.date}"
    tip = Tip(due.reader, pace=due.pace, date=its.date)
    return Note("roundup", f"{due.workspace}:{due.reader}:{ts}", due.workspace, due.reader, ts, tip=tip)
