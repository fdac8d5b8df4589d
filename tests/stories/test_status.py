"""The status under a thread: only for what takes long, and gone when that is over."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.storage.store import Store
from handlers.frontdesk import FrontDesk
from handlers.views import notes
from tests.fakes.slack import Message, Slack
from tests.fakes.web import Website, response
from tests.stories.desks import SOON, asks, desk_of, newsroom_of, note
from tests.stories.pages import TITLE, page

STORY = "/2025/03/04/moyale-crossing-reopens"
WORKING = notes.working()


@pytest.fixture
async def desk(slack: Slack, site: Website, store: Store) -> AsyncIterator[FrontDesk]:
    """A worker's, which is soon late."""
    async with newsroom_of(site, store) as newsdesk:
        yield desk_of(slack, newsdesk, store)


@pytest.fixture
async def asked(slack: Slack) -> Message:
    """A message of Maria's."""
    return asks(slack)


def slow(site: Website, path: str, body: str, gate: asyncio.Event) -> str:
    """A page that comes when the gate opens."""

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await gate.wait()
        writer.write(response(body.encode()))
        await writer.drain()

    return site.script(path, serve)


async def test_a_digest_that_takes_long_says_so(slack: Slack, site: Website, desk: FrontDesk, asked: Message) -> None:
    """As a status under the thread, without a placeholder; it ends with the reply."""
    gate = asyncio.Event()
    working = asyncio.create_task(desk.handle(note(asked, slow(site, STORY, page(), gate))))
    await slack.wait_for(lambda: slack.statuses(asked) == [WORKING])
    assert not slack.posts()
    gate.set()
    await working
    [digest] = slack.thread(asked)
    assert TITLE in digest.shown
    assert slack.statuses(asked)[-1] == ""
    assert not slack.calls("chat.update")


async def test_a_long_look_at_what_is_no_article_leaves_no_status(
    slack: Slack, site: Website, desk: FrontDesk, asked: Message
) -> None:
    """Nobody asked, nothing is said: the thread does not go on showing that somebody reads."""
    gate = asyncio.Event()
    link = slow(site, "/x", "<html><body><p>Hello.</p></body></html>", gate)
    working = asyncio.create_task(desk.handle(note(asked, link, by_name=False)))
    await slack.wait_for(lambda: slack.statuses(asked) == [WORKING])
    gate.set()
    await working
    assert slack.statuses(asked) == [WORKING, ""]
    assert not slack.posts()


async def test_where_slack_allows_no_status_the_digest_comes_all_the_same(
    slack: Slack, site: Website, desk: FrontDesk, asked: Message
) -> None:
    """One try, and no attempt to take away what never was."""
    gate = asyncio.Event()
    slack.fail("assistant.threads.setStatus", error="missing_scope")
    working = asyncio.create_task(desk.handle(note(asked, slow(site, STORY, page(), gate))))
    await slack.wait_for(
        lambda: [call.error for call in slack.calls("assistant.threads.setStatus")] == ["missing_scope"]
    )
    await slack.quiet(SOON)
    gate.set()
    await working
    assert TITLE in slack.thread(asked)[0].shown
    assert len(slack.calls("assistant.threads.setStatus")) == 1


async def test_a_status_that_hangs_holds_nothing_up(
    slack: Slack, site: Website, desk: FrontDesk, asked: Message
) -> None:
    """Whether Slack heard it is not known, so it is taken away afterwards."""
    gate = asyncio.Event()
    slack.hold("assistant.threads.setStatus")
    working = asyncio.create_task(desk.handle(note(asked, slow(site, STORY, page(), gate))))
    await slack.wait_for(lambda: slack.calls("assistant.threads.setStatus"))
    gate.set()
    await working
    assert TITLE in slack.thread(asked)[0].shown
    assert [call.ok for call in slack.calls("assistant.threads.setStatus")] == [False, True]
    assert slack.statuses(asked) == [""]


@pytest.mark.usefixtures("bot")
async def test_a_quick_digest_needs_no_word(slack: Slack, site: Website) -> None:
    """Most of them are."""
    maria = slack.person("maria")
    await slack.replies(slack.say(maria, slack.channel("desk", maria), site.page(STORY, page())))
    await slack.quiet()
    assert not slack.calls("assistant.threads.setStatus")
