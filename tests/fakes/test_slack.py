"""The fake Slack's Web API does what Slack does, and refuses what Slack refuses, for the real client."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.conftest import Desk

POST = "chat.postMessage"


async def test_a_token_is_looked_at(desk: Desk) -> None:
    """No token, a wrong one, one of the wrong kind and one of an uninstalled app are four different refusals."""
    for token, error in (
        (None, "not_authed"),
        ("xoxb-wrong", "invalid_auth"),
        (desk.slack.app_token, "not_allowed_token_type"),
    ):
        with pytest.raises(SlackApiError) as refused:
            await AsyncWebClient(token, base_url=desk.slack.api_url).auth_test()
        assert refused.value.response["error"] == error
    desk.slack.uninstall(desk.slack.home.id)
    assert await desk.refusal("auth.test") == "account_inactive"
    with pytest.raises(SlackApiError, match="not_allowed_token_type"):
        await desk.client.apps_connections_open(app_token=desk.slack.bot_token)


async def test_a_token_says_who_it_is_and_what_it_may(desk: Desk) -> None:
    """auth.test names the team and the bot; the header lists the scopes."""
    answer = await desk.client.auth_test()
    assert (answer["team_id"], answer["user_id"]) == (desk.slack.home.id, desk.slack.home.bot_user)
    assert "chat:write" in answer.headers["x-oauth-scopes"].split(",")


async def test_a_token_can_be_revoked(desk: Desk) -> None:
    """Then it is dead."""
    await desk.client.auth_revoke()
    assert await desk.refusal("auth.test") == "account_inactive"


async def test_a_missing_scope_is_named(desk: Desk) -> None:
    """The refusal says what is needed and what is there."""
    desk.slack.home.scopes = {"commands"}
    with pytest.raises(SlackApiError) as refused:
        await desk.client.chat_postMessage(channel=desk.channel.id, text="Hello")
    answer = refused.value.response
    assert (answer["error"], answer["needed"], answer["provided"]) == ("missing_scope", "chat:write", "commands")


async def test_an_unknown_method_and_a_missing_argument_are_refused(desk: Desk) -> None:
    """So is a body that is no object."""
    assert await desk.refusal("chat.shout") == "unknown_method"
    assert await desk.refusal(POST, text="Hello") == "invalid_arguments"
    assert await desk.refusal("users.info", user=desk.maria.id) == "invalid_arguments", "it reads no JSON"


async def test_a_post_stands_where_it_was_sent(desk: Desk) -> None:
    """In the channel, by name, in a thread, and in the direct messages of a person."""
    first = await desk.client.chat_postMessage(channel="#desk", text="Up")
    reply = await desk.client.chat_postMessage(channel=desk.channel.id, text="Under", thread_ts=first["ts"])
    direct = await desk.client.chat_postMessage(channel=desk.maria.id, text="Only you")
    [parent] = desk.slack.messages(desk.channel)
    assert [one.text for one in desk.slack.thread(parent)] == ["Under"]
    assert reply["message"]["thread_ts"] == first["ts"]
    assert [one.text for one in desk.slack.messages(desk.slack.direct(desk.maria))] == ["Only you"]
    assert direct["channel"].startswith("D")
    assert float(first["ts"]) < float(reply["ts"]) < float(direct["ts"])


async def test_a_reply_to_nothing_lands_in_the_channel(desk: Desk) -> None:
    """Slack does not refuse it; only the answer without a thread_ts tells."""
    answer = await desk.client.chat_postMessage(channel=desk.channel.id, text="Lost", thread_ts="1500000000.000100")
    assert "thread_ts" not in answer["message"]
    assert [one.text for one in desk.slack.messages(desk.channel)] == ["Lost"]
    assert await desk.refusal(POST, channel=desk.channel.id, text="x", thread_ts="0") == "invalid_thread_ts"


async def test_a_reply_to_a_reply_shows_in_the_channel_too(desk: Desk) -> None:
    """It joins the thread, and everybody in the channel sees it."""
    parent = desk.slack.say(desk.maria, desk.channel, "A question")
    reply = desk.slack.say(desk.maria, desk.channel, "And more", thread_ts=parent.ts)
    await desk.client.chat_postMessage(channel=desk.channel.id, text="Both", thread_ts=reply.ts)
    assert [one.text for one in desk.slack.thread(parent)] == ["And more", "Both"]
    assert [one.text for one in desk.slack.messages(desk.channel)] == ["A question", "Both"]


async def test_where_the_bot_may_not_post(desk: Desk) -> None:
    """Unknown, private, not joined, archived, and another workspace's channels."""
    secret = desk.slack.channel("secret", desk.maria, bot=False, private=True)
    other = desk.slack.channel("other", desk.maria, bot=False)
    old = desk.slack.channel("old", desk.maria)
    old.archived = True
    foreign = desk.slack.channel("theirs", workspace=desk.slack.install("Rival"))
    for place, error in (
        ("C000", "channel_not_found"),
        (secret.id, "channel_not_found"),
        (foreign.id, "channel_not_found"),
        (other.id, "not_in_channel"),
        (old.id, "is_archived"),
    ):
        assert await desk.refusal(POST, channel=place, text="Hello") == error


