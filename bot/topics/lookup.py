"""What somebody means who types the name of a country or a region that they want to follow.

`find` is sure or says nothing. Where a name has several meanings, `choices` tells them; where it has none, `suggest`
tells the nearest. Light: a first `find` reads the names of countries only, not their towns and leaders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple

from bot.topics.claims import prior
from bot.topics.gazetteer import key_of as key_in_text
from bot.topics.gazetteer import load, table
from bot.topics.nearest import nearest
from bot.topics.regions import Topic, key_of, reviewed

KINDS = ("show", "name", "demonym", "former")  # of the gazetteer: first how a country is shown; an earlier kind wins
PLACES = frozenset({"seat", "leader", "place"})  # what leads to its country though misspelt, or among other words
SURE = 2.0  # the usual claim from which on a town or an organisation comes before a name that is spelt alike
GROUP = re.compile(r"\s(?:(?:member )?(?:countries|states|nations)|members|region)$")
ALPHA_3 = 3
WIDEST = 6  # words of a name within others


class Names(NamedTuple):
    """How countries are shown, by code; and whose a name is, by key: several codes where it has several owners."""

    shown: dict[str, str]
    owners: dict[str, tuple[str, ...]]


def find(words: str) -> Topic | None:
    """The country or region that is certainly meant.

    By any of its names, former names and demonyms, by its ISO 3166-1 codes or its flag, with or without "the", in any
    case. None where the name is unknown, belongs to several or to a part of a country, or is only like another.
    """
    met = meanings(words)
    return met[0] if len(met) == 1 else None


def choices(words: str) -> tuple[Topic, ...]:
    """What a name with several meanings may mean ("Congo", "Koreans"), the likeliest first; empty for all others."""
    met = meanings(words)
    return met if len(met) > 1 else ()


def suggest(words: str, most: int = 3) -> tuple[Topic, ...]:
    """What may be meant by words that `find` doesn't know, the likeliest first.

    In this order: the meanings of an ambiguous name; the country of a capital, a place or a leader; names of countries
    that differ in one letter; names within the words; and where there is none of these, names spelt alike. Empty where
    nothing is near.
    """
    key = key_of(words)
    found = dict.fromkeys(meanings(words))
    if key and len(found) < most:
        found |= dict.fromkeys(candidates(words, key))
    return tuple(found)[:most]


def meanings(words: str) -> tuple[Topic, ...]:
    """All that words may mean, exactly as they stand or turned round: "Korea, North", "Iran (Islamic Republic of)"."""
    for turned in forms(words):
        if met := of_key(key_of(turned)):
            return met
    parts = {of_key(key_of(part)) for part in re.split(r"[(/,]", words.strip(" )/,"))}
    return parts.pop() if len(parts) == 1 else ()


def forms(words: str) -> Iterator[str]:
    """The words, without a word for a group of countries, and with what stands behind a comma or in brackets first."""
    yield words
    yield GROUP.sub("", words.strip().lower())
    first, mark, last = re.sub(r"\)\s*$", "", words).replace("(", ",").partition(",")
    if mark:
        yield f"{last} {first}"


def of_key(key: str) -> tuple[Topic, ...]:
    """What a key means: one topic, several, or none."""
    data, names = reviewed(), known()
    if key in data.parts:
        return ()
    if key in data.choices:
        return tuple(data.regions.get(key_of(member)) or country(member) for member in data.choices[key])
    if key.upper() in names.shown:
        return (country(key.upper()),)
    if key in data.regions:
        return (data.regions[key],)
    return tuple(map(country, names.owners.get(key) or alpha_3(key)))


def country(code: str) -> Topic:
    """A country by its code."""
    return Topic(known().shown[code], (code,), "country")


def alpha_3(key: str) -> tuple[str, ...]:
    """The country of an ISO 3166-1 alpha-3 or numeric code, as a tuple of one; empty for one that fell apart."""
    if len(key) != ALPHA_3:
        return ()
    from babel.core import get_global

    codes = get_global("territory_aliases").get(key.upper(), ())
    return tuple(codes) if len(codes) == 1 and codes[0] in known().shown else ()


@cache
def known() -> Names:
    """The names of countries. Reading them takes a few hundredths of a second, a fifth of what the gazetteer takes."""
    rows = [row for row in table("gazetteer.tsv") if row[0] in KINDS]
    shown: dict[str, str] = {}
    owners: dict[str, tuple[str, ...]] = {key: (code,) for key, code in reviewed().names.items()}
    for kind in KINDS:
        fresh: dict[str, tuple[str, ...]] = {}
        for code, names in ((row[1], row[2].split("|")) for row in rows if row[0] == kind):
            shown.setdefault(code, names[0])
            for key in {key_of(name) for name in names} - owners.keys():
                fresh[key] = (*fresh.get(key, ()), code)
        owners |= fresh
    return Names(shown, owners)


def candidates(words: str, key: str) -> Iterator[Topic]:
    """What words may mean that mean nothing for certain, the likeliest first."""
    owners = sorted(places(words), key=lambda owner: -owner[1])
    names = known().owners.keys() | reviewed().regions.keys()
    sure = [
        *map(country, reviewed().parts.get(key, ())),
        *(country(code) for code, claim in owners if claim >= SURE),
        *chain.from_iterable(spellings()[like] for like in nearest(key, names, 1)),
        *within(key.split()),
    ]
    yield from sure
    if not sure:
        yield from chain.from_iterable(spellings()[like] for like in nearest(key, spellings()))
    yield from (country(code) for code, claim in owners if claim < SURE)


def places(words: str) -> Iterator[tuple[str, float]]:
    """The countries that have a place, a leader or an organisation of this name, each with its usual claim."""
    for owner in load().owners.get(key_in_text(words), ()):
        if owner.code in known().shown:
            yield owner.code, prior(owner)


def within(words: list[str]) -> Iterator[Topic]:
    """What is named among other words, in their order, the longest names first where they overlap."""
    first = 0
    while first < len(words):
        for last in range(min(len(words), first + WIDEST), first, -1):
            key = " ".join(words[first:last])
            if len(key) > ALPHA_3 and key in spellings():
                yield from spellings()[key]
                first = last - 1
                break
        first += 1


@cache
def spellings() -> dict[str, tuple[Topic, ...]]:
    """All names that a misspelt one is compared with: of countries and regions, capitals, places and leaders."""
    data, found = reviewed(), dict[str, tuple[Topic, ...]]()
    for key in (*known().owners, *data.regions, *data.choices):
        found[key] = of_key(key)
    for key, codes in data.parts.items():
        found[key] = tuple(map(country, codes))
    for key, owners in load().owners.items():
        codes = tuple(owner.code for owner in owners if owner.kind in PLACES and owner.code in known().shown)
        if codes:
            found.setdefault(key_of(key), tuple(map(country, codes)))
    return found
