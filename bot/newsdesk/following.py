"""Somebody follows a country or a region, or no longer does, or wants to have peace for a while."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Literal

from bot import topics
from bot.model import Subscription

if TYPE_CHECKING:
    from bot.storage.store import Store
    from bot.storage.turns import Clock
    from bot.topics import Topic

Kind = Literal["new", "same", "changed", "full", "gone", "none", "unknown", "several"]
"""What came of a wish: followed since now; followed before, just so; otherwise than before; no room; done, where nothing
is to be added; not followed at all; no such place; a name of several places."""

_AND = re.compile(r"\s*(?:,|;|&|\band\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a wish about one place.

    Attributes:
        kind: see `Kind`.
        words: the place as it was typed.
        topic: what is meant by it; None for an unknown place.
        subscription: as it is now, one of a region's; None where nothing is followed.
        choices: what may be meant, for an unknown place or a name of several, the likeliest first.
    """

    kind: Kind
    words: str
    topic: Topic | None = None
    subscription: Subscription | None = None
    choices: tuple[Topic, ...] = ()


class Following:
    """Who follows what, by workspace and reader: a person's or a channel's id. Every method raises `StoreDown`."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    async def follow(self, workspace: str, wish: Subscription, words: str, *, keep: frozenset[str]) -> list[Outcome]:
        """Follow the places that the words name, one or several, as the wish says.

        ``wish.country`` is not looked at. ``keep`` names the fields of the wish that nobody has asked for: whoever
        follows the country already keeps theirs. What a region adds never changes what is followed by itself.
        """
        return [await self._follow(workspace, wish, each, keep) for each in self._places(words)]

    async def unfollow(self, workspace: str, reader: str, words: str) -> list[Outcome]:
        """No longer follow the places that the words name; of a region, what was followed with it. Nothing: all."""
        if not words:
            before = await self._store.unfollow_all(workspace, reader)
            return [Outcome("gone" if before else "none", "")]
        known = await self._store.following(workspace, reader)
        found = []
        for part, topic in self._places(words):
            codes = _of(topic, known) if topic else ()
            gone = bool(codes) and await self._store.unfollow(workspace, reader, *codes)
            found.append(Outcome("gone" if gone else "none", part, topic) if topic else _unknown(part))
        return found

    async def following(self, workspace: str, reader: str) -> tuple[Subscription, ...]:
        """What a reader follows, the snoozed and the muted, too."""
        return await self._store.following(workspace, reader)

    async def rest(self, workspace: str, reader: str, words: str, days: int | None) -> Outcome:
        """Let one place, or all (no words), rest for some days, or for good (None); 0 days wakes it again."""
        topic = topics.find(words) if words else None
        if words and topic is None:
            return _unknown(words)
        known = await self._store.following(workspace, reader)
        codes = _of(topic, known) if topic else tuple(each.country for each in known)
        for code in codes:
            await self._rest(workspace, reader, code, days)
        return Outcome("gone" if codes else "none", words, topic)

    async def _rest(self, workspace: str, reader: str, code: str, days: int | None) -> None:
        if days is None:
            await self._store.mute(workspace, reader, code)
            return
        until = datetime.fromtimestamp(self._clock(), UTC) + timedelta(days=days)
        await self._store.snooze(workspace, reader, code, until.isoformat(timespec="seconds") if days else None)
        if not days:
            await self._store.unmute(workspace, reader, code)

    async def _follow(
        self, workspace: str, wish: Subscription, place: tuple[str, Topic | None], keep: frozenset[str]
    ) -> Outcome:
        words, topic = place
        if topic is None:
            return _unknown(words)
        known = {each.country: each for each in await self._store.following(workspace, wish.reader)}
        wishes = tuple(
            _wished(replace(wish, country=code, region=_region(topic)), known.get(code), keep) for code in topic.codes
        )
        outcomes = await self._store.follow_all(workspace, wishes)
        kind: Kind = next((each for each in ("full", "changed", "new") if each in outcomes), "same")
        if kind == "changed" and all(code not in known for code in topic.codes):
            kind = "new"
        return Outcome(kind, words, topic, None if kind == "full" else wishes[0])

    @staticmethod
    def _places(words: str) -> list[tuple[str, Topic | None]]:
        """What the words name: one place, or several with commas or "and" between, where each is known."""
        if (whole := topics.find(words)) or topics.choices(words):
            return [(words, whole)]
        parts = [part for part in _AND.split(words) if part]
        found = [(part, topics.find(part)) for part in parts]
        return found if len(parts) > 1 and all(topic for _, topic in found) else [(words, None)]


def _wished(wish: Subscription, known: Subscription | None, keep: frozenset[str]) -> Subscription:
    """What is wished for, as far as somebody asked for it; what is followed by itself stays so beside a region."""
    if known is None:
        return wish
    if wish.region and known.region != wish.region:
        return known
    kept = {name: getattr(known, name) for name in keep}
    return replace(wish, **kept, snoozed_until=known.snoozed_until, muted=False)


def _of(topic: Topic, known: tuple[Subscription, ...]) -> tuple[str, ...]:
    """The countries of a topic that are followed: of a region, those that were followed with it, if any were."""
    codes = [each for each in known if each.country in topic.codes]
    if topic.kind == "region":
        return tuple(each.country for each in codes if each.region == topic.name)
    return tuple(each.country for each in codes)


def _region(topic: Topic) -> str:
    return topic.name if topic.kind == "region" else ""


def _unknown(words: str) -> Outcome:
    if several := topics.choices(words):
        return Outcome("several", words, choices=several)
    return Outcome("unknown", words, choices=topics.suggest(words))
