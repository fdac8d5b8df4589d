"""What is remembered of stories, by workspace: by what they are recognised, which articles they have, and our posts.

An article finds those that it may belong to by its traits (actors, places, rare words: whatever the newsroom names),
and never by looking at all of them: each trait knows its latest articles only. Between looking (`candidates`)
and filing (`file`) hold `Shelf.working_on`, so that two articles of one event at the same time make one story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from bot.storage import keys
from bot.storage.codec import POST
from bot.storage.guard import answering
from bot.storage.memory import Memory, append

if TYPE_CHECKING:
    from datetime import timedelta

    from bot.model import Post

LATEST = 50
"""How many articles a trait knows, the latest: what more of them have in common tells no event apart."""

MOST_CANDIDATES = 100
"""How many articles one is compared with, so that comparing them takes no longer in a large archive."""


@dataclass(frozen=True, slots=True)
class Filed:
    """An article in a story, its identity, and what it is recognised by: bytes that only the newsroom reads.

    Neither the story's id nor the identity holds a NUL.
    """

    story: str
    identity: str
    payload: bytes


class Stories(Memory):
    """Stories, by ids that the newsroom gives them. Every method raises `StoreDown` when Redis fails.

    A story lives 30 days after it was last heard of, or as long as a digest where that is shorter. Times are seconds
    since 1970.
    """

    @answering()
    async def file(self, workspace: str, traits: Iterable[str], filed: Filed, at: float) -> str:
        """Remembers an article under its traits; returns its story: what it was filed under first stands.

        Filed again under the same story, the payload is renewed. Costs the same whatever is remembered already.
        """
        member, blob = keys.digest(filed.identity), _pack(filed)
        name = keys.desk(workspace, "filed", member)
        async with self._pipeline(atomic=False) as pipe:  # half the replies; done by half, it is done again
            pipe.set(name, blob, nx=True, ex=self._life)
            pipe.get(name)
            for trait in dict.fromkeys(traits):
                alike = keys.desk(workspace, "alike", keys.digest(trait))
                pipe.zadd(alike, {member: at}, gt=True)
                pipe.zremrangebyscore(alike, "-inf", f"({self._since(at)}")
                pipe.zremrangebyrank(alike, 0, -LATEST - 1)
                pipe.expire(alike, self._life)
            new, found, *_ = await pipe.execute()
        stands = _unpack(cast("bytes", found))
        if not new and stands.story == filed.story:
            await self._redis.set(name, blob, ex=self._life)
        return stands.story

    @answering()
    async def candidates(self, workspace: str, traits: Iterable[str], at: float) -> tuple[Filed, ...]:
        """Articles with any of these traits, filed within 30 days: at most `MOST_CANDIDATES`.

        Those come first that share most, where a trait counts for the more the fewer articles have it; then those
        that are the latest with one of their traits.
        """
        async with self._pipeline(atomic=False) as pipe:
            for trait in dict.fromkeys(traits):
                alike = keys.desk(workspace, "alike", keys.digest(trait))
                pipe.zrevrangebyscore(alike, "+inf", self._since(at), 0, LATEST)
            found = cast("list[list[bytes]]", await pipe.execute())  # times would take four times as long to read
        best = [keys.desk(workspace, "filed", member.decode()) for member in _ranked(found)]
        blobs = cast("list[bytes | None]", await self._redis.mget(best)) if best else []
        return tuple(_unpack(blob) for blob in blobs if blob is not None)

    @answering()
    async def story_of(self, workspace: str, identity: str) -> str | None:
        """The story that an article belongs to."""
        found = await self._get(keys.desk(workspace, "filed", keys.digest(identity)))
        return None if found is None else _unpack(found).story

    @answering()
    async def report(self, workspace: str, story: str, post: Post) -> None:
        """Remembers our post about an article of a story, in whatever channel; twice the same counts once."""
        name, blob = keys.desk(workspace, "reports", story), POST.encode(post)
        async with self._pipeline() as pipe:
            append(pipe, name, blob, self._life)
            await pipe.execute()

    @answering()
    async def reports(self, workspace: str, story: str) -> tuple[Post, ...]:
        """Our posts about a story's articles in all channels, the oldest first: who may see them is to be asked."""
        return POST.decode_all(await self._list(keys.desk(workspace, "reports", story)))

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
    """What several traits know, best first: each trait gives all of its articles one vote together."""
    votes, place = defaultdict[bytes, float](float), dict[bytes, int]()
    for articles in found:
        for position, article in enumerate(articles):
            votes[article] += 1 / len(articles)
            place[article] = min(position, place.get(article, position))
    return sorted(votes, key=lambda article: (-votes[article], place[article], article))[:MOST_CANDIDATES]


def _pack(filed: Filed) -> bytes:
    return b"\0".join((filed.story.encode(), filed.identity.encode(), filed.payload))


def _unpack(blob: bytes) -> Filed:
    story, identity, payload = blob.split(b"\0", 2)
    return Filed(story.decode(), identity.decode(), payload)
