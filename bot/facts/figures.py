"""Figures: amounts with what they count, as whole phrases; never bare ordinals, list counts, ages or dates."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.facts.amounts.clauses import clause_around
from bot.facts.amounts.counts import CASUALTIES, HURT, is_age, is_harmed, is_list_count, is_part
from bot.facts.amounts.measures import CURRENCY, Measure, measure_of
from bot.facts.amounts.signs import signs
from bot.facts.grammar.grammar import noun_behind
from bot.facts.grammar.substance import FIGURES
from bot.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span

    from bot.facts.speech.attribution import Attribution
    from bot.facts.text.page import Page

_BETWEEN = re.compile(r"(?:between )?\d[\d,.]* (?:and|to) \d[\d,.]*", re.IGNORECASE)
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
_NO_THING = frozenset("year month week day quarter dollar euro pound figure worth".split())
_CONVERTED = re.compile(r" ?\((?:or )?")  # what stands before the same amount in another unit
HARMED, PEOPLE = 0.8, 0.45  # what people are worth who come to harm, and others
SIGNED = 0.5  # what a magnitude or a division is worth beside a count
THING = 5  # tokens between an amount and the noun of which it is one


def figures(page: Page, attribution: Attribution, relevance: dict[int, float]) -> Iterator[Fact]:
    """Every figure of the body outside noise and quotations."""
    yield from _signed(page, attribution, relevance)
    end = -1
    for entity in page.doc.ents:
        outside = page.quoted[entity.start] or page.sentence_of(entity.start).title
        if entity.start < end or outside or not _is_number(entity):
            continue
        found = measure_of(page, entity)
        if found is None or _is_none(page, entity, found):
            continue
        converted = _CONVERTED.fullmatch(page.text, page.span(end - 1, end)[1] if end > 0 else 0, _begin(page, entity))
        if end > 0 and converted:
            continue
        if page.clean(_begin(page, entity), _rated(page, entity, found)):
            end = found.last
            yield _figure(page, attribution, entity, found, relevance)


def _figure(page: Page, attribution: Attribution, entity: Span, found: Measure, relevance: dict[int, float]) -> Fact:
    span = _begin(page, entity), _rated(page, entity, found)
    claimed, certainty = attribution.of(entity.root)
    score = _score(page, entity, found, relevance)
    fact = Fact("figure", page.text[slice(*span)], page.evidence(*span), claimed, certainty, score)
    return replace(fact, value=found.value, unit=found.unit, clause=_clause(page, *span))


def _signed(page: Page, attribution: Attribution, relevance: dict[int, float]) -> Iterator[Fact]:
    """The figures that are no entities."""
    for sign in signs(page):
        token = page.tokens(sign.left, sign.right)[0]
        if token >= len(page.token) or page.quoted[token] or not page.clean(sign.left, sign.right):
            continue
        evidence = page.evidence(sign.left, sign.right)
        claimed, certainty = attribution.of(page.token[token])
        score = _placed(page.of_token[token], relevance) + SIGNED
        yield Fact("figure", evidence.words, evidence, claimed, certainty, score, value=sign.value, unit=sign.unit)


def _is_number(entity: Span) -> bool:
    """Whether an entity is an amount; a range before a plural may be taken for a date: "between 20 and 30 people"."""
    if entity.label_ in FIGURES:
        return True
    behind = entity.doc[entity.end] if entity.end < len(entity.doc) else None
    plural = behind is not None and behind.tag_ == "NNS" and behind.ent_type_ == ""
    return plural and entity.label_ == "DATE" and bool(_BETWEEN.fullmatch(entity.text))


def _is_none(page: Page, entity: Span, found: Measure) -> bool:
    span = entity.start_char, found.right
    return is_list_count(entity, found.unit) or is_age(page, entity) or is_part(entity, span, page)


def _begin(page: Page, entity: Span) -> int:
    """Where a phrase begins: with what limits the number, or with its currency."""
    left = entity.start_char
    lead = _LEADS.search(page.text, max(0, left - 40), left)
    left = lead.start() if lead else left
    return left - (left > 0 and page.text[left - 1] in CURRENCY and entity.label_ == "MONEY")


def _rated(page: Page, entity: Span, found: Measure) -> int:
    """Where a phrase ends: with the rate, or with the thing of which there is so much."""
    rate = _RATE.match(page.text, found.right)
    return rate.end() if rate else _counted_thing(page, entity, found.right)


def _clause(page: Page, left: int, right: int) -> str | None:
    """What is told of the figure, verbatim."""
    first, last = page.tokens(left, right)
    around = clause_around(page, first, last)
    if around is None:
        return None
    begin, end = page.span(*around)
    return page.text[min(begin, left) : max(end, right)]


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
        noun = noun_behind(noun) or noun
    plain = noun.pos_ == "NOUN" and noun.ent_type_ not in {"DATE", "TIME"} and noun.lemma_ not in _NO_THING
    whole = page.text[noun.idx + len(noun) : noun.idx + len(noun) + 1] != "-" and noun.i - last <= THING
    return page.span(entity.start, noun.i + 1)[1] if plain and whole else right


def _score(page: Page, entity: Span, found: Measure, relevance: dict[int, float]) -> float:
    """Where it stands, whether people come to harm, how much it is."""
    score = _placed(page.of_token[entity.start], relevance)
    score += 0.1 * math.log10(found.value) if found.value and found.value > 1 else 0.0
    if entity.root.head.lemma_.lower() in CASUALTIES or found.unit in {"people", *HURT}:
        score += HARMED if found.unit in HURT or is_harmed(entity) else PEOPLE
    score += 0.5 if entity.label_ in {"MONEY", "PERCENT"} else 0.0
    return round(score, 4)


def _placed(number: int, relevance: dict[int, float]) -> float:
    return relevance.get(number, 0.0) + 1.0 / (1 + 0.2 * number)
