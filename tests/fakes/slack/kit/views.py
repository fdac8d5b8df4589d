"""What a modal and a home tab must be (docs.slack.dev/reference/views)."""

from __future__ import annotations

from typing import Any

from tests.fakes.slack.kit.messages import Surface, faults
from tests.fakes.slack.kit.rules import Anything, Choice, Flag, Rule, Spec, Text, Words
from tests.fakes.slack.kit.walk import fault, fields

_SHARED: dict[str, Rule] = {
    "blocks": Anything(),
    "private_metadata": Words(3000, 0),
    "callback_id": Words(255, 0),
    "external_id": Words(255, 0),
}
_SHORT = Text(24, plain=True)
VIEWS: dict[str, Spec] = {
    "modal": Spec(
        {
            **_SHARED,
            "type": Choice(("modal",)),
            "title": _SHORT,
            "close": _SHORT,
            "submit": _SHORT,
            "clear_on_close": Flag(),
            "notify_on_close": Flag(),
            "submit_disabled": Flag(),
        },
        needs=("title", "blocks"),
    ),
    "home": Spec({**_SHARED, "type": Choice(("home",))}, needs=("blocks",)),
}


def view_faults(view: object, *allowed: Surface) -> list[str]:
    """Every fault of a view of one of the allowed types; empty when Slack would take it."""
    if not isinstance(view, dict):
        return [fault("must provide an object", "/view")]
    kind = view.get("type")
    if kind not in allowed:
        return [fault(f"unsupported type: {kind}", "/view/type")]
    found = list(fields(view, VIEWS[kind], "/view"))
    if view.get("blocks") is not None:
        found += faults(view["blocks"], kind, "/view/blocks")
    return found + _submit(view)


def _submit(view: dict[str, Any]) -> list[str]:
    blocks = view.get("blocks")
    asks = isinstance(blocks, list) and any(
        isinstance(block, dict) and block.get("type") == "input" for block in blocks
    )
    if asks and view["type"] == "modal" and not view.get("submit"):
        return [fault("submit must be set when the view has input blocks", "/view")]
    return []
