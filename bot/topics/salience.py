"""How much an article is about a country, from where and how it is named: a logistic model of eight weights.

The weights were fitted by ridge-penalised logistic regression on the 1,331 development articles (gold: human editors
and annotators; five-fold cross-validated F1 .91) and rounded; the dateline's is held down, because it says where a
report was filed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import exp, log1p

from bot.topics.sightings import Sighting

GROUPS = {
    "name": "name demonym former",
    "seat": "seat",
    "leader": "leader",
    "place": "place state abbr county alias twin",
    "org": "org not",
    "money": "money",
    "cue": "cue",
    "home": "home",
    "epithet": "epithet",
}
GROUP = {kind: name for name, kinds in GROUPS.items() for kind in kinds.split()}
STRONG = {"name": 1.0, "seat": 1.0, "leader": 0.8, "place": 0.8, "city": 0.7}
WEAK = {"org": 0.5, "town": 0.4, "money": 0.3, "cue": 0.25, "epithet": 0.3, "home": 0.1}
WEIGHT = STRONG | WEAK
ZONE = {"title": 3.0, "dateline": 1.0, "lead": 2.0, "body": 1.0, "aside": 0.1}
CITY = 3  # a city of this size, 300,000 people, counts more than a town
ABOUT = 0.5

BIAS = -2.9
MASS, SHARE = 0.85, 1.0  # all that names the country, weighed; its part of all countries'
OVER, ALONE = 0.55, 2.0  # its lead over the next country; that there is no other
NAMES, CITIES, PLACES = 1.4, 0.9, 0.8  # how often by name, by large cities, by other places
DATELINE = 3.5


@dataclass(slots=True)
class Tally:
    """What is counted for one country."""

    mass: float = 0.0
    dateline: bool = False
    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, sighting: Sighting) -> None:
        """Count a sighting; an aside weighs next to nothing and is no count."""
        kind = group(sighting)
        self.mass += WEIGHT[kind] * ZONE[sighting.zone]
        self.dateline |= sighting.zone == "dateline"
        self.counts[kind] += sighting.zone != "aside"


def group(sighting: Sighting) -> str:
    """The group of kinds that a sighting counts in."""
    if sighting.kind == "city":
        return "city" if sighting.size >= CITY else "town"
    return GROUP[sighting.kind]


def weight(sighting: Sighting) -> float:
    """What one sighting weighs: its kind times its zone."""
    return WEIGHT[group(sighting)] * ZONE[sighting.zone]


def salience(sightings: Iterable[Sighting]) -> dict[str, float]:
    """Of each country the probability that the article is about it; about from `ABOUT` on."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for sighting in sightings:
        tallies[sighting.code].add(sighting)
    total = sum(tally.mass for tally in tallies.values())
    first, second, *_ = *sorted((tally.mass for tally in tallies.values()), reverse=True), 0.0, 0.0
    return {code: score(tally, total, second if tally.mass == first else first) for code, tally in tallies.items()}


def score(tally: Tally, total: float, others: float) -> float:
    """The model for one country, where ``others`` is the mass of the heaviest other country."""
    counts = tally.counts
    logit = (
        BIAS
        + MASS * log1p(tally.mass)
        + OVER * (log1p(tally.mass) - log1p(others))
        + SHARE * tally.mass / total
        + ALONE * (others == 0)
        + NAMES * log1p(counts["name"])
        + CITIES * log1p(counts["city"])
        + PLACES * log1p(counts["place"] + counts["town"])
        + DATELINE * tally.dateline
    )
    return 1 / (1 + exp(-logit))
