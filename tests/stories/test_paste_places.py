"""Where a pasted text is read, and where not: threads, commands, direct messages, other channels and workspaces."""

from __future__ import annotations

import pytest

from bot.articles.urls.links import parse
from bot.model import Submission
from bot.storage.store import Store
from tests.fakes.slack import Channel, Message, Slack, User
from tests.fakes.web import Website
from tests.handlers.payloads import ARTICLE
from tests.stories.desks import newsroom_of
from tests.stories.forms import STORY, open_form, teaser
from tests.stories.pages import page

pytestmark = pytest.mark.usefixtures("bot")
PASTED = "Read as pasted here, not from the page"


@pytest.fixture
def maria(slack: Slack) -> User:
    """Somebody who has a subscription."""
    return slack.person("maria")


@pytest.fixture
def desk(slack: Slack, maria: User) -> Channel:
    """Her channel."""
    return slack.channel("desk", maria)


async def pasted(slack: Slack, maria: User, asked: Message, **more: str) -> Message:
    """The digest of the pasted text under a message, when all about it is written down."""
    [ours] = await slack.replies(asked)
    await slack.submit_view(maria, await open_form(slack, maria, ours), {"text": ARTICLE, **more}).done()
    await slack.wait_for(lambda: PASTED in ours.shown)
    await slack.quiet()
    return ours


async def test_another_workspace_sees_the_page_as_everybody_does(
    slack: Slack, site: Website, store: Store, maria: User, desk: Channel
) -> None:
    """The text is on the shelf of the one that pasted it."""
    url = site.page(STORY, teaser())
    await pasted(slack, maria, slack.say(maria, desk, url))
    async with newsroom_of(site, store) as newsdesk:
        own = await newsdesk.digest(Submission(parse(url), workspace=slack.home.id))
        other = await newsdesk.digest(Submission(parse(url), workspace=slack.install("Rival").id))
    assert own.article.receipt.kind == "pasted"
    assert other.article.receipt.kind == "teaser"
    assert "Amina Yusuf" not in other.article.text


async def test_other_channels_of_the_workspace(slack: Slack, site: Website, maria: User, desk: Channel) -> None:
    """A teaser that stands there stands; who posts the link from now on gets the whole, or the way to it."""
    url = site.page(STORY, teaser())
    there, later = slack.channel("there", maria), slack.channel("later", maria)
    [before] = await slack.replies(slack.say(maria, there, url))
    digest = await pasted(slack, maria, slack.say(maria, desk, url), title="Moyale, the whole story")
    [after] = await slack.replies(slack.say(maria, later, url))
    [pointer] = await slack.replies(slack.say(maria, desk, url))
    assert "Read the free opening only" in before.shown
    assert PASTED in after.shown
    assert "Already digested here: Moyale, the whole story" in pointer.shown
    assert digest.ts.replace(".", "") in str(pointer.blocks)


async def test_the_message_behind_it_is_deleted(slack: Slack, site: Website, maria: User, desk: Channel) -> None:
    """The digest goes along, be it in the place of a teaser or of a refusal."""
    refused = site.page("/2025/03/04/locked", "no", "403 Forbidden")
    for url in (site.page(STORY, teaser()), refused):
        asked = slack.say(maria, desk, url)
        await pasted(slack, maria, asked)
        slack.delete(asked)
        await slack.wait_for(lambda: not slack.posts())


@pytest.mark.parametrize("body", [teaser(), ""], ids=["teaser", "refusal"])
async def test_the_message_behind_it_is_edited(
    slack: Slack, site: Website, maria: User, desk: Channel, body: str
) -> None:
    """With the same link in it the digest stays; with another one it gives way to that one's."""
    url = site.page(STORY, body) if body else site.page(STORY, "no", "403 Forbidden")
    asked = slack.say(maria, desk, url)
    digest = await pasted(slack, maria, asked)
    slack.edit(asked, f"do read this: {url}")
    await slack.quiet(0.3)
    assert slack.thread(asked) == [digest]
    slack.edit(asked, site.page("/2025/03/05/another-day-at-moyale", page("Another day at Moyale")))
    await slack.wait_for(lambda: ["Another day" in one.shown for one in slack.thread(asked)] == [True])


async def test_a_short_link_to_a_teaser(slack: Slack, site: Website, maria: User, desk: Channel) -> None:
    """It is one article with its target, pasted or not: an edit brings no second digest."""
    url = site.redirect("/s/1", site.page(STORY, teaser()))
    asked = slack.say(maria, desk, f"<@{slack.bot().id}> {url}")
    digest = await pasted(slack, maria, asked)
    slack.edit(asked, f"<@{slack.bot().id}> do read this: {url}")
    await slack.quiet(0.3)
    assert slack.thread(asked) == [digest]


