"""The fake Slack's Block Kit: what it takes, and what it refuses with `invalid_blocks` and the place of the fault."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError

from tests.fakes.conftest import Desk

JSON = dict[str, Any]
WORDS = {"type": "mrkdwn", "text": "Words"}
PLAIN = {"type": "plain_text", "text": "Words", "emoji": True}
SECTION = {"type": "section", "text": WORDS}
BUTTON = {"type": "button", "text": PLAIN, "action_id": "go", "value": "v"}
PICTURE = {"type": "image", "image_url": "https://example.org/a.png", "alt_text": "A border post"}
LINE = {"type": "rich_text_section", "elements": [{"type": "text", "text": "Hi", "style": {"bold": True}}]}
CELL = {"type": "raw_text", "text": "a"}
OPTION = {"text": PLAIN, "value": "v"}
URL = "https://example.org/"
ITEMS = {"type": "rich_text_list", "style": "bullet", "elements": [LINE]}
CONFIRM = {"title": PLAIN, "text": WORDS, "confirm": PLAIN, "deny": PLAIN}


def _text(count: int, kind: str = "mrkdwn") -> JSON:
    return {"type": kind, "text": "x" * count}


def _actions(*elements: JSON) -> JSON:
    return {"type": "actions", "elements": list(elements)}


def _rich(*elements: JSON) -> JSON:
    return {"type": "rich_text", "elements": list(elements)}


GOOD: list[JSON] = [
    SECTION,
    {"type": "section", "text": _text(3000)},
    {"type": "section", "fields": [WORDS] * 10, "accessory": BUTTON},
    {"type": "header", "text": _text(150, "plain_text")},
    {"type": "divider", "block_id": "b" * 255},
    {"type": "context", "elements": [PICTURE, *[WORDS] * 9]},
    _actions(*[BUTTON | {"action_id": f"a{index}"} for index in range(25)]),
    _actions(BUTTON | {"url": URL, "style": "primary", "confirm": CONFIRM, "accessibility_label": "Go"}),
    _actions({"type": "static_select", "action_id": "s", "options": [OPTION], "placeholder": PLAIN}),
    _actions({"type": "overflow", "action_id": "o", "options": [OPTION | {"url": "https://example.org/"}] * 2}),
    PICTURE | {"title": PLAIN},
    {"type": "markdown", "text": "**Words**"},
    {"type": "input", "label": PLAIN, "element": {"type": "plain_text_input", "action_id": "i", "multiline": True}},
    _rich(LINE, ITEMS | {"indent": 1}),
    _rich({"type": "rich_text_quote", "elements": [{"type": "link", "url": "https://example.org/", "text": "there"}]}),
    {"type": "table", "rows": [[CELL, _rich(LINE)]] * 100, "column_settings": [{"align": "right", "is_wrapped": True}]},
    {
        "type": "context_actions",
        "elements": [
            {
                "type": "feedback_buttons",
                "action_id": "f",
                "positive_button": {"text": PLAIN, "value": "good"},
                "negative_button": {"text": PLAIN, "value": "bad", "accessibility_label": "Bad"},
            },
            {"type": "icon_button", "icon": "trash", "text": PLAIN, "action_id": "t"},
        ],
    },
]

BAD: list[tuple[JSON | str, str]] = [
    ("section", "/blocks/0"),
    ({"type": "sektion", "text": WORDS}, "/blocks/0/type"),
    (SECTION | {"colour": "red"}, "/blocks/0"),
    ({"type": "section"}, "/blocks/0"),
    ({"type": "section", "text": "Words"}, "/blocks/0/text"),
    ({"type": "section", "text": _text(3001)}, "/blocks/0/text/text"),
    ({"type": "section", "text": _text(0)}, "/blocks/0/text/text"),
    ({"type": "section", "text": {"type": "mrkdwn"}}, "/blocks/0/text/text"),
    ({"type": "section", "text": {"type": "markdown", "text": "a"}}, "/blocks/0/text/type"),
    ({"type": "section", "text": WORDS | {"emoji": True}}, "/blocks/0/text"),
    ({"type": "section", "text": PLAIN | {"verbatim": True}}, "/blocks/0/text"),
    ({"type": "section", "text": WORDS | {"verbatim": "yes"}}, "/blocks/0/text/verbatim"),
    ({"type": "section", "fields": []}, "/blocks/0/fields"),
    ({"type": "section", "fields": [WORDS] * 11}, "/blocks/0/fields"),
    ({"type": "section", "fields": [_text(2001)]}, "/blocks/0/fields/0/text"),
    (SECTION | {"accessory": {"type": "plain_text_input"}}, "/blocks/0/accessory/type"),
    (SECTION | {"accessory": []}, "/blocks/0/accessory"),
    (SECTION | {"block_id": "b" * 256}, "/blocks/0/block_id"),
    (SECTION | {"expand": "true"}, "/blocks/0/expand"),
    ({"type": "header", "text": _text(151, "plain_text")}, "/blocks/0/text/text"),
    ({"type": "header", "text": WORDS}, "/blocks/0/text/type"),
    ({"type": "context", "elements": [WORDS] * 11}, "/blocks/0/elements"),
    ({"type": "context", "elements": [BUTTON]}, "/blocks/0/elements/0/type"),
    ({"type": "context", "elements": WORDS}, "/blocks/0/elements"),
    (_actions(), "/blocks/0/elements"),
    (_actions(*[BUTTON | {"action_id": f"a{index}"} for index in range(26)]), "/blocks/0/elements"),
    (_actions(BUTTON, BUTTON), "/blocks/0"),
    (_actions(BUTTON | {"text": _text(76, "plain_text")}), "/blocks/0/elements/0/text/text"),
    (_actions(BUTTON | {"text": WORDS}), "/blocks/0/elements/0/text/type"),
    (_actions(BUTTON | {"action_id": "a" * 256}), "/blocks/0/elements/0/action_id"),
    (_actions(BUTTON | {"value": "v" * 2001}), "/blocks/0/elements/0/value"),
    (_actions(BUTTON | {"value": 7}), "/blocks/0/elements/0/value"),
    (_actions(BUTTON | {"url": "https://example.org/" + "a" * 3000}), "/blocks/0/elements/0/url"),
    (_actions(BUTTON | {"url": "example.org"}), "/blocks/0/elements/0/url"),
    (_actions(BUTTON | {"style": "huge"}), "/blocks/0/elements/0/style"),
    (_actions(BUTTON | {"colour": "red"}), "/blocks/0/elements/0"),
    (_actions(BUTTON | {"confirm": {"title": PLAIN}}), "/blocks/0/elements/0/confirm"),
    (_actions(BUTTON | {"confirm": "sure?"}), "/blocks/0/elements/0/confirm"),
    (_actions({"type": "overflow", "options": [OPTION] * 6}), "/blocks/0/elements/0/options"),
    (_actions({"type": "static_select", "action_id": "s"}), "/blocks/0/elements/0"),
    ({"type": "image", "image_url": "https://example.org/a.png"}, "/blocks/0"),
    ({"type": "image", "alt_text": "A border post"}, "/blocks/0"),
    ({"type": "markdown", "text": "a" * 12_001}, "/blocks/0/text"),
    ({"type": "markdown", "text": WORDS}, "/blocks/0/text"),
    ({"type": "input", "label": PLAIN, "element": BUTTON}, "/blocks/0/element/type"),
    (_rich({"type": "text", "text": "a"}), "/blocks/0/elements/0/type"),
    (
        _rich({"type": "rich_text_section", "elements": [{"type": "text", "text": ""}]}),
        "/blocks/0/elements/0/elements/0/text",
    ),
    (_rich({"type": "rich_text_section", "elements": [{"type": "text", "text": "a", "style": "bold"}]}), "/style"),
    (
        _rich(ITEMS | {"indent": 9}),
        "/blocks/0/elements/0/indent",
    ),
    (
        _rich(ITEMS | {"indent": "1"}),
        "/blocks/0/elements/0/indent",
    ),
    (_rich({"type": "rich_text_list", "elements": [LINE]}), "/blocks/0/elements/0"),
    ({"type": "table", "rows": [[CELL]] * 101}, "/blocks/0/rows"),
    ({"type": "table", "rows": [[CELL] * 21]}, "/blocks/0/rows/0"),
    ({"type": "table", "rows": [["a"]]}, "/blocks/0/rows/0/0"),
    ({"type": "table", "rows": [[{"type": "raw_text", "text": "x" * 2600}]] * 4}, "/blocks"),
    ({"type": "context_actions", "elements": [BUTTON]}, "/blocks/0/elements/0/type"),
]


@pytest.mark.parametrize("block", GOOD, ids=lambda block: block["type"])
async def test_what_slack_takes(desk: Desk, block: JSON) -> None:
    """Each of these is posted."""
    await desk.client.chat_postMessage(channel=desk.channel.id, text="Words", blocks=[block])
    assert len(desk.slack.posts()) == 1


@pytest.mark.parametrize(("block", "place"), BAD)
async def test_what_slack_refuses(desk: Desk, block: JSON, place: str) -> None:
    """Each of these is refused, and the answer points at the fault."""
    with pytest.raises(SlackApiError) as refused:
        await desk.client.chat_postMessage(channel=desk.channel.id, text="Words", blocks=[block])
    answer = refused.value.response
    assert answer["error"] == "invalid_blocks"
    assert any(words.endswith(f"{place}]") for words in answer["response_metadata"]["messages"])


@pytest.mark.parametrize(
    ("blocks", "error"),
    [
        ([SECTION] * 51, "invalid_blocks"),
        ([SECTION | {"block_id": "one"}] * 2, "invalid_blocks"),
        ([{"type": "markdown", "text": "a" * 6001}] * 2, "invalid_blocks"),
        ([{"type": "table", "rows": [[CELL]]}] * 2, "invalid_blocks"),
        ([{"type": "section", "text": _text(2800)}] * 5, "msg_blocks_too_long"),
    ],
)
async def test_what_blocks_may_not_be_together(desk: Desk, blocks: list[JSON], error: str) -> None:
    """Fifty blocks, unique ids, 12,000 characters of markdown, one table, and about 13,200 characters in all."""
    assert await desk.refusal("chat.postMessage", channel=desk.channel.id, text="Words", blocks=blocks) == error


async def test_fifty_blocks_and_thirteen_thousand_characters_are_fine(desk: Desk) -> None:
    """The limits themselves are allowed; ids that the app leaves out are given by Slack."""
    await desk.client.chat_postMessage(channel=desk.channel.id, text="Words", blocks=[SECTION] * 50)
    await desk.client.chat_postMessage(
        channel=desk.channel.id, text="Words", blocks=[{"type": "section", "text": _text(3000)}] * 4
    )
    ids = [block["block_id"] for block in desk.slack.posts()[0].blocks]
    assert len(set(ids)) == 50
