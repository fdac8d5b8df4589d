"""A place's full name: with its kind ("village of X"), the larger place behind it, and the corner it is one side of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts.grammar.grammar import begin_of_name, end_of_name
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from bot.facts.text.page import Page

PLACES = frozenset({"GPE", "LOC", "FAC"})
KINDS = frozenset(
    "city town village province district county state region island capital port suburb valley border river "
    "street square airport stadium station tower park hospital university prison camp base embassy "
    "consulate mosque church".split()
)
# Kinds that readers elsewhere can't place by the name alone, or that say that a name is one of a place.
SMALL = frozenset("village town district county area neighbourhood neighborhood suburb hamlet parish quarter".split())
AREAS = SMALL | {"province", "region", "city", "valley", "island", "peninsula", "governorate", "prefecture"}
_STREETS = frozenset({"street", "avenue", "road", "lane", "boulevard", "drive"})
_OF_KIND = re.compile(
    r"(?:\b[\w-]{1,20}ern )?(?:\b(?!the )[A-Z]\w{1,20} )?"
    r"\b(?:city|town|village|port|province|district|region|state|capital) of $",
    re.IGNORECASE,
)
_BETWEEN = frozenset("the downtown central northern southern eastern western north south east west".split())
LARGER = 3  # places of which each holds the one before: a longer chain is a list


def widened(page: Page, entity: Span) -> tuple[int, int]:
    """The place with the larger ones behind it ("Turin, Piedmont region") and its own kind of place around it."""
    doc, first = page.doc, entity.start
    last = _corner(doc, _with_kind(doc, entity.end))
    while first < last - 1 and doc[first].lower_ == "the":
        first += 1
    kind = _OF_KIND.search(page.text, max(0, doc[first].idx - 40), doc[first].idx)
    named = set(kind[0].lower().split()) if kind else set()
    small = entity.label_ != "GPE" or doc[last - 1].lower_ in SMALL or bool(named & SMALL)
    for _ in range(LARGER):
        begin = _larger(doc, last, small=small)
        if begin is None:
            break
        last = _with_kind(doc, end_of_name(doc[begin]))
        small = doc[last - 1].lower_ in SMALL
    left, right = page.span(first, last)
    return (kind.start() if kind else left), right


def _with_kind(doc: Doc, last: int) -> int:
    """With a noun for its kind behind the name: "Hebei province", "the Kurram tribal region"."""
    if (
        last < len(doc)
        and doc[last - 1].lower_ not in AREAS
        and doc[last].lower_ in KINDS | AREAS
        and doc[last].pos_ in {"NOUN", "PROPN"}
    ):
        return last + 1
    if last + 1 < len(doc) and doc[last].pos_ == "ADJ" and doc[last + 1].lower_ in AREAS:
        return last + 2
    return last


def _corner(doc: Doc, last: int) -> int:
    """With the other street of a corner: "Seventh Street and Central Avenue"."""
    if last + 1 >= len(doc) or doc[last - 1].lower_ not in _STREETS or doc[last].lower_ != "and":
        return last
    if doc[last + 1].ent_type_ not in PLACES or doc[last + 1].ent_iob_ != "B":
        return last
    end = end_of_name(doc[last + 1])
    return end if doc[end - 1].lower_ in _STREETS else last


def _larger(doc: Doc, last: int, *, small: bool) -> int | None:
    """The token at which the place around this one begins: behind a comma, "of", "'s"; behind "in" for a small one."""
    if last + 1 >= len(doc):
        return None
    link, begin = doc[last], last + 1
    while link.lower_ in {"in", "of"} and small and begin < len(doc) and doc[begin].lower_ in _BETWEEN:
        begin += 1
    if begin >= len(doc) or not _is_named_place(doc, begin):
        return None
    joined = (
        (link.text == "," and not _is_listed(doc, last, begin))
        or (link.lower_ in {"in", "of"} and small)
        or (link.tag_ == "POS" and _owns_place(doc, last))
    )
    return begin if joined else None


def _is_listed(doc: Doc, last: int, begin: int) -> bool:
    """Whether commas part places side by side: "Michigan, Ohio", "Turin, Milan and Rome"."""
    end = end_of_name(doc[begin])
    more = end + (end < len(doc) and doc[end].text == ",")
    following = more + (more < len(doc) and doc[more].lower_ in {"and", "or"})
    goes_on = end < following < len(doc) and doc[following].ent_type_ in PLACES
    closed = _is_broad(doc, end) or (goes_on and following == more and _is_broad(doc, end_of_name(doc[following])))
    return _is_broad(doc, last) or (goes_on and not closed)


def _is_broad(doc: Doc, last: int) -> bool:
    """Whether the name that ends here is that of a country or a state."""
    return doc[begin_of_name(doc[last - 1]) : last].text.lower().removeprefix("the ") in words("broad_places")


def _owns_place(doc: Doc, last: int) -> bool:
    """Whether what a place has is a place within it: "Hebei's Baoding city"."""
    return doc[last - 1].ent_type_ == "GPE" and doc[min(last + 1, len(doc) - 1)].ent_type_ == "GPE"


def _is_named_place(doc: Doc, begin: int) -> bool:
    token: Token = doc[begin]
    if token.ent_iob_ != "B":
        return False
    return token.ent_type_ in PLACES or doc[_with_kind(doc, end_of_name(doc[begin])) - 1].lower_ in AREAS
