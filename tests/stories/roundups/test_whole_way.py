"""From a link in a channel to a reader's morning, and a question about it there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.settings import Settings
from handlers.note import Note
from tests.fakes.slack import Channel, Message, User
from tests.fakes.web import Website
from tests.stories.conftest import running
from tests.stories.desks import note
from tests.stories.pages import TITLE, page
from tests.stories.roundups.mornings import Hours, Office

PATH = "/2026/03/02/moyale-crossing"
MORNING = "2026-03-03T08:00"


@pytest.fixture
async def shared(office: Office, site: Website, news: Channel, maria: User) -> Message:
    """Somebody has posted an article about Kenya, which Maria follows, and the worker has done what follows from it."""
    await office.follows(maria)
    link = site.page(PATH, page())
    said = office.slack.say(office.slack.person("sharer"), news, link)
    await office.desk.handle(note(said, link))
    await office.work()
    assert len(office.slack.thread(said)) == 1
    assert office.roundups(maria) == []
    return said


@pytest.mark.usefixtures("shared")
async def test_from_a_link_to_a_morning(office: Office, hours: Hours, maria: User) -> None:
    """The digest is told at eight, and answers in the roundup's own thread."""
    hours.set(MORNING)
    await office.tick()
    [message] = office.roundups(maria)
    assert TITLE in message.shown
    assert "1 article from " in message.shown
    asked = office.slack.say(maria, office.slack.direct(maria), "How many lorries were waiting?", message.ts)
    where = (asked.team, asked.channel, asked.ts)
    question = Note("question", ":".join(where), *where, thread=message.ts, user=maria.id, text=asked.text, asked=True)
    await office.desk.handle(question)
    assert "About 600 lorries were waiting" in office.roundups(maria)[-1].shown


async def test_a_message_that_was_deleted_before_eight(
    office: Office, hours: Hours, maria: User, shared: Message
) -> None:
    """Takes its digest along, and Maria hears of nothing."""
    office.slack.delete(shared)
    gone = note(shared, "")
    await office.desk.handle(replace(gone, want="withdraw", key=f"{gone.key}:gone", links=()))
    hours.set(MORNING)
    await office.tick()
    assert office.roundups(maria) == []


@pytest.mark.usefixtures("shared")
async def test_a_second_article_about_the_event(
    office: Office, hours: Hours, site: Website, news: Channel, maria: User
) -> None:
    """Makes no second entry: it is counted, and the way leads to what it added."""
    title = f"{TITLE} after nine months"
    link = site.page("/other/2026/moyale", page(title))
    said = office.slack.say(office.slack.person("another"), news, link)
    await office.desk.handle(note(said, link))
    await office.work()
    hours.set(MORNING)
    await office.tick()
    [message] = office.roundups(maria)
    assert message.shown.startswith("Daily roundup: one story")
    assert title in message.shown
    assert "2 articles" in message.shown


@pytest.mark.usefixtures("shared")
async def test_whoever_shares_it_themselves_knows_it(
    office: Office, hours: Hours, site: Website, news: Channel, maria: User
) -> None:
    """Maria posts another article about the event in the evening, and is not told of it in the morning."""
    link = site.page("/other/2026/moyale", page(f"{TITLE} after nine months"))
    await office.desk.handle(note(office.slack.say(maria, news, link), link))
    await office.work()
    hours.set(MORNING)
    await office.tick()
    assert office.roundups(maria) == []


@pytest.mark.usefixtures("shared")
async def test_the_buttons_under_a_roundup(office: Office, hours: Hours, maria: User, settings: Settings) -> None:
    """Give peace from the country that all of it is about, and say so to her alone."""
    hours.set(MORNING)
    await office.tick()
    [message] = office.roundups(maria)
    shown = message.shown
    async with running(settings):
        await office.slack.connected()
        for number, button in enumerate(("order_snooze_7", "order_mute", "order_following")):
            await office.slack.click(maria, message, button).done()
            await office.slack.wait_for(lambda: len(office.slack.ephemeral(maria)) > number, 20)  # noqa: B023  at once
    [kenya] = await office.store.following(office.team, maria.id)
    assert kenya.muted
    assert kenya.snoozed_until
    assert "Kenya" in office.slack.ephemeral(maria)[-1].shown
    assert [post.shown for post in office.roundups(maria)] == [shown]
