"""Edits and deletions that overtake what they change."""

from __future__ import annotations

import pytest

from bot.storage.store import Store
from tests.fakes.slack import Channel, Message, Slack, User
from tests.fakes.web import Website
from tests.handlers.payloads import PARAGRAPHS
from tests.stories.pages import page

pytestmark = pytest.mark.usefixtures("bot")
STORY = "/2025/03/04/moyale-crossing-reopens"
WORDS = ("quiet", "busy", "long", "cold", "wet", "last")


@pytest.fixture
def maria(slack: Slack) -> User:
    """Somebody."""
    return slack.person("maria")


@pytest.fixture
def desk(slack: Slack, maria: User) -> Channel:
    """Her channel."""
    return slack.channel("desk", maria)


def pages(site: Website) -> list[str]:
    """As many articles as there are words."""
    return [
        site.page(f"/2025/03/05/a-{word}-day-at-moyale", page(f"A {word} day at Moyale", PARAGRAPHS[n % 4 :]))
        for n, word in enumerate(WORDS)
    ]


async def settled(slack: Slack, asked: Message, words: str) -> None:
    """The one reply says this, and stays."""
    await slack.wait_for(lambda: [words in one.shown for one in slack.thread(asked)] == [True])
    await slack.quiet(0.3)
    assert [words in one.shown for one in slack.thread(asked)] == [True]


async def test_the_last_of_many_quick_edits_counts(slack: Slack, site: Website, maria: User, desk: Channel) -> None:
    """Whatever order the edits are worked on, while the first digest is under way."""
    urls = pages(site)
    gate = slack.hold("chat.postMessage")
    asked = slack.say(maria, desk, site.page(STORY, page()))
    await slack.wait_for(lambda: slack.calls("chat.postMessage"))
    for url in urls:
        slack.edit(asked, url)
    await slack.quiet()
    gate.set()
    await settled(slack, asked, "A last day at Moyale")


async def test_an_edit_that_overtakes_the_first_try(
    slack: Slack, site: Website, store: Store, maria: User, desk: Channel
) -> None:
    """The first digest failed and is tried again a second later, when the link is another one already."""
    slack.fail("chat.postMessage", error="internal_error")
    asked = slack.say(maria, desk, site.page(STORY, page()))
    await slack.wait_for(lambda: any(call.error for call in slack.calls("chat.postMessage")))
    slack.edit(asked, pages(site)[0])
    await settled(slack, asked, "A quiet day at Moyale")
    await slack.quiet(1.2)  # the second try, which finds nothing to do
    assert await store.handled(f"{asked.team}:{asked.channel}:{asked.ts}")
    await settled(slack, asked, "A quiet day at Moyale")


async def test_an_edit_and_its_own_first_version_brought_again(
    slack: Slack, site: Website, maria: User, desk: Channel
) -> None:
    """Slack may bring what it said first after what it said last."""
    asked = slack.say(maria, desk, site.page(STORY, page()))
    await slack.replies(asked)
    slack.edit(asked, pages(site)[0])
    await settled(slack, asked, "A quiet day at Moyale")
    for delivery in slack.events("message"):
        slack.redeliver(delivery)
    await settled(slack, asked, "A quiet day at Moyale")


async def test_a_message_deleted_between_two_tries(
    slack: Slack, site: Website, store: Store, maria: User, desk: Channel
) -> None:
    """It stays without a word, though its thread is still there."""
    slack.fail("chat.postMessage", error="internal_error")
    asked = slack.say(maria, desk, f"<@{slack.bot().id}> {site.url('/gone')}")
    slack.say(maria, desk, "me too", thread_ts=asked.ts)
    await slack.wait_for(lambda: any(call.error for call in slack.calls("chat.postMessage")))
    slack.delete(asked)
    await slack.quiet(1.2)  # the second try
    assert await store.handled(f"{asked.team}:{asked.channel}:{asked.ts}")
    assert not slack.posts()
