"""What somebody types or presses to follow a country, and to have peace from it: an `Order` in a `Note` (pure)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from handlers import mrkdwn, phrases
from handlers.note import Note
from handlers.order import Order, unpack
from handlers.presses import team_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from handlers.order import Verb
    from handlers.phrases import Typed

    Payload = Mapping[str, Any]

LONGEST_NAME, MOST_NAMES = 7, 30  # words of a place, and places: whoever says more than that tells a story
CHANNELS = ("C", "G")  # what the ids of channels begin with; a direct message is none that could follow anything
ALL = frozenset({"all", "everything", "everywhere", "everyone", "all countries", "anything"})
PRONOUNS = frozenset({"me", "it"})  # in small letters no codes of countries
_POLITE = (
    r"(?:(?:please|pls|hi|hey|hello|ok|okay|let's|let me|let us|i want to|i'd like to|i would like to|we want to|start|"
    r"you can|just)[ ,]+)*"
)
_LIST = re.compile(
    rf"{_POLITE}(?:(?:show|list|tell)(?: me)? )?(?:following|(?:my |our )?list|"
    r"(?:(?:all )?(?:my|our|the) )?subscriptions?|"
    r"(?:what|who|which (?:countries|places|ones)) (?:do|am|are) (?:i|we) (?:currently )?follow(?:ing)?|"
    r"(?:what|which countries) does (?P<whose>this channel|<#[^<>]+>) follow|"
    r"(?:what|which countries) (?:is|are) followed|(?:what|everything) (?:i|we)(?:'m| am|'re| are)? follow(?:ing)?)\b",
    re.IGNORECASE,
)
_WORDS: dict[Verb, str] = {
    "unfollow": r"un-?follow(?:ing)?|unsubscribe(?: me| us)?(?: from)?|(?:stop|quit|no longer) follow(?:ing)?|"
    r"(?:don't|do not) follow|stop telling (?:me|us) (?:about|of)",
    "unmute": r"un-?mute",
    "mute": r"mute",
    "snooze": r"snooze",
    "wake": r"wake(?: up)?|un-?snooze",
    "follow": r"follow(?!(?:[ -]?ups?| suit| through)\b)|(?<=start )following|subscribe(?: me| us)?(?: to)?|"
    r"(?:notify|alert) (?:me|us) (?:about|of|on|to)|"
    r"(?:tell|notify|alert) (?:me|us) (?:when|if|as soon as) (?:something|anything|news|there(?: is|'s) (?:something|"
    r"anything|news))(?: new)? (?:about|on|from|of)",
}
_VERBS = {verb: re.compile(rf"{_POLITE}(?:{words})(?![\w'-])", re.IGNORECASE) for verb, words in _WORDS.items()}
_OPTIONS: dict[Verb, tuple[phrases.Option, ...]] = {"follow": phrases.FOLLOW, "unfollow": phrases.UNFOLLOW}
_AND = re.compile(r"[,;&]| and ", re.IGNORECASE)


def typed(words: str, user: str, channel: str = "") -> Order | None:
    """An order as somebody types it; None where it is none.

    Options stand before or behind the place, in any order: a role, a pace, and for whom. It is for the person, unless
    a channel is named or meant by "here".
    """
    text = words.replace("’", "'").strip()
    if (listed := _LIST.match(text)) and (rest := _listed(text, listed)):
        return Order("following", "", _reader(rest, user, channel))
    for verb, pattern in _VERBS.items():
        if found := pattern.match(text):
            read = phrases.read(text[found.end() :], _OPTIONS.get(verb, phrases.REST))
            return _order(verb, read, _reader(read, user, channel))
    return None


def spoken(words: str, user: str, channel: str) -> Order | None:
    """The same in a conversation, where a question, or a sentence, may begin alike: "follow the money: who paid?"."""
    order = typed(words, user, channel)
    if order is None or order.verb == "following":
        return order
    names = _AND.split(order.place)
    told = len(names) > MOST_NAMES or any(len(name.split()) > LONGEST_NAME for name in names)
    return None if told or words.rstrip(" \t\n\"'”’)").endswith("?") else order


def command(body: Payload) -> Note | None:
    """`/dateline follow …`, `unfollow …` or `following`; None for every other word."""
    user, channel, trigger = body["user_id"], body["channel_id"], body["trigger_id"]
    order = typed(mrkdwn.unescaped(body.get("text") or ""), user, channel)
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


def _order(verb: Verb, read: Typed, reader: str) -> Order:
    """What is wanted of the place; of no place at all, nothing is ended by mistake."""
    place = "" if read.place in PRONOUNS else read.place
    if verb == "follow":
        return Order(verb, place, reader, read.role, read.pace)
    everything = place.lower() in ALL
    if verb == "unfollow" and not place:
        return Order("following", "", reader)
    days = (read.days or 1) if verb == "snooze" else 0
    return Order(verb, "" if everything else place, reader, days=days)


def _listed(text: str, found: re.Match[str]) -> Typed | None:
    """What stands behind a wish for the list; None where it goes on about something else."""
    read = phrases.read(f"{text[found.end() :]} {found['whose'] or ''}", phrases.UNFOLLOW)
    return None if read.place else read


def _reader(read: Typed, user: str, channel: str) -> str:
    """Whom it is for; a channel's name with ``#`` where only that is known."""
    if read.reader == "here" and channel.startswith(CHANNELS):
        return channel
    return read.reader if read.reader.startswith(("#", *CHANNELS)) else user
