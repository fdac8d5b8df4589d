"""Links that could not be read: the site is left alone for ten minutes, and whoever asks again knows that."""

from __future__ import annotations

import pytest

from bot.storage.memory import Client
from tests.fakes.slack import Slack
from tests.fakes.web import Website
from tests.stories.pages import TITLE, page

pytestmark = pytest.mark.usefixtures("bot")
STORY = "/2025/03/04/moyale-crossing-reopens"
HINT = "look again in 10 minutes"


async def test_asking_again_within_ten_minutes(slack: Slack, site: Website, redis: Client) -> None:
    """The same sentence, and when the page is looked at again; then it is, whoever asks."""
    maria, jens = slack.person("maria"), slack.person("jens")
    desk = slack.channel("desk", maria, jens)
    link = site.page(STORY, "busy", "503 Service Unavailable")
    wish = f"<@{slack.bot().id}> {link}"
    [first] = await slack.replies(slack.say(maria, desk, wish))
    [again] = await slack.replies(slack.say(jens, desk, wish))
    assert "(503)" in first.shown
    assert "(503)" in again.shown
    assert (HINT in first.shown, HINT in again.shown, len(site.hits)) == (False, True, 1)
    site.page(STORY, page())
    await redis.delete(*await redis.keys("*:refusal"))  # ten minutes later
    [digest] = await slack.replies(slack.say(maria, desk, wish))
    assert TITLE in digest.shown


async def test_a_page_that_holds_no_article_is_not_promised_another_look(slack: Slack, site: Website) -> None:
    """It is remembered, but nothing is to be expected of it."""
    maria = slack.person("maria")
    desk = slack.channel("desk", maria)
    wish = f"<@{slack.bot().id}> {site.page(STORY, '<html><body><p>Hello.</p></body></html>')}"
    shown = [(await slack.replies(slack.say(maria, desk, wish)))[0].shown for _ in range(2)]
    assert shown[0] == shown[1]
    assert "look again" not in shown[1]
    assert len(site.hits) == 1
