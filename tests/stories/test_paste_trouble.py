"""A pasted text in trouble: nothing that somebody typed is lost, and there is one digest."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.fakes.slack import Channel, Message, Slack, User
from tests.fakes.web import Website
from tests.handlers.payloads import ARTICLE
from tests.stories.conftest import running
from tests.stories.forms import STORY, asked_for, open_form, teaser
from tests.stories.processes import dateline, environment

LEASE = 1.0  # seconds
STARTED = 30.0  # seconds for a process to load its model on a busy machine
OTHER = ARTICLE.replace("Amina Yusuf", "Grace Wanjiru")


@pytest.fixture
def maria(slack: Slack) -> User:
    """Somebody who has a subscription."""
    return slack.person("maria")


@pytest.fixture
def desk(slack: Slack, maria: User) -> Channel:
    """Her channel."""
    return slack.channel("desk", maria)


@pytest.mark.usefixtures("bot")
async def test_the_same_text_is_submitted_twice(slack: Slack, site: Website, maria: User, desk: Channel) -> None:
    """By somebody whom the window did not close for at once."""
    asked, first, form = await asked_for(slack, site, maria, desk)
    twice = [slack.submit_view(maria, form, {"text": ARTICLE}) for _ in range(2)]
    await asyncio.gather(*(delivery.done() for delivery in twice))
    await slack.wait_for(lambda: "Amina Yusuf" in first.shown)
    await slack.quiet()
    assert slack.thread(asked) == [first]
    assert len(slack.calls("chat.update")) == 1


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("deleted", [False, True], ids=["in place", "after ours was deleted"])
async def test_two_people_paste_at_once(
    slack: Slack,
    site: Website,
    maria: User,
    desk: Channel,
    deleted: bool,  # noqa: FBT001  a table's column
) -> None:
    """The last one's text counts, and there is one digest."""
    ken = slack.person("ken")
    asked, first, form = await asked_for(slack, site, maria, desk)
    other = await open_form(slack, ken, first)
    if deleted:
        slack.world.remove(first)
    for person, window, text in ((maria, form, ARTICLE), (ken, other, OTHER)):
        await slack.submit_view(person, window, {"text": text}).done()
    await slack.wait_for(lambda: ["Grace Wanjiru" in one.shown for one in slack.thread(asked)] == [True])
    await slack.quiet()
    assert len(slack.posts()) == 1


@pytest.mark.usefixtures("bot")
async def test_our_post_is_deleted_meanwhile(slack: Slack, site: Website, maria: User, desk: Channel) -> None:
    """The digest stands below the message instead, and goes with it."""
    asked, first, form = await asked_for(slack, site, maria, desk)
    slack.world.remove(first)
    await slack.submit_view(maria, form, {"text": ARTICLE}).done()
    [digest] = await slack.replies(asked)
    await slack.quiet()
    assert "Amina Yusuf" in digest.shown
    slack.delete(asked)
    await slack.wait_for(lambda: not slack.posts())


@pytest.mark.usefixtures("bot")
async def test_our_post_can_not_be_changed_any_more(slack: Slack, site: Website, maria: User, desk: Channel) -> None:
    """In a workspace that gives everybody an hour for that: it is taken away, and the digest posted anew."""
    asked, first, form = await asked_for(slack, site, maria, desk)
    slack.fail("chat.update", error="edit_window_closed")
    await slack.submit_view(maria, form, {"text": ARTICLE}).done()
    await slack.wait_for(lambda: ["Amina Yusuf" in one.shown for one in slack.thread(asked)] == [True])
    await slack.quiet()
    assert first not in slack.thread(asked)


@pytest.mark.usefixtures("bot")
async def test_the_message_goes_meanwhile(slack: Slack, site: Website, maria: User, desk: Channel) -> None:
    """And its digest with it: whoever pasted the text gets theirs alone."""
    asked, _, form = await asked_for(slack, site, maria, desk)
    slack.delete(asked)
    await slack.wait_for(lambda: not slack.posts())
    await slack.submit_view(maria, form, {"text": ARTICLE}).done()
    [digest] = await slack.wait_for(lambda: slack.ephemeral(maria))
    await slack.quiet()
    assert "Amina Yusuf" in digest.shown
    assert not slack.posts()


@pytest.mark.usefixtures("bot")
async def test_an_update_whose_answer_is_lost(slack: Slack, site: Website, maria: User, desk: Channel) -> None:
    """It is made again, which changes nothing; a post in the place of a deleted one is found again."""
    asked, first, form = await asked_for(slack, site, maria, desk)
    slack.fail("chat.update", drop="after")
    await slack.submit_view(maria, form, {"text": ARTICLE}).done()
    await slack.wait_for(lambda: len(slack.calls("chat.update")) == 2)
    await slack.quiet()
    assert slack.thread(asked) == [first]
    again = await open_form(slack, maria, await _locked(slack, site, asked))
    slack.world.remove(slack.thread(asked)[0])
    slack.fail("chat.postMessage", drop="after")
    await slack.submit_view(maria, again, {"text": OTHER}).done()
    await slack.wait_for(lambda: slack.calls("conversations.replies"), 10)
    await slack.quiet()
    assert ["Grace Wanjiru" in one.shown for one in slack.thread(asked)] == [True]


async def _locked(slack: Slack, site: Website, asked: Message) -> Message:
    """The message links to another page, which is locked."""
    slack.edit(asked, site.page("/news/another-locked-story", "no", "403 Forbidden"))
    await slack.wait_for(lambda: ["403" in one.shown for one in slack.thread(asked)] == [True])
    await slack.quiet()
    return slack.thread(asked)[0]


async def test_a_worker_that_dies_between_posting_and_writing_it_down(
    slack: Slack, site: Website, settings: Settings, tmp_path: Path
) -> None:
    """Another one makes the same update again; the digest goes with its message."""
    settings = settings.model_copy(update={"dateline_lease_seconds": LEASE})
    maria = slack.person("maria")
    async with running(settings.model_copy(update={"dateline_workers": 0})):
        async with running(settings):
            asked, first, form = await asked_for(slack, site, maria, slack.channel("desk", maria))
        gate = slack.hold("chat.update")
        async with dateline(tmp_path, environment(settings), "worker") as worker:
            await slack.submit_view(maria, form, {"text": ARTICLE}).done()
            await slack.wait_for(lambda: slack.calls("chat.update"), STARTED)
            worker.send(signal.SIGSTOP)
            gate.set()
            await slack.wait_for(lambda: "Amina Yusuf" in first.shown)
            async with running(settings):
                await slack.wait_for(lambda: len(slack.calls("chat.update")) == 2, LEASE + 10)
                await slack.quiet()
                assert slack.posts() == [first]
                slack.delete(asked)
                await slack.wait_for(lambda: not slack.posts())


@pytest.mark.usefixtures("bot")
async def test_a_window_that_opens_too_late(slack: Slack, site: Website, maria: User, desk: Channel) -> None:
    """Slack marks the button as failed; pressed again, it opens the window."""
    asked = slack.say(maria, desk, site.page(STORY, teaser()))
    [first] = await slack.replies(asked)
    slack.fail("views.open", error="expired_trigger_id")
    assert not (await slack.click(maria, first, "paste_text").done()).acked
    assert not slack.modals(maria)
    assert (await open_form(slack, maria, first)).open
