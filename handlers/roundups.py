"""What a worker does when a reader's morning comes: all that waited for it, in one message."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from bot.errors import Later
from bot.newsdesk.mornings import begins, morning, next_eight
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

STANDS = 300.0  # seconds that a digest is taken to stand where it stood: many readers are told of the same ones
GONE = frozenset({"channel_not_found", "message_not_found"})
MINUTE = 60.0  # seconds until somebody's time zone is asked for again, when Slack would not say it


class Roundups:
    """Daily and weekly roundups."""

    def __init__(self, store: Store, delivery: Delivery, clock: Clock) -> None:
        self._store, self._clients, self._clock = store, delivery.clients, clock
        self._gathering, self._reaching = Gathering(store), Reaching(store, delivery)
        self._sight, self._zones = Sight(delivery.clients), Zones(store, delivery.clients)
        self._links = Briefly[str](STANDS)

    async def send(self, note: Note) -> None:
        """Send one roundup, once; nothing when nothing is left to tell.

        Raises:
            Later: it is night where the reader lives by now, or their turn has not come.
        """
        if note.tip and (errand := await self._errand(note, note.tip)):
            who = (errand.workspace, errand.reader, errand.pace, errand.date)
            if await self._store.claim_roundup(*who, errand.by):
                stands = partial(self._stands, note)
                await self._post(note, errand, await self._gathering.gather(errand, self._clock(), stands))

    async def _errand(self, note: Note, tip: Tip) -> Errand | None:
        """What is to be made; None where its day is over: then the next one tells it.

        What an attempt that died has posted already is written down at any hour.
        """
        zone = (await self._zones.of(note.workspace, (tip.reader,))).get(tip.reader)
        if zone is None:
            raise Later(MINUTE)
        now = self._clock()
        its = morning(tip.pace, zone, now)
        if (its is None or its.date != tip.date) and not await self._reaching.found(note):
            if its is None:  # nobody was at work in the evening, and nobody is woken
                raise Later(next_eight(zone, now) - now)
            return None
        return Errand(note.workspace, tip.reader, tip.pace, tip.date, begins(tip.date, zone), note.key)

    async def _post(self, note: Note, errand: Errand, gathered: Roundup) -> None:
        try:
            ladder = views.ladder(errand, gathered.events) if gathered.events else ()
            post = await self._reaching.once(note, ladder) if ladder else None
        except Exception:  # killed or told to stop, its claims stay with this job, which runs again
            await self._gathering.put_back(errand, gathered)
            raise
        if post:
            await self._record(note.workspace, post, gathered)
        told = post or not ladder
        await (self._gathering.sent if told else self._gathering.unreachable)(errand, gathered)
        for gone in self._sight.gone(note.workspace, (errand.reader,)):
            await self._store.unfollow_all(note.workspace, gone)

    async def _record(self, workspace: str, post: Post, gathered: Roundup) -> None:
        """Its articles are in its thread now, so that one can ask about them there; the first one counts as latest."""
        for event in reversed(gathered.events[: views.MOST]):
            about = event.digest
            digest = replace(post, identity=about.identity, headline=about.headline, url=about.url)
            await self._store.record(workspace, post.channel, post.ts, digest)

    async def _stands(self, note: Note, post: Post) -> str | None:
        """As `Stands`: the permanent link of a digest of ours, for the note's reader."""
        first = await self._store.first(note.workspace, post.channel, post.identity)
        if first is None or first.ts != post.ts:
            return None  # it was taken back, or another article's digest stands in its place
        if not await self._sight.sees(note.workspace, post.channel, note.channel):
            return None
        name = (note.workspace, post.channel, post.ts)
        if (known := self._links.get(name)) is not None:
            return known
        client = await self._clients.of(note.workspace)
        try:
            found = await client.chat_getPermalink(channel=post.channel, message_ts=post.ts)
        except SlackApiError as error:
            if told_to_wait(error) or reason(error) in PASSING:
                raise
            return None if reason(error) in GONE else ""
        return self._links.keep(name, str(found.get("permalink") or ""))
