"""Where: places of the event. What something happens in, at or near counts; a place that only names somebody does not."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from bot.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from bot.facts.attribution import Attribution
    from bot.facts.page import Page, Sentence

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_IN = frozenset({"in", "at", "near", "outside", "inside", "across", "around", "on", "off", "throughout", "from"})
_NEAR = frozenset({"in", "at", "near", "outside", "inside"})
_NO_PLACE = re.compile(r"[\d@#/]|^(?:earth|internet|facebook|twitter|instagram|white house)$", re.IGNORECASE)
_KINDS = frozenset(
    "city town village province district county state region island capital port suburb valley border river street square "
    "airport stadium station tower park hospital university prison camp base embassy consulate mosque church".split()
)


def where(page: Page, attribution: Attribution, events: dict[int, float]) -> Iterator[Fact]:
    """Every place outside quotations, scored by how it stands to the event and how often it is named."""
    places = [entity for entity in page.doc.ents if entity.label_ in _PLACES and not _NO_PLACE.search(entity.text)]
    counts = Counter(entity.text.lower() for entity in places)
    for entity in places:
        left, right = _widened(page, entity)
        sentence = page.sentence_of(entity.start)
        if page.quoted[entity.start] or not page.clean(left, right) or not page.text[left : left + 1].isalnum():
            continue
        event = events.get(sentence.number, 0.0)
        evidence = page.evidence(left, right)
        claimed, certainty = attribution.of(entity.root)
        score = _score(page, entity, sentence, counts[entity.text.lower()], event)
        yield Fact("where", evidence.words, evidence, claimed, certainty, score)


def _widened(page: Page, entity: Span) -> tuple[int, int]:
    """The place with the larger one behind a comma ("Baoding, Hebei province") and its own kind of place."""
    first, last = entity.start, entity.end
    doc = page.doc
    if last < len(doc) and doc[last].lower_ in _KINDS and doc[last].pos_ in {"NOUN", "PROPN"}:
        last += 1
    if last + 1 < len(doc) and doc[last].text == "," and doc[last + 1].ent_type_ in _PLACES and doc[last + 1].ent_iob_ == "B":
        last += 2
        while last < len(doc) and doc[last].ent_iob_ == "I":
            last += 1
        if last < len(doc) and doc[last].lower_ in _KINDS:
            last += 1
    while first < last - 1 and doc[first].lower_ in {"the"}:
        first += 1
    return page.span(first, last)


def _score(page: Page, entity: Span, sentence: Sentence, count: int, event: float) -> float:
    head = entity.root
    preposition = _preposition(head)
    score = event + 0.35 * min(count, 5) + 1.2 / (1 + 0.3 * max(0, sentence.number - 1))
    if preposition in _IN:
        score += 1.2 if preposition in _NEAR else 0.5
    elif head.dep_ in {"compound", "amod", "poss", "nmod"}:
        score -= 0.4
    elif head.dep_ in {"nsubj", "dobj", "appos"}:
        score -= 0.2
    if entity.label_ == "FAC" and preposition in _NEAR:
        score += 0.4
    return round(score, 4)


def _preposition(head: Token) -> str:
    if head.dep_ == "pobj":
        return head.head.lower_
    if head.dep_ in {"compound", "nmod", "appos", "poss"} and head.head.dep_ == "pobj":
        return head.head.head.lower_ if head.dep_ in {"compound", "nmod"} else ""
    return ""
