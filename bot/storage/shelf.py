"""What is remembered of articles: their digests, their grammar, the failures of links, and who has one in hand."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.storage import keys
from bot.storage.codec import ENTRY, FAILURE, READING, VECTORS, Entry, Failure
from bot.storage.guard import answering
from bot.storage.lease import Lease
from bot.storage.memory import Client, Memory

if TYPE_CHECKING:
    from bot.errors import Refusal
    from bot.model import Article, Digest, Dossier, Reading, Vector


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

    async def reading(self, version: str, identity: str, workspace: str | None) -> Reading | None:
        """The remembered grammar of an article, looked for on the same shelves."""
        found = await self.grammar(version, identity, workspace)
        return found[0] if found else None

    @answering()
    async def grammar(
        self, version: str, identity: str, workspace: str | None
    ) -> tuple[Reading, tuple[Vector, ...] | None] | None:
        """The same with the vectors of its sentences, where they are remembered, too."""
        for shelf in _shelves(workspace):
            names = [kind(version, identity, shelf) for kind in (keys.reading, keys.vectors)]
            blobs = await self._get_all(names)
            if reading := READING.decode(blobs[0]):
                vectors = VECTORS.decode(blobs[1])
                return reading, vectors if vectors and len(vectors) == len(reading.sentences) else None
        return None

    @answering()
    async def keep_vectors(self, version: str, identity: str, workspace: str | None, dossier: Dossier) -> None:
        """Remembers what a remembered article's sentences mean, beside their grammar and as long."""
        reading = READING.encode(dossier.reading)
        for shelf in _shelves(workspace):
            name = keys.reading(version, identity, shelf)
            if dossier.vectors and (await self._get_all([name]))[0] == reading:
                lives = max(1, await self._redis.ttl(name))
                await self._redis.set(keys.vectors(version, identity, shelf), VECTORS.encode(dossier.vectors), ex=lives)
                return

    @answering()
    async def keep(self, version: str, identity: str, workspace: str | None, dossier: Dossier) -> None:
        """Remembers all of an article for the retention time; workspace None makes it readable to all of them."""
        entry = ENTRY.encode(Entry(dossier.article, dossier.digest))
        async with self._pipeline() as pipe:
            pipe.set(keys.article(version, identity, workspace), entry, ex=self._retention)
            pipe.set(keys.reading(version, identity, workspace), READING.encode(dossier.reading), ex=self._retention)
            pipe.delete(keys.vectors(version, identity, workspace))
            await pipe.execute()

    @answering()
    async def keep_as(self, version: str, identity: str, workspace: str | None, known: str, shelf: str | None) -> None:
        """Remembers what a workspace knows of an article under another address of it, on ``shelf``.

        What comes from a private shelf stays on it.
        """
        for source in _shelves(workspace):
            kinds = (keys.article, keys.reading, keys.vectors)
            blobs = await self._get_all([kind(version, known, source) for kind in kinds])
            if ENTRY.decode(blobs[0]):
                target = source or shelf
                async with self._pipeline() as pipe:
                    for kind, blob in zip(kinds, blobs, strict=True):
                        pipe.set(kind(version, identity, target), blob or b"", ex=self._retention)
                    await pipe.execute()
                return

    def working_on(
        self, version: str, identity: str, workspace: str | None, patience: timedelta | None = None
    ) -> AbstractAsyncContextManager[None]:
        """Only one worker at a time is inside for the same article. Look again (`recall`) once inside.

        The claim of a worker that died lapses after the lease. With ``patience``, whoever has waited that long is let
        in without a claim.
        """
        return Lease(self._redis, keys.working(version, identity, workspace), self._lease).held(patience)

    @answering()
    async def recall_refusal(self, identity: str, workspace: str | None = None) -> Refusal | None:
        """Why this link gave no digest within the last ten minutes, and how long that is remembered yet (`left`)."""
        name = keys.refusal(identity, workspace)
        async with self._pipeline() as pipe:
            pipe.get(name)
            pipe.pttl(name)
            blob, left = await pipe.execute()
        failure = FAILURE.decode(blob)
        refusal = failure.refusal() if failure else None
        if refusal:
            refusal.left = max(0, left) / 1000
        return refusal

    @answering()
    async def keep_refusal(self, identity: str, refusal: Refusal, workspace: str | None = None) -> None:
        """Remembers why a link gives no digest: for all, or for one workspace; a fault of ours only for a moment."""
        lives = keys.REFUSALS if refusal.lasting else keys.PASSING
        await self._redis.set(keys.refusal(identity, workspace), FAILURE.encode(Failure.of(refusal)), ex=lives)


def _shelves(workspace: str | None) -> tuple[str | None, ...]:
    return (None,) if workspace is None else (workspace, None)
