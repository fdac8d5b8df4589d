"""Made values: figures, digests, and articles in thousands of variants."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import product

from bot.model import Article, Country, Digest, Evidence, Fact, Quote
from bot.model.findings import Slot
from tests.bot.stories.told import article

SYLLABLES = "bar kel mun tor ves lan dor pir sul gam nek fro hin wal cus".split()
PLAIN = ["".join(parts) for parts in product(SYLLABLES, repeat=3)]
EVENTS = "explosion earthquake election strike protest collapse arrest verdict treaty flood".split()


def fact(slot: Slot, words: str, sentence: str | None = None, **fields: str | float) -> Fact:
    """A fact at the beginning of a text that is its own sentence, or stands in one."""
    given: Fact = Fact(slot, words, Evidence(0, len(words), words, sentence or words))
    return replace(given, **fields)  # type: ignore[arg-type]  # a story names only fields that a fact has


def figure(words: str, value: float | None, unit: str | None, clause: str) -> Fact:
    """A figure in its clause, which is its whole sentence."""
    return replace(fact("figure", words, clause, clause=clause), value=value, unit=unit)


def digest(headline: str = "A headline", **lists: tuple[Fact, ...] | tuple[Quote, ...]) -> Digest:
    """A digest with some lists."""
    return replace(Digest("v", headline), **lists)  # type: ignore[arg-type]  # as in fact


def variants(count: int, seed: int = 5) -> list[tuple[Article, Digest]]:
    """As many made articles of some 300 words, about events of some thousand people and towns in one month."""
    chance = random.Random(seed)
    return [_variant(chance) for _ in range(count)]


def _variant(chance: random.Random) -> tuple[Article, Digest]:
    town, person, firm = (_name(chance) for _ in range(3))
    event, code = chance.choice(EVENTS), chance.choice(["KE", "BR", "IN", "FR", "US"])
    lede = f"An {event} near {town} surprised {person} and the company {firm} on Monday, officials said."
    filler = [
        f"In {_name(chance)} the {' '.join(chance.choices(PLAIN, k=9))} cost {chance.randint(13, 9999)} dollars."
        for _ in range(22)
    ]
    title = f"{event.title()} near {town}"
    made = article([lede, *filler], title, f"2025-03-{chance.randint(1, 28):02}")
    keys = tuple(fact("key", sentence) for sentence in (lede, *filler[:4]))
    country = Country(code, "Country", "location", 0.9, about=True, evidence=None)
    told = digest(title, who=(fact("who", person, lede),), where=(fact("where", town, lede),), key_facts=keys)
    return made, replace(told, countries=(country,))


def _name(chance: random.Random) -> str:
    return chance.choice(PLAIN).title()
