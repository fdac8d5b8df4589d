"""Too many links at once: nobody is refused and nothing is lost; whoever is over a rate waits for his turn."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.errors import Later
from bot.settings import PACE, Pace
from bot.storage.memory import Client
from bot.storage.store import Store
from handlers.frontdesk import FrontDesk
from handlers.note import Note
from handlers.views import notes
from tests.fakes.slack import Slack, User
from tests.fakes.web import Website
from tests.stories.desks import desk_of, newsroom_of, note
from tests.stories.pages import TITLE, page

STORY = "/2025/03/04/moyale-crossing-reopens"


class Clock:
    """A clock that is set."""

    def __init__(self) -> None:
        self.now = 1_741_089_600.0

    def __call__(self) -> float:
        """What it shows."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """At noon."""
    return Clock()


@asynccontextmanager
async def working(slack: Slack, site: Website, redis: Client, clock: Clock, pace: Pace) -> AsyncIterator[FrontDesk]:
    """A worker's front desk, at this pace; the site has two names."""
    store = Store(redis, timedelta(days=30), pace=pace, clock=clock)
    async with newsroom_of(site, store, f"localhost:{site.port}") as newsdesk:
        yield desk_of(slack, newsdesk, store)


@pytest.fixture
async def desk(slack: Slack, site: Website, redis: Client, clock: Clock) -> AsyncIterator[FrontDesk]:
    """At the usual pace."""
    async with working(slack, site, redis, clock, PACE) as front:
        yield front


def story(site: Website, number: int) -> str:
    """One of many articles."""
    return site.page(f"/2025/03/04/story-{number}", page(f"{TITLE}, part {number}"))


def wish(slack: Slack, author: User, link: str, *, by_name: bool = False) -> Note:
    """A link that somebody posts."""
    here = next((one for one in slack.world.channels.values() if author.id in one.members), None)
    return note(slack.say(author, here or slack.channel("desk", author), link), link, by_name=by_name)


async def hand_in(desk: FrontDesk, wanted: list[Note]) -> list[tuple[Note, float]]:
    """Hand all of them in, as the queue does; those that are put off, and for how many seconds."""
    waiting = []
    for each in wanted:
        try:
            await desk.handle(each)
        except Later as wait:
            waiting.append((each, wait.seconds))
    return waiting


async def test_twenty_five_links_to_one_site(slack: Slack, site: Website, desk: FrontDesk, clock: Clock) -> None:
    """Posted by several people within a minute: twenty are read at once, the others in the next one; none is lost.

    Another site's article is read meanwhile, and what is put off longer than once is not set aside.
    """
    people = [slack.person(name) for name in ("maria", "jens", "noor")]
    wanted = [wish(slack, people[number % 3], story(site, number)) for number in range(25)]
    waiting = await hand_in(desk, wanted)
    assert len(site.hits) == len(slack.posts()) == 20
    assert [(each.key, seconds) for each, seconds in waiting] == [(each.key, 60) for each in wanted[20:]]
    elsewhere = wish(slack, people[0], story(site, 99).replace("127.0.0.1", "localhost"))
    assert await hand_in(desk, [elsewhere]) == []
    for _ in range(4):  # too early, whoever sends them
        clock.now += 10
        assert len(await hand_in(desk, wanted)) == 5
    clock.now += 20
    assert await hand_in(desk, wanted) == []
    assert len(site.hits) == len(slack.posts()) == 26
    assert len({post.thread_ts for post in slack.posts()}) == 26


async def test_one_workspace_does_not_hold_up_another(slack: Slack, site: Website, redis: Client, clock: Clock) -> None:
    """Its own rate is its own; only at one site all wait in one line."""
    maria, theirs = slack.person("maria"), slack.install("Beta")
    other = slack.person("olga", workspace=theirs)
    async with working(slack, site, redis, clock, Pace(host=8, workspace=3)) as desk:
        mine = [wish(slack, maria, story(site, number)) for number in range(5)]
        assert [seconds for _, seconds in await hand_in(desk, mine)] == [60, 60]
        assert await hand_in(desk, [wish(slack, other, story(site, 9))]) == []
    assert len(site.hits) == 4


