"""Who is a person although the name is a place's: Michael Jordan, Chad Smith, Sen. Houston, Kathy Lincoln."""

from __future__ import annotations

from collections.abc import Iterable

from bot.topics.gazetteer import Gazetteer
from bot.topics.mentions import IN_PLACE, Match
from bot.topics.words import Words

COUNTRY = frozenset({"name", "seat", "demonym"})
PLACE = frozenset({"name", "seat", "place", "alias", "state", "city"})
SMALL = 2  # up to this size a city's name is rarer than the family of the same name


class People:
    """Finds persons in the segments of one article; a surname once found is remembered for all of them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.surnames: set[str] = set()

    def sift(self, segments: Iterable[tuple[Words, list[Match]]]) -> list[list[Match]]:
        """The matches of each segment that are no persons."""
        kept = [
            (words, [match for match in matches if not self.is_person(words, match)]) for words, matches in segments
        ]
        return [[match for match in matches if not self.is_surname(words, match)] for words, matches in kept]

    def is_person(self, words: Words, match: Match) -> bool:
        """Whether the words beside a name make a person of it."""
        key = words.keys[match.first]
        named = self.gazetteer.has("person", key)
        if match.last - match.first > 1 or not (match.kinds() & PLACE or named) or words.loud[match.first]:
            return False
        if match.kinds() & COUNTRY and not named:
            return False
        if self.follows_given_name(words, match.first):
            self.surnames.add(key)
            return True
        return named and self.precedes_surname(words, match.first)

    def follows_given_name(self, words: Words, index: int) -> bool:
        """Whether a given name, an initial or a title stands before."""
        before = words.key(index - 1)
        gap = words.gap(index - 1)
        if not before or not words.capital(index - 1) or gap not in {" ", ". ", "\n"}:
            return False
        initial = len(before) == 1 and before not in {"a", "i"}
        has = self.gazetteer.has
        return initial or has("title", before) or (gap == " " and has("given", before))

    def precedes_surname(self, words: Words, index: int) -> bool:
        """Whether a capitalised word that is no office, institution or place stands after."""
        after = words.key(index + 1)
        if words.gap(index) != " " or not words.capital(index + 1) or words.surfaces[index + 1].isupper():
            return False
        known = self.gazetteer.owners.get(after, ())
        place = any(owner.kind not in {"city", "not"} or owner.size > SMALL for owner in known)
        heading = words.capital(index + 2) and words.gap(index + 1) == " "
        if place or heading or self.gazetteer.has("office", after):
            return False
        self.surnames |= {after, words.keys[index]}
        return True

    def is_surname(self, words: Words, match: Match) -> bool:
        """Whether a name is that of a person met before, and doesn't stand like a place."""
        key = words.keys[match.first]
        if match.last - match.first > 1 or key not in self.surnames or words.key(match.first - 1) in IN_PLACE:
            return False
        return bool(match.kinds() & PLACE) or self.gazetteer.has("person", key)
