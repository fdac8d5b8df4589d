"""Where: places of the event. What something happens in, at or near counts; what only names somebody does not."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.facts.dateline import datelines, place_of
from bot.facts.layout import paragraphs
from bot.facts.lexicon import words
from bot.facts.places import AREAS, KINDS, PLACES, widened
from bot.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from bot.facts.attribution import Attribution
    from bot.facts.page import Page, Sentence
    from bot.facts.relevance import Relevance

_NEAR = frozenset({"in", "at", "near", "outside", "inside"})
_AROUND = frozenset({"across", "around", "on", "off", "throughout", "from", "over", "through", "into"})
_STANDING = _NEAR | {"across", "around", "throughout", "through", "into", "to", "of"}
_NAMING = frozenset({"compound", "amod", "poss", "nmod"})  # a place that only names something else
_NO_PLACE = re.compile(
    r"[\d@#/]|^(?:earth|internet|facebook|twitter|instagram|white house|brexit|f\.?b\.?i\.?)$", re.IGNORECASE
)
_GROUND = re.compile(r"\b(?:retaliation|revenge|reprisal|response)\b")  # what follows happened elsewhere, before
_BUILT = frozenset(
    "tower airport stadium square street avenue bridge hospital prison palace cathedral mosque harbour harbor".split()
)
_LIVING = frozenset("live reside bear raise grow educate".split())
HOME = 1.2  # what the place loses that somebody comes from
BROAD = (0.8, 2.0)  # what a country loses, more where the text names a place within
NAME_ONLY = (3.0, 0.6)  # what a name loses that nowhere stands as a place (a team, a ship); less if tagged as one
RELEVANT = 0.5  # relevance of a sentence farther down that puts the event somewhere
OFTEN = 0.35  # what a place gains each time that it is named, up to six times
DATELINE = 2.9  # score of the place where the report was written: less than that of one in which its lede's event is
LEAST = (0.9, 0.0)  # a place, a country: one with a lower score has nothing to do with the event
WITHIN = 6  # places that a full name holds at most
ASIDE, UPPER = 0.35, 5  # relevance and sentence number below and behind which a place named once is an aside


@dataclass(frozen=True, slots=True)
class Survey:
    """A page's places: how often each is named, which stand as places somewhere, and which words name none.

    ``anchored``: the text puts its event in a place that is no country.
    """

    places: tuple[Span, ...]
    counts: Counter[str]
    stood: frozenset[str]
    nameless: frozenset[str]
    anchored: bool

    @classmethod
    def of(cls, page: Page, events: dict[int, float]) -> Survey:
        """All places of a page."""
        places = tuple(entity for entity in page.doc.ents if _is_place(entity))
        stood = {_plain(each) for each in places if _preposition(each.root) in _STANDING or _opens(page, each)}
        # "The German consulate" has no name of its own.
        nameless = KINDS | {entity.text.lower() for entity in page.doc.ents if entity.label_ == "NORP"}
        anchored = any(_anchors(page, entity, events) for entity in places)
        return cls(places, Counter(map(_plain, places)), frozenset(stood), nameless, anchored)

    def whole(self, page: Page) -> Iterator[tuple[Span, int, int, int]]:
        """Each place with its offsets and how often it is named; one within another's full name is told with it."""
        end = -1
        for index, entity in enumerate(self.places):
            if entity.start_char < end:
                continue
            left, end = widened(page, entity)
            within = (each for each in self.places[index + 1 : index + 1 + WITHIN] if each.start_char < end)
            parts = [_plain(entity), *(_plain(each) for each in within if not _is_broad(each))]
            yield entity, left, end, max(self.counts[part] for part in parts)


def where(page: Page, attribution: Attribution, relevance: Relevance) -> Iterator[Fact]:
    """Every place of the page, scored by how it stands to the event and how often it is named."""
    survey = Survey.of(page, relevance.of)
    yield from _of_dateline(page, survey)
    for entity, left, right, count in survey.whole(page):
        sentence, broad = page.sentence_of(entity.start), _is_broad(entity)
        event = relevance.of.get(sentence.number, 0.0)
        if not page.clean(left, right) or not page.text[left].isalnum() or (count == 1 and _is_aside(sentence, event)):
            continue
        score = _score(entity, sentence, count, min(event, 1.0) if broad else event)
        score += 0.6 if " in " in page.text[left:right] else 0.0
        score -= (0.6 if page.quoted[entity.start] else 0.0) + (BROAD[survey.anchored] if broad else 0.0)
        score -= 0.0 if _of_story(entity, relevance.story) else 0.4
        score -= HOME if _is_home(entity) else 0.0
        score -= 1.0 if _GROUND.search(page.text, sentence.left, left) else 0.0
        if not broad and _plain(entity) not in survey.stood:
            score -= NAME_ONLY[entity.label_ == "GPE"]
        score -= 0.8 if all(token.lower_ in survey.nameless for token in entity) else 0.0
        if score >= LEAST[broad]:
            evidence = page.evidence(left, right)
            claimed, certainty = attribution.of(entity.root)
            yield Fact("where", evidence.words, evidence, claimed, certainty, round(score, 4))


