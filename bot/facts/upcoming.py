"""Upcoming: sentences that announce what is still to come, with its date where it can be resolved."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.grammar.openings import dangles, is_riddle
from bot.facts.text.lexicon import words
from bot.facts.time import dates, futures
from bot.facts.time.expressions import expressions
from bot.facts.time.tense import looks_ahead
from bot.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.grammar.relevance import Relevance
    from bot.facts.speech.attribution import Attribution
    from bot.facts.text.page import Page, Sentence

_POINTS = re.compile(r"(?:this|these|that|those|such)\b", re.IGNORECASE)
_MARKS = "\"“‘'«"
_ASKS = re.compile(r"\?[\"”’')]*$")
_READER = re.compile(r"\b(?:you|your|yours|yourself|i|my|we|our|us)\b", re.IGNORECASE)
_WITHIN = re.compile(
    r"\b(?:in|within) (?:\d{1,3}|a|an|two|three|four|five|six|seven|eight|nine|ten) (?:day|week|month|year)s?\b"
)
_NEXT = re.compile(r"\b(?:next|coming|tomorrow|later)\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|from|than|after|compared (?:with|to)|against)(?: \w+){0,2} $")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WHEN = re.compile(r",? when\b")
_LATER = re.compile(r"\b(?:later this|the end of)\b", re.IGNORECASE)
_SOMETIME = re.compile(
    r"\b(?:(?:in|over|during) the (?:coming|next)\b|next (?:week|month|year)|later th(?:is|e same)|soon\b|"
    r"by the end of|as early as|mid-20\d\ds|(?:early|late) 20[3-9]0s)"
)
_SOON = frozenset({"upcoming", "forthcoming"})
# What stands in the present for what is arranged: "the trial begins on Monday".
_BEGINS = frozenset(
    "begin start open end close expire resume premiere conclude finish arrive return launch debut meet face visit hold "
    "go come play host".split()
)
_PRESENT = frozenset({"VBZ", "VBP", "VBG"})
_OVER = frozenset({"was", "were", "had", "could", "might", "may", "would"})
REACH = 24  # characters before a day in which "since" and the like stand
SIGNS, FAR = 12, 80  # signs of a sentence that are looked at; tokens between one and its day
DATED, TODAY = 1.2, 0.8  # what a day is worth that the sentence names, what the day of publication
EVENT = 0.6  # how surely a named event comes: "next week's vote", "the upcoming vote"
NEARNESS = 0.8  # weight of the sentence's relevance
ASIDE = 0.3  # what a sentence loses that points back, or tells it by the way
SAID = 0.4  # what one loses that only a quotation tells
SOMETIME = 0.4  # what it is worth that a sentence tells roughly when
LEAST = 0.95  # score of a sentence that names no day


@dataclass(frozen=True, slots=True)
class _Sign:
    """The word that looks ahead, how surely, and whether it stands in a quotation."""

    token: Token
    strength: float
    quoted: bool


def upcoming(page: Page, attribution: Attribution, relevance: Relevance) -> Iterator[Fact]:
    """Sentences that look ahead; the words are the whole sentence. In a quotation only what has its day counts."""
    for sentence in page.sentences:
        if sentence.title or not sentence.clean or not futures.HINT.search(page.text, sentence.left, sentence.right):
            continue
        if _is_no_news(page, sentence):
            continue
        signs = sorted(_signs(page, sentence), key=lambda sign: (sign.quoted, -sign.strength))[:SIGNS]
        found, sign = _date(page, sentence, signs)
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


def _score(page: Page, sentence: Sentence, sign: _Sign, event: float, found: str | None) -> float:
    today = page.published is not None and found == page.published.isoformat()
    score = sign.strength + NEARNESS * event + (TODAY if today else DATED if found else 0.0)
    if not found and _SOMETIME.search(page.text, sentence.left, sentence.right):
        score += SOMETIME
    score -= ASIDE * dangles(page, sentence) + ASIDE * (sign.token.dep_ == "relcl")
    return score - SAID * sign.quoted


def _is_no_news(page: Page, sentence: Sentence) -> bool:
    """A question, advice to readers, or a thing that only points back ("This will …")."""
    tokens = page.doc[sentence.first : sentence.last]
    own = any(token.pos_ == "PRON" and _READER.fullmatch(token.text) and not page.quoted[token.i] for token in tokens)
    asks = _ASKS.search(page.text, max(sentence.left, sentence.right - 4), sentence.right)
    return bool(own or asks or _POINTS.match(page.text, sentence.left, sentence.right))


def _stands(page: Page, sentence: Sentence, sign: _Sign, relevance: Relevance) -> bool:
    """Whether a sentence without a day announces an act that a reader understands without what comes before."""
    if sign.quoted or page.text[sentence.left] in _MARKS or dangles(page, sentence):
        return False
    someone = any(token.lemma_ in words("human_nouns") for token in page.doc[sentence.first : sentence.first + 2])
    if not someone and is_riddle(page, sentence, relevance.story):
        return False
    return sign.token.lower_ in _SOON or futures.is_act(sign.token)


def _signs(page: Page, sentence: Sentence) -> Iterator[_Sign]:
    for token in page.doc[sentence.first : sentence.last]:
        if page.quoted[token.i] and "would" in grammar.auxiliaries(token):
            continue
        strength = EVENT if token.lower_ in _SOON and token.dep_ == "amod" else futures.strength(token)
        if strength:
            yield _Sign(token, strength, bool(page.quoted[token.i]))


def _date(page: Page, sentence: Sentence, signs: list[_Sign]) -> tuple[str | None, _Sign | None]:
    """The first day ahead that the sentence names, and the word that announces it; or no day, and the surest word."""
    today: tuple[str | None, _Sign | None] | None = None
    best = signs[0] if signs else None
    for left, right in expressions(page, sentence):
        first, last = page.tokens(left, right)
        if first >= last:
            continue
        named = page.text[left:right]
        sign, ahead = _over(page, first, signs) or _then(page, right, signs), True
        if sign is None:
            sign = _event(page, first, last)
            ahead = bool(_NEXT.search(named)) or (sign is not None and sign.token.tag_ in _PRESENT)
        if sign is None:
            continue
        found = dates.resolve(named, page.published, future=ahead)
        if _SINCE.search(page.text, max(sentence.left, left - REACH), left) or not found:
            continue
        later = ahead and (_is_last(page, sentence, found) if page.published is None else _LATER.search(named))
        if later or dates.is_ahead(found, page.published):
            return found, sign
        if page.published is not None and found == page.published.isoformat():
            today = today or (found, sign)
    if today or best is None:
        return today or (None, best)
    within = None if best.quoted else _WITHIN.search(page.text, sentence.left, sentence.right)
    return (dates.resolve(within[0], page.published, future=True) if within else None), best


def _over(page: Page, index: int, signs: list[_Sign]) -> _Sign | None:
    """The sign to which a day belongs: the nearest before it with no past between, or the one whose clause holds it."""
    for sign in sorted(signs, key=lambda sign: -sign.token.i):
        if 0 < index - sign.token.i <= FAR and not any(
            token.tag_ == "VBD" for token in page.doc[sign.token.i + 1 : index]
        ):
            return sign
    above = {token.i for token in grammar.ancestors(page.doc[index], 6)}
    held = next((sign for sign in signs if sign.token.i in above), None)
    return held if held is not None and looks_ahead(page.doc[index]) else None


def _then(page: Page, right: int, signs: list[_Sign]) -> _Sign | None:
    """The sign in the clause that takes up a day: "next month, when the army is expected to …"."""
    if not _WHEN.match(page.text, right):
        return None
    index = page.tokens(right, right + 1)[0]
    return min((sign for sign in signs if sign.token.i > index), key=lambda sign: sign.token.i, default=None)


def _event(page: Page, first: int, last: int) -> _Sign | None:
    """What a day dates without a word that looks ahead: "next week's vote", "the trial opens on Monday"."""
    if page.quoted[first]:
        return None
    head = next((page.doc[i] for i in range(first, last) if not first <= page.doc[i].head.i < last), page.doc[first])
    above = head.head if head.dep_ != "ROOT" else head
    if above.dep_ == "prep":
        above = above.head
    if above.pos_ in {"NOUN", "PROPN"} and above.lemma_.lower() in words("scheduled_nouns"):
        return None if _is_over(above) else _Sign(above, EVENT, quoted=False)
    now = above.tag_ in {"VBZ", "VBP"} or grammar.auxiliaries(above) & {"is", "are"}
    begins = above.lemma_.lower() in _BEGINS or above.tag_ == "VBG"
    return _Sign(above, EVENT, quoted=False) if now and begins and above.tag_ in _PRESENT else None


def _is_over(event: Token) -> bool:
    """Whether the clause around an event is past or doubtful."""
    verb = next((token for token in grammar.ancestors(event) if token.pos_ in {"VERB", "AUX"}), None)
    return verb is None or verb.tag_ == "VBD" or bool(grammar.auxiliaries(verb) & _OVER)


def _is_last(page: Page, sentence: Sentence, found: str) -> bool:
    """Whether a sentence names no later year: without a day of publication an earlier one is likely past."""
    return all(year[0] <= found[:4] for year in _YEAR.finditer(page.text, sentence.left, sentence.right))
