"""What a figure counts and how far its phrase reaches: "4.2m votes", "131 feet deep", "from 400g to 360g"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.facts.amounts.counts import HARMS, HURT
from bot.facts.text.numbers import SHORT, value_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from bot.facts.text.page import Page

CURRENCY = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "PS": "GBP"}
_CURRENCY_WORD = re.compile(
    r"\b(dollars?|euros?|pounds?|yen|yuan|rupees?|roubles?|rubles?|francs?|pesos?|won|rand|naira|shillings?|crowns?|cents?)\b",
    re.IGNORECASE,
)
_MEASURES = frozenset("g kg km m cm mm mph kph ft ml l kw mw gw lb lbs oz sq tonnes tons litres".split())
_SHARE = re.compile(r"[\s-]?(?:%|per ?cent\b|percent\b|percentage points?\b)", re.IGNORECASE)
_SCALE = re.compile(rf"\s?({'|'.join(SHORT)})\b", re.IGNORECASE)
_DIMENSIONS = frozenset("deep wide long tall high thick away apart across underground square".split())
_RANGE = re.compile(r"\d\D{0,20}(?: to | and |[–—-])\D{0,4}\d")
_COUNTS = frozenset("number toll total tally count".split())
THINGS = 5  # tokens behind a number in millions in which what is counted stands
REACH = 5  # tokens between a number and the noun that it counts


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted, the token behind the phrase, the phrase's end in the text, and the number."""

    unit: str
    last: int
    right: int
    value: float | None


def measure_of(page: Page, entity: Span) -> Measure | None:
    """What an entity's number measures or counts; None when it is no figure."""
    doc, text, end = page.doc, page.text, entity.end_char
    value = None if _RANGE.search(entity.text) else value_of(entity.text)
    share = _SHARE.match(text, end)
    if (share or _SHARE.search(entity.text)) and not any(sign in entity.text for sign in CURRENCY):
        right = share.end() if share else end
        return Measure("%", page.tokens(entity.start_char, right)[1], right, value)
    if entity.label_ == "MONEY":
        return _money(page, entity, value)
    if entity.label_ == "QUANTITY":
        return _quantity(page, entity, value)
    if entity.end < len(doc) and doc[entity.end].lower_.rstrip(".") in _MEASURES | SHORT.keys():
        return _short(page, entity, value)
    return _counted(page, entity, value)


def _end(page: Page, last: int) -> int:
    """Where the token before ``last`` ends, without the full stop that a unit takes along at a sentence's end."""
    right = page.span(last - 1, last)[1]
    return right - 1 if page.text[right - 1] == "." and page.text[right - 2].isalnum() else right


def _money(page: Page, entity: Span, value: float | None) -> Measure | None:
    around = page.text[max(0, entity.start_char - 1) : entity.end_char]
    sign = next((code for mark, code in CURRENCY.items() if mark in around), None)
    word = _CURRENCY_WORD.search(around)
    unit = sign or (word[1].lower() if word else None)
    if unit is None:
        return None
    scale = _SCALE.match(page.text, entity.end_char) if sign and entity.text[-1:].isdigit() else None
    if scale and value is not None:
        right = scale.end()
        return Measure(unit, page.tokens(entity.start_char, right)[1], right, value * SHORT[scale[1].lower()])
    return Measure(unit, entity.end, _end(page, entity.end), value)


def _quantity(page: Page, entity: Span, value: float | None) -> Measure | None:
    """A number with its unit, or with a letter or two for millions; the "m" of metres makes no millions of it."""
    unit = re.sub(r"^[\W\d]+", "", entity[-1].text).rstrip(".")
    bare = None if value is None else value_of(entity.text.rstrip(".").removesuffix(unit))
    if many := _millions(page, unit.lower(), entity.end, bare):
        return many
    value = bare if unit.lower() in _MEASURES else value
    return _extended(page, Measure(unit, entity.end, _end(page, entity.end), value)) if unit else None


