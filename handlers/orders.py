"""What somebody types or presses to follow a country, and to have peace from it: an `Order` in a `Note` (pure)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from handlers.note import Note
from handlers.order import Order, unpack
from handlers.presses import team_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.model import Pace, Role
    from handlers.order import Verb

    Payload = Mapping[str, Any]

ROLES: dict[str, Role] = {
    "actor": "actor",
    "actors": "actor",
    "acting": "actor",
    "target": "target",
    "location": "location",
    "any": "mentioned",
    "all": "mentioned",
    "anything": "mentioned",
    "everything": "mentioned",
}
PACES: dict[str, Pace] = {
    "instant": "instant",
    "instantly": "instant",
    "immediately": "instant",
    "immediate": "instant",
    "once": "instant",
    "now": "instant",
    "daily": "daily",
    "day": "daily",
    "weekly": "weekly",
    "week": "weekly",
}
LONGEST = 14  # words: whoever types more than that tells a story
_VERBS: dict[Verb, re.Pattern[str]] = {
    "following": re.compile(
        r"(?:list|what (?:do|am) i follow(?:ing)?|(?:my )?subscriptions?|following)\b"
        r"(?=\W*$|\s+(?:(?:in|for)\s+)?(?:here\W*$|this channel\W*$|<#))",
        re.IGNORECASE,
    ),
    "unfollow": re.compile(
        r"(?:please )?(?:unfollow|unsubscribe(?: me)?(?: from)?|stop following|do(?:n't| not) follow)\b", re.IGNORECASE
    ),
    "follow": re.compile(r"(?:please )?(?:follow|subscribe(?: me)?(?: to)?)\b(?![-'])", re.IGNORECASE),
}
_CHANNEL = re.compile(r"<#([CG][A-Z0-9]+)(?:\|[^<>]*)?>")
_HERE = re.compile(r"\b(?:(?:in|for|to) )?(?:here|this channel)\s*$", re.IGNORECASE)
_ME = re.compile(r"\bfor me\s*$", re.IGNORECASE)
_FILLERS = frozenset(
    {"as", "an", "a", "at", "once", "in", "for", "only", "every", "each", "per", "please", "roundup", "role"}
)
_EDGES = " \t,.;:!?()[]\"'“”’"
ALL = frozenset({"all", "everything", "everywhere", ""})


def typed(words: str, user: str, channel: str = "") -> Order | None:
    """An order as somebody types it; None where it is none. For a person, unless a channel is named or meant by "here".

    Options may come in any order at the end: a role, a pace, and for whom.
    """
    text = words.replace("’", "'").strip()
    if len(text.split()) > LONGEST:
        return None
    for verb, pattern in _VERBS.items():
        if found := pattern.match(text):
            place, reader = _reader(text[found.end() :], user, channel)
            if verb == "unfollow":
                return Order(verb, "" if place.lower() in ALL else place, reader)
            return _options(Order(verb, place, reader))
    return None


def spoken(words: str, user: str, channel: str) -> Order | None:
    """The same in a conversation, where a question may begin alike: "follow the money: who paid?"."""
    order = typed(words, user, channel)
    asks = order is not None and order.verb != "following" and words.rstrip(_EDGES.replace("?", "")).endswith("?")
    return None if asks else order


def command(body: Payload) -> Note | None:
    """`/dateline follow …`, `unfollow …` or `following`; None for every other word."""
    user, channel, trigger = body["user_id"], body["channel_id"], body["trigger_id"]
    order = typed(body.get("text") or "", user, channel)
    if order is None:
        return None
    key = f"{body['team_id']}:{channel}:{trigger}"
    said = body["response_url"]
    return Note("order", key, body["team_id"], channel, trigger, user=user, asked=True, ephemeral=said, order=order)


def pressed(body: Payload) -> Note:
    """A button with an order, under a digest, under a message of ours to a reader, or under our answer to an order."""
    place, action, user, team = body["container"], body["actions"][0], body["user"]["id"], team_of(body)
    order = unpack(action["value"])
    channel = place["channel_id"]
    return Note(
        "order",
        f"{team}:{channel}:{action['action_ts']}:{user}:{action['action_id']}",
        team,
        channel,
        action["action_ts"],
        thread=place.get("thread_ts") or (body.get("message") or {}).get("thread_ts"),
        user=user,
        asked=True,
        ephemeral=body.get("response_url"),
        order=order if order.reader else replace(order, reader=user),
        replaces=bool(place.get("is_ephemeral")),
    )


def _reader(rest: str, user: str, channel: str) -> tuple[str, str]:
    """The rest without whom it is for, and whom that is."""
    if named := _CHANNEL.search(rest):
        before = re.sub(r"\b(?:in|for|to)\s*$", "", rest[: named.start()], flags=re.IGNORECASE)
        return f"{before} {rest[named.end() :]}".strip(_EDGES), named[1]
    rest = rest.strip(_EDGES)
    if channel and _without_options(rest, _HERE) is not None:
        return _without_options(rest, _HERE) or "", channel if channel.startswith(("C", "G")) else user
    mine = _without_options(rest, _ME)
    return rest if mine is None else mine, user


def _without_options(rest: str, pattern: re.Pattern[str]) -> str | None:
    """The text without what a pattern finds at its end, or before options; None where it is not there."""
    words = rest.split()
    for last in range(len(words), 0, -1):
        head, tail = " ".join(words[:last]), words[last:]
        if found := pattern.search(head):
            return " ".join([head[: found.start()].strip(), *tail]).strip(_EDGES)
        if not _is_option(words[last - 1]):
            return None
    return None


def _is_option(word: str) -> bool:
    bare = word.strip(_EDGES).lower()
    return bare in ROLES or bare in PACES or bare in _FILLERS


def _options(order: Order) -> Order:
    """The order with its role and pace, which stand after the place; a place never ends with such a word."""
    words, found = order.place.split(), list[str]()
    while words and _is_option(words[-1]):
        found.append(words.pop().strip(_EDGES).lower())
    role = next(_first(found, ROLES), None)
    pace = next(_first(found, PACES), None)
    return replace(order, place=" ".join(words).strip(_EDGES), least_role=role, pace=pace)


def _first(words: list[str], meanings: Mapping[str, Any]) -> Iterator[Any]:
    return (meanings[word] for word in words if word in meanings)