def _of_dateline(page: Page, survey: Survey) -> Iterator[Fact]:
    """The dateline's place: where the outlet was, and so the event, unless the text says otherwise."""
    lines = list(datelines(page.text, paragraphs(page.text), page.body_start))
    found = place_of(page.text, *lines[0]) if len(lines) == 1 else None
    if found is None:
        return
    left, right, sure = found
    first, last = page.tokens(left, right)
    if sure or any(token.ent_type_ in PLACES for token in page.doc[first:last]):
        evidence = page.evidence(left, right)
        count = max((survey.counts[_plain(each)] for each in page.doc[first:last].ents), default=1)
        yield Fact("where", evidence.words, evidence, score=round(DATELINE + OFTEN * min(max(count, 1), 6), 4))


def _opens(page: Page, entity: Span) -> bool:
    """Whether a place stands in a dateline, or is one to which something happens at the start of a sentence."""
    sentence = page.sentence_of(entity.start)
    return not sentence.title and not sentence.whole and entity.start == sentence.first


def _is_home(entity: Span) -> bool:
    """Whether somebody is from there or lives there, whatever happens elsewhere: "adults from X", "who lived in X"."""
    noun = _governed(entity.root)
    if noun.dep_ != "pobj":
        return False
    above = noun.head.head
    if noun.head.lower_ in {"from", "of", "to", "for"}:
        return above.ent_type_ == "PERSON" or above.like_num or above.lemma_.lower() in words("human_nouns")
    return noun.head.lower_ == "in" and above.lemma_.lower() in _LIVING


def _of_story(entity: Span, story: frozenset[str]) -> bool:
    """False for the place of another thing: in "revenge for the raid on a mine in X" the news is not in X."""
    governed = _governed(entity.root)
    noun = governed.head.head
    other = governed.dep_ == "pobj" and governed.head.lower_ in _NEAR and noun.pos_ == "NOUN"
    return not other or noun.lemma_.lower() in story or noun.lower_ in KINDS


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
    return (entity.label_ in PLACES or built or _is_area(entity)) and not _NO_PLACE.search(entity.text)


def _is_area(entity: Span) -> bool:
    """Whether a name that the model takes for a thing stands as a place: "in the Jasper area"."""
    doc, last = entity.doc, entity.end
    kind = doc[last] if last < len(doc) else None
    if kind is None or entity.label_ == "NORP":
        return False
    return kind.lower_ in AREAS and kind.dep_ == "pobj" and kind.head.lower_ in _NEAR


def _plain(entity: Span) -> str:
    return entity.text.lower().removeprefix("the ")


def _score(entity: Span, sentence: Sentence, count: int, event: float) -> float:
    head = entity.root
    preposition = _preposition(head)
    score = event + OFTEN * min(count, 6) + 1.2 / (1 + 0.3 * max(0, sentence.number - 1))
    if preposition in _NEAR:
        score += 1.2
    elif preposition in _AROUND or _names_event(head):
        score += 0.4
    elif head.dep_ in _NAMING and not sentence.title:
        score -= 1.0
    elif head.dep_ in {"nsubj", "dobj", "appos"} or preposition:
        score -= 0.5
    return score - (0.0 if sentence.whole or sentence.title else 0.4)


def _names_event(head: Token) -> bool:
    """Whether a place stands before what happened there: "the Ashford mill fire"."""
    noun = head
    while noun.dep_ in _NAMING and noun.head.i > noun.i:
        noun = noun.head
    return noun.i != head.i and noun.lemma_.lower() in words("event_nouns")


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
    return kind if head.dep_ == "pobj" and head.head.lower_ == "of" and kind.lower_ in KINDS else head
