"""The whole bot: from a link to a message that tells, and the buttons under it."""

from __future__ import annotations

import pytest

from bot.settings import Settings
from bot.storage.memory import Client
from handlers import jobs
from tests import newsroom
from tests.fakes.slack import Message, Slack, User
from tests.fakes.web import Website
from tests.stories.conftest import running
from tests.stories.followers import LINK, Newsroom, article, newsroom_in
from tests.stories.pages import TITLE, page


async def test_from_a_link_to_those_who_follow(slack: Slack, site: Website, redis: Client, settings: Settings) -> None:
    """Jens is told at once, and of the same event by another outlet no more; Noor tomorrow; Maria shared it."""
    maria, jens, noor = (slack.person(name) for name in ("maria", "jens", "noor"))
    here, there = slack.channel("desk", maria), slack.channel("other", noor)
    async with newsroom_in(slack, redis) as room, running(settings):
        await room.follows(jens, "KE", "ET")
        await room.follows(maria, "KE")
        await room.follows(noor, "ET", pace="daily")
        asked = slack.say(maria, here, site.page("/2025/03/04/moyale-crossing-reopens", page()))
        [letter] = await slack.wait_for(lambda: room.letters(jens))
        [digest] = slack.thread(asked)
        slack.say(noor, there, site.page("/2025/03/05/border-open", page("Moyale border crossing opens again")))
        await slack.wait_for(lambda: len(slack.posts(there)) == 1)
        await slack.quiet(0.5)
        waiting = await room.store.pending(noor.team, noor.id, "daily", 9e9)
    assert TITLE in letter.shown
    assert f"/archives/{here.id}/p{digest.ts.replace('.', '')}" in str(letter.blocks)
    assert (room.letters(jens), room.letters(maria), room.letters(noor)) == ([letter], [], [])
    assert [each.country for each in waiting] == ["ET"]


async def told(room: Newsroom, settings: Settings, reader: User) -> Message:
    """What a reader is sent of an article that somebody shares; the bot is running."""
    slack = room.slack
    maria = slack.person("maria")
    note = await room.shared(maria, slack.channel("desk", maria))
    await room.store.keep(newsroom.editor().version, LINK, None, article())
    async with jobs.queue(str(settings.redis_url)) as (queue, _):
        await queue.add(note)
    [letter] = await slack.wait_for(lambda: room.letters(reader))
    return letter


@pytest.mark.parametrize(
    ("button", "muted"), [("order_snooze_1", False), ("order_snooze_7", False), ("order_mute", True)]
)
async def test_a_button_under_the_message_gives_peace(
    slack: Slack, redis: Client, settings: Settings, button: str, *, muted: bool
) -> None:
    """From this country, for as long as it says; others are heard as before."""
    jens = slack.person("jens")
    async with newsroom_in(slack, redis) as room, running(settings):
        await room.follows(jens, "KP", "FR")
        letter = await told(room, settings, jens)
        assert (await slack.click(jens, letter, button).done()).acked
        await slack.quiet()
        france, korea = await room.store.following(jens.team, jens.id)
    assert (korea.muted, korea.snoozed_until is None) == (muted, muted)
    assert (france.muted, france.snoozed_until) == (False, None)
