"""To which story articles belong, and what they add for those who know it: with a real Redis, without Slack."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import cast

import pytest

from bot.model import Briefing, Post
from bot.newsdesk.stories import COMPARED, Sequel, Storydesk
from bot.storage.memory import Client
from bot.storage.store import Store
from tests.bot.stories.made import variants

HERE = "T1", "C1"
ARTICLE, DIGEST = variants(1)[0]


class Memory:
    """Who remembers some articles."""

    def __init__(self) -> None:
        self.briefings: dict[str, Briefing] = {}

    async def recall(self, identity: str, workspace: str | None) -> Briefing | None:
        """One of them, for that workspace."""
        return self.briefings.get(f"{workspace} {identity}")

    def add(self, number: int, workspace: str = "T1") -> Briefing:
        """A further copy of the same report."""
        known = Briefing(f"https://news.example/{number}", replace(ARTICLE, site=f"Outlet {number}"), DIGEST)
        self.briefings[f"{workspace} {known.identity}"] = known
        return known


@pytest.fixture
def memory() -> Memory:
    """Empty."""
    return Memory()


@pytest.fixture
def desk(memory: Memory, store: Store) -> Storydesk:
    """Without stories."""
    return Storydesk(memory, store, time.time)


def post(briefing: Briefing, ts: str, channel: str = "C1") -> Post:
    """What stands in a channel."""
    return Post(channel, ts, ts, briefing.identity, briefing.digest.headline)


async def told(desk: Storydesk, memory: Memory, count: int, channel: str = "C1") -> str:
    """So many copies were posted in a channel, one after the other; their story."""
    story = ""
    for number in range(count):
        briefing = memory.add(number)
        story = await desk.file("T1", briefing)
        await desk.posted("T1", story, post(briefing, f"{number}.0", channel))
    return story


async def test_copies_are_one_story_and_an_article_stays_where_it_is(desk: Storydesk, memory: Memory) -> None:
    """Filed again, too; another workspace knows nothing of it."""
    first, second = memory.add(1), memory.add(2)
    story = await desk.file("T1", first)
    assert await desk.file("T1", second) == story == await desk.file("T1", first)
    assert await desk.file("T2", second) != story


async def test_another_event_is_another_story(desk: Storydesk, memory: Memory) -> None:
    """Whatever was filed before."""
    story = await desk.file("T1", memory.add(1))
    other, digest = variants(2)[1]
    assert await desk.file("T1", Briefing("https://news.example/other", other, digest)) != story


async def test_many_at_once_are_one_story(desk: Storydesk, memory: Memory) -> None:
    """Each finds those before it."""
    filed = await asyncio.gather(*(desk.file("T1", memory.add(number)) for number in range(5)))
    assert len(set(filed)) == 1


async def test_what_another_version_filed_is_recognised_no_more(desk: Storydesk, memory: Memory, redis: Client) -> None:
    """It is no reason to fail."""
    story = await desk.file("T1", memory.add(1))
    [name] = await redis.keys("*:filed:*")
    blob = cast("bytes", await redis.get(name))
    await redis.set(name, blob.replace(b"\x001:", b"\x000:"))
    assert await desk.file("T1", memory.add(2)) != story


async def test_a_sequel_knows_the_posts_before_it_in_its_channel(desk: Storydesk, memory: Memory) -> None:
    """An article once, the first and the latest; none of another channel."""
    story = await told(desk, memory, 2 * COMPARED)
    assert await desk.before("T1", "C2", story) == ()
    assert [each.ts for each in await desk.before(*HERE, story)] == ["0.0", "6.0", "7.0", "8.0", "9.0"]
    ninth = post(memory.add(2), "2.0")
    assert [each.ts for each in await desk.before(*HERE, story, ninth)] == ["0.0", "1.0"]
    await desk.posted("T1", story, post(memory.add(0), "9.5"))
    assert (await desk.before(*HERE, story))[-1].ts == "9.0"


async def test_a_sequel_compares_with_what_is_remembered(desk: Storydesk, memory: Memory) -> None:
    """With none of it there is no sequel; an article is none of itself."""
    story = await told(desk, memory, 3)
    posts = await desk.before(*HERE, story)
    latest = memory.briefings.pop("T1 https://news.example/2")
    sequel = await desk.sequel("T1", posts, latest)
    assert isinstance(sequel, Sequel)
    assert [known.briefing.article.site for known in sequel.known] == ["Outlet 0", "Outlet 1"]
    assert not sequel.news.facts
    assert await desk.sequel("T1", posts[2:], latest) is None
    assert await desk.sequel("T2", posts, latest) is None


async def test_a_withdrawn_post_is_forgotten(desk: Storydesk, memory: Memory) -> None:
    """Words of ours are of no story."""
    story = await told(desk, memory, 2)
    assert await desk.withdrawn("T1", post(memory.add(0), "0.0")) == story
    assert [each.ts for each in await desk.before(*HERE, story)] == ["1.0"]
    assert await desk.withdrawn("T1", Post("C1", "7.0", None, "", "")) is None
