"""What goes into a reader's roundup: all that waited, looked at once more, by event, the newest first.

Between the moment at which something was put by and the roundup's hour much can happen, and the reader's latest word
counts. What they no longer follow, or have muted, is let go. What they snoozed waits for the first roundup after; what
comes while it is snoozed is not put by at all. What they follow at another pace by now comes at that pace: a daily one
that became weekly moves to Monday's, a weekly one that became daily comes the next morning; what became instant comes
with the roundup that it waits for, since news that waited is no reason to interrupt anybody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from bot.model import Country, Pace
from bot.topics import name_of, why
from bot.topics.matching import RANKS, moment_of

if TYPE_CHECKING:
    from bot.model import Post, Subscription
    from bot.storage.codec import Waiting
    from bot.storage.store import Store

PACES: tuple[Pace, ...] = ("daily", "weekly")
"""Those with roundups."""

Fate = Literal["told", "kept", "moved", "gone"]
"""What becomes of something that waits: it is told now, waits on, moves to the weekly roundup, or is let go."""

Stands = Callable[["Post"], Awaitable[str | None]]
"""The address of a digest of ours, or nothing where Slack has none; None: it is gone, or the reader can't see it."""


@dataclass(frozen=True, slots=True)
class Errand:
    """One roundup to be made.

    Attributes:
        workspace: whose.
        reader: a person's or a channel's id.
        pace: daily or weekly.
        date: the ISO 8601 date that it belongs to, where the reader lives.
        until: what came later waits for the next one; seconds since 1970.
        by: the key of the job.
    """

    workspace: str
    reader: str
    pace: Pace
    date: str
    until: float
    by: str

    @property
    def teller(self) -> str:
        """Who claims its stories: not the job, so that the next morning's tells those of a job that is given up."""
        return f"{self.workspace}:{self.reader}:roundup:{self.pace}"


@dataclass(frozen=True, slots=True)
class Event:
    """One story in a roundup.

    Attributes:
        story: its id.
        digest: our latest one that the reader can see, with the headline of its article.
        code: of the country for which the reader is told.
        why: why they are told: "Kenya is an actor"; only the name where that is all that is known.
        articles: how many there are that the reader can see, at least one.
        outlets: their hosts, that of the latest first; none for pasted texts.
        link: to that digest in its thread; empty where Slack has none.
    """

    story: str
    digest: Post
    code: str
    why: str
    articles: int
    outlets: tuple[str, ...]
    link: str


@dataclass(frozen=True, slots=True)
class Roundup:
    """The events, the newest first; what waits no more once it is sent, by its pace; and what moves to Monday's."""

    events: tuple[Event, ...]
    spent: Mapping[Pace, tuple[Waiting, ...]]
    moved: tuple[Waiting, ...]


class Gathering:
    """Makes roundups. Everything may be done again by the same job, after a crash."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def gather(self, errand: Errand, now: float, stands: Stands) -> Roundup:
        """What is to be told; at last, when all is known, claimed, so that nobody else tells the reader meanwhile."""
        store, reader = self._store, (errand.workspace, errand.reader)
        wishes = {wish.country: wish for wish in await store.following(*reader)}
        found = [(pace, each) for pace in PACES for each in await store.pending(*reader, pace, errand.until)]
        fates = [(fate(pace, each, wishes.get(each.country), errand.pace, now), pace, each) for pace, each in found]
        stories = _by_story(each for what, _, each in fates if what == "told")
        seen = [event for each in stories if (event := await self._event(errand, each, stands))]
        events = [event for event in seen if await store.claim_told(*reader, event.story, errand.teller)]
        spent = {pace: tuple(each for what, its, each in fates if its == pace and what != "kept") for pace in PACES}
        return Roundup(tuple(events), spent, tuple(each for what, _, each in fates if what == "moved"))

    async def sent(self, errand: Errand, roundup: Roundup) -> None:
        """It stands, or there was nothing to tell."""
        store, reader = self._store, (errand.workspace, errand.reader)
        for event in roundup.events:
            await store.mark_told(*reader, event.story)
        await self._settle(errand, roundup)

    async def unreachable(self, errand: Errand, roundup: Roundup) -> None:
        """Nobody can be told: nothing waits on, and nothing counts as told should they come back."""
        await self._unclaim(errand, roundup)
        await self._settle(errand, roundup)

    async def put_back(self, errand: Errand, roundup: Roundup) -> None:
        """It could not be sent yet: this job, the next roundup or another message may tell all of it."""
        await self._unclaim(errand, roundup)
        await self._store.abandon_roundup(errand.workspace, errand.reader, errand.pace, errand.date, errand.by)

    async def _unclaim(self, errand: Errand, roundup: Roundup) -> None:
        for event in roundup.events:
            await self._store.unclaim(errand.workspace, errand.reader, event.story, errand.teller)

    async def _settle(self, errand: Errand, roundup: Roundup) -> None:
        store, reader = self._store, (errand.workspace, errand.reader)
        for each in roundup.moved:
            await store.pend(*reader, "weekly", each)
        for pace in PACES:
            if pace != errand.pace:
                await store.discard(*reader, pace, roundup.spent[pace])
        await store.complete_roundup(*reader, errand.pace, errand.date, roundup.spent[errand.pace])

    async def _event(self, errand: Errand, waiting: tuple[Waiting, ...], stands: Stands) -> Event | None:
        """A story as the reader can see it: all of its digests, as long as one of those that waited is among them."""
        posts = await self._store.reports(errand.workspace, waiting[0].story)
        links = {post: link for post in reversed(posts) if (link := await stands(post)) is not None}
        articles = {post.identity: post for post in reversed(links)}  # of two digests of an article, the latest one
        seen = [each for each in waiting if each.identity in articles]
        if not seen:
            return None
        latest = next(iter(links))
        code, reason = _reason(seen)
        outlets = tuple(dict.fromkeys(filter(None, map(_outlet, links))))
        return Event(waiting[0].story, latest, code, reason, len(articles), outlets, links[latest])


def fate(waits: Pace, waiting: Waiting, wish: Subscription | None, pace: Pace, now: float) -> Fate:
    """What becomes, in a roundup of a ``pace``, of something that ``waits`` under the same or the other one."""
    if wish is None or wish.muted or (waiting.role and RANKS[waiting.role] < RANKS[wish.least_role]):
        return "gone"
    if wish.snoozed_until and moment_of(wish.snoozed_until) > datetime.fromtimestamp(now, UTC):
        return "kept"
    if waits == pace:
        return "moved" if (waits, wish.pace) == ("daily", "weekly") else "told"
    return "told" if wish.pace == pace else "kept"


def _by_story(waiting: Iterable[Waiting]) -> Iterable[tuple[Waiting, ...]]:
    """The articles of each story, the story with the newest one first."""
    stories: defaultdict[str, list[Waiting]] = defaultdict(list)
    for each in sorted(waiting, key=lambda each: -each.at):
        stories[each.story].append(each)
    return map(tuple, stories.values())


def _reason(waiting: Iterable[Waiting]) -> tuple[str, str]:
    """For which country, and why: where its role is the greatest."""
    best = max(waiting, key=lambda each: RANKS[each.role] if each.role else -1)
    name = name_of(best.country)
    return best.country, why(Country(best.country, name, best.role, 0.0, True, None)) if best.role else name


def _outlet(post: Post) -> str:
    return (urlsplit(post.url or "").hostname or "").removeprefix("www.")
