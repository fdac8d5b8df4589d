"""Trouble at Slack and deaths of workers, as the front desk sees them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.storage.store import Store
from handlers.frontdesk import FrontDesk
from tests.fakes.slack import Message, Slack
from tests.fakes.web import Website
from tests.handlers.payloads import ARTICLE
from tests.stories.desks import asks, desk_of, newsroom_of, note, persist
from tests.stories.pages import TITLE, page

STORY = "/2025/03/04/moyale-crossing-reopens"
TROUBLE: dict[str, dict[str, object]] = {
    "the answer is lost after all was done": {"drop": "after"},
    "the connection breaks before": {"drop": "before"},
    "a server error with a page": {"status": 500},
    "an error by name": {"error": "internal_error"},
    "an error by name, with a status": {"error": "service_unavailable", "status": 503},
}


@pytest.fixture
async def desk(slack: Slack, site: Website, store: Store) -> AsyncIterator[FrontDesk]:
    """A worker's."""
    async with newsroom_of(site, store) as newsdesk:
        yield desk_of(slack, newsdesk, store)


@pytest.fixture
async def asked(slack: Slack) -> Message:
    """A message of Maria's."""
    return asks(slack)


@pytest.mark.parametrize("trouble", TROUBLE.values(), ids=TROUBLE)
async def test_trouble_while_posting_ends_in_one_digest(
    slack: Slack, site: Website, desk: FrontDesk, asked: Message, trouble: dict[str, object]
) -> None:
    """Nothing is posted again before the thread was looked at, and that can fail, too."""
    slack.fail("chat.postMessage", **trouble)  # type: ignore[arg-type]  # a table of its arguments
    slack.fail("conversations.replies", **trouble)  # type: ignore[arg-type]  # likewise
    assert await persist(desk, note(asked, site.page(STORY, page())))
    assert [TITLE in one.shown for one in slack.posts()] == [True]


async def test_failures_that_the_process_outlives_are_no_deaths(
    slack: Slack, site: Website, desk: FrontDesk, asked: Message
) -> None:
    """However often Slack and the queue fail together, so that the queue does not count its tries."""
    slack.fail("chat.postMessage", error="internal_error", times=5)
    assert await persist(desk, note(asked, site.page(STORY, page()))) == 5
    assert [TITLE in one.shown for one in slack.thread(asked)] == [True]


@pytest.mark.parametrize("case", [(2, TITLE), (3, "set it aside")])
async def test_three_deaths_at_one_note_are_enough(
    slack: Slack, store: Store, desk: FrontDesk, asked: Message, case: tuple[int, str]
) -> None:
    """Each counted by a worker that did not live to take it back."""
    deaths, said = case
    wanted = replace(note(asked, ""), links=(), text=f"{TITLE}\n\n{ARTICLE}")
    for _ in range(deaths):
        await store.attempts(wanted.key)
    for _ in range(2):
        await desk.handle(wanted)
    assert [said in one.shown for one in slack.thread(asked)] == [True]


@pytest.mark.parametrize("by_name", [True, False])
async def test_what_is_given_up_is_told_to_who_asked(
    slack: Slack, store: Store, desk: FrontDesk, asked: Message, *, by_name: bool
) -> None:
    """Once, even if that was lost the first time; and it is not begun again."""
    wanted = note(asked, "", by_name=by_name)
    for _ in range(2):
        await desk.give_up(wanted)
    assert ["set it aside" in one.shown for one in slack.thread(asked)] == [True] * by_name
    assert await store.handled(wanted.key)


async def test_two_workers_with_the_same_note_at_once(
    slack: Slack, site: Website, store: Store, asked: Message
) -> None:
    """As after a lease that lapsed: one reads and posts, the other one finds that."""
    wanted = note(asked, site.page(STORY, page()))
    async with newsroom_of(site, store) as newsdesk:
        desks = [desk_of(slack, newsdesk, store) for _ in range(3)]
        await asyncio.gather(*(desk.handle(wanted) for desk in desks))
    assert [TITLE in one.shown for one in slack.thread(asked)] == [True]
    assert site.hits == [STORY]
