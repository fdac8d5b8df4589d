"""Commands, shortcuts, buttons and response_urls of the fake Slack, with a real Bolt app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from slack_sdk.webhook.async_client import AsyncWebhookClient

from tests.fakes.conftest import Desk

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

JSON = dict[str, Any]
PLAIN = {"type": "plain_text", "text": "Words"}


def _button(action_id: str, value: str) -> JSON:
    return {"type": "button", "text": PLAIN, "action_id": action_id, "value": value}


async def _posted(desk: Desk) -> None:
    menu = {"type": "static_select", "action_id": "pace", "options": [{"text": PLAIN, "value": "daily"}]}
    thumbs = {f"{name}_button": {"text": PLAIN, "value": name} for name in ("positive", "negative")}
    blocks = [
        {"type": "actions", "elements": [_button("follow", "KE"), _button("unfollow", "ET"), menu]},
        {"type": "context_actions", "elements": [{"type": "feedback_buttons", "action_id": "rate", **thumbs}]},
        {"type": "actions", "elements": [{"type": "users_select", "action_id": "who"}]},
    ]
    await desk.client.chat_postMessage(channel=desk.channel.id, text="Digest", blocks=blocks)


async def test_a_command_has_a_response_url(desk: Desk, app: AsyncApp) -> None:
    """It speaks to the person alone unless it says in_channel; five times, then no more."""
    urls: list[str] = []

    @app.command("/dateline")
    async def take(ack: Any, command: JSON) -> None:
        urls.append(command["response_url"])
        await ack()

    delivery = await desk.slack.command(desk.maria, desk.channel, "/dateline", "digest https://example.org/").done()
    assert (delivery.payload["text"], delivery.acked) == ("digest <https://example.org/>", True)
    webhook = AsyncWebhookClient(urls[0])
    assert (await webhook.send(text="Working")).body == "ok"
    await webhook.send(text="Digest", response_type="in_channel")
    assert [one.shown for one in desk.slack.ephemeral(desk.maria, desk.channel)] == ["Working"]
    assert [one.shown for one in desk.slack.posts(desk.channel)] == ["Digest"]
    assert (await webhook.send(text="x", blocks=[{"type": "none"}])).status_code == 400
    assert (await webhook.send_dict({"txet": "x"})).status_code == 400
    await webhook.send(text="Five")
    spent = await webhook.send(text="Six")
    assert (spent.status_code, "used_url" in spent.body) == (404, True)
    assert "expired_url" in (await AsyncWebhookClient(urls[0][:-1]).send(text="x")).body


async def test_a_command_names_channels_and_people_by_their_ids(desk: Desk) -> None:
    """Those that Slack's list offers to whoever types; of a private one without the bot the id alone."""
    slack, other = desk.slack, desk.slack.person("other")
    secret = slack.channel("secret", desk.maria, bot=False, private=True)
    slack.channel("others", other, private=True)

    def text(typed: str) -> str:
        return str(slack.command(desk.maria, desk.channel, "/dateline", typed).payload["text"])

    name, place = desk.channel.name, desk.channel.id
    assert text(f"follow x & y in #{name}") == f"follow x &amp; y in <#{place}|{name}>"
    assert text("follow x #secret") == f"follow x <#{secret.id}|>"
    assert text("follow x #others #nowhere") == "follow x #others #nowhere"
    assert text("follow x @other") == f"follow x <@{other.id}|other>"
    assert text(f"follow x <#{place}|{name}>") == f"follow x <#{place}|{name}>"


async def test_a_click_can_replace_and_delete_its_message(desk: Desk, app: AsyncApp) -> None:
    """Through the response_url of the click."""

    @app.action("follow")
    async def follow(ack: Any, respond: Any, action: JSON) -> None:
        await ack()
        await respond(f"You follow {action['value']}", replace_original=True)

    await _posted(desk)
    [message] = desk.slack.posts()
    delivery = await desk.slack.click(desk.maria, message, "follow", "KE").done()
    assert message.shown == "You follow KE"
    await AsyncWebhookClient(delivery.payload["response_url"]).send(delete_original=True)
    assert desk.slack.posts() == []


async def test_an_ephemeral_message_can_be_replaced_and_deleted(desk: Desk) -> None:
    """Its buttons work like those of any other."""
    place: JSON = {"channel": desk.channel.id, "user": desk.maria.id, "text": "Sure?"}
    await desk.client.chat_postEphemeral(**place, blocks=[{"type": "actions", "elements": [_button("yes", "1")]}])
    [asked] = desk.slack.ephemeral(desk.maria)
    click = desk.slack.click(desk.maria, asked, "yes")
    assert click.payload["container"]["is_ephemeral"]
    webhook = AsyncWebhookClient(click.payload["response_url"])
    await webhook.send(text="Done", replace_original=True)
    assert [one.shown for one in desk.slack.ephemeral()] == ["Done"]
    await webhook.send(delete_original=True)
    assert desk.slack.ephemeral() == []


async def test_only_what_is_there_can_be_clicked(desk: Desk) -> None:
    """A button by name and value, an option of a menu, a thumb, a person."""
    await _posted(desk)
    [message] = desk.slack.posts()
    chosen = [
        desk.slack.click(desk.maria, message, action, value).payload["actions"][0]
        for action, value in (("unfollow", None), ("pace", "daily"), ("rate", "negative"), ("who", desk.maria.id))
    ]
    assert [one["type"] for one in chosen] == ["button", "static_select", "feedback_buttons", "users_select"]
    assert (chosen[0]["value"], chosen[1]["selected_option"]["value"]) == ("ET", "daily")
    assert (chosen[2]["value"], chosen[3]["selected_user"]) == ("negative", desk.maria.id)
    for action, value in (("follow", "ET"), ("none", None), ("pace", "weekly")):
        with pytest.raises(LookupError):
            desk.slack.click(desk.maria, message, action, value)


async def test_a_shortcut_brings_the_message(desk: Desk) -> None:
    """From any channel, the bot in it or not; a global one brings none."""
    elsewhere = desk.slack.channel("elsewhere", desk.maria, bot=False)
    said = desk.slack.say(desk.maria, elsewhere, "https://example.org/")
    payload = desk.slack.shortcut(desk.maria, said, "digest_this").payload
    assert (payload["type"], payload["message"]["text"]) == ("message_action", "<https://example.org/>")
    assert desk.slack.shortcut(desk.maria, None, "anything").payload["type"] == "shortcut"
