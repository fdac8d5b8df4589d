"""The fields of the fake Slack's modals: what its client lets a person submit, and what it makes of the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.fakes.conftest import Desk
from tests.fakes.slack import View

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

JSON = dict[str, Any]
PLAIN = {"type": "plain_text", "text": "Words"}
LINE = {"type": "rich_text_section", "elements": [{"type": "text", "text": "Hi"}]}


def field(name: str, kind: str, *, optional: bool = True, **more: Any) -> JSON:
    """An input block, named as what is in it."""
    element = {"type": kind, "action_id": name, **more}
    return {"type": "input", "block_id": name, "label": PLAIN, "element": element, "optional": optional}


FIELDS = [
    field("line", "plain_text_input", max_length=10, min_length=2, initial_value="Title"),
    field("long", "plain_text_input", multiline=True),
    field("rich", "rich_text_input", optional=False),
    field("more", "rich_text_input"),
    field("number", "number_input", is_decimal_allowed=False, initial_value="7"),
    field("when", "datepicker"),
]


async def opened(desk: Desk, *blocks: JSON) -> View:
    """A modal with these fields."""
    trigger = desk.slack.command(desk.maria, desk.channel, "/dateline").payload["trigger_id"]
    view = {"type": "modal", "callback_id": "form", "title": PLAIN, "submit": PLAIN, "blocks": list(blocks or FIELDS)}
    await desk.client.views_open(trigger_id=trigger, view=view | {"private_metadata": "kept"})
    return desk.slack.modals(desk.maria)[-1]


async def submitted(desk: Desk, form: View, **typed: Any) -> JSON:
    """What the app would read."""
    return desk.slack.submit_view(desk.maria, form, typed).payload


async def test_every_field_says_what_is_in_it(desk: Desk) -> None:
    """Untouched ones what they were filled with, or nothing; hidden metadata, ids and the workspace come along."""
    payload = await submitted(desk, await opened(desk), rich="One.\n\nTwo.", when={"selected_date": "2025-03-04"})
    values = payload["view"]["state"]["values"]
    assert values["line"]["line"] == {"type": "plain_text_input", "value": "Title"}
    assert values["long"]["long"] == {"type": "plain_text_input", "value": None}
    typed = values["rich"]["rich"]["rich_text_value"]
    assert typed["elements"][0]["elements"] == [{"type": "text", "text": "One.\n\nTwo."}]
    assert values["more"]["more"]["rich_text_value"] is None
    assert values["number"]["number"]["value"] == "7"
    assert values["when"]["when"] == {"type": "datepicker", "selected_date": "2025-03-04"}
    assert payload["view"]["private_metadata"] == "kept"
    assert payload["view"]["app_installed_team_id"] == desk.maria.team
    assert payload["type"] == "view_submission"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({}, "cannot submit: rich"),
        ({"rich": ""}, "cannot submit: rich"),
        ({"rich": "Hi", "line": "x" * 11}, "takes 2 to 10"),
        ({"rich": "Hi", "line": "x"}, "takes 2 to 10"),
        ({"rich": "Hi", "long": "x" * 3001}, "takes 0 to 3000"),
        ({"rich": "Hi", "none": "x"}, "no field: none"),
        ({"rich": "x" * 12_001}, "no rich text"),
    ],
)
async def test_what_the_client_does_not_let_through(desk: Desk, typed: JSON, why: str) -> None:
    """A field left empty, a text too long or too short, a field that isn't there; nothing is sent then."""
    form = await opened(desk)
    sent = len(desk.slack.deliveries.all)
    with pytest.raises(LookupError, match=why):
        desk.slack.submit_view(desk.maria, form, typed)
    assert len(desk.slack.deliveries.all) == sent


