"""Slack in trouble: told to wait, answers lost, errors of its own, connections broken. One digest in the end."""

from __future__ import annotations

import pytest

from bot.storage.store import Store
from tests.fakes.slack import Channel, Message, Slack, User
from tests.fakes.web import Website
from tests.handlers.payloads import ARTICLE, PARAGRAPHS
from tests.stories.pages import TITLE, page

pytestmark = pytest.mark.usefixtures("bot")
STORY, OTHER = "/2025/03/04/moyale-crossing-reopens", "/2025/03/05/moyale-first-day"
TROUBLE: dict[str, dict[str, object]] = {
    "the answer is lost after the post": {"drop": "after"},
    "a server error with a page": {"status": 500},
}


@pytest.fixture
def maria(slack: Slack) -> User:
    """Somebody."""
    return slack.person("maria")


@pytest.fixture
def desk(slack: Slack, maria: User) -> Channel:
    """Her channel."""
    return slack.channel("desk", maria)


async def only(slack: Slack, store: Store, asked: Message) -> Message:
    """The one reply that there is, once nothing more is to come."""
    [reply] = await slack.replies(asked)
    await slack.quiet()
    assert await store.handled(f"{asked.team}:{asked.channel}:{asked.ts}")
    assert slack.posts() == [reply]
    return reply


@pytest.mark.parametrize("told", ["0.3", "garbage", None])
async def test_a_429_delays_and_loses_nothing(
    slack: Slack, site: Website, maria: User, desk: Channel, told: str | None
) -> None:
    """Two in a row too; what was said first is answered first, all the same."""
    slack.rate_limit("chat.postMessage", times=2 if told == "0.3" else 1, retry_after=told)
    first = slack.say(maria, desk, site.page(STORY, page()))
    await slack.wait_for(lambda: slack.calls("chat.postMessage"))
    second = slack.say(maria, desk, site.page(OTHER, page("First day at Moyale passes quietly", PARAGRAPHS[::-1])))
    await slack.replies(second)
    await slack.quiet()
    assert [post.thread_ts for post in slack.posts(desk)] == [first.ts, second.ts]
    assert TITLE in slack.thread(first)[0].shown


@pytest.mark.parametrize("trouble", TROUBLE.values(), ids=TROUBLE)
async def test_trouble_while_posting_ends_in_one_digest(
    slack: Slack, site: Website, store: Store, maria: User, trouble: dict[str, object]
) -> None:
    """The thread is looked at before anything is posted again."""
    slack.fail("chat.postMessage", **trouble)  # type: ignore[arg-type]  # a table of its arguments
    asked = slack.say(maria, slack.channel("desk", maria), site.page(STORY, page()))
    await slack.wait_for(lambda: slack.calls("conversations.replies"))
    digest = await only(slack, store, asked)
    assert TITLE in digest.shown


async def test_a_lost_answer_in_a_busy_thread(slack: Slack, site: Website, maria: User, desk: Channel) -> None:
    """Forty people reply before the bot looks again: its own post is found behind them."""
    slack.fail("chat.postMessage", drop="after")
    asked = slack.say(maria, desk, site.page(STORY, page()))
    for _ in range(40):
        slack.say(maria, desk, "thanks!", thread_ts=asked.ts)
    await slack.wait_for(lambda: len(slack.calls("conversations.replies")) == 3)  # fifteen messages each
    await slack.quiet()
    assert len(slack.posts()) == 1


async def test_a_lost_answer_to_a_command(slack: Slack, site: Website, maria: User, desk: Channel) -> None:
    """The digest stands in the channel itself, where no thread tells of it."""
    slack.fail("chat.postMessage", drop="after")
    await slack.command(maria, desk, "/dateline", f"digest {site.page(STORY, page())}").done()
    await slack.wait_for(lambda: slack.calls("conversations.history"))
    await slack.quiet()
    assert len(slack.posts(desk)) == 1


async def test_a_lost_answer_to_a_mention_that_gets_no_digest(
    slack: Slack, site: Website, maria: User, desk: Channel
) -> None:
    """Sentences of ours are not said twice either; each of several links has its own."""
    gone, locked = site.url("/gone"), site.page("/locked", "", "500 Internal Server Error")
    slack.fail("chat.postMessage", drop="after")
    asked = slack.say(maria, desk, f"<@{slack.bot().id}> {gone} {locked}")
    await slack.replies(asked, 2)
    await slack.quiet(0.3)
    assert [("404" in one.shown, "500" in one.shown) for one in slack.thread(asked)] == [(True, False), (False, True)]


async def test_a_lost_answer_while_a_digest_is_replaced(slack: Slack, maria: User, desk: Channel) -> None:
    """An edited paste changes its digest where it stands, at the second try too."""
    asked = slack.say(maria, desk, ARTICLE)
    [digest] = await slack.replies(asked)
    slack.fail("chat.update", drop="after")
    slack.edit(asked, ARTICLE.replace("Amina Yusuf", "Grace Wanjiru"))
    await slack.wait_for(lambda: len(slack.calls("chat.update")) == 2)
    await slack.quiet(0.3)
    assert "Grace Wanjiru" in digest.shown
    assert slack.posts() == [digest]


@pytest.mark.parametrize("refused", [("invalid_blocks", 1), ("msg_blocks_too_long", 2), ("msg_too_long", 2)])
async def test_refused_blocks_become_shorter_then_plain(
    slack: Slack, site: Website, maria: User, desk: Channel, refused: tuple[str, int]
) -> None:
    """Never silence."""
    error, times = refused
    slack.fail("chat.postMessage", error=error, times=times)
    asked = slack.say(maria, desk, site.page(STORY, page()))
    [digest] = await slack.replies(asked)
    await slack.quiet()
    assert TITLE in digest.shown
    assert bool(digest.blocks) == (times == 1)
    assert slack.posts() == [digest]


async def test_refused_blocks_of_a_replaced_digest(slack: Slack, maria: User, desk: Channel) -> None:
    """An edit is shown in fewer words, too, where Slack wants it so."""
    asked = slack.say(maria, desk, ARTICLE)
    [digest] = await slack.replies(asked)
    slack.fail("chat.update", error="msg_too_long", times=2)
    slack.edit(asked, ARTICLE.replace("Amina Yusuf", "Grace Wanjiru"))
    await slack.wait_for(lambda: "Kenya" in digest.shown and not digest.blocks)
