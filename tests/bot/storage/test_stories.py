"""Which stories an article may belong to, which articles a story has, and what we posted about them."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.storage import keys
from bot.storage.codec import FORMAT
from bot.storage.store import Store
from bot.storage.stories import LATEST, MOST_CANDIDATES, Filed
from tests.bot.storage.values import PAGE, post

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.storage.memory import Client

NOON, DAY = 1_772_366_400.0, 86_400.0
FERRY, STRIKE = "ferry-returns", "harbour-strike"


async def file(store: Store, traits: Iterable[str], story: str, at: float, payload: bytes = b"") -> str:
    """Files the one article of a story."""
    return await store.file("T1", traits, Filed(story, f"https://wire.example/{story}", payload), at)


async def names(store: Store, *traits: str, at: float = NOON) -> list[str]:
    """The stories that an article with these traits may belong to, best first."""
    return [filed.story for filed in await store.candidates("T1", traits, at)]


async def test_an_article_finds_the_stories_with_its_traits(store: Store) -> None:
    """Those that share any, with what they are recognised by; nobody else's workspace does."""
    await file(store, ("Runde", "ferry"), FERRY, NOON, b"\x00any bytes")
    await file(store, iter(("harbour", "strike")), STRIKE, NOON)
    found = Filed(FERRY, "https://wire.example/ferry-returns", b"\x00any bytes")
    assert await store.candidates("T1", ("ferry", "ferry", "timetable"), NOON) == (found,)
    assert set(await names(store, "ferry", "strike")) == {FERRY, STRIKE}
    assert await names(store, "timetable") == await names(store) == []
    assert await store.candidates("T2", ("ferry",), NOON) == ()


async def test_a_story_is_recognised_by_each_of_its_articles(store: Store) -> None:
    """A follow-up stands beside the first report; an article that is read anew is known by what it says now."""
    first, second = Filed(FERRY, PAGE, b"first"), Filed(FERRY, "text:7f", b"second")
    await store.file("T1", ("Runde", "ferry"), first, NOON)
    await store.file("T1", ("ferry", "inquiry"), second, NOON + DAY)
    assert {*await store.candidates("T1", ("Runde", "inquiry"), NOON + DAY)} == {first, second}
    corrected = Filed(FERRY, PAGE, b"first, corrected")
    await store.file("T1", ("ferry",), corrected, NOON + DAY)
    assert await store.candidates("T1", ("Runde",), NOON + DAY) == (corrected,)


async def test_who_shares_most_comes_first(store: Store) -> None:
    """A rare trait weighs more than a common one; among equals the latest is first."""
    for n in range(6):
        await file(store, ("Norway",), f"other-{n}", NOON + n)
    await file(store, ("Norway", "Runde"), FERRY, NOON - DAY)
    await file(store, ("Norway", "harbour", "strike"), STRIKE, NOON - DAY)
    assert await names(store, "Norway", "Runde", "harbour", "strike") == [
        STRIKE,
        FERRY,
        *(f"other-{n}" for n in range(5, -1, -1)),
    ]


async def test_one_rare_trait_tells_more_than_two_common_ones(store: Store) -> None:
    """A village of two thousand tells an event apart, a country and its capital do not."""
    for n in range(9):
        await file(store, ("Norway", "Oslo"), f"other-{n}", NOON + n)
    await file(store, ("Runde",), FERRY, NOON - DAY)
    assert (await names(store, "Norway", "Oslo", "Runde"))[0] == FERRY


async def test_a_trait_knows_its_latest_stories_only(store: Store, redis: Client) -> None:
    """Fifty, by when they were last heard of, in whatever order they are filed."""
    await file(store, ("Norway",), FERRY, NOON)
    for n in range(LATEST):
        await file(store, ("Norway",), str(n), NOON + 1 + n)
    assert FERRY not in await names(store, "Norway")
    await file(store, ("Norway",), "40", NOON - DAY)  # a slow worker comes late: it stays where it was
    await file(store, ("Norway",), STRIKE, NOON - DAY)
    assert await names(store, "Norway") == [str(n) for n in range(LATEST - 1, -1, -1)]
    assert await redis.zcard(keys.desk("T1", "alike", keys.digest("Norway"))) == LATEST


async def test_an_article_is_compared_with_a_hundred_stories_at_most(store: Store) -> None:
    """However many share something with it."""
    for n in range(4 * LATEST):
        await file(store, (f"trait {n % 4}",), str(n), NOON + n)
    assert len(await names(store, *(f"trait {n}" for n in range(4)))) == MOST_CANDIDATES


async def test_after_thirty_days_a_story_is_over(store: Store, redis: Client) -> None:
    """Unless it was heard of again; what is over is swept out when the trait is used again."""
    for story in (FERRY, STRIKE):
        await file(store, ("harbour",), story, NOON)
    await file(store, ("harbour",), STRIKE, NOON + 20 * DAY)
    assert await names(store, "harbour", at=NOON + 30 * DAY) == [STRIKE, FERRY]
    assert await names(store, "harbour", at=NOON + 30 * DAY + 1) == [STRIKE]
    await file(store, ("harbour",), STRIKE, NOON + 31 * DAY)
    assert await redis.zcard(keys.desk("T1", "alike", keys.digest("harbour"))) == 1


