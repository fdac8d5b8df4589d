"""What somebody wants of what they follow, and what somebody who follows is to be told of: both travel with a note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import TypeAdapter

from bot.model import Pace, Role

Verb = Literal["follow", "unfollow", "following", "snooze", "wake", "mute", "unmute"]


@dataclass(frozen=True, slots=True)
class Order:
    """One wish about what is followed.

    Attributes:
        verb: what is to be done.
        place: a country or region as typed, or a country's code from a button; empty: all that the reader follows.
        reader: whose: a person's or a channel's id.
        least_role: from which role on; None: as it is, or at first any.
        pace: how fast; None: as it is, or at first at once.
        days: how long something rests, for ``snooze``.
        page: of a long list, for ``following``; the first is 0.
    """

    verb: Verb
    place: str
    reader: str
    least_role: Role | None = None
    pace: Pace | None = None
    days: int = 0
    page: int = 0


@dataclass(frozen=True, slots=True)
class Tip:
    """What a reader is told of: an article, or a day's roundup.

    Attributes:
        reader: a person's or a channel's id; empty: not chosen yet.
        identity: the article's; empty for a roundup.
        story: the story that it belongs to.
        post: the ``ts`` of its digest in the note's channel.
        country: the code of the country for which the reader is told.
        pace: of a roundup.
        date: of a roundup: the ISO 8601 date where the reader lives.
    """

    reader: str = ""
    identity: str = ""
    story: str = ""
    post: str = ""
    country: str = ""
    pace: Pace = "instant"
    date: str = ""


_ADAPTER: TypeAdapter[Order] = TypeAdapter(Order)


def pack(order: Order) -> str:
    """An order as a button carries it; its action is named ``order_`` and the verb, with a number where it repeats."""
    return _ADAPTER.dump_json(order, exclude_defaults=True).decode()


def unpack(packed: str) -> Order:
    """The order again."""
    return _ADAPTER.validate_json(packed)
