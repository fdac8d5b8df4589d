"""The main job: somebody drops an article in a channel and gets its digest in the thread."""

from __future__ import annotations

import pytest

from bot.settings import Settings
from tests.fakes.slack import Slack
from tests.fakes.web import Website
from tests.handlers.payloads import ARTICLE, PARAGRAPHS
from tests.stories.conftest import running
from tests.stories.pages import TITLE, page

STORY = "/2025/03/04/moyale-crossing-reopens"


@pytest.mark.usefixtures("bot")
async def test_a_link_gets_one_digest_in_its_thread(slack: Slack, site: Website) -> None:
    """With the headline, who and where; the page is fetched once, and nothing is added later."""
    maria = slack.person("maria")
    desk = slack.channel("desk", maria)
    asked = slack.say(maria, desk, site.page(STORY, page()))
    [digest] = await slack.replies(asked)
    assert TITLE in digest.shown
    assert "Amina Yusuf" in digest.shown
    assert "Moyale" in digest.shown
    await slack.quiet()
    assert slack.thread(asked) == [digest]
    assert site.hits == [STORY]


async def test_the_same_over_signed_http(slack: Slack, site: Website, signed_settings: Settings) -> None:
    """And Slack's check of the address is answered."""
    url = f"http://127.0.0.1:{signed_settings.port}/slack/events"
    slack.use_http(url)
    maria = slack.person("maria")
    desk = slack.channel("desk", maria)
    async with running(signed_settings):
        assert await slack.verify_url(url)
        asked = slack.say(maria, desk, site.page(STORY, page()))
        [digest] = await slack.replies(asked)
        assert TITLE in digest.shown


@pytest.mark.usefixtures("bot")
async def test_a_pasted_article_is_digested_too(slack: Slack) -> None:
    """Counting its days from the day of the message."""
    maria = slack.person("maria")
    asked = slack.say(maria, slack.channel("desk", maria), ARTICLE)
    [digest] = await slack.replies(asked)
    assert "Amina Yusuf" in digest.shown


@pytest.mark.usefixtures("bot")
async def test_the_same_event_four_times_at_once_gives_one_digest(slack: Slack, site: Website) -> None:
    """And once more later gives none."""
    maria = slack.person("maria")
    asked = slack.say(maria, slack.channel("desk", maria), site.page(STORY, page()))
    slack.redeliver(asked, times=4)
    await slack.replies(asked)
    slack.redeliver(asked)
    await slack.quiet()
    assert len(slack.thread(asked)) == 1
    assert site.hits == [STORY]


@pytest.mark.usefixtures("bot")
async def test_the_same_link_again_gets_a_pointer_to_the_first_digest(slack: Slack, site: Website) -> None:
    """In any spelling; in another channel it is digested from memory."""
    maria = slack.person("maria")
    desk, other = slack.channel("desk", maria), slack.channel("other", maria)
    url = site.page(STORY, page())
    first = slack.say(maria, desk, url)
    [digest] = await slack.replies(first)
    again = slack.say(maria, desk, f"seen this? {url}?utm_source=feed#comments")
    [pointer] = await slack.replies(again)
    assert "Already digested" in pointer.shown
    assert digest.ts.replace(".", "") in str(pointer.blocks)
    elsewhere = slack.say(maria, other, url)
    [second] = await slack.replies(elsewhere)
    assert second.shown == digest.shown
    assert site.hits == [STORY]


@pytest.mark.usefixtures("bot")
async def test_two_people_post_the_same_link_at_the_same_moment(slack: Slack, site: Website) -> None:
    """One digest, one pointer, one fetch."""
    maria, ken = slack.person("maria"), slack.person("ken")
    desk = slack.channel("desk", maria, ken)
    url = site.page(STORY, page())
    messages = [slack.say(maria, desk, url), slack.say(ken, desk, url)]
    shown = [reply.shown for message in messages for reply in await slack.replies(message)]
    assert sum("Already digested" in words for words in shown) == 1
    assert site.hits == [STORY]


@pytest.mark.usefixtures("bot")
async def test_a_short_link_and_its_target_are_one_article(slack: Slack, site: Website) -> None:
    """The pointer does not depend on which of them came first."""
    maria = slack.person("maria")
    desk = slack.channel("desk", maria)
    url = site.page(STORY, page())
    await slack.replies(slack.say(maria, desk, site.redirect("/s/1", url)))
    [pointer] = await slack.replies(slack.say(maria, desk, url))
    assert "Already digested" in pointer.shown


@pytest.mark.usefixtures("bot")
async def test_several_links_get_a_digest_each_and_at_most_five(slack: Slack, site: Website) -> None:
    """A message of forty links is no excuse to fetch forty pages."""
    maria = slack.person("maria")
    texts = [page(f"Story number {n} of the day", tuple(f"{p} {n}" for p in PARAGRAPHS)) for n in range(40)]
    urls = [site.page(f"/news/story-number-{n}", text) for n, text in enumerate(texts)]
    asked = slack.say(maria, slack.channel("desk", maria), " ".join(urls))
    digests = await slack.replies(asked, 5, timeout=15)
    await slack.quiet()
    assert [f"Story number {n}" in digest.shown for n, digest in enumerate(digests)] == [True] * 5
    assert len(site.hits) == 5


@pytest.mark.usefixtures("bot")
async def test_the_longest_page_is_digested_and_taken_whole(slack: Slack, site: Website) -> None:
    """Slack's limits hold for any article, and nothing of the digest is refused."""
    maria = slack.person("maria")
    long = tuple(
        f"{p} {'The ' + 'very ' * 300 + 'long list goes on.'} Part {n}." for n in range(30) for p in PARAGRAPHS
    )
    asked = slack.say(maria, slack.channel("desk", maria), site.page(STORY, page(paragraphs=long)))
    [digest] = await slack.replies(asked, timeout=30)
    assert digest.blocks
    assert not [call for call in slack.calls("chat.postMessage") if call.error]


async def test_a_web_process_and_a_worker_share_the_work(slack: Slack, site: Website, settings: Settings) -> None:
    """The web process queues what it hears before any worker is there."""
    maria = slack.person("maria")
    async with running(settings.model_copy(update={"dateline_workers": 0})):
        asked = slack.say(maria, slack.channel("desk", maria), site.page(STORY, page()))
        await slack.wait_for(lambda: slack.acks)
        assert not slack.thread(asked)
        async with running(settings):
            [digest] = await slack.replies(asked)
    assert TITLE in digest.shown