async def test_a_shorter_retention_holds_for_stories(redis: Client) -> None:
    """Who keeps digests for a week keeps nothing else of an article for longer; a year makes no story live longer."""
    for days, life in ((7, 7), (365, 30)):
        store = Store(redis, timedelta(days=days))
        await file(store, ("harbour",), STRIKE, NOON)
        await store.report("T1", STRIKE, post())
        found = await redis.keys("*")
        assert len(found) == 3
        for left in [await redis.ttl(key) for key in found]:
            assert life * DAY - 60 < left <= life * DAY
        assert await names(store, "harbour", at=NOON + (life + 1) * DAY) == []


async def test_an_article_that_is_gone_is_no_candidate(store: Store, redis: Client) -> None:
    """A trait may remember it for a moment longer."""
    await store.file("T1", ("harbour",), Filed(STRIKE, PAGE, b""), NOON)
    await redis.delete(keys.desk("T1", "filed", keys.digest(PAGE)))
    assert await names(store, "harbour") == []


async def test_an_article_belongs_to_one_story(store: Store, other: Store) -> None:
    """Of two workers at once one says to which, and both hear it; what the other knew of it is not kept."""
    assert await store.story_of("T1", PAGE) is None
    one, two = Filed(FERRY, PAGE, b"one"), Filed(STRIKE, PAGE, b"two")
    told = {*await asyncio.gather(store.file("T1", ("x",), one, NOON), other.file("T1", ("x",), two, NOON))}
    assert told == {await store.story_of("T1", PAGE)}
    assert {each.story for each in (one, two) if each in await store.candidates("T1", ("x",), NOON)} == told
    assert await store.story_of("T2", PAGE) is None


async def test_two_articles_of_one_event_at_once_make_one_story(store: Store, other: Store) -> None:
    """Each worker looks and files while it holds the claim: the second finds what the first filed."""

    async def take(worker: Store, article: str) -> str:
        async with worker.working_on("stories", "all", "T1"):
            found = await worker.candidates("T1", ("Runde", "ferry"), NOON)
            story = found[0].story if found else f"story of {article}"
            return await worker.file("T1", ("Runde", "ferry"), Filed(story, article, b""), NOON)

    assert len({*await asyncio.gather(take(store, "a"), take(other, "b"))}) == 1


async def test_our_posts_about_a_story(store: Store) -> None:
    """In all channels, the oldest first, each once; one that is taken back is no longer among them."""
    first, second, elsewhere = post("2.0"), post("8.0", "https://gazette.example/ferry"), post("2.0", channel="C2")
    for each in (first, second, elsewhere, second):
        await store.report("T1", FERRY, each)
    assert await store.reports("T1", FERRY) == (first, elsewhere, second)
    await store.retract("T1", FERRY, "C1", "2.0")
    await store.retract("T1", STRIKE, "C1", "2.0")
    assert await store.reports("T1", FERRY) == (elsewhere, second)
    assert await store.reports("T1", STRIKE) == await store.reports("T2", FERRY) == ()


async def test_posts_of_another_format_are_passed_over(store: Store, redis: Client) -> None:
    """Neither shown nor in the way; and a story without end keeps its latest posts."""
    await redis.execute_command("RPUSH", keys.desk("T1", "reports", FERRY), b"%d:{}" % (FORMAT + 1))
    for n in range(keys.LIST_LENGTH + 5):
        await store.report("T1", FERRY, post(f"{n}.0"))
    await store.retract("T1", FERRY, "C1", f"{keys.LIST_LENGTH + 4}.0")
    assert len(await store.reports("T1", FERRY)) == keys.LIST_LENGTH - 1


async def test_no_name_tells_what_was_read(store: Store, redis: Client) -> None:
    """A list of keys shows neither words nor addresses."""
    await store.file("T1", ("a secret word",), Filed("s1", PAGE, b""), NOON)
    assert not [key for key in await redis.keys("*") if b"secret" in key or b"ferry" in key]


async def test_looking_costs_no_more_in_a_large_archive(store: Store) -> None:
    """Twelve traits with fifty stories each: under 20 ms even on a busy machine, and no more with ten times as many."""
    traits = tuple(f"trait {n}" for n in range(12))
    took = []
    for size in range(2):
        for n in range(LATEST + size * 9 * LATEST):
            await file(store, traits, f"{size}-{n}", NOON + size * DAY + n, b"x" * 500)
        took.append(min([await _seconds(store, traits) for _ in range(20)]))
    assert took[0] < 0.02
    assert took[1] < 3 * took[0]


async def _seconds(store: Store, traits: tuple[str, ...]) -> float:
    begun = time.perf_counter()
    assert len(await store.candidates("T1", traits, NOON + 2 * DAY)) == LATEST
    return time.perf_counter() - begun
