"""What the fake Slack tells a bot about conversations, people and itself."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.conftest import Desk


async def test_a_thread_is_the_parent_and_its_replies(desk: Desk) -> None:
    """With metadata only for those who ask; page by page."""
    parent = desk.slack.say(desk.maria, desk.channel, "A link")
    note = {"event_type": "digest", "event_payload": {"key": "k"}}
    for words in ("one", "two"):
        await desk.client.chat_postMessage(channel=desk.channel.id, thread_ts=parent.ts, text=words, metadata=note)
    place: dict[str, Any] = {"channel": desk.channel.id, "ts": parent.ts}
    whole = await desk.client.conversations_replies(**place, include_all_metadata=True)
    assert [one["text"] for one in whole["messages"]] == ["A link", "one", "two"]
    assert whole["messages"][0]["reply_count"] == 2
    assert whole["messages"][1]["metadata"] == note
    page = await desk.client.conversations_replies(**place, limit=2)
    assert (page["has_more"], "metadata" in page["messages"][1]) == (True, False)
    rest = await desk.client.conversations_replies(**place, limit=2, cursor=page["response_metadata"]["next_cursor"])
    assert [one["text"] for one in rest["messages"]] == ["two"]


async def test_history_is_the_channel_newest_first(desk: Desk) -> None:
    """Replies are not in it; one message can be had by its ts."""
    first = desk.slack.say(desk.maria, desk.channel, "first")
    desk.slack.say(desk.maria, desk.channel, "reply", thread_ts=first.ts)
    desk.slack.say(desk.maria, desk.channel, "second")
    history = await desk.client.conversations_history(channel=desk.channel.id)
    assert [one["text"] for one in history["messages"]] == ["second", "first"]
    one = await desk.client.conversations_history(
        channel=desk.channel.id, latest=first.ts, oldest=first.ts, inclusive=True, limit=1
    )
    assert [one["text"] for one in one["messages"]] == ["first"]


async def test_what_cannot_be_read(desk: Desk) -> None:
    """A missing thread, a channel without the bot, a wrong cursor and limit, a missing scope."""
    place: dict[str, Any] = {"channel": desk.channel.id}
    outside = desk.slack.channel("outside", desk.maria, bot=False)
    desk.slack.home.scopes.discard("channels:read")
    client = desk.client
    for call, error in (
        (client.conversations_replies(**place, ts="1500000000.000100"), "thread_not_found"),
        (client.conversations_history(channel=outside.id), "not_in_channel"),
        (client.conversations_history(**place, cursor="!"), "invalid_cursor"),
        (client.conversations_history(**place, limit=1001), "invalid_limit"),
        (client.conversations_info(**place), "missing_scope"),
        (client.users_info(user="U0"), "user_not_found"),
        (client.bots_info(bot="B0"), "bot_not_found"),
        (client.conversations_open(users="U0"), "user_not_found"),
        (client.reactions_add(channel=desk.channel.id, name="a b", timestamp="1"), "invalid_name"),
        (client.reactions_add(channel=desk.channel.id, name="eyes", timestamp="1"), "message_not_found"),
    ):
        with pytest.raises(SlackApiError, match=error):
            await call


async def test_people_and_places_are_described(desk: Desk) -> None:
    """A time zone, who is in a channel, whether it is private or shared; the direct message opens once."""
    user = await desk.client.users_info(user=desk.maria.id)
    assert user["user"]["tz"] == "Europe/Vienna"
    members = await desk.client.conversations_members(channel=desk.channel.id)
    assert set(members["members"]) == {desk.maria.id, desk.slack.home.bot_user}
    shared = desk.slack.channel("joint", desk.maria, private=True, shared=True)
    info = (await desk.client.conversations_info(channel=shared.id, include_num_members=True))["channel"]
    assert (info["is_private"], info["is_ext_shared"], info["is_member"], info["num_members"]) == (True, True, True, 2)
    opened = [await desk.client.conversations_open(users=desk.maria.id) for _ in range(2)]
    assert opened[0]["channel"]["id"] == opened[1]["channel"]["id"] == desk.slack.direct(desk.maria).id
    again = await desk.client.conversations_open(channel=shared.id, return_im=True)
    assert again["channel"]["name"] == "joint"
    with pytest.raises(SlackApiError, match="missing_scope"):
        await desk.client.conversations_open(users=[desk.maria.id, desk.slack.person("rita").id])
    desk.slack.home.scopes |= {"mpim:write", "im:read"}
    group = await desk.client.conversations_open(users=[desk.maria.id, desk.slack.person("otto").id])
    assert group["channel"]["id"] != opened[0]["channel"]["id"]
    direct = await desk.client.conversations_info(channel=opened[0]["channel"]["id"])
    assert direct["channel"]["user"] == desk.maria.id
    assert (await desk.client.bots_info(bot=desk.slack.home.bot_id))["bot"]["user_id"] == desk.slack.home.bot_user


async def test_a_reaction_counts_once(desk: Desk) -> None:
    """A second one of the same kind by the bot is refused."""
    message = desk.slack.say(desk.maria, desk.channel, "Look")
    place: dict[str, Any] = {"channel": desk.channel.id, "timestamp": message.ts, "name": "eyes"}
    await desk.client.reactions_add(**place)
    assert message.reactions == {"eyes": [desk.slack.home.bot_user]}
    assert desk.slack.events("reaction_added")[0].event["item"]["ts"] == message.ts
    history = await desk.client.conversations_history(channel=desk.channel.id)
    assert history["messages"][0]["reactions"][0]["count"] == 1
    with pytest.raises(SlackApiError, match="already_reacted"):
        await desk.client.reactions_add(**place)


@pytest.mark.filterwarnings("ignore:BasicAuth:DeprecationWarning")  # slack_sdk with aiohttp 3.14
async def test_an_install_gives_its_token_once(desk: Desk) -> None:
    """A code works once, with the right client and redirect."""
    rival = desk.slack.install("Rival")
    desk.slack.person("rita", workspace=rival)
    app, nobody = desk.slack.app, AsyncWebClient(base_url=desk.slack.api_url)
    keys = {"client_id": app.client_id, "client_secret": app.client_secret}
    code = desk.slack.oauth_code(rival)
    with pytest.raises(SlackApiError, match="bad_client_secret"):
        await nobody.oauth_v2_access(**keys | {"client_secret": "x"}, code=code)
    answer = await nobody.oauth_v2_access(**keys, code=code)
    assert (answer["access_token"], answer["team"]["name"]) == (rival.bot_token, "Rival")
    with pytest.raises(SlackApiError, match="invalid_code"):
        await nobody.oauth_v2_access(**keys, code=code)
    bound = desk.slack.oauth_code(rival, "https://bot.example/oauth")
    with pytest.raises(SlackApiError, match="bad_redirect_uri"):
        await nobody.oauth_v2_access(**keys, code=bound, redirect_uri="https://evil.example/")


async def test_workspaces_do_not_see_each_other(desk: Desk) -> None:
    """Neither people nor channels."""
    rival = desk.slack.install("Rival")
    client = AsyncWebClient(rival.bot_token, base_url=desk.slack.api_url)
    for call, error in (
        (client.users_info(user=desk.maria.id), "user_not_found"),
        (client.conversations_info(channel=desk.channel.id), "channel_not_found"),
        (client.chat_postMessage(channel=desk.maria.id, text="Hello"), "channel_not_found"),
    ):
        with pytest.raises(SlackApiError, match=error):
            await call
