"""Which links of a message are read, as somebody in the channel sees it."""

from __future__ import annotations

import pytest

from tests.fakes.slack import Slack
from tests.fakes.web import Website
from tests.stories.pages import TITLE, page

STORY, OTHER = "/2025/03/04/moyale-crossing-reopens", "/2025/03/05/second-crossing-planned-farther-east"


@pytest.mark.usefixtures("bot")
async def test_one_article_in_many_spellings_gets_one_digest(slack: Slack, site: Website) -> None:
    """Typed three times, and once more as the preview that Slack puts under it."""
    maria = slack.person("maria")
    url = site.page(STORY, page())
    asked = slack.say(maria, slack.channel("desk", maria), f"{url} or <{url}/|here>, or {url}?utm_source=feed#comments")
    slack.unfurl(asked, f"{url}?utm_source=feed")
    [digest] = await slack.replies(asked)
    assert TITLE in digest.shown
    await slack.quiet()
    assert slack.thread(asked) == [digest]
    assert site.hits == [STORY]


@pytest.mark.usefixtures("bot")
async def test_a_link_is_read_where_it_leads_whatever_its_label_says(slack: Slack, site: Website) -> None:
    """In a quotation too; what stands in code is an example, and not opened."""
    maria = slack.person("maria")
    label, code = site.page(OTHER, page("Another headline")), site.page("/2025/03/06/code-story-example", page())
    url = site.page(STORY, page())
    asked = slack.say(maria, slack.channel("desk", maria), f"> <{url}|{label}>\nand fetch it with `curl {code}`")
    [digest] = await slack.replies(asked)
    assert TITLE in digest.shown
    await slack.quiet()
    assert site.hits == [STORY]


@pytest.mark.usefixtures("bot")
async def test_a_link_into_the_machine_is_not_opened_and_nobody_is_told_unasked(slack: Slack, site: Website) -> None:
    """Asked, the bot says that it is not on the public internet; the readable link beside it is read."""
    maria = slack.person("maria")
    desk = slack.channel("desk", maria)
    url = site.page(STORY, page())
    asked = slack.say(maria, desk, f"http://169.254.169.254/latest/news-story-of-2025/ http://[::1]/ {url}")
    [digest] = await slack.replies(asked)
    assert TITLE in digest.shown
    await slack.quiet()
    assert slack.thread(asked) == [digest]
    told = slack.say(maria, desk, f"<@{slack.bot().id}> http://2130706433/news")
    [refusal] = await slack.replies(told)
    assert "not on the public internet" in refusal.shown
