"""Questions in a thread that nobody asked the bot: it answers those to nobody else, where it is sure."""

from __future__ import annotations

import pytest

from tests.fakes.slack import Slack
from tests.fakes.web import Website
from tests.stories.threads import digested, somebody

pytestmark = pytest.mark.usefixtures("bot")


async def test_a_question_in_a_digests_thread_needs_no_mention(slack: Slack, site: Website) -> None:
    """Everybody in the channel may ask."""
    thread = await digested(slack, site)
    thread.say("how many lorries were waiting?", "ken", mention=False)
    assert "600" in (await thread.answers())[0]


@pytest.mark.parametrize(
    "words",
    [
        "who will be the next pope?",
        "did you see this, ken?",
        "Ken, how many lorries were waiting?",
        "what do we do with it?",
        "how many lorries were waiting, anyone?",
        "600 lorries were waiting, wow",
        "nice one",
        "can someone check the lorries?",
        "hi, who is on the night desk?",
    ],
)
async def test_people_talk_among_themselves(slack: Slack, site: Website, words: str) -> None:
    """What it can't answer for sure, what is said to somebody, and what asks nothing gets no reply."""
    thread = await digested(slack, site)
    thread.say(words, mention=False)
    await slack.quiet()
    assert thread.said() == []


async def test_a_conversation_between_two_people_gets_no_reply(slack: Slack, site: Website) -> None:
    """They name each other, or speak of themselves."""
    thread = await digested(slack, site)
    ken, maria = somebody(slack, "ken").id, somebody(slack, "maria").id
    thread.say(f"<@{ken}> how many lorries were waiting?", mention=False)
    thread.say(f"<@{maria}> was it not 600?", "ken", mention=False)
    thread.say("are you writing it up?", "ken", mention=False)
    thread.say("yes, in an hour", mention=False)
    await slack.quiet()
    assert thread.said() == []


async def test_outside_a_digests_thread_nobody_is_answered(slack: Slack, site: Website) -> None:
    """Neither in the channel itself, nor in a thread without a digest."""
    thread = await digested(slack, site)
    maria = somebody(slack, "maria")
    slack.say(maria, thread.channel, "how many lorries were waiting?")
    other = slack.say(maria, thread.channel, "lunch at one")
    slack.say(maria, thread.channel, "how many lorries were waiting?", thread_ts=other.ts)
    await slack.quiet()
    assert len(slack.posts(thread.channel)) == 1
