"""Questions that are edited or deleted, and articles that are gone."""

from __future__ import annotations

import pytest

from bot.settings import Settings
from bot.storage.connect import open_redis
from tests.fakes.slack import Slack
from tests.fakes.web import Website
from tests.handlers.payloads import ARTICLE
from tests.stories.threads import digested, somebody

pytestmark = pytest.mark.usefixtures("bot")


async def forget_articles(settings: Settings) -> None:
    """What a new edition of the bot does to all that was read before it."""
    redis = open_redis(settings.redis_url or "")
    for key in [key async for key in redis.scan_iter(match="*:article:*")]:
        await redis.delete(key)
    await redis.aclose()


async def test_an_edited_question_is_answered_anew_in_place(slack: Slack, site: Website) -> None:
    """The answer that stands changes; there is no second one."""
    thread = await digested(slack, site)
    asked = thread.say("when will it be reviewed?")
    await thread.answers()
    slack.edit(asked, f"<@{slack.bot().id}> how many lorries were waiting?")
    await slack.wait_for(lambda: "600" in thread.said()[0])
    assert len(thread.said()) == 1


async def test_a_deleted_question_takes_its_answer_along(slack: Slack, site: Website) -> None:
    """The digest stays."""
    thread = await digested(slack, site)
    asked = thread.say("how many lorries were waiting?")
    await thread.answers()
    slack.delete(asked)
    await slack.wait_for(lambda: not thread.said())
    assert len(slack.posts(thread.channel)) == 1


async def test_an_overheard_question_that_becomes_talk_loses_its_answer(slack: Slack, site: Website) -> None:
    """Nobody wants an answer to that any more."""
    thread = await digested(slack, site)
    asked = thread.say("how many lorries were waiting?", mention=False)
    await thread.answers()
    slack.edit(asked, "never mind")
    await slack.wait_for(lambda: not thread.said())


async def test_an_article_that_left_the_cache_is_read_again(slack: Slack, site: Website, settings: Settings) -> None:
    """The question need not be asked twice."""
    thread = await digested(slack, site)
    await forget_articles(settings)
    thread.say("how many lorries were waiting?")
    assert "600" in (await thread.answers())[0]


async def test_a_pasted_text_that_left_the_cache_is_gone(slack: Slack, settings: Settings) -> None:
    """It can't be read again, and whoever asks is told."""
    maria = somebody(slack, "maria")
    direct = slack.direct(maria)
    await slack.replies(slack.say(maria, direct, ARTICLE))
    await forget_articles(settings)
    [said] = await slack.replies(slack.say(maria, direct, "how many lorries were waiting?"))
    assert "I no longer keep that article" in said.shown
