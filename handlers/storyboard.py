"""What a channel has read of a story: the first article gets a digest, later ones say what is new; followers hear."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from bot.newsdesk.stories import Storydesk
from handlers import forms
from handlers.note import Note
from handlers.order import Tip
from handlers.views import digest, news

if TYPE_CHECKING:
    from bot.model import Briefing, Post
    from bot.newsdesk import Newsdesk
    from bot.storage.store import Store
    from bot.storage.turns import Clock
    from handlers.delivery import Delivery
    from handlers.once import Queue
    from handlers.views.message import Message


class Storyboard:
    """The digests that stand in channels, by story. All of it may be done again after a crash."""

    def __init__(self, newsdesk: Newsdesk, store: Store, delivery: Delivery, queue: Queue, clock: Clock) -> None:
        self._newsdesk, self._delivery, self._queue = newsdesk, delivery, queue
        self._stories = Storydesk(newsdesk, store, clock)

    async def file(self, note: Note, briefing: Briefing) -> str:
        """The story that the article belongs to in the note's workspace."""
        return await self._stories.file(note.workspace, briefing)

    async def ladder(self, note: Note, briefing: Briefing, story: str, post: Post | None = None) -> tuple[Message, ...]:
        """What to post about an article, in forms each plainer than the one before.

        What is new in it, where the channel has articles of its story, before ``post`` if that stands already; else its
        digest. A post that somebody else deleted, so that Slack has no link to it, counts no more.
        """
        before = await self._stories.before(note.workspace, note.channel, story, post)
        links = await asyncio.gather(*(self._delivery.permalink(note, each) for each in before))
        standing = {each: link for each, link in zip(before, links, strict=True) if link}
        sequel = await self._stories.sequel(note.workspace, standing, briefing)
        paste = forms.rest_of(note, briefing.article)
        if sequel is None:
            return digest.ladder(briefing, paste)
        return news.ladder(briefing, sequel, standing[sequel.known[0].post], paste)

    async def stands(self, note: Note, story: str, post: Post) -> None:
        """A digest stands: the channel knows its article, and those who follow its countries are to hear of it."""
        await self._stories.posted(note.workspace, story, post)
        await self._queue.add(_spread(note, story, post))

    async def changes(self, note: Note, post: Post) -> None:
        """Another article takes the place of what a post said."""
        await self._stories.withdrawn(note.workspace, post)

    async def falls(self, note: Note, post: Post) -> None:
        """A post of ours is gone: those after it in the channel that left out what it said are written anew."""
        story = await self._stories.withdrawn(note.workspace, post)
        if story is None:
            return
        for later in await self._stories.before(note.workspace, post.channel, story):
            briefing = await self._newsdesk.recall(later.identity, note.workspace)
            if briefing and later.ts > post.ts:
                place = replace(note, channel=later.channel, ts=later.thread or later.ts, thread=later.thread)
                ladder = await self.ladder(place, briefing, story, later)
                await self._delivery.revise(place, later, ladder)


def _spread(note: Note, story: str, post: Post) -> Note:
    """That followers are to be told; the same for the same post, whoever queues it again."""
    told = sha256(f"{post.identity}\x00{post.ts}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    tip = Tip(identity=post.identity, story=story, post=post.ts)
    here = (note.workspace, post.channel, note.ts)
    return Note("spread", f"{note.source}:spread:{told}", *here, note.thread, note.user, tip=tip)
