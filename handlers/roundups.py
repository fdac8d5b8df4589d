"""What a worker does when a reader's morning comes: all that waited for it, in one message."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from bot.newsdesk.mornings import Morning, morning
from bot.newsdesk.roundups import Errand, Gathering
from handlers.briefly import Briefly
from handlers.clients import told_to_wait
from handlers.ladder import reason
from handlers.reaching import Reaching
from handlers.sight import PASSING, Sight
from handlers.views import roundup as views
from handlers.zones import Zones

if TYPE_CHECKING:
    from bot.model import Post
    from bot.newsdesk.roundups import Roundup
    from bot.storage.store import Store
    from bot.storage.turns import Clock
    from handlers.delivery import Delivery
    from handlers.note import Note
    from handlers.order import Tip

LINKS = 300.0  # seconds that a digest is taken to stand where it stood: many readers are told of the same ones
GONE = frozenset({"message_not_found", "channel_not_found", "not_in_channel", "is_archived"})


class Roundups:
    """Daily and weekly roundups."""

    def __init__(self, store: Store, delivery: Delivery, clock: Clock) -> None:
        self._store, self._clients, self._clock = store, delivery.clients, clock
        self._gathering, self._reaching = Gathering(store), Reaching(store, delivery)
        self._sight, self._zones = Sight(delivery.clients), Zones(store, delivery.clients)
        self._links = Briefly[str](LINKS, clock)

    async def send(self, note: Note) -> None:
        """Send one roundup, once; nothing when nothing waited.

        One that comes too late, because nobody was at work, is left to the next morning's: nobody is woken.

        Raises:
            Later: the reader's turn has not come.
        """
        tip = note.tip
        if tip is None:
            return
        now, its = self._clock(), await self._its_morning(note, tip)
        if its is None and not await self._reaching.found(note):
            return
        until = its.at if its else now
        errand = Errand(note.workspace, tip.reader, tip.pace, tip.date, until, note.key)
        if await self._store.claim_roundup(*_named(errand), note.key):
            gathered = await self._gathering.gather(errand, now, partial(self._stands, note))
            await self._post(note, errand, gathered)

    async def _post(self, note: Note, errand: Errand, gathered: Roundup) -> None:
        try:
            told = not gathered.events or await self._reaching.once(note, views.ladder(errand, gathered.events))
        except BaseException:
            await self._gathering.put_back(errand, gathered)
            raise
        await (self._gathering.sent if told else self._gathering.unreachable)(errand, gathered)
