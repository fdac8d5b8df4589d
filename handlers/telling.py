"""What a worker does when a digest is new: those who follow its countries are told, each once."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

import structlog
from slack_sdk.errors import SlackApiError

from bot.newsdesk.telling import Followers
from handlers.briefly import Briefly
from handlers.delivery import CLOSED, GONE
from handlers.digesting import GONE as GONE_MESSAGE
from handlers.ladder import reason
from handlers.order import Tip
from handlers.reaching import Reaching
from handlers.sight import Sight
from handlers.views import telling as views

if TYPE_CHECKING:
    from bot.model import Briefing, Country
    from bot.newsdesk import Newsdesk
    from bot.newsdesk.telling import Concern
    from bot.storage.store import Store
    from bot.storage.turns import Clock
    from handlers.delivery import Delivery
    from handlers.note import Note
    from handlers.once import Queue

LINKS = 60.0  # seconds for which the address of a digest is believed: 500 readers do not mean 500 calls
NOBODY = Tip()
_log = structlog.get_logger(__name__)


class Telling:
    """From a digest to its followers. A note's channel, ``ts`` and tip name the digest, its user who shared it."""

    def __init__(self, newsdesk: Newsdesk, store: Store, delivery: Delivery, queue: Queue, clock: Clock) -> None:
        self._newsdesk, self._store, self._delivery, self._queue = newsdesk, store, delivery, queue
        self._followers = Followers(store, clock)
        self._sight, self._reaching = Sight(delivery.clients), Reaching(store, delivery)
        self._links = Briefly[str](LINKS)

    async def spread(self, note: Note) -> None:
        """Find out who is to be told: some get a note for their message, for the others it waits for their roundup."""
        tip, workspace = note.tip or NOBODY, note.workspace
        for knowing in filter(None, (note.user, note.channel)):
            await self._followers.knows(workspace, knowing, tip.story)
        briefing = await self._newsdesk.recall(tip.identity, workspace)
        if briefing is None:
            return
        concerned = await self._followers.of(workspace, briefing.digest, tip.story)
        readers = [each.reader for each in concerned]
        seeing = await self._sight.audience(workspace, note.channel, readers)
        for gone in self._sight.gone(workspace, readers):
            await self._store.unfollow_all(workspace, gone)
        told = [each for each in concerned if each.reader in seeing]
        _log.info("spread", key=note.key, concerned=len(concerned), seeing=len(told))
        for each in told:
            if each.pace != "instant":
                await self._followers.put_by(workspace, each, tip.story, tip.identity)
        await self._send_out([_addressed(note, tip, each) for each in told if each.pace == "instant"])

    async def _send_out(self, notes: list[Note]) -> None:
        """Each comes when it is its turn, so that other notes find free workers in between."""
        waits = await self._store.line_up(notes[0].workspace, [each.key for each in notes]) if notes else ()
        for each, wait in zip(notes, waits, strict=True):
            await self._queue.add(each, wait)

    async def tell(self, note: Note) -> None:
        """Tell one of them, unless something has changed since: what they follow, what they see, or the digest.

        Raises:
            Later: it is not their turn yet.
        """
        tip = note.tip or NOBODY
        briefing = await self._newsdesk.recall(tip.identity, note.workspace)
        concern = await self._followers.still(note.workspace, briefing.digest, tip.reader) if briefing else None
        link = await self._standing(note) if concern else None
        if briefing is None or concern is None or link is None:
            await self._let_be(note)
        elif concern.pace != "instant":
            await self._let_be(note)
            await self._followers.put_by(note.workspace, concern, tip.story, tip.identity)
        elif await self._store.claim_told(note.workspace, tip.reader, tip.story, note.key):
            await self._tell(note, briefing, concern.country, link)

    async def _tell(self, note: Note, briefing: Briefing, country: Country, link: str) -> None:
        tip = note.tip or NOBODY
        letter = replace(note, channel=tip.reader, thread=None)
        post = await self._reaching.once(letter, views.ladder(briefing, country, tip.reader, link))
        if post is None:
            await self._store.unclaim(note.workspace, tip.reader, tip.story, note.key)
            return
        await self._store.mark_told(note.workspace, tip.reader, tip.story)
        about = replace(post, identity=tip.identity, headline=briefing.digest.headline, url=briefing.article.url)
        await self._store.record(note.workspace, post.channel, post.ts, about)  # so that they can ask about it there

    async def _let_be(self, note: Note) -> None:
        """Nothing is told now; the next article of the story may be, unless an attempt that died has told already."""
        tip = note.tip or NOBODY
        if not note.again:
            await self._store.unclaim(note.workspace, tip.reader, tip.story, note.key)

    async def _standing(self, note: Note) -> str | None:
        """The address of the digest in its thread; None: it is gone, or the reader does not see it any more."""
        tip = note.tip or NOBODY
        posts = await self._store.posts(note.workspace, note.channel, note.ts)
        if (tip.post, tip.identity) not in {(post.ts, post.identity) for post in posts}:
            return None
        if await self._store.latest(note.source, "") == GONE_MESSAGE:
            return None
        if not await self._sight.still_sees(note.workspace, note.channel, tip.reader):
            return None
        return await self._link(note.workspace, note.channel, tip.post)

    async def _link(self, workspace: str, channel: str, ts: str) -> str | None:
        name = workspace, channel, ts
        if known := self._links.get(name):
            return known
        client = await self._delivery.clients.of(workspace)
        try:
            found = await client.chat_getPermalink(channel=channel, message_ts=ts)
        except SlackApiError as error:
            if reason(error) not in CLOSED | GONE:
                raise
            return None
        return self._links.keep(name, str(found["permalink"]))


def _addressed(note: Note, tip: Tip, concern: Concern) -> Note:
    """The note for one reader: one for a digest of a story, however often it is spread."""
    told = sha256(f"{tip.story}\x00{note.channel}\x00{tip.post}".encode()).hexdigest()[:16]
    key = f"{note.workspace}:{concern.reader}:tell:{told}"
    whom = replace(tip, reader=concern.reader, country=concern.country.code)
    return replace(note, want="tell", key=key, tip=whom, again=False)
