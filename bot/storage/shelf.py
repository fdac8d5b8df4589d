"""What is remembered of articles: their digests, their grammar, the failures of links, and who has one in hand."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.storage import keys
from bot.storage.codec import ENTRY, FAILURE, READING, Entry, Failure
from bot.storage.guard import answering
from bot.storage.lease import Lease
from bot.storage.memory import Client, Memory

if TYPE_CHECKING:
    from bot.errors import Refusal
    from bot.model import Article, Digest, Dossier, Reading


class Shelf(Memory):
    """Articles under their identity and the edition (`version`) that digested them.

    There is one shared shelf, workspace None, for what an anonymous visitor of the web may read, and a private one for
    each workspace. Every method raises `StoreDown` when Redis fails.
    """

    def __init__(self, redis: Client, retention: timedelta, lease: timedelta = keys.LEASE) -> None:
        super().__init__(redis, retention)
        self._lease = lease

    @answering()
    async def recall(self, version: str, identity: str, workspace: str | None) -> tuple[Article, Digest] | None:
        """The remembered article and digest: from the workspace's own shelf, else from the shared one."""
        for blob in await self._get_all([keys.article(version, identity, shelf) for shelf in _shelves(workspace)]):
            if entry := ENTRY.decode(blob):
                return entry.article, entry.digest
        return None

    @answering()
    async def reading(self, version: str, identity: str, workspace: str | None) -> Reading | None:
        """The remembered grammar of an article, looked for on the same shelves."""
        for blob in await self._get_all([keys.reading(version, identity, shelf) for shelf in _shelves(workspace)]):
            if reading := READING.decode(blob):
                return reading
        return None

    @answering()
    async def keep(self, version: str, identity: str, workspace: str | None, dossier: Dossier) -> None:
        """Remembers all of an article for the retention time; workspace None makes it readable to all of them."""
        entry = ENTRY.encode(Entry(dossier.article, dossier.digest))
        async with self._pipeline() as pipe:
            pipe.set(keys.article(version, identity, workspace), entry, ex=self._retention)
            pipe.set(keys.reading(version, identity, workspace), READING.encode(dossier.reading), ex=self._retention)
            await pipe.execute()

    def working_on(self, version: str, identity: str, workspace: str | None) -> AbstractAsyncContextManager[None]:
        """Only one worker at a time is inside for the same article. Look again (`recall`) once inside.

        The claim of a worker that died lapses after the lease.
        """
        return Lease(self._redis, keys.working(version, identity, workspace), self._lease).held()

    @answering()
    async def recall_refusal(self, identity: str) -> Refusal | None:
        """Why this link gave no digest within the last ten minutes."""
        failure = FAILURE.decode(await self._get(keys.refusal(identity)))
        return failure.refusal() if failure else None

    @answering()
    async def keep_refusal(self, identity: str, refusal: Refusal) -> None:
        """Remembers why a link gives no digest, if it would be the same again within minutes (`lasting`)."""
        if refusal.lasting:
            await self._redis.set(keys.refusal(identity), FAILURE.encode(Failure.of(refusal)), ex=keys.REFUSALS)


def _shelves(workspace: str | None) -> tuple[str | None, ...]:
    return (None,) if workspace is None else (workspace, None)
