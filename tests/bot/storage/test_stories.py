"""Which stories an article may belong to, which articles a story has, and what we posted about them."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.storage import keys
from bot.storage.codec import FORMAT
from bot.storage.store import Store
from bot.storage.stories import LATEST, MOST_CANDIDATES
from tests.bot.storage.values import PAGE, post

if TYPE_CHECKING:
    from bot.storage.memory import Client

NOON, DAY = 1_772_366_400.0, 86_400.0
FERRY, STRIKE = "ferry-returns", "harbour-strike"


async def names(store: Store, *traits: str, at: float = NOON) -> list[str]:
    """The stories that an article with these traits may belong to, best first."""
    return [story for story, _ in await store.candidates("T1", traits, at)]


async def test_an_article_finds_the_stories_with_its_traits(store: Store) -> None:
    """Those that share any, with what they are recognised by; nobody else's workspace does."""
    await store.file("T1", ("Runde", "ferry"), FERRY, b"\x00any bytes", NOON)
    await store.file("T1", iter(("harbour", "strike")), STRIKE, b"", NOON)
    assert await store.candidates("T1", ("ferry", "ferry", "timetable"), NOON) == ((FERRY, b"\x00any bytes"),)
    assert set(await names(store, "ferry", "strike")) == {FERRY, STRIKE}
    assert await names(store, "timetable") == await names(store) == []
    assert await store.candidates("T2", ("ferry",), NOON) == ()


async def test_a_story_is_recognised_by_its_latest_article_too(store: Store) -> None:
    """A follow-up adds traits and renews the payload; the old traits still lead to it, once."""
    await store.file("T1", ("Runde", "ferry"), FERRY, b"first", NOON)
    await store.file("T1", ("ferry", "inquiry"), FERRY, b"both", NOON + DAY)
    assert await store.candidates("T1", ("Runde", "ferry", "inquiry"), NOON + DAY) == ((FERRY, b"both"),)
    assert await names(store, "Runde", at=NOON + DAY) == [FERRY]


async def test_who_shares_most_comes_first(store: Store) -> None:
    """A rare trait weighs more than a common one; among equals the latest is first."""
    for n in range(6):
        await store.file("T1", ("Norway",), f"other-{n}", b"", NOON + n)
    await store.file("T1", ("Norway", "Runde"), FERRY, b"", NOON - DAY)
    await store.file("T1", ("Norway", "harbour", "strike"), STRIKE, b"", NOON - DAY)
    assert await names(store, "Norway", "Runde", "harbour", "strike") == [
        STRIKE,
        FERRY,
        *(f"other-{n}" for n in range(5, -1, -1)),
    ]


async def test_a_trait_knows_its_latest_stories_only(store: Store, redis: Client) -> None:
    """Fifty, by when they were last heard of, in whatever order they are filed."""
    await store.file("T1", ("Norway",), FERRY, b"", NOON)
    for n in range(LATEST):
        await store.file("T1", ("Norway",), str(n), b"", NOON + 1 + n)
    assert FERRY not in await names(store, "Norway")
    await store.file("T1", ("Norway",), "0", b"", NOON - DAY)  # a slow worker comes late: it stays where it was
    await store.file("T1", ("Norway",), STRIKE, b"", NOON - DAY)
    assert await names(store, "Norway") == [str(n) for n in range(LATEST - 1, -1, -1)]
    assert await redis.zcard(keys.desk("T1", "alike", keys.digest("Norway"))) == LATEST


async def test_an_article_is_compared_with_a_hundred_stories_at_most(store: Store) -> None:
    """However many share something with it."""
    for n in range(4 * LATEST):
        await store.file("T1", (f"trait {n % 4}",), str(n), b"", NOON + n)
    assert len(await names(store, *(f"trait {n}" for n in range(4)))) == MOST_CANDIDATES


