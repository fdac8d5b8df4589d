"""What a country does in an article: it acts, is acted upon, is where it happens, or is only mentioned.

With a `Reading` the grammar decides; without one the words beside the name do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from bot.model import Reading, Role
from bot.topics.deeds import AT, LANDS, PLACES, UPON, Vote, noun, words
from bot.topics.parsed import OWNED, PASSING, SPOKEN, Grammar
from bot.topics.salience import weight
from bot.topics.sightings import Sighting

ACTS = frozenset(
    """
    has have had did will would could should may might must can does announced agreed warned told urged called rejected
    accused launched signed fired approved won wants plans backs vows seeks joins met meets held holds offered began
    begins
    """.split()
)
SAYS = frozenset("said says say told tells reported reports added".split())
WEAK = frozenset({"epithet", "org", "cue", "home", "money", "abbr"})
# A deed says more of a country than a place that is named beside it; a passing mention says least.
VOTE: dict[Role, float] = {"actor": 1.3, "target": 1.2, "location": 1.0, "mentioned": 0.25}
AWAY = 0.6  # towns are named in stories of what a country does, too


class Roles:
    """Gives roles, by the grammar of the text where there is one."""

    def __init__(self, reading: Reading | None) -> None:
        self.grammar = Grammar(reading) if reading and reading.tokens else None

    def of(self, sightings: Iterable[Sighting]) -> Role:
        """The role that most of a country's sightings, by weight, speak for."""
        votes: dict[Role, float] = defaultdict(float)
        for sighting in sightings:
            role, force = self.read(sighting) or plain(sighting)
            votes[role] += VOTE[role] * force * (AWAY if sighting.kind in PLACES else 1) * weight(sighting)
        return max(votes, key=lambda role: (votes[role], role))

    def read(self, sighting: Sighting) -> Vote | None:
        """The vote by grammar; None without one, and for a dateline or a title outside the text."""
        if not self.grammar or sighting.start < 0 or sighting.zone == "dateline":
            return None
        return self.grammar.vote(sighting)


def plain(sighting: Sighting) -> Vote:
    """The vote by the words before and after."""
    kind = noun(sighting.after)
    if sighting.zone != "dateline" and sighting.kind not in PLACES:
        if kind in {"organ", "post"}:
            return office(sighting)
        if kind == "deed" or sighting.before == "by":
            return "actor", OWNED
    if sighting.zone == "dateline" or (sighting.before in AT and sighting.kind in LANDS):
        return "location", 1.0
    if sighting.kind in PLACES or kind == "event":
        return "location", OWNED
    return struck(sighting) or bare(sighting)


def office(sighting: Sighting) -> Vote:
    """A country's officials, forces and embassies: they act, speak, or are struck."""
    post = noun(sighting.after) == "post"
    if sighting.before in UPON | AT or follows_verb(sighting):
        return "target", OWNED
    if sighting.then in SAYS:
        return "actor", SPOKEN
    acts = sighting.then in ACTS or sighting.then.endswith("ed") or (sighting.leads and not post)
    return ("actor", 1.0) if acts else PASSING


def struck(sighting: Sighting) -> Vote | None:
    """The object of a verb or of a preposition, and the subject of a passive; None for what is neither."""
    if sighting.before in UPON:
        return "target", OWNED
    if follows_verb(sighting):
        stems = {sighting.before.removesuffix(ending) for ending in ("s", "ed")}
        return "location" if stems & (words("strike") | words("visit")) else "target", OWNED
    if sighting.after not in {"is", "are", "was", "were"} or not sighting.then.endswith("ed"):
        return None
    return PASSING if sighting.then.removesuffix("ed") in words("say") else ("target", OWNED)


def follows_verb(sighting: Sighting) -> bool:
    """Whether the word before is a verb in the past, or one of violence: "criticised", "hits"."""
    before = sighting.before
    return before.endswith("ed") or bool({before, before.removesuffix("s")} & (words("hostile") | words("strike")))


def bare(sighting: Sighting) -> Vote:
    """A name that stands alone: by the verb behind it."""
    if sighting.kind in WEAK:
        return PASSING
    if sighting.after in SAYS:
        return "actor", SPOKEN
    told = sighting.after.endswith("ed") and sighting.leads
    headed = sighting.after.endswith("s") and sighting.zone == "title"  # "Kenya reopens"
    if sighting.after in ACTS or told or headed:
        return "actor", 1.0
    return ("actor", OWNED) if sighting.leads and sighting.kind != "demonym" else PASSING
