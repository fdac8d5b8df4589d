"""Words by what they tell of a country's role: who acts for it, what it does, what happens in it."""

from __future__ import annotations

from functools import cache
from typing import Literal

from bot.model import Role
from bot.topics.gazetteer import table

Noun = Literal["self", "organ", "post", "deed", "event", "part", "thing"]
Vote = tuple[Role, float]
"""A role and how strongly one mention speaks for it, 0 to 1."""

NOUNS: tuple[Noun, ...] = ("organ", "post", "deed", "event", "part")
AT = frozenset("in at near inside outside across throughout around within off through".split())
UPON = frozenset("against on upon to with toward towards over at into".split())
PLACES = frozenset({"place", "state", "abbr", "county", "alias", "twin", "city", "not"})
"""Kinds of names that lie in a country and never act for it."""
LANDS = frozenset({"name", "former", "seat"}) | PLACES
"""Kinds in which something can happen."""


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind in the data file; read once."""
    return _kinds()[kind]


def noun(lemma: str) -> Noun:
    """What a noun is that a country's name stands beside: "Kenyan police", "the German consulate", "US tariffs".

    In one number or the other: names ("Ministers") and words without grammar come as they stand.
    """
    single = lemma[:-3] + "y" if lemma.endswith("ies") else lemma.removesuffix("s")
    return _nouns().get(lemma) or _nouns().get(single, "thing")


@cache
def _nouns() -> dict[str, Noun]:
    return {word: kind for kind in reversed(NOUNS) for word in words(kind)}


@cache
def _kinds() -> dict[str, frozenset[str]]:
    return {kind: frozenset(names.split("|")) for kind, names in table("roles.tsv")}
