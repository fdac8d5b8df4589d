"""Digests that take long, faults of our own, and two workspaces in one memory: the front desk without its queue."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from slack_sdk.errors import SlackApiError

from bot.articles.fetch import Web
from bot.articles.links import parse
from bot.model import Submission
from bot.newsdesk import Newsdesk
from bot.storage.store import Store
from handlers.clients import OneWorkspace, web_client
from handlers.delivery import Delivery
from handlers.frontdesk import FrontDesk
from handlers.note import Note
from handlers.views import notes
from tests import newsroom
from tests.fakes.slack import Message, Slack
from tests.fakes.web import Website, response
from tests.handlers.payloads import ARTICLE
from tests.stories.pages import TITLE, page

STORY = "/2025/03/04/moyale-crossing-reopens"
SOON = 0.05  # seconds until a status is set
WORKING = notes.working()


@pytest.fixture
async def newsdesk(site: Website, store: Store) -> AsyncIterator[Newsdesk]:
    """The newsroom as a worker has it."""
    with ThreadPoolExecutor(1) as thread:
        async with Web(allow=(site.allow,)) as door:
            yield Newsdesk(door, newsroom.editor(), store, thread)


def worker(slack: Slack, newsdesk: Newsdesk, store: Store) -> FrontDesk:
    """The front desk of one process."""
    return FrontDesk(newsdesk, store, Delivery(OneWorkspace(web_client(slack.bot_token, slack.api_url)), SOON))


@pytest.fixture
def desk(slack: Slack, newsdesk: Newsdesk, store: Store) -> FrontDesk:
    """The same, for stories of one process."""
    return worker(slack, newsdesk, store)


@pytest.fixture
async def asked(slack: Slack) -> Message:
    """A message of Maria's."""
    maria = slack.person("maria")
    return slack.say(maria, slack.channel("desk", maria), "look at this")


def note(asked: Message, link: str, *, by_name: bool = True) -> Note:
    """What the message wants."""
    key, here = f"{asked.team}:{asked.channel}:{asked.ts}", (asked.team, asked.channel, asked.ts)
    return Note("digest", key, *here, thread=asked.ts, user=asked.user, links=(link,), asked=by_name)


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


async def test_failures_that_the_process_outlives_are_no_deaths(
    slack: Slack, site: Website, desk: FrontDesk, asked: Message
) -> None:
    """However often Slack and the queue fail together, so that the queue does not count its tries."""
    wanted = note(asked, site.page(STORY, page()))
    slack.fail("chat.postMessage", error="internal_error", times=5)
    for _ in range(5):
        with pytest.raises(SlackApiError):
            await desk.handle(wanted)
    await desk.handle(wanted)
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


async def test_two_workers_with_the_same_note_at_once(
    slack: Slack, site: Website, newsdesk: Newsdesk, store: Store, asked: Message
) -> None:
    """As after a lease that lapsed: one reads and posts, the other one finds that."""
    wanted = note(asked, site.page(STORY, page()))
    desks = [worker(slack, newsdesk, store) for _ in range(3)]
    await asyncio.gather(*(desk.handle(wanted) for desk in desks))
    assert [TITLE in one.shown for one in slack.thread(asked)] == [True]
    assert site.hits == [STORY]


async def test_pasted_texts_stay_in_their_workspace(newsdesk: Newsdesk, store: Store) -> None:
    """The same text pasted in another one is read anew, and neither finds what the other one keeps."""
    mine = await newsdesk.digest(Submission(text=ARTICLE, workspace="T1"))
    assert (await newsdesk.digest(Submission(text=ARTICLE, workspace="T1"))).remembered
    version = newsroom.editor().version
    assert await store.recall(version, mine.identity, "T1")
    assert await store.recall(version, mine.identity, "T2") is None
    assert await store.recall(version, mine.identity, None) is None
    assert not (await newsdesk.digest(Submission(text=ARTICLE, workspace="T2"))).remembered


async def test_pages_are_shared_unless_their_address_is_a_secret(newsdesk: Newsdesk, site: Website) -> None:
    """What anybody may read is read once; what carries a token is read for each workspace by itself."""
    public, secret = site.page(STORY, page()), site.page(f"{STORY}?token=s3cr3t", page())
    for link, remembered in ((parse(public), True), (parse(secret), False)):
        first = await newsdesk.digest(Submission(link=link, workspace="T1"))
        second = await newsdesk.digest(Submission(link=link, workspace="T2"))
        assert (first.remembered, second.remembered) == (False, remembered)