async def test_a_rich_field_is_filled_and_takes_long_texts(desk: Desk) -> None:
    """Slack documents no limit; a part of it is as long as a message at most."""
    form = await opened(desk, field("rich", "rich_text_input", initial_value={"type": "rich_text", "elements": [LINE]}))
    payload = await submitted(desk, form)
    assert payload["view"]["state"]["values"]["rich"]["rich"]["rich_text_value"]["elements"] == [LINE]
    await submitted(desk, form, rich="x" * 12_000)
    whole = {"type": "rich_text", "elements": [LINE] * 500}
    payload = await submitted(desk, form, rich={"rich_text_value": whole})
    assert payload["view"]["state"]["values"]["rich"]["rich"]["rich_text_value"] == whole


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        ({"response_action": "errors", "errors": {"rich": "Too short"}}, False),
        ({"response_action": "errors", "errors": {"elsewhere": "Too short"}}, True),
        ({"response_action": "errors", "errors": {"rich": ""}}, True),
        ({"response_action": "errors", "errors": {}}, True),
        ({"response_action": "errors"}, True),
        ({"response_action": "explode"}, True),
        ({"text": "Thanks"}, True),
        ({"response_action": "update"}, True),
        ({"response_action": "update", "view": {"type": "modal"}}, True),
        ({"response_action": "push", "view": {"type": "home", "blocks": []}}, True),
    ],
)
async def test_an_answer_leaves_the_modal_open(desk: Desk, app: AsyncApp, answer: JSON, trouble: bool) -> None:  # noqa: FBT001  a table's column
    """With a sentence under a field of its own; what Slack can't make sense of is trouble before the person."""

    @app.middleware
    async def answered(body: JSON, next_: Any) -> Any:
        from slack_bolt import BoltResponse

        return BoltResponse(status=200, body=answer) if body.get("type") == "view_submission" else await next_()

    form = await opened(desk)
    await desk.slack.submit_view(desk.maria, form, {"rich": "Hi"}).done()
    assert (form.open, form.trouble) == (True, trouble)
    assert form.errors == ({} if trouble else {"rich": "Too short"})


async def test_errors_go_with_the_next_try(desk: Desk, app: AsyncApp) -> None:
    """An updated modal has another hash, so that an old one is known as such; a closed one takes nothing."""
    answers: list[JSON] = [{"response_action": "errors", "errors": {"rich": "Too short"}}]

    @app.view("form")
    async def taken(ack: Any, body: JSON) -> None:
        answers.append({"response_action": "update", "view": {**_given(body), "title": PLAIN}})
        await ack(**answers.pop(0))

    form = await opened(desk)
    await desk.slack.submit_view(desk.maria, form, {"rich": "Hi"}).done()
    before = form.hash
    await desk.slack.submit_view(desk.maria, form, {"rich": "Hi again"}).done()
    assert (form.open, form.errors, form.trouble) == (True, {}, False)
    assert form.hash != before
    view = {"type": "modal", "title": PLAIN, "blocks": [{"type": "divider"}]}
    assert await desk.refusal("views.update", view_id=form.id, hash=before, view=view) == "hash_conflict"
    form.open = False
    with pytest.raises(LookupError):
        desk.slack.submit_view(desk.maria, form, {"rich": "Hi"})


def _given(body: JSON) -> JSON:
    return {name: body["view"][name] for name in ("type", "callback_id", "submit", "blocks")}


async def test_a_modal_is_before_one_person_alone(desk: Desk) -> None:
    """Nobody else can submit it."""
    form = await opened(desk)
    with pytest.raises(LookupError, match="ken sees no such modal"):
        desk.slack.submit_view(desk.slack.person("ken"), form, {"rich": "Hi"})


async def test_an_app_that_does_not_answer(desk: Desk) -> None:
    """The modal stays, and submissions are never brought twice."""
    form = await opened(desk)
    delivery = await desk.slack.submit_view(desk.maria, form, {"rich": "Hi"}).done()
    assert (delivery.acked, form.open, len(delivery.outcomes)) == (False, True, 1)
