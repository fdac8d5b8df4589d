"""Channels that are closed to the bot, and words for one person alone."""

from __future__ import annotations

import pytest

from bot.storage.store import Store
from tests.fakes.slack import Channel, Message, Slack, User
from tests.fakes.web import Website
from tests.stories.pages import TITLE, page

pytestmark = pytest.mark.usefixtures("bot")
STORY = "/2025/03/04/moyale-crossing-reopens"
CLOSED = ["not_in_channel", "is_archived", "restricted_action", "restricted_action_read_only_channel", "no_permission"]


@pytest.fixture
def maria(slack: Slack) -> User:
    """Somebody."""
    return slack.person("maria")


@pytest.fixture
def desk(slack: Slack, maria: User) -> Channel:
    """Her channel."""
    return slack.channel("desk", maria)


async def finished(slack: Slack, store: Store, asked: Message) -> None:
    """Nothing more is to come: what had failed would be tried again."""
    await slack.quiet()
    assert await store.handled(f"{asked.team}:{asked.channel}:{asked.ts}")


@pytest.mark.parametrize("error", CLOSED)
async def test_who_asked_in_a_closed_channel_gets_it_alone(
    slack: Slack, site: Website, store: Store, maria: User, error: str
) -> None:
    """As a direct message, since a mention has no other way back; the bot tries once and lets it be."""
    desk = slack.channel("desk", maria)
    slack.fail("chat.postMessage", error=error)
    asked = slack.say(maria, desk, f"<@{slack.bot().id}> {site.page(STORY, page())}")
    direct = slack.direct(maria)
    [digest] = await slack.wait_for(lambda: slack.posts(direct))
    await finished(slack, store, asked)
    assert TITLE in digest.shown
    assert slack.posts() == [digest]


async def test_nobody_asked_in_a_closed_channel(
    slack: Slack, site: Website, store: Store, maria: User, desk: Channel
) -> None:
    """Silence, and one try."""
    slack.fail("chat.postMessage", error="restricted_action")
    asked = slack.say(maria, desk, site.page(STORY, page()))
    await slack.wait_for(lambda: slack.calls("chat.postMessage"))
    await finished(slack, store, asked)
    assert not slack.posts()


async def test_a_channel_archived_while_the_page_is_read(
    slack: Slack, site: Website, maria: User, desk: Channel
) -> None:
    """The next message, elsewhere, is digested as ever."""
    gate = slack.hold("chat.postMessage")
    slack.say(maria, desk, site.page(STORY, page()))
    await slack.wait_for(lambda: slack.calls("chat.postMessage"))
    desk.archived = True
    gate.set()
    [digest] = await slack.replies(slack.say(maria, slack.channel("other", maria), site.url(STORY)))
    assert TITLE in digest.shown
    assert slack.posts() == [digest]


async def test_a_channel_that_does_not_want_the_bot_and_a_person_who_does_not_either(
    slack: Slack, site: Website, store: Store, maria: User, desk: Channel
) -> None:
    """Then there is no way, and no crash loop."""
    slack.fail("chat.postMessage", error="is_archived")
    slack.fail("chat.postMessage", error="messages_tab_disabled")
    asked = slack.say(maria, desk, f"<@{slack.bot().id}> {site.page(STORY, page())}")
    await slack.wait_for(lambda: len(slack.calls("chat.postMessage")) == 2)
    await finished(slack, store, asked)
    assert not slack.posts()


async def test_a_command_whose_response_address_is_used_up(slack: Slack, site: Website, maria: User) -> None:
    """The digest comes as a direct message then."""
    desk = slack.channel("desk", maria, bot=False)
    gate = slack.hold("chat.postMessage")
    await slack.command(maria, desk, "/dateline", f"digest {site.page(STORY, page())}").done()
    await slack.wait_for(lambda: slack.calls("chat.postMessage"))
    for url in slack.world.response_urls.values():
        url.uses = 5
    gate.set()
    [digest] = await slack.wait_for(lambda: slack.posts(slack.direct(maria)))
    assert TITLE in digest.shown
    assert not slack.ephemeral(maria)
