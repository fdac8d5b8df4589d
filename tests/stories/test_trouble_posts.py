"""Posts of ours that others took away, or that Slack does not want to give up, show or find."""

from __future__ import annotations

import pytest

from bot.storage.store import Store
from tests.fakes.slack import Channel, Message, Slack, User
from tests.fakes.web import Website
from tests.handlers.payloads import ARTICLE
from tests.stories.pages import TITLE, page

pytestmark = pytest.mark.usefixtures("bot")
STORY = "/2025/03/04/moyale-crossing-reopens"
GERMAN = (
    "Kenia und Äthiopien haben den Grenzübergang Moyale nach neun Monaten wieder geöffnet, sagten Beamte beider Länder "
    "am Dienstag. Die ersten Lastwagen rollten noch vor dem Mittag nach Norden. Ein zweiter Übergang könnte folgen."
)
EDITED = ARTICLE.replace("Amina Yusuf", "Grace Wanjiru")


@pytest.fixture
def maria(slack: Slack) -> User:
    """Somebody."""
    return slack.person("maria")


@pytest.fixture
def desk(slack: Slack, maria: User) -> Channel:
    """Her channel."""
    return slack.channel("desk", maria)


async def digested(slack: Slack, asked: Message) -> Message:
    """The digest, when all about it is written down."""
    [digest] = await slack.replies(asked)
    await slack.quiet()
    return digest


async def test_a_digest_that_an_admin_deleted_comes_anew_with_the_next_edit(
    slack: Slack, maria: User, desk: Channel
) -> None:
    """There is nothing left to change."""
    asked = slack.say(maria, desk, ARTICLE)
    slack.world.remove(await digested(slack, asked))
    slack.edit(asked, EDITED)
    [digest] = await slack.replies(asked)
    assert "Grace Wanjiru" in digest.shown


async def test_a_digest_that_an_admin_deleted_needs_no_withdrawal(
    slack: Slack, store: Store, maria: User, desk: Channel
) -> None:
    """The message behind it goes; that is done, and not tried again."""
    asked = slack.say(maria, desk, ARTICLE)
    slack.world.remove(await digested(slack, asked))
    slack.delete(asked)
    await slack.wait_for(lambda: slack.calls("chat.delete"))
    await slack.quiet()
    assert await store.handled(f"{asked.team}:{asked.channel}:{asked.ts}:deleted")


async def test_a_withdrawal_that_fails_is_tried_again(slack: Slack, maria: User, desk: Channel) -> None:
    """Until the digest is gone."""
    asked = slack.say(maria, desk, ARTICLE)
    await digested(slack, asked)
    slack.fail("chat.delete", error="internal_error")
    slack.delete(asked)
    await slack.wait_for(lambda: not slack.posts())


async def test_an_edit_that_slack_fails_to_show_is_tried_again(slack: Slack, maria: User, desk: Channel) -> None:
    """In the same place."""
    asked = slack.say(maria, desk, ARTICLE)
    digest = await digested(slack, asked)
    slack.fail("chat.update", error="internal_error")
    slack.edit(asked, EDITED)
    await slack.wait_for(lambda: "Grace Wanjiru" in digest.shown)
    assert slack.posts() == [digest]


@pytest.mark.parametrize("private", [False, True])
async def test_an_edit_to_what_can_not_be_digested(slack: Slack, maria: User, desk: Channel, *, private: bool) -> None:
    """The digest of what stood there goes; only in a direct message does anybody want to know why."""
    asked = slack.say(maria, slack.direct(maria) if private else desk, ARTICLE)
    digest = await digested(slack, asked)
    slack.edit(asked, "\n\n".join(GERMAN for _ in range(5)))
    await slack.wait_for(lambda: digest not in slack.posts())
    await slack.quiet()
    assert ["English" in one.shown for one in slack.posts()] == [True] * private


async def test_a_pointer_without_a_link(slack: Slack, site: Website, maria: User, desk: Channel) -> None:
    """Where Slack gives no address for the first digest, its headline must do."""
    url = site.page(STORY, page())
    await slack.replies(slack.say(maria, desk, url))
    slack.fail("chat.getPermalink", error="internal_error")
    [pointer] = await slack.replies(slack.say(maria, desk, url))
    assert "Already digested" in pointer.shown
    assert TITLE in pointer.shown


async def test_a_thread_that_may_not_be_looked_at(slack: Slack, site: Website, maria: User, desk: Channel) -> None:
    """Without the scope, a digest twice is better than none."""
    slack.home.scopes.remove("channels:history")
    slack.fail("chat.postMessage", drop="before")
    await slack.command(maria, desk, "/dateline", f"digest {site.page(STORY, page())}").done()
    [digest] = await slack.wait_for(lambda: slack.posts(desk))
    assert TITLE in digest.shown


async def test_a_direct_message_that_fails_is_tried_again(slack: Slack, site: Website, maria: User) -> None:
    """The channel is closed, and the way around it is in trouble: whoever asked gets it a second later."""
    desk = slack.channel("desk", maria)
    slack.fail("chat.postMessage", error="restricted_action")
    slack.fail("chat.postMessage", error="internal_error")
    slack.fail("chat.postMessage", error="restricted_action")
    slack.say(maria, desk, f"<@{slack.bot().id}> {site.page(STORY, page())}")
    [digest] = await slack.wait_for(lambda: slack.posts(slack.direct(maria)))
    assert TITLE in digest.shown


async def test_evidence_that_is_forgotten(slack: Slack, store: Store, maria: User, desk: Channel) -> None:
    """The button under an old digest says so, to the one who pressed it."""
    asked = slack.say(maria, desk, ARTICLE)
    digest = await digested(slack, asked)
    await store.forget_workspace(asked.team)
    assert (await slack.click(maria, digest, "show_evidence").done()).acked
    [told] = await slack.wait_for(lambda: slack.ephemeral(maria))
    assert "no longer keep" in told.shown


async def test_a_button_that_fails_is_not_acknowledged(slack: Slack, maria: User, desk: Channel) -> None:
    """Slack shows that something went wrong; the next press works."""
    digest = await digested(slack, slack.say(maria, desk, ARTICLE))
    slack.fail("views.open", error="internal_error")
    failed = slack.click(maria, digest, "show_evidence")
    await slack.wait_for(lambda: slack.calls("views.open"))
    assert (await slack.click(maria, digest, "show_evidence").done()).acked
    assert slack.modals(maria)
    assert not failed.acked
