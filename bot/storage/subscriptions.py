"""Who follows which country, by workspace: durable, read by reader and by country, and in which time zone readers live.

Each subscription lies twice, with its reader and with its country, so that an article finds its followers without
looking at anybody else's. All changes for one reader go through `_change`, which keeps the two alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Literal, cast

from redis.exceptions import WatchError

from bot.storage import keys
from bot.storage.codec import SUBSCRIPTION
from bot.storage.guard import answering
from bot.storage.workspaces import Workspaces

if TYPE_CHECKING:
    from redis.asyncio.client import Pipeline

    from bot.model import Subscription

MOST = 50
"""How many countries one reader may follow; a region counts as one, however many countries it has."""

Outcome = Literal["new", "same", "changed", "full"]
"""What came of a wish to follow: not followed before; followed before and as it was; followed before, and otherwise
now; not followed, since the reader has as many as one may."""

Followed = Mapping[str, "Subscription"]
"""A reader's subscriptions, by country."""


class Subscriptions(Workspaces):
    """Subscriptions, by workspace. Every method raises `StoreDown` when Redis fails."""

    async def follow(self, workspace: str, subscription: Subscription, *, change: bool = True) -> Outcome:
        """Remembers a subscription for good, at most `MOST` for a reader.

        Whoever follows the country already gets the new pace, role, snooze and silence; without ``change`` they keep
        what they have.
        """
        return (await self.follow_all(workspace, (subscription,), change=change))[0]

    @answering()
    async def follow_all(
        self, workspace: str, subscriptions: tuple[Subscription, ...], *, change: bool = True
    ) -> tuple[Outcome, ...]:
        """The same for several countries of one reader, all or none: where not all find room, nothing is changed."""

        def add(known: Followed) -> Followed:
            fresh = {wish.country: wish for wish in subscriptions if change or wish.country not in known}
            wanted = {**known, **fresh}
            return known if _size(wanted) > max(MOST, _size(known)) else wanted

        if not subscriptions:
            return ()
        before, now = await self._change(workspace, subscriptions[0].reader, add)
        return tuple(_outcome(before.get(wish.country), now.get(wish.country)) for wish in subscriptions)

    @answering()
    async def unfollow(self, workspace: str, reader: str, *countries: str) -> bool:
        """Forgets a reader's subscriptions to these countries; tells whether there was any."""
        before, now = await self._change(
            workspace, reader, lambda known: {code: each for code, each in known.items() if code not in countries}
        )
        return before != now

    @answering()
    async def unfollow_all(self, workspace: str, reader: str) -> tuple[Subscription, ...]:
        """Forgets all subscriptions of a reader that is gone, a closed account or channel; tells which there were."""
        before, _ = await self._change(workspace, reader, lambda _known: {})
        return _sorted(before)

    @answering()
    async def following(self, workspace: str, reader: str) -> tuple[Subscription, ...]:
        """What a reader follows, by country code; the snoozed and the muted, too."""
        blobs = cast("list[bytes]", await self._redis.hvals(keys.desk(workspace, "follows", reader)))
        return _sorted(_read(blobs))

    @answering()
    async def followers(self, workspace: str, countries: Iterable[str]) -> tuple[Subscription, ...]:
        """All subscriptions to any of these countries, in their order; the snoozed and the muted, too."""
        async with self._pipeline(atomic=False) as pipe:
            for country in dict.fromkeys(countries):
                pipe.hvals(keys.desk(workspace, "followers", country))
            found = cast("list[list[bytes]]", await pipe.execute())
        return SUBSCRIPTION.decode_all(chain.from_iterable(found))

    @answering()
    async def readers(self, workspace: str) -> tuple[str, ...]:
        """Everybody who follows anything, sorted."""
        members = cast("set[bytes]", await self._redis.smembers(keys.desk(workspace, "readers")))
        return tuple(sorted(member.decode() for member in members))

    async def snooze(self, workspace: str, reader: str, country: str | None, until: str | None) -> bool:
        """Lets a subscription, or all of a reader's (None), rest until an ISO 8601 time; None wakes it again.

        Tells whether there was any.
        """
        return await self._revise(workspace, reader, country, lambda each: replace(each, snoozed_until=until))

    async def mute(self, workspace: str, reader: str, country: str | None) -> bool:
        """Silences a subscription, or all of a reader's (None), until it is unmuted; tells whether there was any."""
        return await self._revise(workspace, reader, country, lambda each: replace(each, muted=True))

    async def unmute(self, workspace: str, reader: str, country: str | None) -> bool:
        """The reverse of `mute`."""
        return await self._revise(workspace, reader, country, lambda each: replace(each, muted=False))

    @answering()
    async def zones(self, workspace: str, readers: Iterable[str]) -> dict[str, str]:
        """The time zones, by reader, that were looked up within a day."""
        asked = tuple(readers)
        found = await self._get_all([keys.desk(workspace, "zone", reader) for reader in asked])
        return {reader: zone.decode() for reader, zone in zip(asked, found, strict=True) if zone}

    @answering()
    async def keep_zone(self, workspace: str, reader: str, zone: str) -> None:
        """Remembers a reader's time zone for a day, as the profile names it ("Europe/Oslo")."""
        await self._redis.set(keys.desk(workspace, "zone", reader), zone.encode(), ex=keys.ZONE)

    @answering()
    async def _revise(
        self, workspace: str, reader: str, country: str | None, alter: Callable[[Subscription], Subscription]
    ) -> bool:
        def revised(known: Followed) -> Followed:
            return {code: alter(each) if country in {None, code} else each for code, each in known.items()}

        before, _ = await self._change(workspace, reader, revised)
        return bool(before) if country is None else country in before

    async def _change(
        self, workspace: str, reader: str, change: Callable[[Followed], Followed]
    ) -> tuple[Followed, Followed]:
        """What a reader followed, and follows now; anew when somebody else changes it at the same time."""
        name = keys.desk(workspace, "follows", reader)
        while True:
            async with self._pipeline() as pipe:
                await pipe.watch(name)
                known = _read(cast("list[bytes]", await pipe.hvals(name)))
                wanted = change(known)
                if wanted == known:
                    return known, wanted
                if wanted and not known:
                    await self._enlist(workspace)
                pipe.multi()  # type: ignore[no-untyped-call]  # redis-py leaves it untyped
                _write(pipe, workspace, reader, known, wanted)
                with suppress(WatchError):
                    await pipe.execute()
                    break
        if not wanted or not known:
            await self._strike(workspace)
        return known, wanted


