"""What a worker does with a `Note`: asks the newsroom, posts, and remembers what it posted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import structlog

from bot.articles import interest, links
from bot.articles.pasted import reads_like_article
from bot.errors import Refusal
from bot.model import Submission
from handlers import inbox
from handlers.views import digest as views
from handlers.views import notes

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.model import Briefing, Link, Post
    from bot.newsdesk import Newsdesk
    from bot.storage.store import Store
    from handlers.delivery import Delivery
    from handlers.note import Note
    from handlers.views.message import Message

TRIES = 3  # attempts at one note before it is set aside: a job that kills its worker would be delivered for ever
_log = structlog.get_logger(__name__)


class FrontDesk:
    """The use cases at Slack's side; each may be run again after a crash and then finishes what is left."""

    def __init__(self, newsdesk: Newsdesk, store: Store, delivery: Delivery) -> None:
        self._newsdesk, self._store, self._delivery = newsdesk, store, delivery
        self._doing: dict[str, Callable[[Note], Awaitable[object]]] = {
            "digest": self._digest,
            "revise": self._revise,
            "withdraw": self._withdraw,
            "parent": self._parent,
            "goodbye": lambda note: store.forget_workspace(note.workspace),
            "usage": lambda note: self._tell(note, notes.usage()),
            "hint": lambda note: self._tell(note, notes.empty_mention()),
            "question": lambda note: self._tell(note, notes.questions_later()),
        }

    async def handle(self, note: Note, retries: int = 0) -> None:
        """Do what the note wants, once; after `TRIES` attempts that killed their worker, say so and let it be.

        ``retries`` is how often the queue tried again by itself, after a failure that nobody died of.

        Raises:
            StoreDown: Redis is out of reach; try again.
            SlackApiError: Slack failed in a way that passes; try again.
        """
        if note.want == "withdraw":
            await self._store.mark_handled(_gone_key(note))  # at once: what is being read need not be posted any more
        async with self._store.working_on("note", note.source, note.workspace):
            await self._take(note, retries)

    async def _take(self, note: Note, retries: int) -> None:
        if await self._store.handled(note.key):
            return
        started = await self._store.attempts(note.key)
        if started - retries > TRIES:
            _log.error("set aside", want=note.want, key=note.key)
            await self._tell(note, notes.set_aside())
        else:
            await self._doing[note.want](replace(note, again=started > 1))
        await self._store.mark_handled(note.key)

    async def give_up(self, note: Note) -> None:
        """Say that it did not work, after all tries of the queue, to whoever asked."""
        if note.asked:
            await self._tell(note, notes.set_aside())

    async def _digest(self, note: Note) -> set[str]:
        """Digest what the note brings; returns the identities of the articles that it is about."""
        if note.asked and not note.links and not note.text:
            await self._tell(note, notes.empty_mention())
            return set()
        found = [await self._one(note, url) for url in note.links or ("",)]
        return {identity for identity in found if identity}

    async def _one(self, note: Note, url: str) -> str | None:
        link = None
        try:
            link = links.parse(url) if url else None
            async with self._delivery.status(note):
                briefing = await self._newsdesk.digest(_submission(note, link))
        except Refusal as refusal:
            _log.info("refused", kind=refusal.kind, key=note.key, exc_info=refusal.kind == "internal")
            if note.asked or interest.worth_a_word(refusal, link):
                await self._tell(note, notes.refused(refusal, url or None))
            return None
        if note.asked or interest.is_article(briefing.article):
            await self._publish(note, briefing)
        return briefing.identity

    async def _publish(self, note: Note, briefing: Briefing) -> None:
        """Post the digest, or a pointer to the first one of this article in the channel."""
        workspace, channel, identity = note.workspace, note.channel, briefing.identity
        async with self._store.working_on("post", f"{channel}:{identity}", workspace):
            mine = await self._mine(note, identity)
            if await self._gone(note) or (mine and not note.ephemeral):
                return
            first = mine or await self._store.first(workspace, channel, identity)
            post = await self._post(note, briefing, first)
            if post:
                await self._store.record(workspace, channel, note.ts, post)
                await self._store.claim_first(workspace, channel, identity, post)
        if await self._gone(note):
            await self._withdraw(note)

    async def _post(self, note: Note, briefing: Briefing, first: Post | None) -> Post | None:
        headline = briefing.digest.headline
        if note.again and (found := await self._delivery.posted_before(note, briefing.identity, headline)):
            return found
        if first is None:
            ladder = (views.digest(briefing), views.brief(briefing), views.plain(briefing))
            return await self._delivery.post(note, ladder, briefing.identity, headline)
        pointer = notes.pointer(first, await self._delivery.permalink(note, first))
        if not note.ephemeral:
            return await self._delivery.post(note, (pointer,), briefing.identity, headline)
        await self._delivery.whisper(note, pointer)
        return None

    async def _revise(self, note: Note) -> None:
        """After an edit: what is new is digested, and digests of what is no longer there go."""
        before = await self._store.posts(note.workspace, note.channel, note.ts)
        if before and not note.links and reads_like_article(note.text):
            await self._reword(note, before[0])
            return
        present = await self._digest(note) if note.links or reads_like_article(note.text) else set[str]()
        for post in before:
            if post.identity not in present:
                await self._remove(note, post)

    async def _reword(self, note: Note, post: Post) -> None:
        """An edited paste: its digest is replaced where it stands."""
        try:
            briefing = await self._newsdesk.digest(_submission(note, None))
        except Refusal as refusal:
            _log.info("refused", kind=refusal.kind, key=note.key, exc_info=refusal.kind == "internal")
            return
        await self._delivery.revise(note, post, views.digest(briefing))
        renewed = replace(post, identity=briefing.identity, headline=briefing.digest.headline)
        await self._store.drop(note.workspace, note.channel, note.ts, post)
        await self._store.record(note.workspace, note.channel, note.ts, renewed)
        await self._store.claim_first(note.workspace, note.channel, briefing.identity, renewed)

    async def _withdraw(self, note: Note) -> None:
        for post in await self._store.posts(note.workspace, note.channel, note.ts):
            await self._remove(note, post)

    async def _remove(self, note: Note, post: Post) -> None:
        """One by one, and only what was seen: another attempt may record a post of its own meanwhile."""
        await self._delivery.withdraw(note, post)
        await self._store.drop(note.workspace, note.channel, note.ts, post)

    async def _parent(self, note: Note) -> None:
        """A bare mention in a thread: the message above is what somebody wants to have digested."""
        above = inbox.above(note, await self._delivery.above(note))
        await (self._digest(above) if above else self._tell(note, notes.empty_mention()))

    async def _gone(self, note: Note) -> bool:
        return await self._store.handled(_gone_key(note))

    async def _mine(self, note: Note, identity: str) -> Post | None:
        """What already stands under this message about the article."""
        posts = await self._store.posts(note.workspace, note.channel, note.ts)
        return next((post for post in posts if post.identity == identity), None)

    async def _tell(self, note: Note, message: Message) -> None:
        """Words of ours: to the asking person alone where a command or shortcut gave a way, else in the thread."""
        if note.ephemeral:
            await self._delivery.whisper(note, message)
        elif note.channel and (post := await self._delivery.post(note, (message,))):
            await self._store.record(note.workspace, note.channel, note.ts, post)


def _gone_key(note: Note) -> str:
    return f"{note.source}:gone"


def _submission(note: Note, link: Link | None) -> Submission:
    if link:
        return Submission(link=link, workspace=note.workspace)
    return Submission(text=note.text, published=note.sent, workspace=note.workspace)