def _short(page: Page, entity: Span, value: float | None) -> Measure | None:
    """A number with a letter or two behind it: metres or millions, as what follows is one thing or many."""
    short = page.token[entity.end]
    unit, behind = short.lower_.rstrip("."), entity.end + 1
    if many := _millions(page, unit, behind, value):
        return many
    if unit not in _MEASURES:
        return None
    return _extended(page, Measure(short.text.rstrip("."), behind, _end(page, behind), value))


def _millions(page: Page, unit: str, behind: int, value: float | None) -> Measure | None:
    """A number of many things: "4.2m votes", "4.2m family-owned farms"."""
    things = [token for token in page.token[behind : behind + THINGS] if token.pos_ in {"NOUN", "PROPN"}]
    many = next((token for token in things if token.tag_ in {"NNS", "NNPS"}), None)
    if unit not in SHORT or value is None or many is None:
        return None
    between = page.token[behind : many.i]
    if any(token.pos_ not in {"ADJ", "ADV", "NOUN", "PROPN", "VERB"} and token.text != "-" for token in between):
        return None
    return Measure(many.text, many.i + 1, _end(page, many.i + 1), value * SHORT[unit])


def _extended(page: Page, found: Measure) -> Measure:
    """With the dimension or the thing behind it: "131 feet deep", "400g bars"."""
    doc, last = page.doc, found.last
    if last >= len(doc) or doc[last - 1].text.endswith("."):
        return found
    if doc[last].lower_ in _DIMENSIONS:
        return Measure(found.unit, last + 1, _end(page, last + 1), found.value)
    noun = doc[last].head if doc[last].dep_ == "compound" and doc[last].head.i == last + 1 else doc[last]
    if doc[last].pos_ == "NOUN" and noun.pos_ == "NOUN" and noun.ent_type_ not in {"DATE", "TIME"}:
        return Measure(found.unit, noun.i + 1, _end(page, noun.i + 1), found.value)
    return found


def _counted(page: Page, entity: Span, value: float | None) -> Measure | None:
    """The noun that a bare number counts: right behind it, past adjectives ("35,000 young people"), or behind "of"."""
    noun = _noun(entity)
    if noun is not None:
        return Measure(noun.text, noun.i + 1, _end(page, noun.i + 1), value)
    doc, end = page.doc, entity.end
    if end < len(doc) and doc[end].lower_ in HURT:
        return Measure(doc[end].lower_, end + 1, _end(page, end + 1), value)
    unit = _implied(entity)
    return Measure(unit, end, _end(page, end), value) if unit else None


def _noun(entity: Span) -> Token | None:
    doc, head = entity.doc, entity.root.head
    modifies = entity.root.dep_ in {"nummod", "quantmod", "compound"} and head.pos_ in {"NOUN", "PROPN"}
    if modifies and 0 < head.i - entity.end + 1 <= REACH and head.ent_type_ not in {"DATE", "TIME", "PERSON"}:
        return head
    if entity.end + 1 < len(doc) and doc[entity.end].lower_ == "of":
        noun = next((each for each in doc[entity.end].children if each.dep_ == "pobj" and each.pos_ == "NOUN"), None)
        if noun is not None and noun.i - entity.end < REACH:
            return noun
    return None


def _implied(entity: Span) -> str | None:
    """What a number alone counts by its verb: people come to harm, a toll rises to it, the number of cases."""
    root = entity.root
    verb = root.head
    if root.dep_ in {"nsubj", "nsubjpass", "dobj"} and verb.lemma_ in HARMS:
        return "people"
    if root.dep_ != "pobj":
        return None
    for child in verb.head.children:
        if child.lemma_.lower() == "toll":
            return "dead"
        if child.lemma_.lower() in _COUNTS and child.dep_ in {"nsubj", "nsubjpass"}:
            of = next((each for each in child.rights if each.lower_ == "of"), None)
            return next((each.text for each in of.children if each.dep_ == "pobj"), None) if of is not None else None
    return None
