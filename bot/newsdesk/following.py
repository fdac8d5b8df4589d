"""Somebody follows a country or a region, or no longer does, or wants to have peace for a while."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Literal

from bot import topics
from bot.model import Subscription
from bot.topics.matching import PACES, RANKS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.storage.store import Store
    from bot.storage.turns import Clock
    from bot.topics import Topic

Kind = Literal["new", "same", "changed", "full", "gone", "none", "unknown", "several"]
"""What came of a wish: followed since now; followed before, just so; otherwise than before; no room; done, with nothing
to be added; not followed at all; no such place; a name of several places."""

MOST = 60  # places of one order; a reader has room for fewer
_AND = re.compile(r"[,;&]|\band\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a wish about one place.

    Attributes:
        kind: see `Kind`.
        words: the place as it was typed.
        topic: what is meant by it; None for an unknown place.
        subscription: as it is now, one of a region's; as it was, where it ended; None where nothing is followed.
        choices: what may be meant, for an unknown place or a name of several, the likeliest first.
        apart: the codes of a region's countries that are followed by themselves, or with another region, and stay so.
    """

    kind: Kind
    words: str
    topic: Topic | None = None
    subscription: Subscription | None = None
    choices: tuple[Topic, ...] = ()
    apart: tuple[str, ...] = ()


