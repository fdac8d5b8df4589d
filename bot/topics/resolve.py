"""Which country a name stands for here: Georgia, Congo, Cambridge, Lebanon (Pennsylvania), "the North"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from bot.topics.borrowed import is_credit, is_epithet, is_within
from bot.topics.claims import BIG, Claims, key_of
from bot.topics.gazetteer import Gazetteer, Owner
from bot.topics.mentions import IN_PLACE, Match
from bot.topics.people import SMALL
from bot.topics.words import Words

PLACES = frozenset({"name", "seat", "place", "city", "alias", "state", "former", "twin"})
CITIES = frozenset({"seat", "place"})  # in a row they are a list: "Sarajevo, Zagreb and Belgrade"
FIRST_WORDS = 3  # a dateline's town stands here
DOUBTFUL = frozenset({"city", "state"})  # kinds of which many names are words or persons, too
PAPERS = frozenset({"US", "CA", "GB", "AU"})  # whose local papers name no country, only their small town, and often
HALVES = {"north": "KP", "south": "KR"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A name that was given its country: words ``first`` up to ``last`` of a segment."""

    first: int
    last: int
    code: str
    kind: str
    size: int


class Resolver:
    """Settles the names of one article; all its segments share the evidence."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.claims = Claims(gazetteer)

    def settle(self, segments: Iterable[tuple[Words, list[Match]]]) -> list[list[Mention]]:
        """The mentions of each segment."""
        heard = [
            (words, [match for match in matches if not is_credit(words, match, self.gazetteer)])
            for words, matches in segments
        ]
        both = [(words, list(self.contained(words, matches))) for words, matches in heard]
        self.claims.hear((key_of(words, match), match) for words, matches in both for match in matches)
        return [list(self.mentions(words, matches)) for words, matches in both]

    def contained(self, words: Words, matches: list[Match]) -> Iterator[Match]:
        """The matches; a place with its state or country behind a comma belongs to that, here and further on."""
        for match, after in zip_longest(matches, matches[1:]):
            code = self.container(words, match, after) if after else None
            if code is None:
                yield match
                continue
            owner = next((each for each in match.owners if each.code == code), Owner(code, "city", BIG, "name"))
            self.claims.decided[key_of(words, match)] = owner
            yield Match(match.first, match.last, (owner,))

    def container(self, words: Words, match: Match, after: Match) -> str | None:
        """The country of "Lebanon, Pa.", "Paris, Texas" and "San Jose, Costa Rica"; None for a list."""
        if after.first != match.last or words.gap(match.last - 1).strip() != "," or not match.kinds() & PLACES:
            return None
        codes = {owner.code for owner in match.owners}
        states = {owner.code for owner in after.owners if self.is_state(owner, after)}
        country = "name" in match.kinds() or bool(CITIES & match.kinds() and CITIES & after.kinds())
        listed = words.key(after.last) in {"and", "or"} or ("name" in after.kinds() and not codes & states)
        if states and not (country and listed):
            return min(states & codes or states)
        named = {owner.code for owner in after.owners if owner.kind == "name"} & codes
        return min(named) if named and not country else None

    def is_state(self, owner: Owner, match: Match) -> bool:
        """Whether a name can be a state's: "Georgia" is a country's and a state's."""
        return owner.kind in {"state", "abbr"} or (owner.kind == "alias" and bool(self.claims.rivals(match)))

    def mentions(self, words: Words, matches: Iterable[Match]) -> Iterator[Mention]:
        """The matches, each with one country, without small towns that nothing speaks for; and "the North"."""
        for match in matches:
            key = key_of(words, match)
            owner = self.claims.owner(key, match)
            alone = self.claims.voices[owner.code] <= {key}
            if is_within(words, match, owner, self.gazetteer, alone=alone):
                continue
            if owner.kind not in DOUBTFUL or owner.size >= BIG or self.credible(words, match, owner, alone=alone):
                kind = "epithet" if is_epithet(words, match, owner.kind) else owner.kind
                yield Mention(match.first, match.last, owner.code, kind, owner.size)
        if self.claims.known["KP"]:
            yield from self.halves(words)

    def credible(self, words: Words, match: Match, owner: Owner, *, alone: bool) -> bool:
        """Whether a smaller town stands like a place, and not inside a longer name or a headline."""
        index = match.first
        if words.loud[index]:
            return index < FIRST_WORDS and match.last - index > 1
        before = words.key(index - 1)
        inside = words.gap(index - 1) == " " and words.capital(index - 1) and not self.gazetteer.has("before", before)
        if inside and owner.size <= SMALL and before not in self.gazetteer.owners:
            return False
        if before in IN_PLACE or (owner.size == SMALL and owner.kind == "city"):
            return True
        return (not alone or owner.code in PAPERS) and self.claims.known[owner.code] >= 1

    def halves(self, words: Words) -> Iterator[Mention]:
        """Mentions as "the North" and "the South" where both Koreas, or North Korea alone, are spoken of."""
        for index, name in enumerate(words.keys):
            code = HALVES.get(name)
            if code is None or words.key(index - 1) != "the" or not words.capital(index):
                continue
            longer = words.capital(index + 1) and words.gap(index) in {" ", "-"}
            if self.claims.known[code] >= 1 and not longer:
                yield Mention(index, index + 1, code, "name", 0)
