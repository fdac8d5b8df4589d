"""Every way to ask for a digest, and what is said when there is none to be had."""

from __future__ import annotations

import pytest

from tests.fakes.slack import Slack
from tests.fakes.web import Website
from tests.handlers.payloads import ARTICLE
from tests.stories.pages import TITLE, page

pytestmark = pytest.mark.usefixtures("bot")
STORY = "/2025/03/04/moyale-crossing-reopens"


async def test_a_mention_with_a_link(slack: Slack, site: Website) -> None:
    """Slack sends both a message and a mention; there is one digest."""
    maria = slack.person("maria")
    asked = slack.say(maria, slack.channel("desk", maria), f"<@{slack.bot().id}> {site.page('/x', page())}")
    [digest] = await slack.replies(asked)
    await slack.quiet()
    assert TITLE in digest.shown
    assert slack.thread(asked) == [digest]


async def test_a_bare_mention_in_a_thread_reads_the_message_above(slack: Slack, site: Website) -> None:
    """Even one from before the bot came."""
    maria, ken = slack.person("maria"), slack.person("ken")
    desk = slack.channel("desk", maria, ken, bot=False)
    old = slack.say(maria, desk, site.page(STORY, page()))
    slack.invite(ken, desk)
    slack.say(ken, desk, f"<@{slack.bot().id}>", thread_ts=old.ts)
    digest = (await slack.replies(old, 2))[-1]
    assert TITLE in digest.shown


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "nothing to read"),
        ("help", "/dateline digest"),
        ("who met whom?", "no article here"),
    ],
)
async def test_a_mention_without_a_link_is_told_what_to_do(slack: Slack, words: str, said: str) -> None:
    """One message in the thread."""
    maria = slack.person("maria")
    asked = slack.say(maria, slack.channel("desk", maria), f"<@{slack.bot().id}> {words}")
    [answer] = await slack.replies(asked)
    assert said in answer.shown


async def test_a_direct_message(slack: Slack, site: Website) -> None:
    """With a link, with a text, with neither."""
    maria = slack.person("maria")
    direct = slack.direct(maria)
    [digest] = await slack.replies(slack.say(maria, direct, site.page("/x", page())))
    assert TITLE in digest.shown
    [pasted] = await slack.replies(slack.say(maria, direct, ARTICLE))
    assert "Amina Yusuf" in pasted.shown
    [hint] = await slack.replies(slack.say(maria, direct, "hello"))
    assert "/dateline digest" in hint.shown


async def test_the_command_posts_into_the_channel(slack: Slack, site: Website) -> None:
    """And its help is for the asking person alone."""
    maria = slack.person("maria")
    desk = slack.channel("desk", maria)
    await slack.command(maria, desk, "/dateline", f"digest {site.page('/x', page())}").done()
    [digest] = await slack.wait_for(lambda: slack.posts(desk))
    assert TITLE in digest.shown
    await slack.command(maria, desk, "/dateline", "help").done()
    [shown] = await slack.wait_for(lambda: slack.ephemeral(maria))
    assert "Digest this" in shown.shown


async def test_the_command_where_the_bot_is_not_a_member(slack: Slack, site: Website) -> None:
    """The asking person gets the digest alone."""
    maria = slack.person("maria")
    desk = slack.channel("desk", maria, bot=False)
    await slack.command(maria, desk, "/dateline", f"digest {site.page('/x', page())}").done()
    [shown] = await slack.wait_for(lambda: slack.ephemeral(maria))
    assert TITLE in shown.shown
    assert not slack.posts()


async def test_the_shortcut_works_on_any_message(slack: Slack, site: Website) -> None:
    """On another bot's post, to which the bot by itself says nothing."""
    maria = slack.person("maria")
    desk = slack.channel("desk", maria)
    post = slack.other_bot_post(desk, site.page(STORY, page()))
    await slack.quiet()
    assert not slack.thread(post)
    await slack.shortcut(maria, post, "digest_this").done()
    [digest] = await slack.replies(post)
    assert TITLE in digest.shown
    await slack.shortcut(maria, post, "digest_this").done()
    [pointer] = await slack.wait_for(lambda: slack.ephemeral(maria))
    assert "Already digested" in pointer.shown


async def test_show_evidence_opens_the_sentences(slack: Slack, site: Website) -> None:
    """Each fact with the sentence it rests on, in the article's own words."""
    maria = slack.person("maria")
    [digest] = await slack.replies(slack.say(maria, slack.channel("desk", maria), site.page(STORY, page())))
    await slack.click(maria, digest, "show_evidence").done()
    [modal] = await slack.wait_for(lambda: slack.modals(maria))
    assert "The trade minister of Kenya, Amina Yusuf, said at the gate" in modal.shown


REFUSED = [
    ("not-a-url", "web address"),
    ("ftp://wire.example/x", "http"),
    ("http://10.1.2.3/x", "internet"),
    ("http://nowhere.invalid/x", "nowhere.invalid"),
]


@pytest.mark.parametrize(("typed", "said"), REFUSED)
async def test_what_can_not_be_read_gets_one_sentence(slack: Slack, typed: str, said: str) -> None:
    """To the person who typed it, and to nobody else."""
    maria = slack.person("maria")
    desk = slack.channel("desk", maria)
    await slack.command(maria, desk, "/dateline", f"digest {typed}").done()
    [shown] = await slack.wait_for(lambda: slack.ephemeral(maria))
    assert said in shown.shown
    assert not slack.posts()


PAGES = [
    (("/gone", "", "404 Not Found", {}), "404"),
    (("/locked", "", "403 Forbidden", {}), "127.0.0.1"),
    (("/broken", "", "500 Internal Server Error", {}), "500"),
    (("/paper", "%PDF-1.7 ...", "200 OK", {"Content-Type": "application/pdf"}), "PDF"),
    (("/empty", "<html><body><p>Hi.</p></body></html>", "200 OK", {}), "article"),
]


@pytest.mark.parametrize(("served", "said"), PAGES)
async def test_a_page_that_gives_no_digest_says_why_when_asked(
    slack: Slack, site: Website, served: tuple[str, str, str, dict[str, str]], said: str
) -> None:
    """Posted without asking, none of these addresses gets a word: nothing says that they are articles."""
    maria = slack.person("maria")
    desk = slack.channel("desk", maria)
    url = site.page(*served)
    unasked = slack.say(maria, desk, url)
    asked = slack.say(maria, desk, f"<@{slack.bot().id}> {url}")
    [answer] = await slack.replies(asked)
    assert said in answer.shown
    assert "Traceback" not in answer.shown
    await slack.quiet()
    assert not slack.thread(unasked)


async def test_an_article_that_can_not_be_read_gets_its_sentence_unasked(slack: Slack, site: Website) -> None:
    """Its address says that it is one."""
    maria = slack.person("maria")
    asked = slack.say(maria, slack.channel("desk", maria), site.page(STORY, "", "503 Service Unavailable"))
    [answer] = await slack.replies(asked)
    assert "503" in answer.shown


async def test_small_talk_and_other_bots_get_silence(slack: Slack, site: Website) -> None:
    """Nothing is fetched either."""
    maria = slack.person("maria")
    desk = slack.channel("desk", maria)
    slack.say(maria, desk, "good morning, who has the budget figures?")
    slack.other_bot_post(desk, site.page(STORY, page()))
    await slack.quiet()
    assert not slack.posts()
    assert not site.hits
