"""The names in a text: longest match, case and the words beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.topics.gazetteer import Gazetteer, Owner
from bot.topics.words import HYPHENS, JOINED, Words

LONGEST = 8
POSTAL = 2  # letters of "PA": in an upper-case line "IN" and "OR" are words
IN_PLACE = frozenset(
    {
        "in",
        "at",
        "near",
        "from",
        "outside",
        "around",
        "of",
        "to",
        "through",
        "via",
        "between",
        "across",
        "leaving",
        "reach",
    }
)
TELLING = frozenset(
    "told tell tells telling give gives gave let lets help helps of for to with join joins between about".split()
)


@dataclass(frozen=True, slots=True)
class Match:
    """A name from word ``first`` up to but not including word ``last``, and the countries that it can stand for."""

    first: int
    last: int
    owners: tuple[Owner, ...]

    def kinds(self) -> set[str]:
        """All kinds of its owners."""
        return {owner.kind for owner in self.owners}


def find(words: Words, gazetteer: Gazetteer) -> list[Match]:
    """All names in their order, none within another. Suppressing phrases ("French fries") are left out."""
    return [match for match in scan(words, gazetteer) if all(owner.code != "-" for owner in match.owners)]


def scan(words: Words, gazetteer: Gazetteer) -> Iterator[Match]:
    """Longest match first, from left to right."""
    owners, reach, keys = gazetteer.owners, gazetteer.reach, words.keys
    index, total = 0, len(keys)
    while index < total:
        key = keys[index]
        match = extend(words, gazetteer, index) if key in reach else None
        if match is None and key in owners:
            match = accept(words, index, index + 1, owners[key])
        if match is None:
            index += 1
            continue
        yield match
        index = match.last


def extend(words: Words, gazetteer: Gazetteer, first: int) -> Match | None:
    """The longest name of several words that begins here."""
    last, key = first + 1, words.keys[first]
    candidates: list[tuple[int, tuple[Owner, ...]]] = []
    end = min(len(words.keys), first + min(LONGEST, gazetteer.reach[key]))
    while last < end:
        gap = words.gap(last - 1)
        if gap not in JOINED:
            break
        key = f"{key}{JOINED[gap]}{words.keys[last]}"
        last += 1
        if key in gazetteer.owners:
            candidates.append((last, gazetteer.owners[key]))
    for stop, owners in reversed(candidates):
        match = accept(words, first, stop, owners)
        if match:
            return match
    return None


def accept(words: Words, first: int, last: int, owners: tuple[Owner, ...]) -> Match | None:
    """A match with those owners whose case and neighbours fit."""
    fitting = tuple(owner for owner in owners if fits(words, first, last, owner))
    return Match(first, last, fitting) if fitting else None


def fits(words: Words, first: int, last: int, owner: Owner) -> bool:
    """Whether a name stands as it must: in capitals, with a capital, after a comma."""
    surface = words.surfaces[first]
    if owner.kind == "abbr":
        shouted = words.loud[first] and len(surface) == POSTAL
        return surface[0].isupper() and follows_place(words, first) and not shouted
    if owner.case == "word":
        return owner.kind != "money" or not is_name(words, first)
    if owner.case == "acronym":
        money = words.text.startswith("$", words.ends[last - 1])
        return all(word.isupper() for word in words.surfaces[first:last]) and not (
            money or is_pronoun(words, first, last)
        )
    short = last - first == 1 or not words.surfaces[last - 1].islower() or words.gap(last - 2) in HYPHENS
    return surface[0].isupper() and (short or owner.kind == "not")


def is_name(words: Words, index: int) -> bool:
    """Whether a word has a capital though no sentence begins: "Vice President Pence" is no money."""
    return words.capital(index) and words.gap(index - 1) == " " and not words.loud[index]


def follows_place(words: Words, index: int) -> bool:
    """Whether a comma and a capitalised word stand before: "Lebanon, Pa."."""
    return words.gap(index - 1).strip() == "," and words.capital(index - 1)


def is_pronoun(words: Words, first: int, last: int) -> bool:
    """Whether "US" in an upper-case line is more likely "us"."""
    return last - first == 1 and words.keys[first] == "us" and words.loud[first] and words.key(first - 1) in TELLING
