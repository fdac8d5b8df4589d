"""What the people of the fake Slack do, and what the app hears of it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fakes.conftest import Desk

JSON = dict[str, Any]


def _heard(desk: Desk) -> list[JSON]:
    return [one.event for one in desk.slack.events()]


async def test_a_message_comes_as_slack_stores_it(desk: Desk) -> None:
    """Links in angle brackets, the rest escaped; beside it the editor's rich text."""
    words = "See <https://example.org/a?b=1&c=2|this>, https://example.org/x?y=1&z=2. AT&T <b> example.com/p"
    said = desk.slack.say(desk.maria, desk.channel, words)
    [event] = _heard(desk)
    assert event["text"] == (
        "See <https://example.org/a?b=1&amp;c=2|this>, <https://example.org/x?y=1&amp;z=2>. "
        "AT&amp;T &lt;b&gt; <http://example.com/p|example.com/p>"
    )
    assert (event["ts"], event["event_ts"], event["channel_type"]) == (said.ts, said.ts, "channel")
    assert {"client_msg_id", "team", "user", "channel"} <= event.keys()
    links = [one for one in event["blocks"][0]["elements"][0]["elements"] if one["type"] == "link"]
    assert [one["url"] for one in links] == [
        "https://example.org/a?b=1&c=2",
        "https://example.org/x?y=1&z=2",
        "http://example.com/p",
    ]


async def test_a_mention_is_two_events(desk: Desk) -> None:
    """The message itself and the mention, with one ts; in a direct message there is no mention."""
    bot = f"<@{desk.slack.bot().id}>"
    desk.slack.say(desk.maria, desk.channel, f"{bot} look, <#{desk.channel.id}|desk> <!here>")
    mention, message = _heard(desk)
    assert (mention["type"], message["type"]) == ("app_mention", "message")
    assert mention["ts"] == message["ts"]
    kinds = [one["type"] for one in message["blocks"][0]["elements"][0]["elements"] if one["type"] != "text"]
    assert kinds == ["user", "channel", "broadcast"]
    desk.slack.say(desk.maria, desk.slack.direct(desk.maria), f"{bot} hello")
    assert [one["type"] for one in _heard(desk)[2:]] == ["message"]
    assert _heard(desk)[2]["channel_type"] == "im"


async def test_what_the_app_does_not_hear(desk: Desk) -> None:
    """Conversations without the bot, and those whose history it may not read."""
    elsewhere = desk.slack.channel("elsewhere", desk.maria, bot=False)
    secret = desk.slack.channel("secret", desk.maria, private=True)
    desk.slack.home.scopes -= {"groups:history", "reactions:read"}
    desk.slack.say(desk.maria, elsewhere, "Hello")
    desk.slack.react(desk.maria, desk.slack.say(desk.maria, secret, "Hello"), "eyes")
    assert _heard(desk) == []


async def test_an_edit_and_an_unfurl_are_changes(desk: Desk) -> None:
    """Both come as message_changed with what was before; only an edit says so."""
    said = desk.slack.say(desk.maria, desk.channel, "https://example.org/a")
    desk.slack.unfurl(said, "https://example.org/a", title="A page")
    desk.slack.edit(said, "https://example.org/b")
    _, unfurled, edited = _heard(desk)
    assert unfurled["subtype"] == edited["subtype"] == "message_changed"
    assert unfurled["message"]["attachments"][0]["from_url"] == "https://example.org/a"
    assert ("attachments" in unfurled["previous_message"], "edited" in unfurled["message"]) == (False, False)
    assert edited["message"]["edited"]["user"] == desk.maria.id
    assert edited["previous_message"]["text"] == "<https://example.org/a>"
    assert edited["ts"] != edited["message"]["ts"]


async def test_a_deleted_message_is_gone_and_a_parent_leaves_a_tombstone(desk: Desk) -> None:
    """With replies under it, the app hears message_changed; the rest of the thread stays."""
    alone = desk.slack.say(desk.maria, desk.channel, "Alone")
    desk.slack.delete(alone)
    assert (_heard(desk)[-1]["subtype"], _heard(desk)[-1]["deleted_ts"]) == ("message_deleted", alone.ts)
    parent = desk.slack.say(desk.maria, desk.channel, "Parent")
    await desk.client.chat_postMessage(channel=desk.channel.id, thread_ts=parent.ts, text="Digest")
    desk.slack.delete(parent)
    event = _heard(desk)[-1]
    assert (event["subtype"], event["message"]["subtype"]) == ("message_changed", "tombstone")
    assert event["previous_message"]["text"] == "Parent"
    [reply] = desk.slack.thread(parent)
    await desk.client.chat_delete(channel=desk.channel.id, ts=reply.ts)
    assert desk.slack.thread(parent) == []
    assert await desk.refusal("chat.delete", channel=desk.channel.id, ts=parent.ts) == "message_not_found"


async def test_the_bots_own_post_comes_back(desk: Desk) -> None:
    """With its bot_id, so that the app can know itself; other integrations come as bot_message."""
    await desk.client.chat_postMessage(channel=desk.channel.id, text="Mine")
    desk.slack.other_bot_post(desk.channel, "https://example.org/feed")
    mine, others = _heard(desk)
    assert (mine["bot_id"], mine["user"]) == (desk.slack.home.bot_id, desk.slack.home.bot_user)
    assert (others["subtype"], others["username"]) == ("bot_message", "feeds")


async def test_reactions_files_invitations_and_the_home_tab(desk: Desk) -> None:
    """Each has its event."""
    said = desk.slack.say(desk.maria, desk.channel, "", files=({"id": "F1", "mimetype": "text/plain"},))
    desk.slack.react(desk.maria, said, "newspaper")
    desk.slack.unreact(desk.maria, said, "newspaper")
    new = desk.slack.channel("new", desk.maria, bot=False)
    desk.slack.invite(desk.maria, new)
    desk.slack.open_home(desk.maria, tab="messages")
    desk.slack.uninstall(desk.slack.home.id)
    events = _heard(desk)
    assert [one.get("subtype") or one["type"] for one in events] == [
        "file_share",
        "reaction_added",
        "reaction_removed",
        "member_joined_channel",
        "channel_join",
        "app_home_opened",
        "tokens_revoked",
        "app_uninstalled",
    ]
    assert events[1]["item"] == {"type": "message", "channel": desk.channel.id, "ts": said.ts}
    assert events[3]["user"] == desk.slack.bot().id


async def test_people_cannot_do_what_slack_does_not_let_them(desk: Desk) -> None:
    """Write in a private channel of others, in an archived one, or in another workspace."""
    secret = desk.slack.channel("secret", private=True)
    rita = desk.slack.person("rita", workspace=desk.slack.install("Rival"))
    with pytest.raises(ValueError, match="not in this private"):
        desk.slack.say(desk.maria, secret, "Hello")
    with pytest.raises(ValueError, match="cannot post"):
        desk.slack.say(rita, desk.channel, "Hello")


async def test_the_envelope_of_an_event(desk: Desk) -> None:
    """It names the workspace, the app and the bot that may hear it; events of shared channels say so."""
    shared = desk.slack.channel("joint", desk.maria, shared=True)
    desk.slack.say(desk.maria, shared, "Hello")
    payload = desk.slack.events()[0].payload
    assert payload["type"] == "event_callback"
    assert (payload["team_id"], payload["is_ext_shared_channel"]) == (desk.slack.home.id, True)
    assert payload["authorizations"][0]["user_id"] == desk.slack.bot().id
