"""A modal's fields as Slack's client treats them: what it lets a person submit, and what it makes of the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tests.fakes.slack import kit, mrkdwn
from tests.fakes.slack.kit import interactive

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.fakes.slack.model import JSON, View

MOST_TYPED = 3000  # characters in a plain field without a limit of its own, the most that one can have
# For a rich field no limit is documented. Here one piece of it is as long as in a message at most, so that an app is
# ready for a client that draws the line there.
ACTIONS = frozenset({"errors", "update", "push", "clear"})


def state(view: View, given: Mapping[str, object]) -> JSON:
    """The state of all fields. ``given``: action_id to what is typed (a string), or to the field's state as it is.

    Raises:
        LookupError: the client would not submit that: the view is closed, a field that must be filled is empty, a text
            is too long or too short, or there is no such field.
    """
    values: JSON = {}
    unknown = set(given)
    for block in view.content["blocks"]:
        for element in interactive(block):
            name = element["action_id"]
            filled = _filled(element, given.get(name))
            empty = not any(filled.values())
            if not view.open or (empty and block["type"] == "input" and not block.get("optional")):
                raise LookupError(f"cannot submit: {name}")
            values.setdefault(block["block_id"], {})[name] = {"type": element["type"], **filled}
            unknown.discard(name)
    if unknown:
        raise LookupError(f"there is no field: {', '.join(sorted(unknown))}")
    return values


def _filled(element: JSON, given: object) -> JSON:
    if isinstance(given, dict):
        return cast("JSON", given)
    if element["type"] == "rich_text_input":
        words = element.get("initial_value") if given is None else _rich(str(given))
        if words and kit.faults([words], "modal"):
            raise LookupError(f"no rich text: {words}")
        return {"rich_text_value": words}
    if given is None and "initial_value" not in element:
        return {"value": None} if element["type"] == "plain_text_input" else {}
    typed = str(element.get("initial_value") if given is None else given)
    if element["type"] == "plain_text_input":
        least, most = element.get("min_length", 0), element.get("max_length", MOST_TYPED)
        if len(typed) > most or (typed and len(typed) < least):
            raise LookupError(f"cannot submit {len(typed)} characters: {element['action_id']} takes {least} to {most}")
    return {"value": typed or None}


def _rich(typed: str) -> JSON | None:
    return mrkdwn.rich_text(typed, "typed") if typed else None


def errors(view: View, response: JSON) -> dict[str, str] | None:
    """The sentences under the fields, by block_id; None where the client can't make anything of the answer."""
    told = response.get("errors")
    fields = {block["block_id"] for block in view.content["blocks"] if block["type"] == "input"}
    if not isinstance(told, dict) or not told or told.keys() - fields:
        return None
    return cast("dict[str, str]", told) if all(isinstance(one, str) and one.strip() for one in told.values()) else None


def understood(response: JSON) -> bool:
    """Whether an answer to a submission is one: nothing at all, or one of the four actions."""
    return not response or response.get("response_action") in ACTIONS
