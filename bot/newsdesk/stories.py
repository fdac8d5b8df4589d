"""Articles about the same event are one story: to which an article belongs, and what it adds for those who know it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

from bot.storage.codec import Codec
from bot.storage.stories import Filed
from bot.stories import SAME, Fingerprint, News, fingerprint, likeness, news

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.model import Briefing, Post
    from bot.storage.store import Store
    from bot.storage.turns import Clock

COMPARED = 5
"""With how many earlier articles in a channel a new one is compared at most: the first, and the latest."""

_PRINT = Codec(Fingerprint)


class Recalls(Protocol):
    """Who remembers digests."""

    async def recall(self, identity: str, workspace: str | None) -> Briefing | None:
        """What is remembered of an article; None: nothing any more."""


@dataclass(frozen=True, slots=True)
class Known:
    """An earlier post about the story in the same channel, and the article that it told of."""

    post: Post
    briefing: Briefing


@dataclass(frozen=True, slots=True)
class Sequel:
    """What an article adds to those that a channel knows, the oldest first; there is at least one."""

    known: tuple[Known, ...]
    news: News


class Storydesk:
    """Stories, by workspace. Every method raises `StoreDown` when Redis fails."""

    def __init__(self, newsdesk: Recalls, store: Store, clock: Clock) -> None:
        self._newsdesk, self._store, self._clock = newsdesk, store, clock

    async def file(self, workspace: str, briefing: Briefing) -> str:
        """The id of the story that an article belongs to: that of the article which it is most like, else a new one.

        Filed again, it is in the same story. One at a time in a workspace, so that of two articles about one event at
        the same moment the second finds the first.
        """
        found = await asyncio.to_thread(fingerprint, briefing.article, briefing.digest)
        payload = _PRINT.encode(replace(found, keys=()))  # the store has its keys
        async with self._store.working_on("story", "all", workspace):
            now, identity = self._clock(), briefing.identity
            story = await self._store.story_of(workspace, identity)
            if story is None:
                story = _likest(found, await self._store.candidates(workspace, found.keys, now)) or _new(identity)
            return await self._store.file(workspace, found.keys, Filed(story, identity, payload), now)

    async def before(self, workspace: str, channel: str, story: str, post: Post | None = None) -> tuple[Post, ...]:
        """Our posts about a story in one channel, an article once, the oldest first; those before ``post``, if given.

        At most `COMPARED` of them.
        """
        here = [each for each in await self._store.reports(workspace, story) if each.channel == channel]
        earlier = sorted((each for each in here if post is None or each.ts < post.ts), key=lambda each: each.ts)
        first = {each.identity: each for each in reversed(earlier)}
        once = tuple(sorted(first.values(), key=lambda each: each.ts))
        return once if len(once) <= COMPARED else (once[0], *once[1 - COMPARED :])

    async def sequel(self, workspace: str, posts: Iterable[Post], briefing: Briefing) -> Sequel | None:
        """What an article adds to those of earlier posts; None where no other one of them is remembered."""
        others = [post for post in posts if post.identity != briefing.identity]
        recalled = [(post, await self._newsdesk.recall(post.identity, workspace)) for post in others]
        known = tuple(Known(post, found) for post, found in recalled if found is not None)
        return Sequel(known, await asyncio.to_thread(_news, known, briefing)) if known else None

    async def posted(self, workspace: str, story: str, post: Post) -> None:
        """Our post about an article of a story stands."""
        await self._store.report(workspace, story, post)

    async def withdrawn(self, workspace: str, post: Post) -> str | None:
        """It stands no more; the story that it was about, if any."""
        story = await self._store.story_of(workspace, post.identity) if post.identity else None
        if story:
            await self._store.retract(workspace, story, post.channel, post.ts)
        return story


def _likest(found: Fingerprint, candidates: Iterable[Filed]) -> str | None:
    """The story of the article that is most alike, if one is alike enough."""
    best, story = 0.0, None
    for each in candidates:
        other = _PRINT.decode(each.payload)
        alike = likeness(found, other) if other else 0.0
        if alike >= SAME and alike > best:
            best, story = alike, each.story
    return story


def _new(identity: str) -> str:
    """A new story's id; it tells nothing of the article's address."""
    return sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _news(known: tuple[Known, ...], briefing: Briefing) -> News:
    told = [(each.briefing.article.site, each.briefing.digest) for each in known]
    texts = [each.briefing.article.text for each in known]
    return news(told, (briefing.article.site, briefing.digest), texts)
