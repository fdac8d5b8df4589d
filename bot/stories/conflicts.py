"""Figures on which two articles differ: the same thing counted, another number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.stories import words as w
from bot.stories.tolls import tolls

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.model import Digest, Fact

FATES = {word: line[0] for line in w.table("tallied.txt") for word in line}
CLOSE = 0.05  # how far a rounded figure may lie from the exact one
ALIKE = 0.5  # the share of a clause's words that another has, so that both tell of one thing
ROUNDED = frozenset("about around some nearly almost roughly approximately estimated over than close".split())


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure and the outlet that gives it; None where the outlet is not known."""

    outlet: str | None
    fact: Fact


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two figures for one thing: the latest article's, and that of one before."""

    latest: Claim
    known: Claim


def conflicts(known: Sequence[tuple[str | None, Digest]], latest: tuple[str | None, Digest]) -> tuple[Conflict, ...]:
    """What the latest article counts otherwise than those before, in the order of its figures; a thing once.

    Each stands against the newest of the known that counts the thing. A number that one of them had is no news.
    """
    outlet, digest = latest
    before = [Claim(name, fact) for name, told in reversed(known) for fact in leading(told)]
    found = []
    for fact in leading(digest):
        rivals = [claim for claim in before if same_thing(claim.fact, fact)]
        if rivals and not any(agree(claim.fact, fact) for claim in rivals):
            found.append(Conflict(Claim(outlet, fact), rivals[0]))
    return tuple(found)


def leading(digest: Digest) -> Iterator[Fact]:
    """The figures with a value, of each thing the best one: another number for it in one article is another tally."""
    seen: list[Fact] = []
    for fact in (*digest.figures, *tolls(digest)):
        if fact.value is not None and not any(same_thing(fact, other) for other in seen):
            seen.append(fact)
            yield fact


def same_thing(one: Fact, other: Fact) -> bool:
    """Whether two figures count the same: the same unit, and the same becomes of it."""
    if not one.unit or not other.unit or _unit(one.unit) != _unit(other.unit):
        return False
    here, there = (_told(f"{each.clause or each.evidence.sentence} {each.unit}", each.words) for each in (one, other))
    if here.fates or there.fates:
        return not here.fates.isdisjoint(there.fates)
    least = min(len(here.matter), len(there.matter))
    return least > 0 and len(here.matter & there.matter) >= ALIKE * least


def agree(one: Fact, other: Fact) -> bool:
    """Whether two figures say the same number, one of them perhaps rounded."""
    if one.value is None or other.value is None:
        return False
    loose = not ROUNDED.isdisjoint(w.tokens(f"{one.words} {other.words}"))
    return abs(one.value - other.value) <= (CLOSE * max(one.value, other.value) if loose else 0)


@dataclass(frozen=True, slots=True)
class _Told:
    fates: frozenset[str]
    matter: frozenset[str]


@lru_cache(maxsize=2_000)
def _told(clause: str, amount: str) -> _Told:
    """What a clause tells of the amount in it."""
    fates = frozenset(FATES[word] for word in w.tokens(clause) if word in FATES)
    return _Told(fates, w.matter(clause) - w.matter(amount))


@lru_cache(maxsize=2_000)
def _unit(unit: str) -> str:
    """The stem of a unit's last word; the dead and the injured are people."""
    words = w.tokens(unit)
    return w.stem("people" if words[-1] in FATES else words[-1]) if words else unit
