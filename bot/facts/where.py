"""Where: places of the event. What something happens in, at or near counts; what only names somebody does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts.places.places import PLACES
from bot.facts.places.standing import AROUND, NAMING, NEAR, is_home, names_event, of_story, preposition
from bot.facts.places.survey import UPPER, Survey, is_broad, plain
from bot.facts.text.dateline import datelines, place_of
from bot.facts.text.layout import paragraphs
from bot.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span

    from bot.facts.grammar.relevance import Relevance
    from bot.facts.speech.attribution import Attribution
    from bot.facts.text.page import Page, Sentence

_GROUND = re.compile(r"\b(?:retaliation|revenge|reprisal|response)\b")  # what follows happened elsewhere, before
HOME = 1.2  # what the place loses that somebody comes from
BROAD = (0.8, 2.0)  # what a country loses, more where the text names a place within
NAME_ONLY = (3.0, 0.6)  # what a name loses that nowhere stands as a place (a team, a ship); less if tagged as one
OFTEN = 0.35  # what a place gains each time that it is named, up to six times
DATELINE = 2.9  # score of the place where the report was written: less than that of one in which its lede's event is
TOWN = 1.0  # the same of one that only its capitals and a dash tell
_DASHES = "-–—"
LEAST = (0.9, 0.0)  # a place, a country: one with a lower score has nothing to do with the event
ASIDE = 0.35  # relevance below which a place that is named once, not at the top, is an aside


def where(page: Page, attribution: Attribution, relevance: Relevance) -> Iterator[Fact]:
    """Every place of the page, scored by how it stands to the event and how often it is named."""
    survey = Survey.of(page, relevance.of)
    yield from _of_dateline(page, survey)
    for entity, left, right, count in survey.whole(page):
        sentence, broad = page.sentence_of(entity.start), is_broad(entity)
        event = relevance.of.get(sentence.number, 0.0)
        if not page.clean(left, right) or not page.text[left].isalnum() or (count == 1 and _is_aside(sentence, event)):
            continue
        score = _score(entity, sentence, count, min(event, 1.0) if broad else event)
        score += 0.6 if " in " in page.text[left:right] else 0.0
        score -= (0.6 if page.quoted[entity.start] else 0.0) + (BROAD[survey.anchored] if broad else 0.0)
        score -= 0.0 if of_story(entity, relevance.story) else 0.4
        score -= HOME if is_home(entity) else 0.0
        score -= 1.0 if _GROUND.search(page.text, sentence.left, left) else 0.0
        if not broad and plain(entity) not in survey.stood:
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
    if found is None or not page.clean(*found[:2]):
        return
    left, right, sure = found
    first, last = page.tokens(left, right)
    known = any(token.ent_type_ in PLACES for token in page.token[first:last])
    if sure or known:
        evidence = page.evidence(left, right)
        count = max((survey.counts[plain(each)] for each in page.doc[first:last].ents), default=1)
        bare = not known and page.text[right : right + 3].lstrip()[:1] in _DASHES
        score = TOWN if bare else DATELINE
        yield Fact("where", evidence.words, evidence, score=round(score + OFTEN * min(max(count, 1), 6), 4))


def _is_aside(sentence: Sentence, event: float) -> bool:
    return event < ASIDE and sentence.number > UPPER


def _score(entity: Span, sentence: Sentence, count: int, event: float) -> float:
    head = entity.root
    before = preposition(head)
    score = event + OFTEN * min(count, 6) + 1.2 / (1 + 0.3 * max(0, sentence.number - 1))
    if before in NEAR:
        score += 1.2
    elif before in AROUND or names_event(head):
        score += 0.4
    elif head.dep_ in NAMING and not sentence.title:
        score -= 1.0
    elif head.dep_ in {"nsubj", "dobj", "appos"} or before:
        score -= 0.5
    return score - (0.0 if sentence.whole or sentence.title else 0.4)
