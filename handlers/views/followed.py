"""The list of what somebody follows: each in a line, with a button to end it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from bot.storage.subscriptions import MOST
from bot.topics import name_of
from handlers.order import Order
from handlers.views import blocks, wording
from handlers.views.following import EXAMPLES, PACES, ROLES, button, follows, said
from handlers.views.message import Block, Message, escaped
from handlers.views.shorten import clip

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.model import Subscription

SHOWN = 18  # lines on a page: a message takes about 13,000 characters, and a line with its button counts some 600
RESTING, PLAIN = 80, 3500  # characters of the names of a region's resting countries, and of the whole as words alone


def followed(subscriptions: Sequence[Subscription], order: Order, now: datetime) -> Message:
    """What a reader follows, with pace, role, and whether it rests at this time; a region in one line.

    One page of it, by name, as the order wants; on the text alone, as much as it takes.
    """
    whose = follows(order.reader)
    if not subscriptions:
        return said(f"{whose} nothing yet. {EXAMPLES}")
    places: dict[str, list[Subscription]] = {}
    for each in sorted(subscriptions, key=_name):
        places.setdefault(each.region or each.country, []).append(each)
    head = f"*{whose} {len(places)} of at most {MOST}:*"
    lines = {place: _line(members, now) for place, members in places.items()}
    start = SHOWN * min(order.page, (len(places) - 1) // SHOWN)
    rows = [_row(lines[place], place, order.reader, start + at) for at, place in enumerate([*places][start:][:SHOWN])]
    wakes = any(_rests(each, now) for each in subscriptions)
    row = tuple(_turns(order.reader, start // SHOWN, len(places), wakes=wakes))
    text = clip("\n".join([head, *lines.values()]), PLAIN)
    return Message(text, (blocks.section(head), *rows, *((blocks.actions(*row),) if row else ())))


def _turns(reader: str, page: int, places: int, *, wakes: bool) -> Iterator[Block]:
    """The way to other pages, and an end to all rest."""
    if page:
        yield button("Back", Order("following", "", reader, page=page - 1), "back", "the places before")
    if (page + 1) * SHOWN < places:
        yield button("More", Order("following", "", reader, page=page + 1), "more", "the next places")
    if wakes:
        yield button("Wake all", Order("wake", "", reader), "all", "all that rests")


def _line(members: Sequence[Subscription], now: datetime) -> str:
    """One place; of a region whose countries do not all rest alike, which do."""
    one = members[0]
    name = escaped(one.region) or f"{wording.flag(one.country)} {escaped(name_of(one.country))}".strip()
    resting = {each.country: _rests(each, now) for each in members if _rests(each, now)}
    states = set(resting.values())
    said = _resting(resting) if len(resting) < len(members) or len(states) > 1 else states.pop()
    return f"*{name}*: {PACES[one.pace]}, {ROLES[one.least_role]}{f' · _{said}_' if said else ''}"


def _resting(resting: Mapping[str, str]) -> str:
    names = (f"{name_of(code)} {state}" for code, state in resting.items())
    return escaped(clip(", ".join(names), RESTING))


def _rests(each: Subscription, now: datetime) -> str:
    """How it rests; empty: it is told of."""
    if each.muted:
        return "muted"
    if each.snoozed_until is None or (until := datetime.fromisoformat(each.snoozed_until)) <= now:
        return ""
    return f"snoozed until {wording.day(until.date().isoformat(), weekday=True)}"


def _name(each: Subscription) -> tuple[str, str]:
    return (each.region or name_of(each.country)).casefold(), each.country


def _row(line: str, place: str, reader: str, number: int) -> Block:
    """A line with its button."""
    name = place if len(place) > 2 else name_of(place)  # noqa: PLR2004  alpha-2
    return {
        **blocks.section(line),
        "accessory": button("Unfollow", Order("unfollow", place, reader), str(number), name),
    }