async def test_after_thirty_days_a_story_is_over(store: Store, redis: Client) -> None:
    """Unless it was heard of again; what is over is swept out when the trait is used again."""
    for story in (FERRY, STRIKE):
        await store.file("T1", ("harbour",), story, b"", NOON)
    await store.file("T1", ("harbour",), STRIKE, b"", NOON + 20 * DAY)
    assert await names(store, "harbour", at=NOON + 30 * DAY) == [STRIKE, FERRY]
    assert await names(store, "harbour", at=NOON + 30 * DAY + 1) == [STRIKE]
    await store.file("T1", ("harbour",), STRIKE, b"", NOON + 31 * DAY)
    assert await redis.zcard(keys.desk("T1", "alike", keys.digest("harbour"))) == 1


async def test_a_shorter_retention_holds_for_stories(redis: Client) -> None:
    """Who keeps digests for a week keeps nothing else of an article for longer; a year makes no story live longer."""
    for days, life in ((7, 7), (365, 30)):
        store = Store(redis, timedelta(days=days))
        await store.file("T1", ("harbour",), STRIKE, b"", NOON)
        await store.report("T1", STRIKE, post())
        for kind, part in (("alike", keys.digest("harbour")), ("story", STRIKE), ("reports", STRIKE)):
            left = await redis.ttl(f"{keys.of_workspace('T1')}{kind}:{part}")
            assert life * DAY - 60 < left <= life * DAY
        assert await names(store, "harbour", at=NOON + (life + 1) * DAY) == []


async def test_a_payload_that_is_gone_makes_no_candidate(store: Store, redis: Client) -> None:
    """A trait may remember a story for a moment longer."""
    await store.file("T1", ("harbour",), STRIKE, b"", NOON)
    await redis.delete(keys.desk("T1", "story", STRIKE))
    assert await names(store, "harbour") == []


async def test_an_article_belongs_to_one_story(store: Store, other: Store) -> None:
    """Of two workers at once one says to which, and both hear it."""
    assert await store.story_of("T1", PAGE) is None
    told = await asyncio.gather(store.assign("T1", PAGE, FERRY), other.assign("T1", PAGE, STRIKE))
    assert {*told} == {await store.story_of("T1", PAGE)}
    assert await store.story_of("T2", PAGE) is None


async def test_two_articles_of_one_event_at_once_make_one_story(store: Store, other: Store) -> None:
    """Each worker looks and files while it holds the claim: the second finds what the first filed."""

    async def take(worker: Store, article: str) -> str:
        async with worker.working_on("stories", "all", "T1"):
            found = await worker.candidates("T1", ("Runde", "ferry"), NOON)
            story = found[0][0] if found else f"story of {article}"
            await worker.file("T1", ("Runde", "ferry"), story, b"", NOON)
        return story

    assert len(set(await asyncio.gather(take(store, "a"), take(other, "b")))) == 1


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
    await store.file("T1", ("a secret word",), "s1", b"", NOON)
    await store.assign("T1", PAGE, "s1")
    assert not [key for key in await redis.keys("*") if b"secret" in key or b"ferry" in key]


async def test_looking_costs_no_more_in_a_large_archive(store: Store) -> None:
    """Twelve traits with fifty stories each: under 20 ms even on a busy machine, and no more with ten times as many."""
    traits = tuple(f"trait {n}" for n in range(12))
    took = []
    for size in range(2):
        for n in range(LATEST + size * 9 * LATEST):
            await store.file("T1", traits, f"{size}-{n}", b"x" * 500, NOON + size * DAY + n)
        took.append(min([await _seconds(store, traits) for _ in range(20)]))
    assert took[0] < 0.02
    assert took[1] < 3 * took[0]


async def _seconds(store: Store, traits: tuple[str, ...]) -> float:
    begun = time.perf_counter()
    assert len(await store.candidates("T1", traits, NOON + 2 * DAY)) == LATEST
    return time.perf_counter() - begun
