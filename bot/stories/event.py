"""An event, as far as it tells one from another."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """An event as an article tells it; folded words, in lists of some dozen at most.

    ``published`` and ``days`` (when it happened) are ordinals of `datetime.date`; ``published`` is None where the
    article has no date. ``names``: the words of the names of people, organisations and places, the most telling first;
    the first ``standing`` of them stand out, the first ``titled`` are the headline's. ``places``: those of places below
    the country. ``countries``: code and role of what the article is about ("KE:actor"). ``kinds``: the kinds of event
    in headline and lede. ``words``: stems of rare words, and ``numbers``, of headline, lede and key facts.
    ``signature``: the minhash of the body. ``keys``: at most 24 buckets under which a store files it.
    """

    published: int | None
    days: tuple[int, ...]
    names: tuple[str, ...]
    standing: int
    titled: int
    places: tuple[str, ...]
    countries: tuple[str, ...]
    kinds: tuple[str, ...]
    words: tuple[str, ...]
    numbers: tuple[str, ...]
    signature: tuple[int, ...]
    keys: tuple[str, ...] = ()
