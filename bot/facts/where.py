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
    from bot.facts.relevance import Relevance

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NEAR = frozenset({"in", "at", "near", "outside", "inside"})
_AROUND = frozenset({"across", "around", "on", "off", "throughout", "from", "over", "through", "into"})
_STANDING = _NEAR | {"across", "around", "throughout", "through", "into", "to", "of"}
_NAMING = frozenset({"compound", "amod", "poss", "nmod"})  # a place that only names something else
_NO_PLACE = re.compile(
    r"[\d@#/]|^(?:earth|internet|facebook|twitter|instagram|white house|brexit|f\.?b\.?i\.?)$", re.IGNORECASE
)
_KINDS = frozenset(
    "city town village province district county state region island capital port suburb valley border river "
    "street square airport stadium station tower park hospital university prison camp base embassy "
    "consulate mosque church".split()
)
_GROUND = re.compile(r"\b(?:retaliation|revenge|reprisal|response)\b")  # what follows happened elsewhere, before
_BUILT = frozenset(
    "tower airport stadium square street avenue bridge hospital prison palace cathedral mosque harbour harbor".split()
)
BROAD = (0.8, 2.0)  # what a country loses, more where the text names a place within
NAME_ONLY = (3.0, 0.6)  # what a name loses that nowhere stands as a place (a team, a ship); less if tagged as one
RELEVANT = 0.5  # relevance of a sentence farther down that puts the event somewhere
LEAST = (0.9, 0.0)  # a place, a country: one with a lower score has nothing to do with the event
ASIDE, UPPER = 0.25, 5  # relevance and sentence number below and behind which a place named once is an aside
_OF_KIND = re.compile(
    r"(?:\b[\w-]{1,20}ern )?(?:\b(?!the )[A-Z]\w{1,20} )?"
    r"\b(?:city|town|village|port|province|district|region|state|capital) of $",
    re.IGNORECASE,
)


def where(page: Page, attribution: Attribution, relevance: Relevance) -> Iterator[Fact]:
    """Every place of the page, scored by how it stands to the event and how often it is named."""
    events = relevance.of
    places = [entity for entity in page.doc.ents if _is_place(entity)]
    counts = Counter(_plain(entity) for entity in places)
    # "The German consulate" has no name of its own.
    nameless = _KINDS | {entity.text.lower() for entity in page.doc.ents if entity.label_ == "NORP"}
    stood = {_plain(entity) for entity in places if _preposition(entity.root) in _STANDING or _opens(page, entity)}
    anchored = any(_anchors(page, entity, events) for entity in places)
    for entity in places:
        left, right = _widened(page, entity)
        sentence, broad = page.sentence_of(entity.start), _is_broad(entity)
        event, count = events.get(sentence.number, 0.0), counts[_plain(entity)]
        if not page.clean(left, right) or not page.text[left].isalnum() or (count == 1 and _is_aside(sentence, event)):
            continue
        score = _score(entity, sentence, count, min(event, 1.0) if broad else event)
        score += 0.6 if " in " in page.text[left:right] else 0.0
        score -= (0.6 if page.quoted[entity.start] else 0.0) + (BROAD[anchored] if broad else 0.0)
        score -= 0.0 if _of_story(entity, relevance.story) else 0.4
        score -= 1.0 if _GROUND.search(page.text, sentence.left, left) else 0.0
        if not broad and _plain(entity) not in stood:
            score -= NAME_ONLY[entity.label_ == "GPE"]
        score -= 0.8 if all(token.lower_ in nameless for token in entity) else 0.0
        if score >= LEAST[broad]:
            evidence = page.evidence(left, right)
            claimed, certainty = attribution.of(entity.root)
            yield Fact("where", evidence.words, evidence, claimed, certainty, round(score, 4))


def _opens(page: Page, entity: Span) -> bool:
    """Whether a place stands in a dateline, or is one to which something happens at the start of a sentence."""
    sentence = page.sentence_of(entity.start)
    return not sentence.title and not sentence.whole and entity.start == sentence.first


def _of_story(entity: Span, story: frozenset[str]) -> bool:
    """False for the place of another thing: in "revenge for the raid on a mine in X" the news is not in X."""
    governed = _governed(entity.root)
    noun = governed.head.head
    other = governed.dep_ == "pobj" and governed.head.lower_ in _NEAR and noun.pos_ == "NOUN"
    return not other or noun.lemma_.lower() in story or noun.lower_ in _KINDS


def _anchors(page: Page, entity: Span, events: dict[int, float]) -> bool:
    """Whether the text puts its event in a place that is no country."""
    number = page.of_token[entity.start]
    near = _preposition(entity.root) in _NEAR and (number <= UPPER or events.get(number, 0.0) >= RELEVANT)
    return near and not _is_broad(entity) and not page.quoted[entity.start]


def _is_aside(sentence: Sentence, event: float) -> bool:
    return event < ASIDE and sentence.number > UPPER


def _is_broad(entity: Span) -> bool:
    return _plain(entity) in words("broad_places")


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
    score = event + 0.35 * min(count, 6) + 1.2 / (1 + 0.3 * max(0, sentence.number - 1))
    if preposition in _NEAR:
        score += 1.2
    elif preposition in _AROUND:
        score += 0.4
    elif head.dep_ in _NAMING and not sentence.title:
        score -= 1.0
    elif head.dep_ in {"nsubj", "dobj", "appos"} or preposition:
        score -= 0.5
    return score - (0.0 if sentence.whole or sentence.title else 0.4)


def _preposition(head: Token) -> str:
    """The preposition before a place; in "in the port of X", the first one."""
    noun = _governed(head)
    return noun.head.lower_ if noun.dep_ == "pobj" else ""


def _governed(head: Token) -> Token:
    """The noun that a place's preposition governs: the place, what it is compounded with, or its kind."""
    if head.dep_ in {"conj", "appos"} and head.head.i != head.i:
        head = head.head
    if head.dep_ in {"compound", "nmod"} and head.head.dep_ == "pobj":
        head = head.head
    kind = head.head.head
    return kind if head.dep_ == "pobj" and head.head.lower_ == "of" and kind.lower_ in _KINDS else head
