"""Where: places of the event. What something happens in, at or near counts; what only names somebody does not."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from bot.facts.lexicon import words
from bot.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from bot.facts.attribution import Attribution
    from bot.facts.page import Page, Sentence

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NEAR = frozenset({"in", "at", "near", "outside", "inside"})
_AROUND = frozenset({"across", "around", "on", "off", "throughout", "from", "over", "through", "into"})
_NAMING = frozenset({"compound", "amod", "poss", "nmod"})  # a place that only names something else
_NO_PLACE = re.compile(
    r"[\d@#/]|^(?:earth|internet|facebook|twitter|instagram|white house|brexit|f\.?b\.?i\.?)$", re.IGNORECASE
)
_KINDS = frozenset(
    "city town village province district county state region island capital port suburb valley border river "
    "street square airport stadium station tower park hospital university prison camp base embassy "
    "consulate mosque church".split()
)
_BUILT = frozenset(
    "tower airport stadium square street avenue bridge hospital prison palace cathedral mosque harbour harbor".split()
)
LEAST = (0.9, 0.0)  # a place, a country: one with a lower score has nothing to do with the event
ASIDE, UPPER = 0.25, 5  # relevance and sentence number below and behind which a place named once is an aside
_OF_KIND = re.compile(
    r"(?:\b[\w-]{1,20}ern )?(?:\b(?!the )[A-Z]\w{1,20} )?"
    r"\b(?:city|town|village|port|province|district|region|state|capital) of $",
    re.IGNORECASE,
)


def where(page: Page, attribution: Attribution, events: dict[int, float]) -> Iterator[Fact]:
    """Every place of the page, scored by how it stands to the event and how often it is named."""
    places = [entity for entity in page.doc.ents if _is_place(entity)]
    counts = Counter(_plain(entity) for entity in places)
    for entity in places:
        left, right = _widened(page, entity)
        sentence = page.sentence_of(entity.start)
        if not page.clean(left, right) or not page.text[left : left + 1].isalnum():
            continue
        evidence = page.evidence(left, right)
        claimed, certainty = attribution.of(entity.root)
        event, count = events.get(sentence.number, 0.0), counts[_plain(entity)]
        if count == 1 and event < ASIDE and sentence.number > UPPER:
            continue
        score = _score(entity, sentence, count, event) + (0.6 if " in " in page.text[left:right] else 0.0)
        score -= 0.6 if page.quoted[entity.start] else 0.0
        if score >= LEAST[_plain(entity) in words("broad_places")]:
            yield Fact("where", evidence.words, evidence, claimed, certainty, round(score, 4))


def _is_place(entity: Span) -> bool:
    built = (
        entity.label_ in {"ORG", "WORK_OF_ART", "PRODUCT"}
        and len(entity) > 1
        and entity[-1].lower_.rstrip("s") in _BUILT
    )
    return (entity.label_ in _PLACES or built) and not _NO_PLACE.search(entity.text)


def _plain(entity: Span) -> str:
    return entity.text.lower().removeprefix("the ")


def _widened(page: Page, entity: Span) -> tuple[int, int]:
    """The place with the larger one behind a comma ("Turin, Piedmont region") and its own kind of place around it."""
    first, last = entity.start, entity.end
    doc = page.doc
    if last < len(doc) and doc[last].lower_ in _KINDS and doc[last].pos_ in {"NOUN", "PROPN"}:
        last += 1
    if (
        last + 1 < len(doc)
        and doc[last].text == ","
        and doc[last + 1].ent_type_ in _PLACES
        and doc[last + 1].ent_iob_ == "B"
    ):
        last += 2
        while last < len(doc) and doc[last].ent_iob_ == "I":
            last += 1
        if last < len(doc) and doc[last].lower_ in _KINDS:
            last += 1
    if last + 1 < len(doc) and doc[last].lower_ == "in" and doc[last + 1].ent_type_ == "GPE" and entity.label_ != "GPE":
        last += 2
        while last < len(doc) and doc[last].ent_iob_ == "I":
            last += 1
    while first < last - 1 and doc[first].lower_ == "the":
        first += 1
    left, right = page.span(first, last)
    kind = _OF_KIND.search(page.text, max(0, left - 40), left)
    return (kind.start() if kind else left), right


def _score(entity: Span, sentence: Sentence, count: int, event: float) -> float:
    head = entity.root
    preposition = _preposition(head)
    broad = _plain(entity) in words("broad_places")
    score = min(event, 1.0) if broad else event
    score += 0.35 * min(count, 6) + 1.2 / (1 + 0.3 * max(0, sentence.number - 1))
    if preposition in _NEAR:
        score += 1.2
    elif preposition in _AROUND:
        score += 0.4
    elif head.dep_ in _NAMING and not sentence.title:
        score -= 1.0
    elif head.dep_ in {"nsubj", "dobj", "appos"} or preposition:
        score -= 0.5
    score -= 2.0 if broad else 0.0
    return score - (0.0 if sentence.whole or sentence.title else 0.4)


def _preposition(head: Token) -> str:
    if head.dep_ in {"conj", "appos"} and head.head.i != head.i:
        head = head.head
    if head.dep_ in {"compound", "nmod"} and head.head.dep_ == "pobj":
        head = head.head
    return head.head.lower_ if head.dep_ == "pobj" else ""
