"""Digests and words of ours: under their message, each once, and written down, so that they can be taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.model import Post
from handlers import aside, forms
from handlers.lanes import Lanes
from handlers.views import digest, notes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.errors import Refusal
    from bot.model import Briefing, Link
    from bot.storage.store import Store
    from handlers.delivery import Delivery
    from handlers.note import Note
    from handlers.storyboard import Storyboard
    from handlers.views.message import Message


class Publisher:
    """What stands in Slack and what the ledger says of it, kept together.

    Everything may be called again after a crash and then finds what was done already.
    """

    def __init__(self, store: Store, delivery: Delivery, board: Storyboard) -> None:
        self._store, self._delivery, self._board = store, delivery, board
        self._lanes = Lanes(store)

    async def publish(self, note: Note, briefing: Briefing) -> None:
        """Post the digest, what is new in it for the channel, or a pointer to the first one of this article there."""
        workspace, channel, identity = note.workspace, note.channel, briefing.identity
        async with self._store.working_on("post", f"{channel}:{identity}", workspace):
            posts = await self._store.posts(workspace, channel, note.ts)
            mine = next((post for post in posts if post.identity == identity), None)
            if mine:
                await self._finish(note, briefing, mine)
            if first := mine or await self._store.first(workspace, channel, identity):
                if note.ephemeral or not mine:
                    await self._point(note, briefing, first)
            else:
                await self._begin(note, briefing)

    async def tell(self, note: Note, message: Message, about: str = "") -> str:
        """Words of ours: to the asking person alone where a command or shortcut gave a way, else in the thread.

        ``about`` tells several words to one note apart. Returns the ``ts`` of what stands in the thread, or nothing.
        """
        return await self.say(note, (message,), about)

    async def say(self, note: Note, ladder: Sequence[Message], about: str = "") -> str:
        """The same with several forms of the words, each plainer than the one before."""
        if note.ephemeral:
            await self._delivery.whisper(note, ladder)
        elif note.channel and (post := await self._once(note, ladder, about)):
            await self._store.record(note.workspace, note.channel, note.ts, post)
            return post.ts
        return ""

    async def refuse(self, note: Note, refusal: Refusal, link: Link | None, about: str = "") -> str:
        """Say why there is no digest, as `tell` does; with a button to paste the text, where that is a way out."""
        value = forms.offer(note, link.url) if link and forms.helps(refusal) else ""
        return await self.tell(note, notes.refused(refusal, about or None, value), about)

    async def whisper(self, note: Note, ladder: Sequence[Message], *, instead: bool = False) -> None:
        """The first message that Slack takes, alone to whoever pressed a button; ``instead``: in the place of it."""
        thread = None if instead else note.thread
        if not (note.ephemeral and await aside.respond(note.ephemeral, ladder, instead=instead, thread=thread)):
            await self._delivery.whisper(replace(note, ephemeral=None), ladder)

    async def supply(self, note: Note, briefing: Briefing) -> None:
        """Put the digest of a pasted text in the place of our post that asked for it.

        Where Slack has that post no more it stands below its message; where we took it away ourselves, with the message
        or its link, whoever pasted the text gets the digest alone. So they do where only they saw what asked for it.
        """
        if note.post is None:
            await self.whisper(note, digest.ladder(briefing), instead=True)
            return
        ours = await self.posts(note)
        known = next((post for post in ours if post.ts == note.post), None)
        known = known or next((post for post in ours if post.identity == briefing.identity), None)
        post = known or Post(note.channel, note.post, note.thread, "", "")
        if known or note.again:
            await self.reword(replace(note, ephemeral=None), post, briefing)
        elif not await self._revise(note, post, briefing):
            await self.whisper(note, digest.ladder(briefing))

    async def reword(self, note: Note, post: Post, briefing: Briefing) -> None:
        """Put a digest in the place of a post of ours, or below its message where it does not stand any more."""
        if not await self._revise(note, post, briefing):
            await self.remove(note, post)  # it may stand there, and only not be open to changes any more
            await self.publish(note, briefing)

    async def posts(self, note: Note) -> tuple[Post, ...]:
        """What stands under the note's message."""
        return await self._store.posts(note.workspace, note.channel, note.ts)

    async def remove(self, note: Note, post: Post) -> None:
        """One by one, and only what was seen: another attempt may record a post of its own meanwhile."""
        await self._delivery.withdraw(note, post)
        await self._board.falls(note, post)
        await self._store.drop(note.workspace, note.channel, note.ts, post)

    async def _revise(self, note: Note, post: Post, briefing: Briefing) -> bool:
        """Put a digest in the place of a post, and write it down; tells whether the post still stood there.

        In this order, so that at any moment something is written down.
        """
        story = await self._board.file(note, briefing)
        if not await self._delivery.revise(note, post, await self._board.ladder(note, briefing, story, post)):
            return False
        renewed = _about(post, briefing)
        await self._store.record(note.workspace, note.channel, note.ts, renewed)
        await self._board.changes(note, post)
        if renewed != post:
            await self._store.drop(note.workspace, note.channel, note.ts, post)
        await self._store.claim_first(note.workspace, note.channel, briefing.identity, renewed)
        await self._board.stands(note, story, renewed)
        return True

    async def _begin(self, note: Note, briefing: Briefing) -> None:
        """The article's first post in the channel; of two of one story the second sees the first."""
        story = await self._board.file(note, briefing)
        async with self._store.working_on("story", f"{note.channel}:{story}", note.workspace):
            ladder = await self._board.ladder(note, briefing, story)
            if post := await self._once(note, ladder, briefing.identity):
                await self._board.stands(note, story, await self._write_down(note, post, briefing))

    async def _finish(self, note: Note, briefing: Briefing, mine: Post) -> None:
        """An earlier attempt posted, and may not have come to what follows."""
        first = await self._store.claim_first(note.workspace, note.channel, briefing.identity, mine)
        if first.ts == mine.ts:  # else it is a pointer
            await self._board.stands(note, await self._board.file(note, briefing), mine)

    async def _point(self, note: Note, briefing: Briefing, first: Post) -> None:
        """A pointer to the article's first post."""
        pointer = notes.pointer(first, await self._delivery.permalink(note, first))
        if note.ephemeral:
            await self._delivery.whisper(note, (pointer,))
        elif post := await self._once(note, (pointer,), briefing.identity):
            await self._write_down(note, post, briefing)

    async def _write_down(self, note: Note, post: Post, briefing: Briefing) -> Post:
        post = _about(post, briefing)
        await self._store.record(note.workspace, note.channel, note.ts, post)
        await self._store.claim_first(note.workspace, note.channel, briefing.identity, post)
        return post

    async def _once(self, note: Note, ladder: Sequence[Message], about: str) -> Post | None:
        if note.again and (found := await self._delivery.posted_before(note, about)):
            return found
        async with self._lanes.turn(note):
            return await self._delivery.post(note, ladder, about)


def _about(post: Post, briefing: Briefing) -> Post:
    """A post with the article that it tells of."""
    return replace(post, identity=briefing.identity, headline=briefing.digest.headline, url=briefing.article.url)
