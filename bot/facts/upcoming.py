"""Upcoming: sentences that announce what is still to come, with its date where it can be resolved."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts.grammar.openings import dangles, is_riddle
from bot.facts.text.lexicon import words
from bot.facts.time import announced, futures
from bot.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.facts.grammar.relevance import Relevance
    from bot.facts.speech.attribution import Attribution
    from bot.facts.text.page import Page, Sentence
    from bot.facts.time.announced import Sign

_POINTS = re.compile(r"(?:this|these|that|those|such)\b", re.IGNORECASE)
_MARKS = "\"“‘'«"
_ASKS = re.compile(r"\?[\"”’')]*$")
_READER = re.compile(r"\b(?:you|your|yours|yourself|i|my|we|our|us)\b", re.IGNORECASE)
_SOMETIME = re.compile(
    r"\b(?:(?:[Ii]n|[Oo]ver|[Dd]uring) the (?:coming|next)\b|next (?:week|month|year)|later th(?:is|e same)|soon\b|"
    r"by the end of|as early as|mid-20\d\ds|(?:early|late) 20[3-9]0s)"
)
DATED, TODAY = 1.2, 0.8  # what a day is worth that the sentence names, what the day of publication
NEARNESS = 0.8  # weight of the sentence's relevance
ASIDE = 0.3  # what a sentence loses that points back, or tells it by the way
SAID = 0.4  # what one loses that only a quotation tells
SOMETIME = 0.4  # what it is worth that a sentence tells roughly when
LEAST = 0.95  # score of a sentence that names no day


def upcoming(page: Page, attribution: Attribution, relevance: Relevance) -> Iterator[Fact]:
    """Sentences that look ahead; the words are the whole sentence. In a quotation only what has its day counts."""
    for sentence in page.sentences:
        if sentence.title or not sentence.clean or not futures.HINT.search(page.text, sentence.left, sentence.right):
            continue
        if _is_no_news(page, sentence):
            continue
        signs = announced.signs_of(page, sentence)
        found, sign = announced.day(page, sentence, signs)
        if not found:
            sign = next((each for each in signs if _stands(page, sentence, each, relevance)), None)
        if sign is None:
            continue
        score = _score(page, sentence, sign, relevance.of[sentence.number], found)
        if not found and score < LEAST:
            continue
        evidence = page.evidence(sentence.left, sentence.right)
        claimed, certainty = attribution.of(sign.token)
        yield Fact("upcoming", evidence.words, evidence, claimed, certainty, round(score, 4), date=found)


def _score(page: Page, sentence: Sentence, sign: Sign, event: float, found: str | None) -> float:
    today = page.published is not None and found == page.published.isoformat()
    score = sign.strength + NEARNESS * event + (TODAY if today else DATED if found else 0.0)
    if not found and _SOMETIME.search(page.text, sentence.left, sentence.right):
        score += SOMETIME
    score -= ASIDE * dangles(page, sentence) + ASIDE * (sign.token.dep_ == "relcl")
    return score - SAID * sign.quoted


def _is_no_news(page: Page, sentence: Sentence) -> bool:
    """A question, advice to readers, or a thing that only points back ("This will …")."""
    tokens = page.token[sentence.first : sentence.last]
    own = any(token.pos_ == "PRON" and _READER.fullmatch(token.text) and not page.quoted[token.i] for token in tokens)
    asks = _ASKS.search(page.text, max(sentence.left, sentence.right - 4), sentence.right)
    return bool(own or asks or _POINTS.match(page.text, sentence.left, sentence.right))


def _stands(page: Page, sentence: Sentence, sign: Sign, relevance: Relevance) -> bool:
    """Whether a sentence without a day announces an act that a reader understands without what comes before."""
    verb = sign.token
    if sign.quoted or sign.strength <= futures.POSSIBLE or futures.has_vowed(verb):
        return False
    if page.text[sentence.left] in _MARKS or dangles(page, sentence):
        return False
    someone = any(token.lemma_ in words("human_nouns") for token in page.token[sentence.first : sentence.first + 2])
    if not someone and is_riddle(page, sentence, relevance.story):
        return False
    sometime = bool(_SOMETIME.search(page.text, sentence.left, sentence.right))
    return verb.lower_ in announced.SOON or futures.is_act(verb, sometime=sometime)