@pytest.mark.parametrize(
    ("args", "error"),
    [
        ({}, "no_text"),
        ({"text": " "}, "no_text"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"text": 7}, "invalid_arguments"),
        ({"markdown_text": "a", "text": "b"}, "markdown_text_conflict"),
        ({"markdown_text": "a" * 12_001}, "msg_too_long"),
        ({"text": "a", "attachments": [{"txet": "b"}]}, "invalid_attachments"),
        ({"text": "a", "attachments": [{"text": "b"}] * 101}, "too_many_attachments"),
        ({"text": "a", "attachments": [{"blocks": [{"type": "none"}]}]}, "invalid_blocks"),
        ({"text": "a", "blocks": "{"}, "invalid_blocks_format"),
        ({"text": "a", "blocks": {}}, "invalid_blocks_format"),
        ({"text": "a", "metadata": {"event_type": "digest"}}, "invalid_metadata_format"),
        ({"text": "a", "metadata": {"event_type": "d", "event_payload": {}, "more": 1}}, "invalid_metadata_format"),
        ({"text": "a", "metadata": {"event_type": "d", "event_payload": {"k": "x" * 17_000}}}, "metadata_too_large"),
        ({"text": "a", "username": "Somebody else"}, "missing_scope"),
    ],
)
async def test_what_may_not_be_posted(desk: Desk, args: dict[str, object], error: str) -> None:
    """Each refusal has Slack's own name, and nothing is posted."""
    assert await desk.refusal(POST, channel=desk.channel.id, **args) == error
    assert desk.slack.posts() == []


async def test_only_own_messages_can_be_changed(desk: Desk) -> None:
    """And none that isn't there."""
    hers = desk.slack.say(desk.maria, desk.channel, "Mine")
    where = {"channel": desk.channel.id}
    assert await desk.refusal("chat.update", **where, ts=hers.ts, text="Yours") == "cant_update_message"
    assert await desk.refusal("chat.delete", **where, ts=hers.ts) == "cant_delete_message"
    for method in ("chat.update", "chat.delete"):
        assert await desk.refusal(method, **where, ts="1500000000.000100", text="x") == "message_not_found"


async def test_an_update_with_text_alone_takes_the_blocks_away(desk: Desk) -> None:
    """Then the message is marked as edited; with blocks it isn't. Its text has a limit of 4,000 characters."""
    block: dict[str, Any] = {"type": "section", "text": {"type": "mrkdwn", "text": "Digest"}}
    posted = await desk.client.chat_postMessage(channel=desk.channel.id, text="Digest", blocks=[block])
    place = {"channel": desk.channel.id, "ts": posted["ts"]}
    [message] = desk.slack.posts()
    await desk.client.chat_update(
        **place, text="New", blocks=[block | {"text": {"type": "mrkdwn", "text": "New digest"}}]
    )
    assert (message.shown, message.edited) == ("New digest", None)
    await desk.client.chat_update(**place, text="Plain")
    assert (message.shown, bool(message.edited)) == ("Plain", True)
    assert await desk.refusal("chat.update", **place, text="x" * 4001) == "msg_too_long"


async def test_an_ephemeral_message_is_seen_by_one_and_kept_nowhere(desk: Desk) -> None:
    """It needs a person who is in the channel, and can't be updated."""
    place: dict[str, Any] = {"channel": desk.channel.id}
    answer = await desk.client.chat_postEphemeral(**place, user=desk.maria.id, text="Psst")
    assert [one.shown for one in desk.slack.ephemeral(desk.maria)] == ["Psst"]
    assert desk.slack.messages(desk.channel) == []
    assert await desk.refusal("chat.update", **place, ts=answer["message_ts"], text="x") == "message_not_found"
    stranger = desk.slack.person("stranger")
    assert await desk.refusal("chat.postEphemeral", **place, user=stranger.id, text="x") == "user_not_in_channel"
    assert await desk.refusal("chat.postEphemeral", **place, user="U0", text="x") == "user_not_found"


async def test_a_permalink_leads_into_the_thread(desk: Desk) -> None:
    """For a reply it names the thread."""
    parent = desk.slack.say(desk.maria, desk.channel, "Up")
    reply = desk.slack.say(desk.maria, desk.channel, "Under", thread_ts=parent.ts)
    answer = await desk.client.chat_getPermalink(channel=desk.channel.id, message_ts=reply.ts)
    assert answer["permalink"].endswith(f"/p{reply.ts.replace('.', '')}?thread_ts={parent.ts}&cid={desk.channel.id}")
    with pytest.raises(SlackApiError, match="message_not_found"):
        await desk.client.chat_getPermalink(channel=desk.channel.id, message_ts="1500000000.000100")