class Following:
    """Who follows what, by workspace and reader: a person's or a channel's id. Every method raises `StoreDown`."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    @property
    def now(self) -> datetime:
        """The time, UTC."""
        return datetime.fromtimestamp(self._clock(), UTC)

    async def follow(self, workspace: str, wish: Subscription, words: str, *, keep: frozenset[str]) -> list[Outcome]:
        """Follow the places that the words name, one or several, as the wish says; what rests is awake again.

        ``wish.country`` is not looked at. ``keep`` names the fields of the wish that nobody has asked for: whoever
        follows the place already keeps theirs. What a region adds never changes what is followed by itself.
        """
        outcomes = []
        for place in _places(words):
            outcomes.append(await self._follow(workspace, wish, place, keep))
            await asyncio.sleep(0)  # looking for the nearest names of an unknown one takes a while
        return outcomes

    async def unfollow(self, workspace: str, reader: str, words: str) -> list[Outcome]:
        """No longer follow the places that the words name; of a region, what was followed with it. Nothing: all."""
        if not words:
            before = await self._store.unfollow_all(workspace, reader)
            return [Outcome("gone" if before else "none", "")]
        return [await self._unfollow(workspace, reader, *each) for each in _places(words)]

    async def following(self, workspace: str, reader: str) -> tuple[Subscription, ...]:
        """What a reader follows, the snoozed and the muted, too."""
        return await self._store.following(workspace, reader)

    async def rest(self, workspace: str, reader: str, words: str, days: int | None) -> list[Outcome]:
        """Let places, or all (no words), rest for some days, or for good (None); 0 days wakes them again."""
        if not words:
            followed = await self._rest(workspace, reader, None, days)
            return [Outcome("gone" if followed else "none", "")]
        known = await self._store.following(workspace, reader)
        outcomes = []
        for part, topic in _places(words):
            codes = tuple(each.country for each in _of(topic, known)) if topic else ()
            for code in codes:
                await self._rest(workspace, reader, code, days)
            outcomes.append(Outcome("gone" if codes else "none", part, topic) if topic else _unknown(part))
        return outcomes

    async def _rest(self, workspace: str, reader: str, code: str | None, days: int | None) -> bool:
        if days is None:
            return await self._store.mute(workspace, reader, code)
        until = (self.now + timedelta(days=days)).isoformat(timespec="seconds")
        followed = await self._store.snooze(workspace, reader, code, until if days else None)
        return followed if days else await self._store.unmute(workspace, reader, code)

    async def _follow(
        self, workspace: str, wish: Subscription, place: tuple[str, Topic | None], keep: frozenset[str]
    ) -> Outcome:
        words, topic = place
        if topic is None:
            return _unknown(words)
        known = {each.country: each for each in await self._store.following(workspace, wish.reader)}
        wish = replace(wish, region=topic.name if topic.kind == "region" else "")
        wish = _alike(wish, known.values(), keep)
        wishes = tuple(_wished(replace(wish, country=code), known.get(code), keep) for code in topic.codes)
        outcomes = await self._store.follow_all(workspace, wishes)
        kind: Kind = next((each for each in ("full", "changed", "new") if each in outcomes), "same")
        if kind == "changed" and wish.region not in {known[code].region for code in topic.codes if code in known}:
            kind = "new"  # so far its countries were followed with others, or the country with a region
        mine = [each for each in wishes if each.region == wish.region]
        apart = tuple(each.country for each in wishes if each not in mine)
        return Outcome(kind, words, topic, None if kind == "full" else (mine or wishes)[0], apart=apart)

    async def _unfollow(self, workspace: str, reader: str, words: str, topic: Topic | None) -> Outcome:
        """What another region contains, too, is followed with that one from now on."""
        if topic is None:
            return _unknown(words)
        known = await self._store.following(workspace, reader)
        ended = _of(topic, known)
        heirs = tuple(filter(None, (_heir(each, known) for each in ended))) if topic.kind == "region" else ()
        await self._store.follow_all(workspace, heirs)
        kept = {each.country for each in heirs}
        await self._store.unfollow(workspace, reader, *(each.country for each in ended if each.country not in kept))
        return Outcome("gone" if ended else "none", words, topic, ended[0] if ended else None)


def _places(words: str) -> list[tuple[str, Topic | None]]:
    """What the words name: one place, or several with commas or "and" between, where any of them is known."""
    whole = topics.find(words)
    parts = list(dict.fromkeys(part for part in map(str.strip, _AND.split(words)) if part))[:MOST]
    if whole or topics.choices(words) or len(parts) < 2:  # noqa: PLR2004  one place
        return [(words, whole)]
    found = [(part, topics.find(part)) for part in parts]
    if all(topic for _, topic in found):
        return found
    misspelt = any("and" in topic.name.split() for topic in topics.suggest(words))
    return found if not misspelt and any(topic for _, topic in found) else [(words, None)]


def _alike(wish: Subscription, known: Iterable[Subscription], keep: frozenset[str]) -> Subscription:
    """The wish for a region as the region is followed already, as far as nobody asked for it otherwise."""
    peer = next((each for each in known if wish.region and each.region == wish.region), None)
    return replace(wish, **{name: getattr(peer, name) for name in keep}) if peer else wish


def _wished(wish: Subscription, known: Subscription | None, keep: frozenset[str]) -> Subscription:
    """What is wished for, as far as somebody asked for it; what is followed by itself stays so beside a region.

    Of two regions that have a country in common, the one that tells more of it, and sooner, has it.
    """
    if known is None:
        return wish
    if wish.region and known.region != wish.region:
        more = PACES[wish.pace] <= PACES[known.pace] and RANKS[wish.least_role] <= RANKS[known.least_role]
        alike = (wish.pace, wish.least_role) == (known.pace, known.least_role)
        return wish if known.region and more and not alike else known
    wanted = replace(wish, **{name: getattr(known, name) for name in keep})
    return known if replace(wanted, by=known.by) == known else wanted  # whoever asks for what is has not asked for it


def _of(topic: Topic, known: Iterable[Subscription]) -> tuple[Subscription, ...]:
    """What is followed of a topic: of a region, what came with it."""
    if topic.kind == "region":
        return tuple(each for each in known if each.region == topic.name)
    return tuple(each for each in known if each.country in topic.codes)


def _heir(ended: Subscription, known: Iterable[Subscription]) -> Subscription | None:
    """The same country with another region that is followed and contains it; None where there is none."""
    for other in known:
        topic = topics.find(other.region) if other.region and other.region != ended.region else None
        if topic and ended.country in topic.codes:
            return replace(other, country=ended.country)
    return None


def _unknown(words: str) -> Outcome:
    if several := topics.choices(words):
        return Outcome("several", words, choices=several)
    return Outcome("unknown", words, choices=topics.suggest(words))
