"""Figures: amounts with what they count, as whole phrases; never bare ordinals, list counts, ages or dates."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from bot.facts.counts import CASUALTIES, HARMS, is_age, is_list_count, is_part
from bot.facts.numbers import value_of
from bot.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span

    from bot.facts.attribution import Attribution
    from bot.facts.page import Page

_KINDS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})
_LEADS = re.compile(
    r"(?:\b(?:at least|at most|more than|less than|fewer than|as many as|as much as|as little as|as few as|up to|"
    r"nearly|almost|about|around|some|over|under|roughly|approximately|an estimated|a total of|a record|only|just|"
    r"below|above|close to|well over|between)\s+){1,3}$",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\s{0,3}(?:a|per|an|each|every)\s{1,3}(?:year|month|week|day|hour|minute|barrel|share|head|person|"
    r"tonne|ton|litre|gallon|mile|kilogram|kilo|night)\b",
    re.IGNORECASE,
)
_CURRENCY = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "PS": "GBP"}
_CURRENCY_WORD = re.compile(
    r"\b(dollars?|euros?|pounds?|yen|yuan|rupees?|roubles?|rubles?|francs?|pesos?|won|rand|naira|shillings?|crowns?|cents?)\b",
    re.IGNORECASE,
)
_MEASURES = frozenset("g kg km m cm mm mph kph ft ml l kw mw gw lb lbs oz sq tonnes tons litres".split())
_NO_THING = frozenset("year month week day quarter dollar euro pound figure worth".split())
THING = 5  # tokens between an amount and the noun of which it is one
REACH = 5  # tokens between a number and the noun that it counts


def figures(page: Page, attribution: Attribution, relevance: dict[int, float]) -> Iterator[Fact]:
    """Every figure outside noise and quotations."""
    end = -1
    for entity in page.doc.ents:
        if entity.label_ not in _KINDS or entity.start < end or page.quoted[entity.start]:
            continue
        if page.sentence_of(entity.start).title:
            continue
        span = _phrase(page, entity)
        if span is None:
            continue
        left, right, end, unit = span
        if not page.clean(left, right):
            continue
        evidence = page.evidence(left, right)
        claimed, certainty = attribution.of(entity.root)
        value = value_of(entity.text)
        yield Fact(
            "figure",
            evidence.words,
            evidence,
            claimed,
            certainty,
            _score(page, entity, unit, value, relevance),
            value=value,
            unit=unit,
        )


def _phrase(page: Page, entity: Span) -> tuple[int, int, int, str | None] | None:
    """(start, end, token after it, unit) of the whole phrase, or None when it is no figure."""
    unit, last = _unit(page, entity)
    if unit is None:
        return None
    if is_list_count(entity, unit) or is_age(page, entity) or is_part(entity, page.span(entity.start, last), page):
        return None
    left, right = page.span(entity.start, last)
    lead = _LEADS.search(page.text, max(0, left - 40), left)
    left = lead.start() if lead else left
    currency = left > 0 and page.text[left - 1] in _CURRENCY and entity.label_ == "MONEY"
    left -= 1 if currency else 0
    rate = _RATE.match(page.text, right)
    return left, rate.end() if rate else _counted_thing(page, entity, right), last, unit


def _counted_thing(page: Page, entity: Span, right: int) -> int:
    """The end of an amount with the thing of which it is one: "$3 billion of debt", "a 4 percent rise"."""
    doc, last = page.doc, entity.end
    while last > entity.start + 1 and not (any(map(str.isalnum, doc[last - 1].text)) or doc[last - 1].text == "%"):
        last -= 1
    last -= doc[last - 1].pos_ == "CCONJ" and last > entity.start + 1
    if last < entity.end:
        return page.span(entity.start, last)[1]
    if right > page.span(entity.start, last)[1]:
        return right
    if entity.label_ not in {"MONEY", "PERCENT"} or last >= len(doc):
        return right
    noun = doc[last]
    determined = last + 1 < len(doc) and doc[last + 1].pos_ == "DET"
    if noun.dep_ == "prep" and (noun.lower_ == "of" or (noun.lower_ == "in" and not determined)):
        noun = next((child for child in noun.children if child.dep_ == "pobj"), noun)
    plain = noun.pos_ == "NOUN" and noun.ent_type_ not in {"DATE", "TIME"} and noun.lemma_ not in _NO_THING
    whole = page.text[noun.idx + len(noun) : noun.idx + len(noun) + 1] != "-" and noun.i - last <= THING
    return page.span(entity.start, noun.i + 1)[1] if plain and whole else right


def _unit(page: Page, entity: Span) -> tuple[str | None, int]:
    """What is counted, and the token behind it."""
    doc, text = page.doc, page.text[max(0, entity.start_char - 1) : entity.end_char]
    if entity.label_ == "PERCENT" and re.search(r"%|per ?cent", entity.text):
        return "%", entity.end
    if entity.label_ == "MONEY":
        sign = next((code for mark, code in _CURRENCY.items() if mark in text), None)
        word = _CURRENCY_WORD.search(text)
        return sign or (word[1].lower() if word else None), entity.end
    if entity.label_ == "QUANTITY":
        return re.sub(r"^[\W\d]+", "", entity[-1].text) or None, entity.end
    if entity.end < len(doc) and doc[entity.end].lower_ in _MEASURES:
        return doc[entity.end].text, entity.end + 1
    return _counted(page, entity)


def _counted(page: Page, entity: Span) -> tuple[str | None, int]:
    """The noun that a bare number counts: right behind it, past adjectives ("35,000 young people"), or behind "of"."""
    doc, head = page.doc, entity.root.head
    modifies = entity.root.dep_ in {"nummod", "quantmod", "compound"} and head.pos_ in {"NOUN", "PROPN"}
    if modifies and 0 < head.i - entity.end + 1 <= REACH and head.ent_type_ not in {"DATE", "TIME"}:
        return page.text[head.idx : head.idx + len(head)], head.i + 1
    if entity.end + 1 < len(doc) and doc[entity.end].lower_ == "of":
        noun = next(
            (child for child in doc[entity.end].children if child.dep_ == "pobj" and child.pos_ == "NOUN"), None
        )
        if noun is not None and noun.i - entity.end < REACH:
            return noun.text, noun.i + 1
    verb = entity.root.head
    if entity.root.dep_ in {"nsubj", "nsubjpass", "dobj"} and verb.lemma_ in HARMS:
        return "people", entity.end
    if entity.root.dep_ == "pobj" and any(child.lemma_ == "toll" for child in verb.head.children):
        return "dead", entity.end
    return None, entity.end


def _score(page: Page, entity: Span, unit: str | None, value: float | None, relevance: dict[int, float]) -> float:
    number = page.of_token[entity.start]
    score = (
        relevance.get(number, 0.0)
        + 1.0 / (1 + 0.2 * number)
        + (0.1 * math.log10(value) if value and value > 1 else 0.0)
    )
    score += 0.8 if entity.root.head.lemma_.lower() in CASUALTIES or unit == "people" else 0.0
    score += 0.5 if entity.label_ in {"MONEY", "PERCENT"} else 0.0
    return round(score, 4)
