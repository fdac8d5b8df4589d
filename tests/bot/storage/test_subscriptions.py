"""Who follows what: for good, at most fifty countries, the same seen from the reader and from the country."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.model import Subscription
from bot.storage import keys
from bot.storage.subscriptions import MOST
from tests.bot.storage.values import ANNA, BEN, CODES, KOREA, wishes

if TYPE_CHECKING:
    from bot.storage.memory import Client
    from bot.storage.store import Store


async def test_what_is_followed_is_found_from_both_sides(store: Store) -> None:
    """By its reader, and by the country of an article; by nobody else's workspace."""
    assert await store.follow("T1", KOREA) == "new"
    assert await store.follow_all("T1", wishes(BEN, "KP", "JP")) == ("new", "new")
    assert await store.following("T1", ANNA) == (KOREA,)
    assert [each.country for each in await store.following("T1", BEN)] == ["JP", "KP"]
    assert {each.reader for each in await store.followers("T1", ["KP"])} == {ANNA, BEN}
    assert [each.country for each in await store.followers("T1", iter(["JP", "KP", "JP"]))] == ["JP", "KP", "KP"]
    assert await store.followers("T1", []) == await store.followers("T1", ["SE"]) == ()
    assert await store.following("T2", ANNA) == await store.followers("T2", ["KP"]) == ()
    assert await store.readers("T2") == ()
    assert await store.readers("T1") == (ANNA, BEN)
    assert await store.workspaces() == ("T1",)


async def test_who_follows_already_is_told_so(store: Store) -> None:
    """The same again changes nothing; another pace or role does, and a button changes nothing either."""
    await store.follow("T1", KOREA)
    assert await store.follow("T1", KOREA) == "same"
    assert await store.follow("T1", Subscription(ANNA, "KP"), change=False) == "same"
    assert await store.following("T1", ANNA) == (KOREA,)
    weekly = replace(KOREA, pace="weekly")
    assert await store.follow("T1", weekly) == "changed"
    assert await store.following("T1", ANNA) == await store.followers("T1", ["KP"]) == (weekly,)


async def test_unfollowing(store: Store) -> None:
    """Gone on both sides, and whoever follows nothing is no reader any more."""
    await store.follow_all("T1", (KOREA, *wishes(ANNA, "JP", "KR")))
    assert not await store.unfollow("T1", ANNA, "SE")
    assert not await store.unfollow("T1", BEN, "KP")
    assert await store.unfollow("T1", ANNA, "KP", "SE", "KR")
    assert await store.followers("T1", ["KP", "KR", "JP"]) == wishes(ANNA, "JP")
    assert await store.unfollow("T1", ANNA, "JP")
    assert await store.readers("T1") == ()
    assert await store.following("T1", ANNA) == ()


async def test_a_reader_who_is_gone(store: Store, redis: Client) -> None:
    """Whatever a closed account or an archived channel followed is forgotten, without a trace."""
    await store.follow_all("T1", (KOREA, *wishes(ANNA, "JP")))
    assert await store.unfollow_all("T1", ANNA) == (*wishes(ANNA, "JP"), KOREA)
    assert await store.unfollow_all("T1", ANNA) == ()
    assert await redis.dbsize() == 0


async def test_fifty_and_no_more(store: Store) -> None:
    """One too many is refused, a change of what is followed is not, and there is room again after unfollowing."""
    assert MOST == 50
    await store.follow_all("T1", wishes(ANNA, *CODES[:MOST]))
    assert await store.follow("T1", Subscription(ANNA, "ZW")) == "full"
    assert await store.follow("T1", replace(KOREA, country=CODES[0])) == "changed"
    assert await store.follow("T1", Subscription(BEN, "ZW")) == "new"
    await store.unfollow("T1", ANNA, CODES[1])
    assert await store.follow("T1", Subscription(ANNA, "ZW")) == "new"


async def test_a_region_fits_whole_or_not_at_all(store: Store) -> None:
    """Half of the Gulf states would be a surprise."""
    assert await store.follow_all("T1", ()) == ()
    await store.follow_all("T1", wishes(ANNA, *CODES[: MOST - 1]))
    before = await store.following("T1", ANNA)
    weekly = replace(before[0], pace="weekly")
    assert await store.follow_all("T1", (weekly, *wishes(ANNA, "QA", "OM"))) == ("same", "full", "full")
    assert await store.following("T1", ANNA) == before
    assert await store.follow_all("T1", (weekly, *wishes(ANNA, "QA"))) == ("changed", "new")


async def test_snoozing_one_and_all(store: Store) -> None:
    """Until a moment; the subscription itself stays; None wakes it."""
    await store.follow_all("T1", (KOREA, *wishes(ANNA, "JP")))
    assert await store.snooze("T1", ANNA, "KP", "2026-03-01T08:00:00+01:00")
    assert await store.followers("T1", ["KP"]) == (replace(KOREA, snoozed_until="2026-03-01T08:00:00+01:00"),)
    assert [each.snoozed_until for each in await store.following("T1", ANNA)] == [None, "2026-03-01T08:00:00+01:00"]
    assert await store.snooze("T1", ANNA, None, "2026-03-07T08:00:00Z")
    assert {each.snoozed_until for each in await store.followers("T1", ["KP", "JP"])} == {"2026-03-07T08:00:00Z"}
    assert await store.snooze("T1", ANNA, None, None)
    assert await store.followers("T1", ["KP"]) == (KOREA,)


async def test_muting_until_unmuted(store: Store) -> None:
    """What is muted is still followed, with its role and pace; to follow it anew is to hear of it again."""
    await store.follow("T1", KOREA)
    assert await store.mute("T1", ANNA, "KP")
    assert await store.mute("T1", ANNA, "KP")
    assert await store.following("T1", ANNA) == await store.followers("T1", ["KP"]) == (replace(KOREA, muted=True),)
    assert await store.unmute("T1", ANNA, None)
    assert await store.following("T1", ANNA) == (KOREA,)
    await store.mute("T1", ANNA, None)
    assert await store.follow("T1", KOREA) == "changed"
    assert await store.followers("T1", ["KP"]) == (KOREA,)


async def test_what_nobody_follows_is_neither_snoozed_nor_muted(store: Store, redis: Client) -> None:
    """A button of an old message, after unfollowing."""
    assert not await store.snooze("T1", ANNA, "KP", "2026-03-01T08:00:00Z")
    assert not await store.snooze("T1", ANNA, None, "2026-03-01T08:00:00Z")
    await store.follow("T1", KOREA)
    assert not await store.mute("T1", ANNA, "JP")
    assert not await store.unmute("T1", BEN, None)
    assert await redis.dbsize() == 4


async def test_time_zones_are_known_for_a_day(store: Store, redis: Client) -> None:
    """Of those who were looked up."""
    await store.keep_zone("T1", ANNA, "Asia/Kathmandu")
    assert await store.zones("T1", [ANNA, BEN]) == {ANNA: "Asia/Kathmandu"}
    assert await store.zones("T2", [ANNA]) == await store.zones("T1", []) == {}
    assert 86_000 < await redis.ttl(keys.desk("T1", "zone", ANNA)) <= 86_400