async def test_two_pages_of_one_message(slack: Slack, site: Website, maria: User, desk: Channel) -> None:
    """Each has a button of its own, and the other one's words stay."""
    urls = (site.page(f"/news/locked-story-{n}", "no", "403 Forbidden") for n in (1, 2))
    asked = slack.say(maria, desk, " ".join(urls))
    first, second = await slack.replies(asked, 2)
    await slack.submit_view(maria, await open_form(slack, maria, second), {"text": ARTICLE}).done()
    await slack.wait_for(lambda: PASTED in second.shown)
    await slack.quiet()
    assert "403" in first.shown
    assert slack.thread(asked) == [first, second]


async def test_the_teaser_stands_in_the_channel(slack: Slack, site: Website, maria: User, desk: Channel) -> None:
    """Where a command posted it: the digest takes its place, or comes after it where somebody deleted it."""
    await slack.command(maria, desk, "/dateline", f"digest {site.page(STORY, teaser())}").done()
    [first] = await slack.wait_for(lambda: slack.posts(desk))
    await slack.quiet()
    forms = [await open_form(slack, maria, first) for _ in range(2)]
    await slack.submit_view(maria, forms[0], {"text": ARTICLE}).done()
    await slack.wait_for(lambda: PASTED in first.shown)
    await slack.quiet()
    slack.world.remove(first)
    await slack.submit_view(maria, forms[1], {"text": ARTICLE, "title": "Moyale again"}).done()
    [digest] = await slack.wait_for(lambda: slack.posts(desk))
    assert "Moyale again" in digest.shown


async def test_the_link_stands_in_a_reply(slack: Slack, site: Website, maria: User, desk: Channel) -> None:
    """Its digest goes with it, and not with the message that heads the thread."""
    head = slack.say(maria, desk, "What do we know about Moyale?")
    reply = slack.say(maria, desk, site.page(STORY, teaser()), thread_ts=head.ts)
    await slack.replies(head, 2)
    ours = slack.thread(head)[-1]
    await slack.submit_view(maria, await open_form(slack, maria, ours), {"text": ARTICLE}).done()
    await slack.wait_for(lambda: PASTED in ours.shown)
    await slack.quiet()
    slack.delete(reply)
    await slack.wait_for(lambda: not slack.posts())


async def test_in_a_direct_message(slack: Slack, site: Website, maria: User) -> None:
    """As in a channel."""
    asked = slack.say(maria, slack.direct(maria), site.page(STORY, "no", "403 Forbidden"))
    assert "Amina Yusuf" in (await pasted(slack, maria, asked)).shown


@pytest.mark.parametrize("way", ["command", "shortcut"])
async def test_the_command_and_the_shortcut(slack: Slack, site: Website, maria: User, way: str) -> None:
    """Only who asked saw why there is no digest; only they see it in its place. The bot need not be in the channel."""
    elsewhere = slack.channel("elsewhere", maria, bot=False)
    said = slack.say(maria, elsewhere, site.page(STORY, "no", "403 Forbidden"))
    if way == "command":
        slack.command(maria, elsewhere, "/dateline", f"digest {site.url(STORY)}")
    else:
        slack.shortcut(maria, said, "digest_this")
    [refusal] = await slack.wait_for(lambda: slack.ephemeral(maria))
    await slack.submit_view(maria, await open_form(slack, maria, refusal), {"text": ARTICLE}).done()
    await slack.wait_for(lambda: PASTED in slack.ephemeral(maria)[-1].shown)
    await slack.quiet()
    [digest] = slack.ephemeral(maria)
    assert digest.ts == refusal.ts
    assert not slack.posts()


async def test_an_answer_that_comes_too_late_for_its_address(slack: Slack, site: Website, maria: User) -> None:
    """After half an hour the digest comes as a direct message."""
    elsewhere = slack.channel("elsewhere", maria, bot=False)
    url = site.page(STORY, "no", "403 Forbidden")
    await slack.command(maria, elsewhere, "/dateline", f"digest {url}").done()
    [refusal] = await slack.wait_for(lambda: slack.ephemeral(maria))
    form = await open_form(slack, maria, refusal)
    for address in slack.world.response_urls.values():
        address.born -= 31 * 60
    await slack.submit_view(maria, form, {"text": ARTICLE}).done()
    [digest] = await slack.wait_for(slack.posts)
    assert digest.channel == slack.direct(maria).id
    assert PASTED in digest.shown
