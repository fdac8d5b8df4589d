"""Slack payload to `Note`, or None where there is nothing to do (pure). The only place that digs in Slack's dicts."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from bot.articles.paste.pasted import reads_like_article
from handlers import mrkdwn, orders, overheard, posted
from handlers.note import Note
from handlers.presses import team_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from handlers.note import Want

    Payload = Mapping[str, Any]

LEAST_WORDS = 40  # a text of fewer words is a question or a remark, never an article
HELP = frozenset({"", "help", "hilfe", "hi", "hello", "?"})
_PEOPLE = frozenset({None, "file_share", "thread_broadcast", "me_message"})  # subtypes that people write


def message(body: Payload) -> Note | None:
    """A `message` event: posted, edited or deleted, in a channel or a direct message."""
    event = body["event"]
    subtype = event.get("subtype")
    if subtype == "message_changed":
        return _changed(body, event)
    if subtype == "message_deleted":
        return _withdrawn(body, event, event.get("deleted_ts"))
    if subtype not in _PEOPLE or event.get("bot_id") or not event.get("user"):
        return None
    if event.get("channel_type") == "im":
        return _asked(body, event)
    return None if mrkdwn.mentions(event.get("text") or "", _bot(body)) else _overheard(body, event)


def mention(body: Payload) -> Note | None:
    """An `app_mention` event: somebody asks the bot in a channel."""
    event = body["event"]
    return None if event.get("bot_id") or event.get("edited") else _asked(body, event)


def command(body: Payload) -> Note | None:
    """`/dateline digest URL`, or the URL alone; None for every other word, which gets the help."""
    word, _, rest = (body.get("text") or "").strip().partition(" ")
    if word.lower().lstrip("<").startswith(("http://", "https://")):
        rest = body["text"]
    elif word.lower() != "digest":
        return None
    typed = mrkdwn.links(rest) or tuple(filter(mrkdwn.is_page, rest.split())) or tuple(rest.split()[:1])
    key = f"{body['team_id']}:{body['channel_id']}:{body['trigger_id']}"
    return Note(
        "digest",
        key,
        body["team_id"],
        body["channel_id"],
        body["trigger_id"],
        user=body["user_id"],
        links=posted.first_of(typed) or ("",),
        asked=True,
        ephemeral=body["response_url"],
    )


def shortcut(body: Payload) -> Note:
    """The message shortcut "Digest this", on any message."""
    message, channel = body["message"], body["channel"]["id"]
    team = team_of(body)
    ts = message["ts"]
    key = f"{team}:{channel}:{ts}:{body['action_ts']}"
    return Note(
        "digest",
        key,
        team,
        channel,
        ts,
        thread=message.get("thread_ts") or ts,
        user=body["user"]["id"],
        links=posted.asked(message),
        text=_plain(message),
        asked=True,
        ephemeral=body.get("response_url"),
    )


def above(note: Note, head: Payload | None) -> Note | None:
    """The same wish about the message that heads the thread; None where that holds no link and no article."""
    found, typed = posted.asked(head or {}), _plain(head or {})
    if reads_like_article(typed):
        return replace(note, want="digest", text=typed)
    return replace(note, want="digest", links=found) if found else None


def goodbye(body: Payload) -> Note | None:
    """The workspace uninstalled the app, or took the bot's token away."""
    event = body["event"]
    if event["type"] == "tokens_revoked" and not (event.get("tokens") or {}).get("bot"):
        return None
    team = body["team_id"]
    return Note("goodbye", f"{team}::{body['event_id']}", team, "", "")


def _overheard(body: Payload, event: Payload) -> Note | None:
    note = _note("digest", body, event)
    if reads_like_article(note.text):
        return replace(note, links=())  # a pasted article keeps the links of its page: they are not what was shared
    if note.links:
        return note
    asks = note.thread != note.ts and overheard.is_question(event.get("text") or "")
    return replace(note, want="question") if asks else None


def _asked(body: Payload, event: Payload) -> Note:
    note = _note("digest", body, event, asked=True)
    markup = mrkdwn.without_mentions(event.get("text") or "")
    if not note.links and (order := orders.spoken(mrkdwn.unescaped(markup), event["user"], event["channel"])):
        return replace(note, want="order", order=order)
    words = note.text.split()
    if reads_like_article(note.text) or (not note.links and len(words) >= LEAST_WORDS):
        return replace(note, links=())
    if note.links:
        return note
    if note.text.lower().strip(" .!") in HELP:
        return replace(note, want=_wordless(note, event))
    return replace(note, want="question")


def _wordless(note: Note, event: Payload) -> Want:
    """A bare mention in somebody's thread asks for the message above; anywhere else it asks for help."""
    return "parent" if event.get("thread_ts") and not note.text else "usage" if note.text else "hint"


def _changed(body: Payload, event: Payload) -> Note | None:
    new, old = event["message"], event.get("previous_message") or {}
    if new.get("subtype") == "tombstone":  # a deleted message that has a thread stays as a tombstone
        return _withdrawn(body, event, new.get("ts"))
    if new.get("bot_id") or not new.get("user") or new.get("text") == old.get("text"):
        return None  # Slack edits a message itself when it unfurls a link
    edited = (new.get("edited") or {}).get("ts") or event["event_ts"]
    merged = {**new, "channel": event["channel"], "channel_type": event.get("channel_type")}
    asked = event.get("channel_type") == "im" or mrkdwn.mentions(new.get("text") or "", _bot(body))
    note = _note("revise", body, merged, asked=asked, edition=edited)
    return replace(note, links=()) if reads_like_article(note.text) else note


def _withdrawn(body: Payload, event: Payload, ts: str | None) -> Note | None:
    if not ts or (event.get("previous_message") or {}).get("bot_id"):
        return None
    key = f"{body['team_id']}:{event['channel']}:{ts}:deleted"
    return Note("withdraw", key, body["team_id"], event["channel"], ts)


def _note(want: Want, body: Payload, event: Payload, *, asked: bool = False, edition: str = "") -> Note:
    team, channel, ts = body["team_id"], event["channel"], event["ts"]
    previews = want != "revise"  # Slack has not taken away yet what belongs to a link that was
    shared = partial(posted.asked, event) if asked else partial(posted.shared, event, bot=_bot(body))
    return Note(
        want,
        ":".join(part for part in (team, channel, ts, edition) if part),
        team,
        channel,
        ts,
        thread=event.get("thread_ts") or ts,
        user=event.get("user"),
        links=shared(previews=previews),
        text=_plain(event),
        asked=asked,
    )


def _plain(message: Payload) -> str:
    """The message's own text as it was typed, without mentions."""
    return mrkdwn.plain(mrkdwn.without_mentions(message.get("text") or ""))


def _bot(body: Payload) -> str | None:
    """The bot's own user id in the receiving workspace."""
    return next((entry.get("user_id") for entry in body.get("authorizations") or ()), None)
