"""A button that was pressed: what it stands under, and what it asks for (pure)."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from handlers.note import Note
from handlers.order import Tip

if TYPE_CHECKING:
    from collections.abc import Mapping

    Payload = Mapping[str, Any]


def wanted(body: Payload) -> tuple[str, str, str]:
    """The article that a button stands under: edition, identity and workspace."""
    version, _, identity = body["actions"][0]["value"].partition("|")
    return version, identity, team_of(body)


def suggested(body: Payload) -> Note:
    """A suggested question was pressed: the same one under the same digest is answered once."""
    place, action, team = body["container"], body["actions"][0], team_of(body)
    identity, _, words = action["value"].partition("\n")
    channel, ts = place["channel_id"], place["message_ts"]
    mark = sha256(action["value"].encode("utf-8", "replace")).hexdigest()[:16]
    thread = place.get("thread_ts") or (body.get("message") or {}).get("thread_ts") or ts
    return Note(
        "question",
        f"{team}:{channel}:{ts}:ask:{mark}",
        team,
        channel,
        action["action_ts"],
        thread=thread,
        user=body["user"]["id"],
        text=words,
        asked=True,
        tip=Tip(identity=identity),
    )


def team_of(body: Payload) -> str:
    """The workspace of an interaction; in an organisation's installation only the person has one."""
    team = body.get("team")
    return str(team["id"] if team else body["user"]["team_id"])
