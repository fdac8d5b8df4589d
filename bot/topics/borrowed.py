"""Names that speak for no country, or for little: an outlet that is quoted, a place in a longer name, an epithet."""

from __future__ import annotations

from bot.topics.claims import BIG, key_of
from bot.topics.gazetteer import Gazetteer, Owner
from bot.topics.mentions import IN_PLACE, Match
from bot.topics.people import SMALL
from bot.topics.words import HYPHENS, Words

CHANNELS = frozenset("told tell tells telling by via on from per to with for in copyright photo image picture".split())
VOICES = frozenset(
    """
    said says say reported reports reporting news wrote writes quoted cited photo page post account app correspondent
    correspondents reporter reporters journalist journalists interview interviewer poll user users video
    """.split()
)
LESSER = frozenset({"city", "alias", "twin"})
OUTLETS = frozenset({"org", "not"})
LOCAL = frozenset({"city", "place", "state", "county", "alias", "twin", "seat"})
ORIGINS = frozenset("based born owned made listed bred educated trained style language speaking registered".split())
PERSONS = frozenset(
    """
    national citizen man woman boy girl teenager student singer actor actress player coach striker midfielder goalkeeper
    driver rider author writer novelist artist director designer model businessman businesswoman tycoon billionaire
    tourist word words term language accent cuisine chocolate
    """.split()
)


def is_credit(words: Words, match: Match, gazetteer: Gazetteer) -> bool:
    """Whether a name is an outlet's where it is quoted, credited or used: "told AFP", "(EPA)", "on Facebook"."""
    named = any(owner.kind in OUTLETS for owner in match.owners)
    if not named or not gazetteer.has("outlet", key_of(words, match)):
        return False
    article = words.key(match.first - 1) in {"the", "its", "his", "her", "their"}
    before = words.key(match.first - 1 - article)
    if before in CHANNELS or words.key(match.last) in VOICES or is_set_off(words, match):
        return True
    followed = words.gap(match.last - 1) == " " and words.surfaces[match.last].islower()
    return words.surfaces[match.first].isupper() and not article and not followed


def is_set_off(words: Words, match: Match) -> bool:
    """Whether brackets or a slash stand around a name."""
    before, after = words.gap(match.first - 1), words.gap(match.last - 1)
    return ("(" in before and ")" in after) or "/" in before or "/" in after


def is_within(words: Words, match: Match, owner: Owner, gazetteer: Gazetteer, *, alone: bool) -> bool:
    """Whether a place's name is only part of a longer one: "Mayo Clinic", "Julia Hartley-Brewer", "Ceres Robotics".

    ``alone``: no other name of the article speaks for the country. With others, only a lesser place is doubted.
    """
    lesser = owner.kind in LESSER and owner.size < BIG
    if owner.kind not in LOCAL or words.loud[match.first] or not (alone or lesser):
        return False
    if is_hyphened(words, match, gazetteer):
        return True
    if not words.capital(match.last) or words.gap(match.last - 1) not in {" ", "'s ", "’s "}:
        return False
    after = words.key(match.last)
    if gazetteer.has("house", after):
        return True
    minor = alone and owner.kind == "city" and owner.size <= SMALL and words.gap(match.last - 1) == " "
    known = after in gazetteer.owners or gazetteer.has("office", after) or words.surfaces[match.last].isupper()
    return minor and not known and words.key(match.first - 1) not in IN_PLACE


def is_hyphened(words: Words, match: Match, gazetteer: Gazetteer) -> bool:
    """Whether a hyphen joins it to a capitalised word that is no place."""
    before = words.gap(match.first - 1) == "-" and words.capital(match.first - 1)
    after = words.gap(match.last - 1) == "-" and words.capital(match.last)
    return (before and words.key(match.first - 1) not in gazetteer.owners) or (
        after and words.key(match.last) not in gazetteer.owners
    )


def is_epithet(words: Words, match: Match, kind: str) -> bool:
    """Whether a name only tells where somebody or something comes from: "US-based", "the Australian", "Swiss-born"."""
    after, gap = words.key(match.last), words.gap(match.last - 1)
    if gap in HYPHENS:
        return after in ORIGINS
    if kind != "demonym":
        return False
    if gap == " " and after in PERSONS:
        return True
    single = words.keys[match.last - 1].endswith(("an", "ese")) and words.key(match.first - 1) in {
        "the",
        "old",
        "an",
        "a",
    }
    return single and (gap != " " or (words.surfaces[match.last].islower() and is_verb(after)))


def is_verb(word: str) -> bool:
    """Whether a word behind "the Australian" is its verb, and not a noun."""
    return word in {"was", "is", "has", "had", "who", "said", "will", "would", "and", "in"} or word.endswith("ed")