def _size(followed: Followed) -> int:
    return len({each.region or code for code, each in followed.items()})


def _read(blobs: Iterable[bytes]) -> dict[str, Subscription]:
    return {each.country: each for each in SUBSCRIPTION.decode_all(blobs)}


def _write(pipe: Pipeline, workspace: str, reader: str, known: Followed, wanted: Followed) -> None:
    """Only what differs: what a newer bot wrote, and this one can't read, stays as it is."""
    name, readers = keys.desk(workspace, "follows", reader), keys.desk(workspace, "readers")
    for country in known.keys() - wanted.keys():
        pipe.hdel(name, country)
        pipe.hdel(keys.desk(workspace, "followers", country), reader)
    for country, subscription in wanted.items():
        if known.get(country) != subscription:
            blob = SUBSCRIPTION.encode(subscription)
            pipe.hset(name, country, blob)
            pipe.hset(keys.desk(workspace, "followers", country), reader, blob)
    if wanted:
        pipe.sadd(readers, reader)
    else:
        pipe.srem(readers, reader)


def _outcome(before: Subscription | None, now: Subscription | None) -> Outcome:
    if now is None:
        return "full"
    if before is None:
        return "new"
    return "same" if before == now else "changed"


def _sorted(followed: Followed) -> tuple[Subscription, ...]:
    return tuple(followed[code] for code in sorted(followed))
