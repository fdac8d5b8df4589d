"""The country of a place name that stands alone."""

from __future__ import annotations

from bot.model import Country
from bot.topics.claims import BIG, prior
from bot.topics.gazetteer import load
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
    words = cut(place)
    resolver = Resolver(load())
    matches = list(resolver.contained(words, find(words, load())))
    favour = {country.code: FAVOUR * (0.5 + country.salience / 2) for country in among}
    owners = [owner for match in matches for owner in match.owners if owner.kind not in NOWHERE]
    if not owners:
        return None
    firm = [owner for owner in owners if owner.kind in {"name", "abbr"} or owner.size > BIG] or owners
    return max(firm, key=lambda owner: (prior(owner) + favour.get(owner.code, 0.0), owner.code)).code


def name_of(code: str) -> str:
    """The name by which a country is shown; the code itself for one that isn't known."""
    return load().names.get(code, code)
