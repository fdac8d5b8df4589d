"""Which country a name stands for here: Georgia, Congo, Cambridge, Lebanon (Pennsylvania), "the North"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from math import log1p

from bot.topics.gazetteer import Gazetteer, Owner
from bot.topics.mentions import IN_PLACE, Match
from bot.topics.people import SMALL
from bot.topics.words import Words

PRIOR = {"name": 6.0, "former": 3.0, "demonym": 6.0, "seat": 5.0, "leader": 5.0, "place": 4.5, "not": 5.0, "state": 3.5}
FIRM = frozenset({"name", "demonym", "seat", "leader", "place", "state", "abbr", "county", "not", "former"})
LOCAL = frozenset({"place", "state", "abbr", "county", "city", "not", "cue"})
SETTLED = frozenset({"name", "seat", "place", "city", "alias", "state", "former"})
HINT = 0.5  # what an institution or a word of public life counts as evidence, beside a name's 1
TRUST, TRUST_MOST = 0.8, 1.9  # how far evidence may lift a country above the usual owner of a name
BIG = 3  # cities from 300,000 people on need no context


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
        self.known: Counter[str] = Counter()
        self.local: Counter[str] = Counter()
        self.said: dict[str, str] = {}

    def settle(self, segments: Iterable[tuple[Words, list[Match]]]) -> list[list[Mention]]:
        """The mentions of each segment."""
        both = [(words, list(self.contained(words, matches))) for words, matches in segments]
        for _, matches in both:
            self.weigh(matches)
        return [list(self.mentions(words, matches)) for words, matches in both]

    def contained(self, words: Words, matches: list[Match]) -> Iterator[Match]:
        """The matches; a place with its state or country behind a comma belongs to that, here and further on."""
        for match, after in zip_longest(matches, matches[1:]):
            code = self.container(words, match, after) if after else None
            if code is None:
                yield match
                continue
            self.said[key(words, match)] = code
            yield Match(match.first, match.last, (Owner(code, "city", BIG, "name"),))

    def container(self, words: Words, match: Match, after: Match) -> str | None:
        """The country of "Lebanon, Pa.", "Paris, Texas" and "San Jose, Costa Rica"; None for a list."""
        if after.first != match.last or words.gap(match.last - 1).strip() != "," or not match.kinds() & SETTLED:
            return None
        codes = {owner.code for owner in match.owners}
        states = {owner.code for owner in after.owners if owner.kind in {"state", "abbr", "alias"}}
        listed = words.key(after.last) in {"and", "or"} or words.gap(after.last - 1).strip() == "," and words.key(after.last) in {"and", "or"}
        country = "name" in match.kinds()
        if states and not (country and (listed or "name" in after.kinds() and not codes & states)):
            return min(states & codes or states)
        named = {owner.code for owner in after.owners if owner.kind == "name"} & codes
        return min(named) if named and not country else None

    def weigh(self, matches: Iterable[Match]) -> None:
        """Count what is beyond doubt."""
        for match in matches:
            codes = {owner.code for owner in match.owners}
            owner = match.owners[0]
            if len(codes) > 1:
                continue
            firm = owner.kind in FIRM or owner.size >= BIG
            self.known[owner.code] += 1 if firm else HINT
            if any(each.kind in LOCAL for each in match.owners):
                self.local[owner.code] += 1 if firm else HINT

    def mentions(self, words: Words, matches: Iterable[Match]) -> Iterator[Mention]:
        """The matches, each with one country, without small towns that nothing speaks for; and "the North"."""
        for match in matches:
            said = self.said.get(key(words, match))
            mine = tuple(owner for owner in match.owners if owner.code == said)
            owner = mine[0] if mine else self.owner(match)
            if said and not mine:
                owner = Owner(said, "city", BIG, "name")
            if owner.kind != "city" or owner.size >= BIG or self.credible(words, match, owner):
                yield Mention(match.first, match.last, owner.code, owner.kind, owner.size)
        yield from self.halves(words)

    def owner(self, match: Match) -> Owner:
        """The owner whose usual claim and evidence are strongest."""
        if len(match.owners) == 1:
            return match.owners[0]
        usual = max(prior(owner) for owner in match.owners)
        return max(match.owners, key=lambda owner: (self.claim(owner, match, usual), owner.code))

    def claim(self, owner: Owner, match: Match, usual: float) -> float:
        """How strong an owner's claim is: the usual one, or for a second owner one below the first, lifted by evidence."""
        base = usual - 1 if owner.kind == "alias" else prior(owner)
        rivals = {each.code for each in match.owners} & self.gazetteer.near.keys()
        if rivals and owner.kind == "alias":
            return usual + 1 if self.local[owner.code] > sum(self.nearby(code) for code in rivals) else base
        return base + min(TRUST_MOST, TRUST * log1p(self.known[owner.code]))

    def nearby(self, code: str) -> float:
        """What speaks for a country in its part of the world."""
        return self.known[code] + sum(self.known[near] for near in self.gazetteer.near[code])

    def credible(self, words: Words, match: Match, owner: Owner) -> bool:
        """Whether a smaller town stands like a place, and not inside a longer name or a headline."""
        index = match.first
        if words.loud[index]:
            return index < 3 and match.last - index > 1
        before = words.key(index - 1)
        inside = words.gap(index - 1) == " " and words.capital(index - 1) and not self.gazetteer.has("before", before)
        if inside and owner.size <= SMALL and before not in self.gazetteer.owners:
            return False
        return before in IN_PLACE or self.known[owner.code] >= 1 or owner.size == SMALL

    def halves(self, words: Words) -> Iterator[Mention]:
        """ "The North" and "the South" where North Korea is spoken of."""
        if not self.known["KP"]:
            return
        for index, name in enumerate(words.keys):
            if name not in {"north", "south"} or words.key(index - 1) != "the" or not words.capital(index):
                continue
            if words.capital(index + 1) and words.gap(index) in {" ", "-"}:
                continue
            code = "KP" if name == "north" else "KR"
            if self.known[code] >= 1:
                yield Mention(index, index + 1, code, "name", 0)


def prior(owner: Owner) -> float:
    """The usual claim of an owner: countries before capitals before provinces; larger cities before smaller."""
    return owner.size * 0.9 if owner.kind == "city" else PRIOR.get(owner.kind, 2.0)


def key(words: Words, match: Match) -> str:
    """A match's words as one key."""
    return " ".join(words.keys[match.first : match.last])
