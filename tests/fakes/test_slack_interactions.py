"""Commands, shortcuts, buttons, modals and response_urls of the fake Slack, with a real Bolt app."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook.async_client import AsyncWebhookClient

from tests.fakes.conftest import Desk

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

JSON = dict[str, Any]
PLAIN = {"type": "plain_text", "text": "Words"}
ASK = {"type": "input", "block_id": "b", "label": PLAIN, "element": {"type": "plain_text_input", "action_id": "url"}}
MODAL: JSON = {"type": "modal", "callback_id": "digest", "title": PLAIN, "submit": PLAIN, "blocks": [ASK]}
HOME: JSON = {"type": "home", "blocks": [{"type": "section", "text": PLAIN}]}


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
    assert (delivery.payload["text"], delivery.acked) == ("digest https://example.org/", True)
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


async def test_a_modal_needs_a_fresh_trigger(desk: Desk) -> None:
    """Once, within three seconds; made-up ones never."""
    trigger = desk.slack.command(desk.maria, desk.channel, "/dateline").payload["trigger_id"]
    await desk.client.views_open(trigger_id=trigger, view=MODAL)
    assert [one.shown for one in desk.slack.modals(desk.maria)] == ["Words"]
    assert await desk.refusal("views.open", trigger_id=trigger, view=MODAL) == "exchanged_trigger_id"
    old = desk.slack.command(desk.maria, desk.channel, "/dateline").payload["trigger_id"]
    desk.slack.world.triggers[old].born -= 3.1
    assert await desk.refusal("views.open", trigger_id=old, view=MODAL) == "expired_trigger_id"
    assert await desk.refusal("views.open", trigger_id="1.2", view=MODAL) == "invalid_trigger_id"


async def test_a_modal_is_submitted_and_answered(desk: Desk, app: AsyncApp) -> None:
    """The app may find errors, put another view in its place, or let it close."""
    answers: list[JSON] = [
        {"response_action": "errors", "errors": {"b": "Not a link"}},
        {"response_action": "update", "view": MODAL | {"title": {"type": "plain_text", "text": "Again"}}},
        {"response_action": "push", "view": MODAL},
    ]
    seen: list[str] = []

    @app.view("digest")
    async def submitted(ack: Any, view: JSON) -> None:
        seen.append(view["state"]["values"]["b"]["url"]["value"])
        await (ack(**answers.pop(0)) if answers else ack())

    trigger = desk.slack.command(desk.maria, desk.channel, "/dateline").payload["trigger_id"]
    await desk.client.views_open(trigger_id=trigger, view=MODAL)
    [modal] = desk.slack.modals(desk.maria)
    with pytest.raises(LookupError):
        desk.slack.submit_view(desk.maria, modal)
    titles = []
    for number in range(3):
        await desk.slack.submit_view(desk.maria, modal, {"url": {"value": f"link {number}"}}).done()
        titles.append([one.content["title"]["text"] for one in desk.slack.modals(desk.maria)])
    assert titles == [["Words"], ["Again"], ["Again", "Words"]]
    await desk.slack.submit_view(desk.maria, modal, {"url": {"value": "last"}}).done()
    assert (modal.open, seen[-1]) == (False, "last")


@pytest.mark.parametrize(
    "change",
    [
        {"type": "home"},
        {"title": {"type": "plain_text", "text": "x" * 25}},
        {"title": {"type": "mrkdwn", "text": "x"}},
        {"title": None},
        {"submit": {"type": "plain_text", "text": "x" * 25}},
        {"submit": None},
        {"private_metadata": "x" * 3001},
        {"callback_id": "x" * 256},
        {"colour": "red"},
        {"blocks": None},
        {"blocks": [{"type": "divider"}] * 101},
        {"blocks": [{"type": "markdown", "text": "only in messages"}]},
    ],
)
async def test_what_a_modal_may_not_be(desk: Desk, change: JSON) -> None:
    """Each is refused."""
    trigger = desk.slack.command(desk.maria, desk.channel, "/dateline").payload["trigger_id"]
    view = {name: value for name, value in (copy.deepcopy(MODAL) | change).items() if value is not None}
    assert await desk.refusal("views.open", trigger_id=trigger, view=view) == "invalid_arguments"


async def test_views_are_updated_pushed_and_published(desk: Desk) -> None:
    """By id or external id; three at most on one another; with an old hash not at all."""
    trigger = desk.slack.command(desk.maria, desk.channel, "/dateline").payload["trigger_id"]
    opened = (await desk.client.views_open(trigger_id=trigger, view=MODAL | {"external_id": "mine"}))["view"]
    button = {"type": "actions", "elements": [_button("more", "1")]}
    await desk.client.views_update(external_id="mine", view=MODAL | {"blocks": [button]})
    assert await desk.refusal("views.update", view_id=opened["id"], hash=opened["hash"], view=MODAL) == "hash_conflict"
    assert await desk.refusal("views.update", view_id="V0", view=MODAL) == "not_found"
    [modal] = desk.slack.modals(desk.maria)
    for _ in range(2):
        click = desk.slack.click(desk.maria, modal, "more")
        await desk.client.views_push(trigger_id=click.payload["trigger_id"], view=MODAL)
    last = desk.slack.click(desk.maria, modal, "more").payload["trigger_id"]
    assert await desk.refusal("views.push", trigger_id=last, view=MODAL) == "push_limit_reached"
    for _ in range(2):
        await desk.client.views_publish(user_id=desk.maria.id, view=HOME)
    home = desk.slack.home_of(desk.maria)
    assert home
    assert home.shown == "Words"
    assert await desk.refusal("views.publish", user_id="U0", view=HOME) == "invalid_arguments"
    desk.slack.open_home(desk.maria)
    assert desk.slack.events("app_home_opened")[0].event["view"]["id"] == home.id


async def test_a_status_ends_with_the_reply(desk: Desk) -> None:
    """It stands in a thread that exists; prompts have a title and a message."""
    said = desk.slack.say(desk.maria, desk.channel, "https://example.org/")
    place: JSON = {"channel_id": desk.channel.id, "thread_ts": said.ts}
    await desk.client.assistant_threads_setStatus(**place, status="is reading…")
    await desk.client.chat_postMessage(channel=desk.channel.id, thread_ts=said.ts, text="Digest")
    assert desk.slack.statuses(said) == ["is reading…", ""]
    await desk.client.assistant_threads_setStatus(**place, status="")
    await desk.client.assistant_threads_setSuggestedPrompts(**place, prompts=[{"title": "Who?", "message": "Who?"}])
    assert desk.slack.prompts()[0]["prompts"] == [{"title": "Who?", "message": "Who?"}]
    with pytest.raises(SlackApiError, match="invalid_thread_ts"):
        await desk.client.assistant_threads_setStatus(**place | {"thread_ts": "1500000000.000100"}, status="x")
    for prompts in ([], [{"title": "x"}]):
        with pytest.raises(SlackApiError, match="invalid_arguments"):
            await desk.client.assistant_threads_setSuggestedPrompts(**place, prompts=prompts)
