"""What is announced: the words of a sentence that look ahead, and the day that belongs to one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.text.lexicon import words
from bot.facts.time import calendar, dates, futures
from bot.facts.time.expressions import expressions
from bot.facts.time.tense import is_arranged, looks_ahead

if TYPE_CHECKING:
    from spacy.tokens import Token

    from bot.facts.text.page import Page, Sentence

_WITHIN = re.compile(
    r"\b(?:in|within) (?:\d{1,3}|a|an|two|three|four|five|six|seven|eight|nine|ten) (?:day|week|month|year)s?\b"
)
_NEXT = re.compile(r"\b(?:next|coming|tomorrow|later)\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|from|than|after|compared (?:with|to)|against)(?: \w+){0,2} $")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WHEN = re.compile(r",? when\b")
_LATER = re.compile(r"\b(?:later this|the end of)\b", re.IGNORECASE)
SOON = frozenset({"upcoming", "forthcoming"})
_IS = frozenset({"is", "are", "'s", "’s"})
_SETS = frozenset({"scheduled", "set", "slated", "planned"})
_PRESENT = frozenset({"VBZ", "VBP", "VBG"})
_OVER = frozenset({"was", "were", "had", "could", "might", "may", "would"})
REACH = 24  # characters before a day in which "since" and the like stand
EVENT = 0.6  # how surely a named event comes: "next week's vote", "the upcoming vote"
DAY = len("2000-01-01")
SIGNS, FAR = 12, 80  # signs of a sentence that are looked at; tokens between one and its day


@dataclass(frozen=True, slots=True)
class Sign:
    """The word that looks ahead, how surely, and whether it stands in a quotation."""

    token: Token
    strength: float
    quoted: bool


def signs_of(page: Page, sentence: Sentence) -> list[Sign]:
    """The words of a sentence that look ahead, those outside quotations and the surest first."""
    tokens = page.token[sentence.first : sentence.last]
    found = (Sign(token, _strength(page, token), bool(page.quoted[token.i])) for token in tokens)
    return sorted((sign for sign in found if sign.strength), key=lambda sign: (sign.quoted, -sign.strength))[:SIGNS]


def _strength(page: Page, token: Token) -> float:
    if page.quoted[token.i] and "would" in grammar.auxiliaries(token):
        return 0.0
    return EVENT if token.lower_ in SOON and token.dep_ == "amod" else futures.strength(token)


def day(page: Page, sentence: Sentence, signs: list[Sign]) -> tuple[str | None, Sign | None]:
    """The first day ahead that the sentence names, and the word that announces it; or no day, and the surest word."""
    today: tuple[str | None, Sign | None] | None = None
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
        if _is_now(page, found) and not sign.quoted and sign.strength > (0.0 if len(found) == DAY else EVENT):
            today = today or (found, sign)
    if today or best is None:
        return today or (None, best)
    within = None if best.quoted else _WITHIN.search(page.text, sentence.left, sentence.right)
    return (dates.resolve(within[0], page.published, future=True) if within else None), best


def _over(page: Page, index: int, signs: list[Sign]) -> Sign | None:
    """The sign to which a day belongs: the nearest before it with no past between, or the one whose clause holds it."""
    for sign in sorted(signs, key=lambda sign: -sign.token.i):
        begin = _content(sign.token)
        if 0 < index - begin <= FAR and not any(token.tag_ == "VBD" for token in page.token[begin + 1 : index]):
            return sign
    above = {token.i for token in grammar.ancestors(page.token[index], 6)}
    held = next((sign for sign in signs if sign.token.i in above and not futures.has_vowed(sign.token)), None)
    return held if held is not None and looks_ahead(page.token[index]) else None


def _content(sign: Token) -> int:
    """Where what a sign announces begins: behind a vow only in what is vowed, "agreed on Sunday to meet in May"."""
    vowed = (child.i for child in sign.children if child.dep_ == "xcomp") if futures.has_vowed(sign) else ()
    return min(vowed, default=sign.i)


def _then(page: Page, right: int, signs: list[Sign]) -> Sign | None:
    """The sign in the clause that takes up a day: "next month, when the army is expected to …"."""
    if not _WHEN.match(page.text, right):
        return None
    index = page.tokens(right, right + 1)[0]
    return min((sign for sign in signs if sign.token.i > index), key=lambda sign: sign.token.i, default=None)


def _event(page: Page, first: int, last: int) -> Sign | None:
    """What a day dates without a word that looks ahead: "next week's vote", "the trial opens on Monday"."""
    if page.quoted[first]:
        return None
    head = next(
        (page.token[i] for i in range(first, last) if not first <= page.token[i].head.i < last), page.token[first]
    )
    above = head.head if head.dep_ != "ROOT" else head
    if above.dep_ == "prep":
        above = above.head
    if above.dep_ == "dobj" and is_arranged(above.head):
        above = above.head  # "reports results Thursday"
    if above.pos_ in {"NOUN", "PROPN"} and above.lemma_.lower() in words("scheduled_nouns"):
        return None if _is_over(above) else Sign(above, EVENT, quoted=False)
    going = above.tag_ == "VBG" and bool(grammar.auxiliaries(above) & _IS)
    until = above.lemma_ == "have" and above.tag_ in _PRESENT and head.dep_ == "pobj" and head.head.lower_ == "until"
    ahead = going or until or is_arranged(above) or _is_set(above)
    return Sign(above, EVENT, quoted=False) if ahead else None


def _is_set(verb: Token) -> bool:
    """Whether an event is set for a day: "the vote is on Monday", "the hearing was scheduled for Monday"."""
    event = grammar.subject(verb)
    arranged = verb.lower_ in _IS or (verb.lower_ in _SETS and grammar.is_passive(verb))
    return arranged and event is not None and event.lemma_.lower() in words("scheduled_nouns")


def _is_over(event: Token) -> bool:
    """Whether the clause around an event is past or doubtful."""
    verb = next((token for token in grammar.ancestors(event) if token.pos_ in {"VERB", "AUX"}), None)
    return verb is None or verb.tag_ == "VBD" or bool(grammar.auxiliaries(verb) & _OVER)


def _is_now(page: Page, found: str) -> bool:
    """Whether a date is that of publication, or a week, month or year that holds it."""
    day = page.published
    return day is not None and found in {
        day.isoformat(),
        calendar.week_of(day),
        day.isoformat()[:7],
        day.isoformat()[:4],
    }


def _is_last(page: Page, sentence: Sentence, found: str) -> bool:
    """Whether a sentence names no later year: without a day of publication an earlier one is likely past."""
    return all(year[0] <= found[:4] for year in _YEAR.finditer(page.text, sentence.left, sentence.right))
