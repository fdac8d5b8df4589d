"""The elements inside blocks, as data: one `Spec` each."""

from __future__ import annotations

from tests.fakes.slack.kit.rules import Choice, Flag, Many, Number, One, Rule, Shape, Spec, Text, Url, Words

_ACTION = Words(255)
_CONFIRM = Shape("confirm")
_BASE: dict[str, Rule] = {"action_id": _ACTION}
_PLACED: dict[str, Rule] = {**_BASE, "placeholder": Text(150, plain=True), "focus_on_load": Flag()}
_ASKING: dict[str, Rule] = {**_PLACED, "confirm": _CONFIRM}
_TYPED: dict[str, Rule] = {**_PLACED, "dispatch_action_config": Shape("dispatch")}
_OPTIONS: dict[str, Rule] = {"options": Many(Shape("option"), 100), "option_groups": Many(Shape("option_group"), 100)}
_LABEL = Words(75)
_STYLE = Choice(("primary", "danger"))
_ID = Words(255)
_MANY: dict[str, Rule] = {"max_selected_items": Number(1)}


def _select(fields: dict[str, Rule], *either: str) -> Spec:
    return Spec({**_ASKING, **fields}, either=either)


ELEMENTS: dict[str, Spec] = {
    "button": Spec(
        {
            **_BASE,
            "text": Text(75, plain=True),
            "url": Url(),
            "value": Words(2000),
            "style": _STYLE,
            "confirm": _CONFIRM,
            "accessibility_label": _LABEL,
        },
        needs=("text",),
    ),
    "workflow_button": Spec(
        {
            **_BASE,
            "text": Text(75, plain=True),
            "workflow": Shape("workflow"),
            "style": _STYLE,
            "accessibility_label": _LABEL,
        },
        needs=("text", "workflow", "action_id"),
    ),
    "overflow": Spec({**_BASE, "options": Many(Shape("option"), 5), "confirm": _CONFIRM}, needs=("options",)),
    "image": Spec(
        {"alt_text": Words(2000), "image_url": Url(), "slack_file": Shape("slack_file")},
        needs=("alt_text",),
        either=("image_url", "slack_file"),
    ),
    "feedback_buttons": Spec(
        {**_BASE, "positive_button": Shape("feedback"), "negative_button": Shape("feedback")},
        needs=("positive_button", "negative_button"),
    ),
    "icon_button": Spec(
        {
            **_BASE,
            "icon": Choice(("trash",)),
            "text": Text(75, plain=True),
            "value": Words(2000),
            "confirm": _CONFIRM,
            "accessibility_label": _LABEL,
            "visible_to_user_ids": Many(_ID, 100),
        },
        needs=("icon", "text"),
    ),
    "static_select": _select({**_OPTIONS, "initial_option": Shape("option")}, "options", "option_groups"),
    "multi_static_select": _select(
        {**_OPTIONS, "initial_options": Many(Shape("option"), 100), **_MANY}, "options", "option_groups"
    ),
    "external_select": _select({"min_query_length": Number(), "initial_option": Shape("option")}),
    "multi_external_select": _select(
        {"min_query_length": Number(), "initial_options": Many(Shape("option"), 100), **_MANY}
    ),
    "users_select": _select({"initial_user": _ID}),
    "multi_users_select": _select({"initial_users": Many(_ID, 100), **_MANY}),
    "conversations_select": _select(
        {
            "initial_conversation": _ID,
            "default_to_current_conversation": Flag(),
            "response_url_enabled": Flag(),
            "filter": Shape("filter"),
        }
    ),
    "multi_conversations_select": _select(
        {
            "initial_conversations": Many(_ID, 100),
            "default_to_current_conversation": Flag(),
            "filter": Shape("filter"),
            **_MANY,
        }
    ),
    "channels_select": _select({"initial_channel": _ID, "response_url_enabled": Flag()}),
    "multi_channels_select": _select({"initial_channels": Many(_ID, 100), **_MANY}),
    "checkboxes": Spec(
        {
            **_BASE,
            "options": Many(Shape("option"), 10),
            "initial_options": Many(Shape("option"), 10),
            "confirm": _CONFIRM,
            "focus_on_load": Flag(),
        },
        needs=("options",),
    ),
    "radio_buttons": Spec(
        {
            **_BASE,
            "options": Many(Shape("option"), 10),
            "initial_option": Shape("option"),
            "confirm": _CONFIRM,
            "focus_on_load": Flag(),
        },
        needs=("options",),
    ),
    "datepicker": _select({"initial_date": Words(10)}),
    "timepicker": _select({"initial_time": Words(5), "timezone": Words(100)}),
    "datetimepicker": Spec(
        {**_BASE, "initial_date_time": Number(10**9, 10**10 - 1), "confirm": _CONFIRM, "focus_on_load": Flag()}
    ),
    "plain_text_input": Spec(
        {
            **_TYPED,
            "initial_value": Words(3000, 0),
            "multiline": Flag(),
            "min_length": Number(0, 3000),
            "max_length": Number(1, 3000),
        }
    ),
    "email_text_input": Spec({**_TYPED, "initial_value": Words(3000)}),
    "url_text_input": Spec({**_TYPED, "initial_value": Words(3000)}),
    "number_input": Spec(
        {
            **_TYPED,
            "is_decimal_allowed": Flag(),
            "initial_value": Words(3000),
            "min_value": Words(3000),
            "max_value": Words(3000),
        },
        needs=("is_decimal_allowed",),
    ),
    "file_input": Spec({**_BASE, "filetypes": Many(Words(20), 100), "max_files": Number(1, 10)}),
    "rich_text_input": Spec({**_TYPED, "initial_value": One(("rich_text",))}),
}
