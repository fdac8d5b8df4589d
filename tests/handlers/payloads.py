"""Slack's payloads, as small as they are still true."""

from __future__ import annotations

from typing import Any

TEAM, CHANNEL, USER, BOT, TS = "T1", "C1", "U1", "UBOT", "1741089600.000100"

PARAGRAPHS = (
    (
        "Kenya and Ethiopia reopened the Moyale crossing on Tuesday after a closure of nine months, officials of both "
        "countries said, and the first lorries rolled north before noon under the eyes of customs officers."
    ),
    (
        "The trade minister of Kenya, Amina Yusuf, said at the gate that the two governments had agreed on a single "
        "permit for drivers. She thanked the traders of the town for their patience during a hard winter."
    ),
    (
        "About 600 lorries were waiting on both sides of the border, according to customs officials. The first of them "
        "had arrived in June, when the crossing was shut after a dispute over fees and the checks of cattle."
    ),
    (
        "The two ministries will review the arrangement on 25 March, and a second crossing farther east may follow in "
        "the summer, the officials said. Traders in the town said they expected prices of maize to fall within weeks."
    ),
)
ARTICLE = "\n\n".join(PARAGRAPHS)


def event(**fields: Any) -> dict[str, Any]:
    """An event callback around one `message` event (or what ``fields`` make of it)."""
    posted = {"type": "message", "channel": CHANNEL, "channel_type": "channel", "user": USER, "ts": TS, "text": ""}
    return {
        "team_id": TEAM,
        "event_id": "Ev1",
        "authorizations": [{"user_id": BOT, "team_id": TEAM}],
        "event": {**posted, "event_ts": TS, **fields},
    }


def edit(new: str, old: str, **fields: Any) -> dict[str, Any]:
    """A `message_changed` event from ``old`` to ``new``."""
    message = {"user": USER, "ts": TS, "text": new, "edited": {"user": USER, "ts": "1741089700.000000"}}
    return event(
        subtype="message_changed",
        ts="1741089700.000200",
        message={**message, **fields},
        previous_message={"user": USER, "ts": TS, "text": old},
    )
