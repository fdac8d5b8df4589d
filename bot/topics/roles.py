"""What a country does in an article: it acts, is acted upon, is where it happens, or is only mentioned.

With a `Reading` the grammar decides; without one the words beside the name do.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from bot.model import Reading, Role
from bot.topics.salience import weight
from bot.topics.sightings import Sighting

WITHIN = frozenset(
    {"in", "at", "near", "inside", "outside", "across", "throughout", "around", "within", "off", "from", "through"}
)
UPON = frozenset({"against", "on", "upon", "to", "with", "toward", "towards", "over", "at", "for", "into"})
PASSED = frozenset({"compound", "amod", "poss", "nmod", "appos", "conj", "case", "flat", "nummod", "npadvmod"})
SHARED = frozenset({"of", "between", "among", "for"})  # "leaders of X", "talks between X and Y": as their head
ACTS = frozenset(
    """
    said says say has have had is are was were will would could should may might must can did does announced agreed
    warned told urged called rejected accused launched signed fired approved won wants plans backs vows seeks faces
    joins met meets held holds offered began begins
    """.split()
)
WEAK = frozenset({"org", "cue", "home", "money", "abbr"})
# Who acts anywhere is seldom only a target or a place elsewhere.
VOTE: dict[Role, float] = {"actor": 2.0, "target": 1.2, "location": 1.0, "mentioned": 0.3}
STEPS = 8  # more heads than this above a name: it is only mentioned


class Roles:
    """Gives roles; the grammar of the text, where there is one, is looked up by offset."""

    def __init__(self, reading: Reading | None) -> None:
        self.reading = reading
        self.starts = [token.start for token in reading.tokens] if reading else []

    def of(self, sightings: Iterable[Sighting]) -> Role:
        """The role that most of a country's sightings, by weight, speak for."""
        votes: dict[Role, float] = defaultdict(float)
        for sighting in sightings:
            role = self.read(sighting) or plain(sighting)
            votes[role] += VOTE[role] * weight(sighting)
        return max(votes, key=lambda role: (votes[role], role))

    def read(self, sighting: Sighting) -> Role | None:
        """The role by grammar; None without one, and for a dateline or a title outside the text."""
        index = bisect_right(self.starts, sighting.start) - 1
        if not self.reading or index < 0 or sighting.start < 0 or sighting.zone == "dateline":
            return None
        return parsed(self.reading, index, sighting)


def plain(sighting: Sighting) -> Role:
    """The role by the words before and after."""
    if sighting.zone == "dateline" or (sighting.before in WITHIN and sighting.kind != "demonym"):
        return "location"
    if sighting.before in UPON:
        return "target"
    if sighting.kind in WEAK:
        return "mentioned"
    acts = sighting.after in ACTS or (sighting.zone == "title" and sighting.after.endswith("s"))
    return "actor" if acts or sighting.leads else "mentioned"


def parsed(reading: Reading, index: int, sighting: Sighting) -> Role | None:
    """The role by grammar: up from the name to the verb; None where the grammar says nothing."""
    for _ in range(STEPS):
        token = reading.tokens[index]
        if token.dep in {"nsubj", "csubj"}:
            return "actor"
        if token.dep in {"nsubjpass", "dobj", "obj", "dative", "iobj"}:
            return "target"
        if token.dep == "pobj":
            preposition = reading.tokens[token.head]
            role = governed(preposition.lemma.lower(), preposition.dep, sighting)
            if role or preposition.lemma.lower() not in SHARED:
                return role
            token = preposition
        elif token.dep not in PASSED or token.head == index:
            return None
        index = token.head
    return None


def governed(preposition: str, dep: str, sighting: Sighting) -> Role | None:
    """The role behind a preposition."""
    if preposition == "by" and dep == "agent":
        return "actor"
    if preposition in WITHIN and sighting.kind != "demonym":
        return "location"
    return "target" if preposition in UPON - SHARED else None