async def test_links_of_one_message_come_in_order_and_once(
    slack: Slack, site: Website, redis: Client, clock: Clock
) -> None:
    """The message is put off in the middle and goes on there; what was said before is not said again."""
    maria = slack.person("maria")
    links = (story(site, 1), site.url("/2025/03/04/a-page-that-is-gone"), story(site, 2), story(site, 3))
    async with working(slack, site, redis, clock, Pace(host=2, workspace=9)) as desk:
        wanted = replace(wish(slack, maria, links[0], by_name=True), links=links)
        assert len(await hand_in(desk, [wanted])) == 1
        assert len(slack.posts()) == 2
        clock.now += 60
        assert await hand_in(desk, [wanted]) == []
    shown = [post.shown for post in slack.posts()]
    assert ["part 1" in shown[0], "404" in shown[1], "part 2" in shown[2], "part 3" in shown[3]] == [True] * 4
    assert len(shown) == len(site.hits) == 4


@pytest.mark.parametrize("by_name", [True, False])
async def test_who_asked_sees_that_it_waits(
    slack: Slack, site: Website, redis: Client, clock: Clock, *, by_name: bool
) -> None:
    """As a status under the thread, without a message; who only posted a link sees nothing."""
    maria = slack.person("maria")
    async with working(slack, site, redis, clock, Pace(host=1, workspace=9)) as desk:
        await hand_in(desk, [wish(slack, maria, story(site, 1))])
        asked = wish(slack, maria, story(site, 2), by_name=by_name)
        await hand_in(desk, [asked])
        assert [one.status for one in slack.world.statuses].count(notes.waiting()) == by_name
        assert len(slack.posts()) == 1


async def test_a_message_that_is_deleted_while_it_waits(
    slack: Slack, site: Website, redis: Client, clock: Clock
) -> None:
    """Is not answered when its turn comes."""
    maria = slack.person("maria")
    async with working(slack, site, redis, clock, Pace(host=1, workspace=9)) as desk:
        await hand_in(desk, [wish(slack, maria, story(site, 1))])
        wanted = wish(slack, maria, story(site, 2))
        await hand_in(desk, [wanted])
        await desk.handle(Note("withdraw", f"{wanted.key}:deleted", wanted.workspace, wanted.channel, wanted.ts))
        clock.now += 60
        assert await hand_in(desk, [wanted]) == []
    assert len(slack.posts()) == len(site.hits) == 1


async def test_a_short_wait_is_waited_for(slack: Slack, site: Website, redis: Client) -> None:
    """A moment on the spot costs less than the way through the queue."""
    maria = slack.person("maria")
    clock = asyncio.get_running_loop().time
    store = Store(redis, timedelta(days=30), pace=Pace(1, 9, timedelta(seconds=0.5)))
    async with newsroom_of(site, store) as newsdesk:
        desk = desk_of(slack, newsdesk, store)
        begun = clock()
        assert await hand_in(desk, [wish(slack, maria, story(site, number)) for number in range(3)]) == []
        assert clock() - begun > 1
    assert len(slack.posts()) == 3


async def test_where_a_redirect_leads_counts_for_that_site(
    slack: Slack, site: Website, redis: Client, clock: Clock
) -> None:
    """A shortener's links are the shortener's, and the site's behind them as well."""
    maria = slack.person("maria")
    async with working(slack, site, redis, clock, Pace(host=2, workspace=9)) as desk:
        for number in range(2):
            short = site.redirect(f"/s/{number}", story(site, number)).replace("127.0.0.1", "localhost")
            assert await hand_in(desk, [wish(slack, maria, short)]) == []
        last = wish(slack, maria, story(site, 7))
        assert await hand_in(desk, [last]) == [(last, 60)]


async def test_a_remembered_article_needs_no_turn(slack: Slack, site: Website, desk: FrontDesk) -> None:
    """However often its link is posted within a minute."""
    maria = slack.person("maria")
    link = site.page(STORY, page())
    assert await hand_in(desk, [wish(slack, maria, link) for _ in range(40)]) == []
    assert site.hits == [STORY]
