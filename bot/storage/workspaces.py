"""In which workspaces anybody follows anything: the one list that is not of a workspace itself."""

from __future__ import annotations

from typing import cast

from bot.storage import keys
from bot.storage.guard import answering
from bot.storage.memory import Memory


class Workspaces(Memory):
    """The list of workspaces. Every method raises `StoreDown` when Redis fails.

    In a cluster it lies apart from what it is about, so that the two can't change together: whatever workers that
    follow and unfollow at the same time do, no workspace with a reader is missing from it.
    """

    @answering()
    async def workspaces(self) -> tuple[str, ...]:
        """The workspaces where anybody follows anything, sorted."""
        found = cast("set[bytes]", await self._redis.smembers(keys.WORKSPACES))
        return tuple(sorted(workspace.decode() for workspace in found))

    async def _enlist(self, workspace: str) -> None:
        await self._redis.sadd(keys.WORKSPACES, workspace)

    async def _strike(self, workspace: str) -> None:
        """Takes it off the list, unless somebody follows something there."""
        readers = keys.desk(workspace, "readers")
        if not await self._redis.exists(readers):
            await self._redis.srem(keys.WORKSPACES, workspace)
        if await self._redis.exists(readers):  # by now, and since before it was struck
            await self._enlist(workspace)
