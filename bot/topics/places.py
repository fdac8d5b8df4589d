"""The country of a place name that stands alone."""

from __future__ import annotations

from bot.model import Country
from bot.topics.claims import NAMESAKE, prior
from bot.topics.gazetteer import Owner, key_of, load
from bot.topics.mentions import find
from bot.topics.resolve import Resolver
from bot.topics.words import cut

NOWHERE = frozenset({"org", "cue", "money", "home", "leader"})
FAVOUR = 3.0  # what a country that the article names is worth, on the scale of `claims.PRIOR`


def country_of(place: str, among: tuple[Country, ...] = ()) -> str | None:
    """The code of the country in which a place lies, as written: "Moyale, Kenya", "the West Bank", "Cambridge".

    Where several countries have such a place, one of ``among`` (an article's countries) is preferred, the more salient
    one first. None when the place isn't known.
    """
    if (town_of := _in_state(place)) is not None:
        return town_of
    words = cut(place)
    matches = Resolver(load()).contained(words, find(words, load()))
    owners = [owner for match in matches for owner in match.owners if owner.kind not in NOWHERE]
    wanted = {country.code: country.salience for country in among}
    best = max(owners, key=lambda owner: (claim(owner, owners, wanted), owner.code), default=None)
    return best.code if best else None


def _in_state(place: str) -> str | None:
    """The one country that has both a town and the state behind it: "Naples, Florida", "Atlanta, Georgia"."""
    town, comma, state = place.rpartition(",")
    if not comma or not town.strip():
        return None
    homes, states = ({owner.code for owner in load().owners.get(key_of(part), ())} for part in (town, state))
    both = homes & states or (states if len(states) == 1 else set())
    return next(iter(both)) if len(both) == 1 else None


def claim(owner: Owner, owners: list[Owner], wanted: dict[str, float]) -> float:
    """The usual claim, lifted where the article names the country; a second owner stands just behind the first.

    A small namesake of a great city ("twin") counts only where the article names its country and not the city's.
    """
    favour = FAVOUR * (1 + wanted[owner.code]) / 2 if owner.code in wanted else 0.0
    if owner.kind not in {"alias", "twin"}:
        return prior(owner) + favour
    usual = [each for each in owners if each.kind not in {"alias", "twin"}]
    if owner.kind == "twin" and any(each.code in wanted for each in usual):
        return 0.0
    return max(map(prior, usual), default=0.0) - NAMESAKE + favour


def name_of(code: str) -> str:
    """The name by which a country is shown; the code itself for one that isn't known."""
    return load().names.get(code, code)
