"""The blocks, as data: one `Spec` each."""

from __future__ import annotations

from tests.fakes.slack.kit.rules import (
    Anything,
    Choice,
    Flag,
    Many,
    One,
    Rule,
    Shape,
    Spec,
    Text,
    Url,
    Words,
)

_SELECTS = tuple(
    f"{many}{kind}_select"
    for many in ("", "multi_")
    for kind in ("static", "external", "users", "conversations", "channels")
)
_PICKERS = ("datepicker", "timepicker", "datetimepicker", "checkboxes", "radio_buttons")
IN_ACTIONS = (
    "button",
    "overflow",
    "workflow_button",
    *(name for name in _SELECTS if not name.startswith("multi")),
    *_PICKERS,
)
IN_SECTION = (
    "button",
    "overflow",
    "image",
    "workflow_button",
    *_SELECTS,
    *(name for name in _PICKERS if name != "datetimepicker"),
)
IN_INPUT = (
    "plain_text_input",
    "number_input",
    "email_text_input",
    "url_text_input",
    "file_input",
    "rich_text_input",
    *_SELECTS,
    *_PICKERS,
)
_MESSAGE = ("message",)
_TITLE = Text(2000, plain=True)
_PICTURE: dict[str, Rule] = {"alt_text": Words(2000), "image_url": Url(), "slack_file": Shape("slack_file")}

BLOCKS: dict[str, Spec] = {
    "section": Spec(
        {
            "text": Text(),
            "fields": Many(Text(2000), 10),
            "accessory": One(IN_SECTION),
            "expand": Flag(),
        },
        either=("text", "fields"),
    ),
    "divider": Spec({}),
    "header": Spec({"text": Text(150, plain=True)}, needs=("text",)),
    "context": Spec({"elements": Many(One(("text object", "image")), 10)}, needs=("elements",)),
    "actions": Spec({"elements": Many(One(IN_ACTIONS), 25)}, needs=("elements",)),
    "image": Spec({**_PICTURE, "title": _TITLE}, needs=("alt_text",), either=("image_url", "slack_file")),
    "input": Spec(
        {
            "label": _TITLE,
            "element": One(IN_INPUT),
            "hint": _TITLE,
            "optional": Flag(),
            "dispatch_action": Flag(),
        },
        needs=("label", "element"),
    ),
    "markdown": Spec({"text": Words(12_000)}, needs=("text",), surfaces=_MESSAGE),
    "rich_text": Spec(
        {
            "elements": Many(
                One(("rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote")), 1000, 0
            )
        },
        needs=("elements",),
    ),
    "context_actions": Spec(
        {"elements": Many(One(("feedback_buttons", "icon_button")), 5)}, needs=("elements",), surfaces=_MESSAGE
    ),
    "table": Spec(
        {
            "rows": Many(Many(One(("raw_text", "rich_text")), 20), 100),
            "column_settings": Many(Shape("column"), 20, 0),
        },
        needs=("rows",),
        surfaces=_MESSAGE,
    ),
    "video": Spec(
        {
            "alt_text": Words(2000),
            "video_url": Url(),
            "thumbnail_url": Url(),
            "title": Text(200, plain=True),
            "title_url": Url(),
            "description": Text(200, plain=True),
            "provider_icon_url": Url(),
            "provider_name": Words(200),
            "author_name": Words(50),
        },
        needs=("alt_text", "video_url", "thumbnail_url", "title"),
    ),
    "file": Spec({"external_id": Words(255), "source": Choice(("remote",))}, needs=("external_id", "source")),
}

SHAPES: dict[str, Spec] = {
    "column": Spec({"align": Choice(("left", "center", "right")), "is_wrapped": Flag()}),
    "slack_file": Spec({"id": Words(255), "url": Url()}, either=("id", "url")),
    "option": Spec(
        {"text": Text(75), "value": Words(150), "description": Text(75), "url": Url()}, needs=("text", "value")
    ),
    "option_group": Spec(
        {"label": Text(75, plain=True), "options": Many(Shape("option"), 100)}, needs=("label", "options")
    ),
    "confirm": Spec(
        {
            "title": Text(100, plain=True),
            "text": Text(300),
            "confirm": Text(30, plain=True),
            "deny": Text(30, plain=True),
            "style": Choice(("primary", "danger")),
        },
        needs=("title", "text", "confirm", "deny"),
    ),
    "feedback": Spec(
        {"text": Text(75, plain=True), "value": Words(2000), "accessibility_label": Words(75)}, needs=("text", "value")
    ),
    "style": Spec(
        {name: Flag() for name in ("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight")}
    ),
    "filter": Spec(
        {
            "include": Many(Choice(("im", "mpim", "private", "public")), 4),
            "exclude_external_shared_channels": Flag(),
            "exclude_bot_users": Flag(),
        }
    ),
    "dispatch": Spec(
        {"trigger_actions_on": Many(Choice(("on_enter_pressed", "on_character_entered")), 2)},
        needs=("trigger_actions_on",),
    ),
    "workflow": Spec({"trigger": Anything()}, needs=("trigger",)),
}
