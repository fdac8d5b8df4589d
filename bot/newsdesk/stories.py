"""Articles about the same event are one story: to which an article belongs, and what it adds for those who know it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from bot import stories
from bot.storage.stories import Filed
from bot.stories import Fingerprint

if TYPE_CHECKING:
    from bot.model import Briefing, Post
    from bot.newsdesk.digesting import Newsdesk
    from bot.storage.store import Store
    from bot.storage.turns import Clock
    from bot.stories import News

COMPARED = 5
"""How many earlier articles of a story in a channel are compared with, the latest and the first: a reader knows them."""

_FORMAT = b"1:"  # of what is filed; an article that another version filed is recognised no more
_ADAPTER: TypeAdapter[Fingerprint] = TypeAdapter(Fingerprint)


@dataclass(frozen=True, slots=True)
class Sequel:
    """What an article adds in a channel to our first post about its story there."""

    first: Post
    news: News


class Storydesk:
    """Stories, by workspace. Every method raises `StoreDown` when Redis fails."""

    def __init__(self, newsdesk: Newsdesk, store: Store, clock: Clock) -> None:
        self._newsdesk, self._store, self._clock = newsdesk, store, clock

    async def file(self, workspace: str, briefing: Briefing, sent: str | None = None) -> str:
        """The id of the story that an article belongs to, a new one where it is the first.

        ``sent`` is the day on which it was shared, ISO 8601: an article without a date counts as of that day. Filed
        again, it is in the same story. Of two about one event at the same time the second finds the first.
        """
        async with self._store.working_on("stories", "all", workspace):
            if known := await self._store.story_of(workspace, briefing.identity):
                return known
            article = briefing.article
            dated = replace(article, published=article.published or sent)
            fingerprint = stories.fingerprint(dated, briefing.digest)
            now = self._clock()
            story = await self._like(workspace, fingerprint, now) or _new(briefing.identity)
            filed = Filed(story, briefing.identity, _FORMAT + _ADAPTER.dump_json(fingerprint))
            return await self._store.file(workspace, fingerprint.keys, filed, now)

    async def sequel(self, workspace: str, channel: str, story: str, briefing: Briefing) -> Sequel | None:
        """What an article adds to what stands of its story in a channel; None where nothing stands there any more."""
        reports = [post for post in await self._store.reports(workspace, story) if post.channel == channel]
        before = {post.identity: post for post in reversed(reports) if post.identity != briefing.identity}
        posts = sorted(before.values(), key=reports.index)
        compared = posts if len(posts) <= COMPARED else [posts[0], *posts[1 - COMPARED :]]
        found = [await self._newsdesk.recall(post.identity, workspace) for post in compared]
        known = [each for each in found if each]
        if not known:
            return None
        told = [(each.article.site, each.digest) for each in known]
        texts = [each.article.text for each in known]
        return Sequel(posts[0], stories.news(told, (briefing.article.site, briefing.digest), texts))

    async def posted(self, workspace: str, story: str, post: Post) -> None:
        """Our post about an article of a story stands."""
        await self._store.report(workspace, story, post)

    async def withdrawn(self, workspace: str, post: Post) -> None:
        """It stands no more."""
        if post.identity and (story := await self._store.story_of(workspace, post.identity)):
            await self._store.retract(workspace, story, post.channel, post.ts)

    async def _like(self, workspace: str, fingerprint: Fingerprint, now: float) -> str | None:
        """The story of the article that is most like it, if any is like it enough."""
        likest, story = stories.SAME, None
        for filed in await self._store.candidates(workspace, fingerprint.keys, now):
            other = _read(filed.payload)
            if other and (likeness := stories.likeness(fingerprint, other)) >= likest:
                likest, story = likeness, filed.story
        return story


def _read(payload: bytes) -> Fingerprint | None:
    if not payload.startswith(_FORMAT):
        return None
    try:
        return _ADAPTER.validate_json(payload[len(_FORMAT) :])
    except ValidationError:
        return None


def _new(identity: str) -> str:
    return sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:24]
