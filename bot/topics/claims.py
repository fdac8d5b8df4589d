"""Whose a name is in this article: what the usual owner and what the other names of the article have to say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import log1p

from bot.topics.gazetteer import Gazetteer, Owner
from bot.topics.mentions import Match
from bot.topics.words import Words

PRIOR = {"name": 6.0, "demonym": 6.0, "seat": 5.0, "leader": 5.0, "not": 5.0, "place": 4.5, "state": 3.5, "former": 3.0}
OTHER = 2.0  # the prior of kinds that seldom share a name
PER_SIZE = 0.9  # the prior of a city for each step of its size
FIRM = frozenset({"name", "demonym", "seat", "leader", "place", "state", "abbr", "county", "not", "former"})
LOCAL = frozenset({"place", "state", "abbr", "county", "city", "not", "cue"})
HOMELY = frozenset({"state", "abbr", "county", "cue"})
HINT = 0.5  # what an institution or a word of public life counts as evidence, beside a name's 1
TRUST, TRUST_MOST = 1.0, 1.9  # how far evidence may lift a country above the usual owner of a name
NAMESAKE, RARER = 0.5, 0.8  # how far a second owner stands behind the first: of a country's name, of a city's
AT_HOME = 1.5  # so much public life of a country makes Paris the town in Texas, where nothing speaks of France
SURE, OUT = 10.0, -1.0
BIG = 3  # cities from 300,000 people on need no context


def prior(owner: Owner) -> float:
    """The usual claim of an owner: countries before capitals before provinces; larger cities before smaller."""
    return owner.size * PER_SIZE if owner.kind == "city" else PRIOR.get(owner.kind, OTHER)


def trusted(evidence: float) -> float:
    """How far so much evidence lifts a claim."""
    return min(TRUST_MOST, TRUST * log1p(evidence))


def key_of(words: Words, match: Match) -> str:
    """A match's words as one key."""
    return " ".join(words.keys[match.first : match.last])


class Claims:
    """The evidence of one article, per country, and what was decided by it: a name has one owner throughout.

    ``known`` counts all that speaks for a country; ``local`` what lies within it; ``homely`` its states, counties and
    words of public life; ``voices`` holds the different names.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.known: defaultdict[str, float] = defaultdict(float)
        self.local: defaultdict[str, float] = defaultdict(float)
        self.homely: defaultdict[str, float] = defaultdict(float)
        self.decided: dict[str, Owner] = {}
        self.voices: defaultdict[str, set[str]] = defaultdict(set)

    def hear(self, named: Iterable[tuple[str, Match]]) -> None:
        """Count the names beyond doubt, decide the others by them, then count those too."""
        doubtful = []
        for key, match in named:
            if len({owner.code for owner in match.owners}) == 1:
                self.count(match.owners)
                self.voices[match.owners[0].code].add(key)
            elif key not in self.decided:
                doubtful.append((key, match))
        self.decided |= {key: self.best(match) for key, match in doubtful if key not in self.decided}
        for key, _ in doubtful:
            self.count((self.decided[key],))
            self.voices[self.decided[key].code].add(key)

    def count(self, owners: tuple[Owner, ...]) -> None:
        """Enter one name of one country."""
        code = owners[0].code
        kinds = {owner.kind for owner in owners}
        amount = 1.0 if kinds & FIRM or max(owner.size for owner in owners) >= BIG else HINT
        self.known[code] += amount
        self.local[code] += amount * bool(kinds & LOCAL)
        self.homely[code] += amount * bool(kinds & HOMELY)

    def owner(self, key: str, match: Match) -> Owner:
        """Whose a name is."""
        return self.decided.get(key) or max(match.owners, key=prior)

    def best(self, match: Match) -> Owner:
        """The owner whose usual claim and evidence are strongest."""
        usual = max(prior(owner) for owner in match.owners)
        return max(match.owners, key=lambda owner: (self.claim(owner, match, usual), owner.code))

    def claim(self, owner: Owner, match: Match, usual: float) -> float:
        """How strong a claim is: the usual one; for a second owner somewhat less, lifted by evidence."""
        if owner.kind == "twin":
            strange = any(self.known[each.code] for each in match.owners if each.kind != "twin")
            return OUT if strange or self.homely[owner.code] < AT_HOME else SURE
        if owner.kind != "alias":
            return prior(owner) + self.trust(owner.code)
        rivals = self.rivals(match)
        if rivals and self.local[owner.code] > sum(self.nearby(code) for code in rivals):
            return SURE
        behind = usual - (NAMESAKE if usual >= PRIOR["name"] else RARER)
        if rivals:
            return behind
        return behind + (self.trust(owner.code) if usual >= PRIOR["name"] else trusted(self.local[owner.code]))

    def trust(self, code: str) -> float:
        """How far the evidence for a country lifts its claims."""
        return trusted(self.known[code])

    def rivals(self, match: Match) -> set[str]:
        """Countries that share a match's name with a state, and whose neighbours tell them apart."""
        return {owner.code for owner in match.owners} & self.gazetteer.near.keys()

    def nearby(self, code: str) -> float:
        """What speaks for a country in its part of the world."""
        return self.known[code] + sum(self.known[near] for near in self.gazetteer.near[code])
