"""Modals, home tabs and statuses of the fake Slack, with a real Bolt app."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest
from slack_sdk.errors import SlackApiError

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
