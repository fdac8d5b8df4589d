"""What is remembered of our own posts, by workspace: for which message, in which thread, and which was the first."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bot.storage import keys
from bot.storage.codec import POST
from bot.storage.guard import answering
from bot.storage.memory import Memory, append, if_still

if TYPE_CHECKING:
    from bot.model import Post


class Ledger(Memory):
    """Posts, by the channel and `ts` of the message behind them. Every method raises `StoreDown` when Redis fails."""

    @answering()
    async def posts(self, workspace: str, channel: str, ts: str) -> tuple[Post, ...]:
        """What we posted for a source message, oldest first."""
        return POST.decode_all(await self._list(keys.posts(workspace, channel, ts)))

    @answering()
    async def record(self, workspace: str, channel: str, ts: str, post: Post) -> None:
        """Remembers a post for its source message and for its thread; twice the same counts once.

        A post outside a thread begins one.
        """
        blob = POST.encode(post)
        async with self._pipeline() as pipe:
            for key in (keys.posts(workspace, channel, ts), *_places_of(workspace, post)):
                append(pipe, key, blob, self._retention)
            await pipe.execute()

    @answering()
    async def forget(self, workspace: str, channel: str, ts: str) -> tuple[Post, ...]:
        """What we posted for a source message, and forgets it: for the message, in its thread, and as the first."""
        key = keys.posts(workspace, channel, ts)
        blobs = await self._list(key)
        posts = POST.decode_all(blobs)
        for post in posts:
            for where in {channel, post.channel}:
                await self._give_up_first(workspace, where, post)
        async with self._pipeline() as pipe:
            for each in (key, *{place for post in posts for place in _places_of(workspace, post)}):
                for blob in blobs:  # one by one, so that what is recorded meanwhile stays
                    pipe.lrem(each, 0, blob)  # type: ignore[arg-type]  # redis-py says str, and takes bytes
            await pipe.execute()
        return posts

    @answering()
    async def drop(self, workspace: str, channel: str, ts: str, post: Post) -> None:
        """Forgets one post of a source message: for the message, in its thread, and as the first."""
        await self._give_up_first(workspace, post.channel, post)
        async with self._pipeline() as pipe:
            for key in (keys.posts(workspace, channel, ts), *_places_of(workspace, post)):
                pipe.lrem(key, 0, POST.encode(post))  # type: ignore[arg-type]  # redis-py says str, and takes bytes
            await pipe.execute()

    @answering()
    async def first(self, workspace: str, channel: str, identity: str) -> Post | None:
        """The first post about an article in a channel, while it is remembered."""
        return POST.decode(await self._get(keys.first(workspace, channel, identity)))

    @answering()
    async def claim_first(self, workspace: str, channel: str, identity: str, post: Post) -> Post:
        """Makes this the first post about an article in a channel unless there is one; returns the one that stands."""
        key, blob = keys.first(workspace, channel, identity), POST.encode(post)
        if stands := POST.decode(await self._set_first(key, blob, self._retention)):
            return stands
        await self._redis.set(key, blob, ex=self._retention)  # what stood there can't be read any more
        return post

    @answering()
    async def digests(self, workspace: str, channel: str, thread_ts: str | None = None) -> tuple[Post, ...]:
        """The digests in a thread, or of late in a whole channel (None): one an article, the latest last."""
        key = keys.thread(workspace, channel, thread_ts) if thread_ts else keys.desk(workspace, "recent", channel)
        return _digests(await self._list(key))

    async def thread(self, workspace: str, channel: str, thread_ts: str) -> tuple[str, ...]:
        """Identities of the articles digested in a thread, each once, the latest last."""
        return tuple(post.identity for post in await self.digests(workspace, channel, thread_ts))

    @answering()
    async def handled(self, key: str) -> bool:
        """Whether an event, by its idempotency key ``workspace:channel:ts…``, was dealt with in the last day."""
        return bool(await self._redis.exists(keys.event("handled", key)))

    @answering()
    async def mark_handled(self, key: str) -> None:
        """Remembers for a day that an event was dealt with."""
        await self._redis.set(keys.event("handled", key), b"", ex=keys.EVENTS)

    @answering()
    async def latest(self, message: str, edition: str) -> str:
        """The latest edition of a source message that was heard of within a day, this one counted.

        `message` is ``workspace:channel:ts``; editions compare as text, so that times do as times.
        """
        name = keys.event("editions", message)
        async with self._pipeline() as pipe:
            pipe.zadd(name, {edition: 0})
            pipe.zremrangebyrank(name, 0, -2)
            pipe.zrange(name, 0, 0)
            pipe.expire(name, keys.EVENTS)
            return cast("bytes", (await pipe.execute())[2][0]).decode()

    @answering()
    async def attempts(self, key: str) -> int:
        """Counts one more attempt at an event's job, and tells how many there were in the last day, this one too."""
        name = keys.event("attempts", key)
        async with self._pipeline() as pipe:
            pipe.incr(name)
            pipe.expire(name, keys.EVENTS)
            return int((await pipe.execute())[0])

    @answering()
    async def excuse(self, key: str) -> None:
        """Takes an attempt back that was none: its turn had not come yet."""
        name = keys.event("attempts", key)
        async with self._pipeline() as pipe:
            pipe.decr(name)
            pipe.expire(name, keys.EVENTS)
            await pipe.execute()

    @answering()
    async def done(self, key: str) -> dict[str, str]:
        """What came of the links of an event so far: by address, the identity or the `ts` of what stands there."""
        found = cast("dict[bytes, bytes]", await self._redis.hgetall(keys.event("done", key)))
        return {link.decode(): came.decode() for link, came in found.items()}

    @answering()
    async def mark_done(self, key: str, link: str, came: str) -> None:
        """Remembers for a day what came of one link of an event, so that it is not looked at again."""
        name = keys.event("done", key)
        async with self._pipeline() as pipe:
            pipe.hset(name, link, came)
            pipe.expire(name, keys.EVENTS)
            await pipe.execute()

    async def _give_up_first(self, workspace: str, channel: str, post: Post) -> None:
        key = keys.first(workspace, channel, post.identity)
        blob = await self._get(key)
        stands = POST.decode(blob)
        if stands and (stands.channel, stands.ts) == (post.channel, post.ts):
            await if_still(self._redis, key, blob, lambda pipe: pipe.delete(key))


def _places_of(workspace: str, post: Post) -> tuple[str, ...]:
    """Where a post is found again: in its thread, and a digest in its channel, too."""
    thread = keys.thread(workspace, post.channel, post.thread or post.ts)
    return (thread, keys.desk(workspace, "recent", post.channel)) if post.identity else (thread,)


def _digests(blobs: list[bytes]) -> tuple[Post, ...]:
    """Of several posts about one article the latest counts."""
    posts = POST.decode_all(reversed(blobs))
    latest_first = {post.identity: post for post in reversed(posts) if post.identity}
    return tuple(sorted(latest_first.values(), key=posts.index, reverse=True))
