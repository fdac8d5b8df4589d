"""What the front desk hands to a worker: one value for everything that Slack can send."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from pydantic import TypeAdapter

from handlers.order import Order, Tip

Want = Literal[
    "digest",
    "revise",
    "withdraw",
    "parent",
    "paste",
    "usage",
    "hint",
    "question",
    "goodbye",
    "order",
    "spread",
    "tell",
    "roundup",
]


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that somebody wants of the bot.

    Attributes:
        want: ``digest`` (links, else text), ``revise`` (an edited message), ``withdraw`` (a deleted one), ``parent``
            (the message that the thread hangs on), ``paste`` (the text of a link that could not be read whole),
            ``usage`` or ``hint`` (words of ours), ``question``, ``goodbye`` (the workspace uninstalled the app),
            ``order`` (of somebody who follows countries), ``spread`` (a new digest: who is to be told of it),
            ``tell`` (one of them), ``roundup`` (what waited for one of them).
        key: the idempotency key of the event; it begins with workspace:channel:ts.
        ts: the message that it is about; for a command, its trigger.
        thread: the thread that replies go to; None where there is none, as for a command.
        links: addresses as posted, at most five, in order.
        text: the message as typed, without mentions; what a paste is made of.
        title: the headline that was typed above a pasted text.
        post: the ``ts`` of our post whose place the digest of a pasted text takes; None where only one person saw it.
        asked: whether somebody asked the bot, so that it must say something.
        ephemeral: a response address that only the asking person sees, for 30 minutes.
        again: whether an earlier attempt at it was cut short, so that its post may stand in the thread already.
        order: what is wanted, for ``order``.
        replaces: whether the answer takes the place of the words, seen by one person alone, under which a button was.
        tip: what it is about, for ``spread``, ``tell`` and ``roundup``; ``user`` is then who shared the article.
    """

    want: Want
    key: str
    workspace: str
    channel: str
    ts: str
    thread: str | None = None
    user: str | None = None
    links: tuple[str, ...] = ()
    text: str = ""
    title: str = ""
    post: str | None = None
    asked: bool = False
    ephemeral: str | None = None
    again: bool = False
    order: Order | None = None
    replaces: bool = False
    tip: Tip | None = None

    @property
    def sent(self) -> str | None:
        """The day of the message, ISO 8601 in UTC: what "Sunday" in a pasted text is counted from."""
        stamp = _STAMP.fullmatch(self.ts)
        return datetime.fromtimestamp(int(stamp[1]), UTC).date().isoformat() if stamp else None

    @property
    def place(self) -> tuple[str, str, str, str]:
        """Of a question among those of its thread: workspace, channel, thread, and when it was asked."""
        return self.workspace, self.channel, self.thread or "", self.ts

    @property
    def source(self) -> str:
        """The message that it is about, whatever happened to it since."""
        return f"{self.workspace}:{self.channel}:{self.ts}"

    @property
    def line(self) -> str:
        """Where one note is done after the other: its message, or the reader who is told of something."""
        return f"{self.workspace}:{self.tip.reader}" if self.tip and self.tip.reader else self.source


_STAMP = re.compile(r"(\d{10})\.\d+")  # a message's `ts`; a command's trigger has more parts
_ADAPTER: TypeAdapter[Note] = TypeAdapter(Note)


def pack(note: Note) -> str:
    """A note as a queue carries it."""
    return _ADAPTER.dump_json(note).decode()


def unpack(packed: str) -> Note:
    """The note again."""
    return _ADAPTER.validate_json(packed)
