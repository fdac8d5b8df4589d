"""Whose turn it is to get a message: no faster than Slack allows, one reader and a whole workspace, in order.

Everybody has a place in one line of the workspace, some time after the one before, and comes when it is time. Many who
come late, after down-time, line up anew and do not come all at once. The line is kept by all workers together.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from bot.storage import keys
from bot.storage.guard import answering
from bot.storage.turns import Moments, Turns

EVERY = 0.25
"""Seconds from one message of a workspace to the next: 240 a minute. Slack takes "several hundred", digests counted."""

GAP = 1.0
"""Seconds from one message to a reader to the next: Slack takes about one a second in a channel (slack.md)."""

LATE = 1.0
"""Seconds after which a place in the line is lost: a worker was busy, or nobody was there."""


class Mailing(Turns):
    """Turns of messages to readers. Every method raises `StoreDown` when Redis fails."""

    @answering()
    async def mail_turn(self, workspace: str, reader: str, message: str) -> float:
        """Seconds until a reader may be sent a message: 0 means now, and counts as done.

        Otherwise its place is kept: ask again then, under the same name of the message.
        """
        every, gap = (partial(_next, apart=apart) for apart in (EVERY, GAP))
        line, own = keys.desk(workspace, "mail"), keys.desk(workspace, "mail", reader)
        return await self._turn(message.encode(), (line, every), (own, gap))

    @answering()
    async def line_up(self, workspace: str, messages: Sequence[str]) -> tuple[float, ...]:
        """Places for several messages behind all others, in their order; in how many seconds it is each one's turn.

        Those who have a place keep it.
        """
        tokens = [message.encode() for message in messages]

        def joined(known: Moments, now: float) -> Moments:
            kept, end = dict(known), max((at + EVERY for at in known.values()), default=now)
            for token in tokens:
                if token not in kept:
                    kept[token] = end = max(now, end)
                    end += EVERY
            return kept

        if not tokens:
            return ()
        line, now = await self._rearrange(keys.desk(workspace, "mail"), joined)
        return tuple(max(0.0, line[token] - now) for token in tokens)

    @answering()
    async def hold_mail(self, workspace: str, message: str, seconds: float) -> None:
        """Slack takes no messages for so long: this one comes first then, and all others keep their order behind it."""

        def moved(known: Moments, now: float) -> Moments:
            waiting = {mark: at for mark, at in known.items() if at > now - LATE}
            shift = max(0.0, now + seconds + EVERY - min(waiting.values(), default=now + seconds + EVERY))
            return {**known, **{mark: at + shift for mark, at in waiting.items()}, message.encode(): now + seconds}

        await self._rearrange(keys.desk(workspace, "mail"), moved)


def _next(others: list[float], own: float | None, now: float, *, apart: float) -> float:
    """What was promised stands, and is good for a moment after; whoever has no promise comes after all who have one."""
    if own is not None and own > now - LATE:
        return max(own, now)
    return max(now, others[-1] + apart) if others else now
