"""How alike two fingerprints are, as events: the same one told by different outlets, or told further days later."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from bot.stories.signature import resemblance
from bot.stories.words import TURNS

if TYPE_CHECKING:
    from bot.stories.event import Fingerprint

SAME = 0.55
"""From this likeness on, two articles are about one event."""

COPY = 0.5  # the share of common shingles from which a text is a copy
KEPT = 30  # days between two articles of a story at most
FRESH = 2  # days for which a follow-up is as good as the first report
UNDATED, NEAR = 1.0, 0.5  # no date: nothing says that both were written in one month
BIAS, NAMES, WORDS, NUMBERS = -3.6, 5.0, 9.0, 1.6
HEADS, KIND, OTHER, PLACE, DAY, AGAIN, AGEING = 0.6, 1.4, 0.2, 0.8, 0.4, 1.1, 0.1


def likeness(one: Fingerprint, other: Fingerprint) -> float:
    """The likeness of two events, 0..1; symmetric; 0 for articles more than 30 days apart, `SAME` and more: one story.

    Names, rare words, kind, place, numbers and days each speak for or against; what lies days apart needs more in
    favour. A figure that differs never speaks against: tolls change. Weights are set by hand.
    """
    gap = _gap(one, other)
    if gap > KEPT:
        return 0.0
    if resemblance(one.signature, other.signature) >= COPY:
        return 1.0
    names = _named(one, other)
    if names == 0.0:
        return 0.0
    speaks = (
        NAMES * names
        + WORDS * _shared(one.words, other.words)
        + HEADS * (len(set(one.names[: one.titled]).intersection(other.names[: other.titled])) > 1)
        + _agreement(one.kinds, other.kinds)
        - PLACE * _elsewhere(one, other)
        + NUMBERS * min(1, len(set(one.numbers).intersection(other.numbers)) / 2)
        + DAY * (not set(one.days).isdisjoint(other.days))
        - AGAIN * _again(one, other)
        + _nearness(one, other, gap)
    )
    return 1 / (1 + math.exp(-(BIAS + speaks)))


def _nearness(one: Fingerprint, other: Fingerprint, gap: int) -> float:
    """What the days between two articles say; nothing good where one has no date."""
    if one.published is None or other.published is None:
        return -UNDATED
    return NEAR if gap < FRESH else -AGEING * (gap - FRESH)


def _gap(one: Fingerprint, other: Fingerprint) -> int:
    return abs(one.published - other.published) if one.published and other.published else 0


def _named(one: Fingerprint, other: Fingerprint) -> float:
    """The cosine of the names; one common name alone is worth half of it: it may be a city's, or a president's."""
    here, there = _weighed(one), _weighed(other)
    shared = [name for name in here if name in there]
    if not shared:
        return 0.0
    product = sum(here[name] * there[name] for name in shared)
    sizes = sum(x * x for x in here.values()) * sum(x * x for x in there.values())
    return product / math.sqrt(sizes) * len(shared) / (len(shared) + 1)


def _weighed(print_: Fingerprint) -> dict[str, float]:
    """Every name; those that stand out twice."""
    return dict.fromkeys(print_.names, 1.0) | dict.fromkeys(print_.names[: print_.standing], 2.0)


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    common = len(set(one).intersection(other))
    return common / math.sqrt(len(one) * len(other)) if common else 0.0


def _agreement(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """What it says that both tell a common kind of event, or others; nothing when one tells none."""
    if not one or not other:
        return 0.0
    return -OTHER if set(one).isdisjoint(other) else KIND


def _elsewhere(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether both have places of their own: neither names one of the other's. A place in common is a name already."""
    if not one.places or not other.places:
        return False
    return set(one.places).isdisjoint(other.names) and set(other.places).isdisjoint(one.names)


def _again(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether both report something fresh of one kind, days apart: it happened again. A follow-up's news is another."""
    if not one.days or not other.days or one.kinds[:1] != other.kinds[:1] or not _happens(one.kinds):
        return False
    return min(abs(here - there) for here in one.days for there in other.days) > FRESH


def _happens(kinds: tuple[str, ...]) -> bool:
    """Whether the first kind is something that happens: what people do about it takes its time."""
    return bool(kinds) and kinds[0] not in TURNS
