"""What was asked in a thread, by workspace, and whose answer comes first."""

from __future__ import annotations

from typing import cast

from bot.storage import keys
from bot.storage.codec import ASKED, Asked
from bot.storage.guard import answering
from bot.storage.memory import append
from bot.storage.turns import Turns

MOST = 5
"""How many questions of a thread are remembered, the latest: what a follow-up leans on."""


class Inquiries(Turns):
    """Questions in threads; ``ts`` is the thread's, or of a conversation without one empty.

    Every method raises `StoreDown` when Redis fails.
    """

    @answering()
    async def asked(self, workspace: str, channel: str, ts: str) -> tuple[Asked, ...]:
        """The latest questions that were answered there, the oldest first."""
        return ASKED.decode_all(await self._list(keys.desk(workspace, "asked", channel, ts)))

    @answering()
    async def keep_asked(self, workspace: str, channel: str, ts: str, question: Asked) -> None:
        """Remembers a question that was answered, for a day."""
        name = keys.desk(workspace, "asked", channel, ts)
        async with self._pipeline() as pipe:
            append(pipe, name, ASKED.encode(question), keys.ASKED)
            pipe.ltrim(name, -MOST, -1)
            await pipe.execute()

    @answering()
    async def take_place(self, workspace: str, channel: str, ts: str, question: str) -> None:
        """A question, by its message's ``ts``, is being answered: who asked later in this thread comes after it."""
        name = keys.desk(workspace, "asking", channel, ts)
        async with self._pipeline() as pipe:
            pipe.zadd(name, {question: float(question)})
            pipe.expire(name, keys.ASKING)
            await pipe.execute()

    @answering()
    async def is_next(self, workspace: str, channel: str, ts: str, question: str) -> bool:
        """Whether nobody who asked before waits for an answer.

        For what was asked more than a minute ago nobody waits: its worker died, or much has to be done before it.
        """
        name = keys.desk(workspace, "asking", channel, ts)
        async with self._pipeline() as pipe:
            pipe.zremrangebyscore(name, "-inf", self._clock() - keys.ASKING.total_seconds())
            pipe.zrange(name, 0, 0)
            first = cast("list[bytes]", (await pipe.execute())[1])
        return not first or first[0].decode() == question or float(question) < float(first[0])

    @answering()
    async def give_place(self, workspace: str, channel: str, ts: str, question: str) -> None:
        """The question is answered, or let be."""
        await self._redis.zrem(keys.desk(workspace, "asking", channel, ts), question)
