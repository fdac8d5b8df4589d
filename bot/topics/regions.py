"""Regions, bodies, and names with several meanings: the reviewed data file, and how names are compared."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from bot.topics.gazetteer import fold, table

Kind = Literal["country", "region"]
FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
SHORTCODE = re.compile(r":(?:flag[-_])?([a-z]{2,}):")  # an emoji by its name, as chats hand it on: ":flag-kp:"
# The letters that a flag is made of: two of them for a country, and those of a part of one behind a black flag.
SIGNS = {0x1F1E6 + index: letter for index, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}
TAGS = {0xE0061 + index: letter for index, letter in enumerate("abcdefghijklmnopqrstuvwxyz")}
QUIET = frozenset({"the", "and", "of"})  # words that names are told and written with and without
WRITTEN = {"st": "saint"}
POSSESSIVE = re.compile(r"'s\b")
DROPPED = str.maketrans({".": "", "'": "", "`": "", "ʻ": "", "ʼ": "", "+": " plus "})
LONGEST = 80  # letters: longer words are no name, and comparing them would take time


@dataclass(frozen=True, slots=True)
class Topic:
    """What can be followed: the name it is shown by, and its countries' ISO 3166-1 alpha-2 codes, one or more."""

    name: str
    codes: tuple[str, ...]
    kind: Kind


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The data file, by key.

    ``regions`` with their members; ``choices`` that a name leaves, each a code or a region's name, the likeliest first;
    ``parts`` of a country, which lead to it but are not it; further ``names`` of countries, each with its code.
    """

    regions: dict[str, Topic] = field(default_factory=dict)
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    parts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


def key_of(words: str) -> str:
    """A name as it is compared: small letters, no accents, stops and small words; a flag as its letters.

    "The Côte d'Ivoire" and "cote divoire", "St. Kitts & Nevis" and "Saint Kitts and Nevis" have one key each.
    """
    plain = POSSESSIVE.sub("", fold(spelt(words)[:LONGEST])).translate(DROPPED)
    found: list[str] = re.findall(r"[^\W_]+", plain)
    if len(found) == 1:
        return found[0]
    return " ".join([WRITTEN.get(word, word) for word in found if word not in QUIET] or found)


def spelt(words: str) -> str:
    """The words without flags, or, where there is nothing else, the letters of the flags."""
    if words.isascii():
        return SHORTCODE.sub(r" \1 ", words) if ":" in words else words
    beside = FLAG.sub(" ", words)
    if any(map(str.isalnum, beside)):
        return SHORTCODE.sub(r" \1 ", beside)
    return FLAG.sub(lambda flag: f" {flag[0].translate(SIGNS)} ", words).translate(TAGS)


@cache
def reviewed() -> Reviewed:
    """The regions and names of this process."""
    found = Reviewed()
    for kind, names, members, _ in table("regions.tsv"):
        enter(found, kind, tuple(names.split("|")), tuple(members.split("|")))
    return found


def enter(found: Reviewed, kind: str, names: tuple[str, ...], members: tuple[str, ...]) -> None:
    """Enter one line under each of its names."""
    for key in map(key_of, names):
        if kind == "region":
            found.regions[key] = Topic(names[0], members, "region")
        elif kind == "choice":
            found.choices[key] = members
        elif kind == "part":
            found.parts[key] = members
        else:
            found.names[key] = members[0]
