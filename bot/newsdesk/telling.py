"""Whom a new digest concerns: those who follow its countries, each for one of them, and how fast they want to hear."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.storage.codec import Waiting
from bot.topics import concerns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.model import Country, Digest, Pace, Subscription
    from bot.storage.store import Store
    from bot.storage.turns import Clock


@dataclass(frozen=True, slots=True)
class Concern:
    """A reader, a person's or a channel's id, whom a digest concerns: for which country, and at what pace."""

    reader: str
    country: Country
    pace: Pace


class Followers:
    """Those who follow, by workspace. Every method raises `StoreDown` when Redis fails."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    async def of(self, workspace: str, digest: Digest, story: str) -> tuple[Concern, ...]:
        """Whom a digest concerns now, and who does not know of its story yet.

        Each once: of several subscriptions the fastest counts, then that to the most salient country. Whoever snoozed
        or muted a country is not concerned by it.
        """
        about = [country.code for country in digest.countries if country.about]
        concerned = self._meet(digest, await self._store.followers(workspace, about) if about else ())
        told = await self._store.told(workspace, [each.reader for each in concerned], story) if concerned else ()
        return tuple(each for each in concerned if each.reader not in told)

    async def still(self, workspace: str, digest: Digest, reader: str) -> Concern | None:
        """How the digest concerns a reader now: they may have changed what they follow meanwhile."""
        return next(iter(self._meet(digest, await self._store.following(workspace, reader))), None)

    async def knows(self, workspace: str, reader: str, story: str) -> None:
        """This reader knows of the story already: nobody is to tell them."""
        await self._store.mark_told(workspace, reader, story)

    async def put_by(self, workspace: str, concern: Concern, story: str, identity: str) -> None:
        """Let the article wait for the reader's next roundup."""
        country = concern.country
        waiting = Waiting(country.code, story, identity, self._clock(), country.role)
        await self._store.pend(workspace, concern.reader, concern.pace, waiting)

    def _meet(self, digest: Digest, subscriptions: Iterable[Subscription]) -> list[Concern]:
        now = datetime.fromtimestamp(self._clock(), UTC).isoformat()
        met = concerns(digest.countries, subscriptions, now)
        return [Concern(each.reader, country, each.pace) for each, country in met]
