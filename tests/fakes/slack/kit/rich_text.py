"""The inside of a rich_text block and the cells of a table, as data: one `Spec` each."""

from __future__ import annotations

from tests.fakes.slack.kit.rules import Anything, Choice, Flag, Many, Number, One, Rule, Shape, Spec, Url, Words

_STYLE: dict[str, Rule] = {"style": Shape("style")}
_ID = Words(255)
_INLINE = (
    "text",
    "link",
    "user",
    "usergroup",
    "channel",
    "team",
    "emoji",
    "date",
    "broadcast",
    "color",
)
_LONG = 12_000
_BORDER = Number(0, 1)

RICH_TEXT: dict[str, Spec] = {
    "rich_text_section": Spec({"elements": Many(One(_INLINE), 1000, 0)}, needs=("elements",)),
    "rich_text_quote": Spec({"elements": Many(One(_INLINE), 1000, 0), "border": _BORDER}, needs=("elements",)),
    "rich_text_preformatted": Spec(
        {"elements": Many(One(("text", "link")), 1000, 0), "border": _BORDER, "language": Words(50)},
        needs=("elements",),
    ),
    "rich_text_list": Spec(
        {
            "elements": Many(One(("rich_text_section",)), 1000),
            "style": Choice(("bullet", "ordered")),
            "indent": Number(0, 8),
            "offset": Number(),
            "border": _BORDER,
        },
        needs=("elements", "style"),
    ),
    "text": Spec({"text": Words(_LONG), **_STYLE}, needs=("text",)),
    "link": Spec({"url": Url(), "text": Words(_LONG), "unsafe": Flag(), **_STYLE}, needs=("url",)),
    "user": Spec({"user_id": _ID, **_STYLE}, needs=("user_id",)),
    "usergroup": Spec({"usergroup_id": _ID, **_STYLE}, needs=("usergroup_id",)),
    "channel": Spec({"channel_id": _ID, **_STYLE}, needs=("channel_id",)),
    "team": Spec({"team_id": _ID, **_STYLE}, needs=("team_id",)),
    "emoji": Spec(
        {"name": Words(255), "unicode": Words(255), "skin_tone": Number(1, 6), "display_url": Anything(), **_STYLE},
        needs=("name",),
    ),
    "date": Spec(
        {"timestamp": Number(), "format": Words(255), "url": Url(), "fallback": Words(255), **_STYLE},
        needs=("timestamp", "format"),
    ),
    "broadcast": Spec({"range": Choice(("here", "channel", "everyone")), **_STYLE}, needs=("range",)),
    "color": Spec({"value": Words(255), **_STYLE}, needs=("value",)),
    "raw_text": Spec({"text": Words(3000)}, needs=("text",)),
}
