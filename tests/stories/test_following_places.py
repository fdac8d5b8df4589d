"""Following by button and in conversations, and for a channel by one of its members."""

from __future__ import annotations

import pytest

from tests.fakes.slack import Channel, Slack, User
from tests.fakes.web import Website
from tests.stories.threads import digested, somebody

pytestmark = pytest.mark.usefixtures("bot")


async def typed(slack: Slack, person: User, place: Channel, words: str) -> str:
    """What a person alone is told after a command somewhere."""
    before = len(slack.ephemeral(person))
    await slack.command(person, place, "/dateline", words).done()
    return (await slack.wait_for(lambda: slack.ephemeral(person)[before:]))[-1].shown


async def test_the_button_under_a_digest_is_for_whoever_presses_it(slack: Slack, site: Website) -> None:
    """They are told alone, in the thread; the digest stays as it is."""
    thread = await digested(slack, site)
    ken, digest = somebody(slack, "ken"), slack.posts(thread.channel)[0]
    shown = digest.shown
    assert [each["text"]["text"] for each in digest.buttons][:2] == ["Follow 🇰🇪", "Follow 🇪🇹"]
    await slack.click(ken, digest, "order_follow_0").done()
    [said] = await slack.wait_for(lambda: slack.ephemeral(ken))
    assert "You follow 🇰🇪 Kenya: at once, every article about it." in said.shown
    assert said.thread_ts == thread.head.ts
    assert digest.shown == shown
    assert not slack.ephemeral(somebody(slack, "maria"))


async def test_in_a_direct_message(slack: Slack) -> None:
    """In plain words; a question that begins alike is none."""
    maria = somebody(slack, "maria")
    direct = slack.direct(maria)
    [said] = await slack.replies(slack.say(maria, direct, "follow kenya daily"))
    assert "You follow 🇰🇪 Kenya: in a roundup each morning" in said.shown
    [listed] = await slack.replies(slack.say(maria, direct, "what do I follow?"))
    assert "*You follow 1 of at most 50:*" in listed.shown
    [ended] = await slack.replies(slack.say(maria, direct, "stop following Kenya"))
    assert "You no longer follow 🇰🇪 Kenya." in ended.shown
    [question] = await slack.replies(slack.say(maria, direct, "follow the money: who paid?"))
    assert "There is no article here" in question.shown


async def test_a_member_lets_a_channel_follow(slack: Slack) -> None:
    """By "here", or by naming it from elsewhere; it is listed apart from what the person follows."""
    maria = somebody(slack, "maria")
    desk, other = slack.channel("desk", maria), slack.channel("other", maria)
    assert f"<#{desk.id}> follows 🇰🇪 Kenya: at once" in await typed(slack, maria, desk, "follow kenya here")
    named = f"follow uganda in <#{desk.id}|desk> weekly"
    assert f"<#{desk.id}> follows 🇺🇬 Uganda: in a roundup on Mondays" in await typed(slack, maria, other, named)
    assert f"*<#{desk.id}> follows 2 of at most 50:*" in await typed(slack, maria, desk, "following here")
    assert "You follow nothing yet" in await typed(slack, maria, desk, "following")
    assert f"<#{desk.id}> no longer follows 🇰🇪 Kenya." in await typed(slack, maria, desk, "unfollow kenya here")


async def test_a_channel_that_the_bot_is_not_in(slack: Slack) -> None:
    """How to invite it, for a public and for a private one."""
    maria = somebody(slack, "maria")
    for private in (False, True):
        desk = slack.channel("desk", maria, bot=False, private=private)
        said = await typed(slack, maria, desk, "follow kenya here")
        assert said == f"I'm not in <#{desk.id}>: type `/invite @Dateline` there, and then try again."


async def test_only_members_decide_what_a_channel_follows(slack: Slack) -> None:
    """Whoever merely looks at it is told to join."""
    maria, ken = somebody(slack, "maria"), somebody(slack, "ken")
    desk = slack.channel("desk", maria)
    said = await typed(slack, ken, slack.direct(ken), f"follow kenya in <#{desk.id}|desk>")
    assert said.startswith(f"Only a member of <#{desk.id}>")
    assert "follows nothing yet" in await typed(slack, maria, desk, "following here")


async def test_a_shared_channel_follows_nothing(slack: Slack) -> None:
    """People of another organisation would read what belongs to this one."""
    maria = somebody(slack, "maria")
    desk = slack.channel("desk", maria, shared=True)
    assert "is shared with another organisation" in await typed(slack, maria, desk, "follow kenya here")
