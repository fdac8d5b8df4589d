"""What is remembered of stories, by workspace: by what they are recognised, which articles they have, and our posts.

An article finds the stories that it may belong to by its traits (actors, places, rare words: whatever the newsroom
names), and never by looking at all of them: each trait knows its latest stories only. Between looking (`candidates`)
and filing (`file`) hold `Shelf.working_on`, so that two articles of one event at the same time make one story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from bot.storage import keys
from bot.storage.codec import POST
from bot.storage.guard import answering
from bot.storage.memory import Memory

if TYPE_CHECKING:
    from datetime import timedelta

    from bot.model import Post

LATEST = 50
"""How many stories a trait knows, the latest: what more of them have in common tells no event apart."""

MOST_CANDIDATES = 100
"""How many stories an article is compared with, so that comparing them takes no longer in a large archive."""


class Stories(Memory):
    """Stories, by ids that the newsroom gives them. Every method raises `StoreDown` when Redis fails.

    A story lives 30 days after it was last heard of, or as long as a digest where that is shorter. Times are seconds
    since 1970.
    """

    @answering()
    async def file(self, workspace: str, traits: Iterable[str], story: str, payload: bytes, at: float) -> None:
        """Remembers by what a story is recognised (``payload``, which takes the place of an older one), and its traits.

        Traits of earlier articles stay. Costs the same whatever is remembered already.
        """
        async with self._pipeline() as pipe:
            pipe.set(keys.desk(workspace, "story", story), payload, ex=self._life)
            for trait in dict.fromkeys(traits):
                name = _alike(workspace, trait)
                pipe.zadd(name, {story: at}, gt=True)
                pipe.zremrangebyscore(name, "-inf", f"({self._since(at)}")
                pipe.zremrangebyrank(name, 0, -LATEST - 1)
                pipe.expire(name, self._life)
            await pipe.execute()

    @answering()
    async def candidates(self, workspace: str, traits: Iterable[str], at: float) -> tuple[tuple[str, bytes], ...]:
        """Stories with any of these traits, heard of in 30 days, and their payloads: at most `MOST_CANDIDATES`.

        Those come first that share most, where a trait counts for the more the fewer stories have it; then those
        that are the latest with one of their traits.
        """
        async with self._pipeline(atomic=False) as pipe:
            for trait in dict.fromkeys(traits):
                pipe.zrevrangebyscore(_alike(workspace, trait), "+inf", self._since(at), 0, LATEST)
            found = cast("list[list[bytes]]", await pipe.execute())  # times would take four times as long to read
        best = [story.decode() for story in _ranked(found)]
        if not best:
            return ()
        payloads = cast("list[bytes | None]", await self._redis.mget([_story(workspace, story) for story in best]))
        return tuple((story, payload) for story, payload in zip(best, payloads, strict=True) if payload is not None)

    @answering()
    async def assign(self, workspace: str, identity: str, story: str) -> str:
        """Makes an article a part of this story unless it has one; returns the one that stands."""
        name = keys.desk(workspace, "filed", keys.digest(identity))
        async with self._pipeline() as pipe:
            pipe.set(name, story.encode(), nx=True, ex=self._life)
            pipe.get(name)
            return cast("bytes", (await pipe.execute())[1]).decode()

    @answering()
    async def story_of(self, workspace: str, identity: str) -> str | None:
        """The story that an article belongs to."""
        found = await self._get(keys.desk(workspace, "filed", keys.digest(identity)))
        return None if found is None else found.decode()

    @answering()
    async def report(self, workspace: str, story: str, post: Post) -> None:
        """Remembers our post about an article of a story, in whatever channel; twice the same counts once."""
        name, blob = keys.desk(workspace, "reports", story), POST.encode(post)
        async with self._pipeline() as pipe:
            pipe.lrem(name, 0, blob)  # type: ignore[arg-type]  # redis-py says str, and takes bytes
            pipe.rpush(name, blob)
            pipe.ltrim(name, -keys.LIST_LENGTH, -1)
            pipe.expire(name, self._life)
            await pipe.execute()

    @answering()
    async def reports(self, workspace: str, story: str) -> tuple[Post, ...]:
        """Our posts about a story's articles in all channels, the oldest first: who may see them is to be asked."""
        blobs = await self._list(keys.desk(workspace, "reports", story))
        return tuple(post for blob in blobs if (post := POST.decode(blob)))

    @answering()
    async def retract(self, workspace: str, story: str, channel: str, ts: str) -> None:
        """Forgets a post about an article of a story: it was taken back."""
        name = keys.desk(workspace, "reports", story)
        for blob in await self._list(name):
            if (post := POST.decode(blob)) and (post.channel, post.ts) == (channel, ts):
                await self._redis.lrem(name, 0, blob)  # type: ignore[arg-type]  # redis-py says str, and takes bytes

    @property
    def _life(self) -> timedelta:
        return min(self._retention, keys.STORY)

    def _since(self, at: float) -> float:
        return at - self._life.total_seconds()


def _ranked(found: Iterable[list[bytes]]) -> list[bytes]:
    """The stories that several traits know, best first: each trait gives all of its stories a vote together."""
    votes, place = defaultdict[bytes, float](float), dict[bytes, int]()
    for stories in found:
        for position, story in enumerate(stories):
            votes[story] += 1 / len(stories)
            place[story] = min(position, place.get(story, position))
    return sorted(votes, key=lambda story: (-votes[story], place[story], story))[:MOST_CANDIDATES]


def _alike(workspace: str, trait: str) -> str:
    return keys.desk(workspace, "alike", keys.digest(trait))


def _story(workspace: str, story: str) -> str:
    return keys.desk(workspace, "story", story)
