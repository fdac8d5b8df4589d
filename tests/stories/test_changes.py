"""Edited and deleted messages, and a workspace that goes."""

from __future__ import annotations

import pytest

from bot.storage.store import Store
from tests.fakes.slack import Slack
from tests.fakes.web import Website
from tests.handlers.payloads import ARTICLE, PARAGRAPHS
from tests.stories.pages import TITLE, page

pytestmark = pytest.mark.usefixtures("bot")
STORY, OTHER = "/2025/03/04/moyale-crossing-reopens", "/2025/03/05/moyale-first-day"
SECOND = "First day at Moyale passes quietly"


async def test_a_deleted_message_takes_its_digest_along(slack: Slack, site: Website) -> None:
    """Afterwards the link is new again in that channel."""
    maria = slack.person("maria")
    desk = slack.channel("desk", maria)
    url = site.page(STORY, page())
    asked = slack.say(maria, desk, url)
    await slack.replies(asked)
    slack.delete(asked)
    await slack.wait_for(lambda: not slack.posts(desk))
    [digest] = await slack.replies(slack.say(maria, desk, url))
    assert TITLE in digest.shown


async def test_a_message_deleted_while_it_is_read_gets_no_digest(slack: Slack, site: Website) -> None:
    """Whatever comes first, nothing of ours stays."""
    maria = slack.person("maria")
    desk = slack.channel("desk", maria)
    gate = slack.hold("chat.postMessage")
    asked = slack.say(maria, desk, site.page(STORY, page()))
    await slack.wait_for(lambda: slack.calls("chat.postMessage"))
    slack.delete(asked)
    await slack.quiet()
    gate.set()
    await slack.wait_for(lambda: slack.calls("chat.delete"))
    await slack.quiet()
    assert not slack.posts(desk)


async def test_a_link_edited_into_a_message_is_digested(slack: Slack, site: Website) -> None:
    """Under the message that it was edited into."""
    maria = slack.person("maria")
    asked = slack.say(maria, slack.channel("desk", maria), "one moment")
    slack.edit(asked, site.page(STORY, page()))
    [digest] = await slack.replies(asked)
    assert TITLE in digest.shown


async def test_a_corrected_link_replaces_the_digest(slack: Slack, site: Website) -> None:
    """What stayed in the message keeps the digest that it has."""
    maria = slack.person("maria")
    asked = slack.say(maria, slack.channel("desk", maria), site.page(STORY, page()))
    [first] = await slack.replies(asked)
    second = site.page(OTHER, page(SECOND, PARAGRAPHS[2:] + PARAGRAPHS[:2]))
    slack.edit(asked, f"{site.url(STORY)} and {second}")
    await slack.replies(asked, 2)
    slack.edit(asked, second)
    await slack.wait_for(lambda: len(slack.thread(asked)) == 1)
    assert first not in slack.thread(asked)
    assert SECOND in slack.thread(asked)[0].shown


async def test_an_edited_paste_changes_its_digest_where_it_stands(slack: Slack) -> None:
    """No second message."""
    maria = slack.person("maria")
    asked = slack.say(maria, slack.channel("desk", maria), ARTICLE)
    [digest] = await slack.replies(asked)
    slack.edit(asked, ARTICLE.replace("Amina Yusuf", "Grace Wanjiru"))
    await slack.wait_for(lambda: "Grace Wanjiru" in digest.shown)
    assert slack.thread(asked) == [digest]


async def test_slacks_own_preview_is_no_edit(slack: Slack, site: Website) -> None:
    """It comes a moment after nearly every link."""
    maria = slack.person("maria")
    url = site.page(STORY, page())
    asked = slack.say(maria, slack.channel("desk", maria), url)
    slack.unfurl(asked, url)
    await slack.replies(asked)
    await slack.quiet()
    assert len(slack.thread(asked)) == 1


async def test_a_workspace_that_goes_leaves_nothing(slack: Slack, store: Store) -> None:
    """Its pasted texts least of all."""
    maria = slack.person("maria")
    asked = slack.say(maria, slack.channel("desk", maria), ARTICLE)
    await slack.replies(asked)
    await slack.quiet()
    assert await store.posts(slack.home.id, asked.channel, asked.ts)
    slack.uninstall(slack.home.id)
    await slack.quiet()
    assert not await store.posts(slack.home.id, asked.channel, asked.ts)
