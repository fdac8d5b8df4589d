"""Who says a whole sentence, told at its end: "…, the ministry said on Monday", "…, added Roe".

Found by the words, because the parser loses these behind a long sentence: it takes "Roe" for an apposition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from bot.facts.speech.attribution import Attribution
    from bot.facts.text.page import Page, Sentence

_NAMING = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "ADP", "CCONJ", "NUM", "PART", "PUNCT"})
_MARKS = frozenset({",", "”", '"'})
SPEAKER, BEHIND = 14, 8  # tokens of whoever speaks; of what follows the verb ("in a statement on Monday")


def told_by(page: Page, attribution: Attribution, sentence: Sentence) -> tuple[str | None] | None:
    """(whoever says the sentence, or None for a pronoun that tells nobody); None where its end names no speaker."""
    doc = page.doc
    for index in range(sentence.last - 1, max(sentence.first, sentence.last - BEHIND - 2), -1):
        token = doc[index]
        if (
            token.lemma_ in words("report_verbs")
            and token.tag_ in {"VBD", "VBZ", "VBP", "VBN"}
            and token.dep_ != "acl"  # "a deal announced on Monday"
            and not page.quoted[index]
        ):
            span = _before(page, sentence, index) or _inverted(page, sentence, index)
            return (_name(page, attribution, index, *span),) if span else None
        if token.pos_ == "VERB":
            return None
    return None


def _before(page: Page, sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """The speaker's phrase between a comma and the verb."""
    first = verb
    while first > max(sentence.first, verb - SPEAKER) and _is_naming(page, page.token[first - 1]):
        first -= 1
    if first == verb or page.token[first - 1].text not in _MARKS or page.token[first].pos_ == "CCONJ":
        return None
    heard = page.token[verb].lemma_ == "tell"
    return (first, verb) if heard or not any(child.dep_ == "dobj" for child in page.token[verb].rights) else None


def _inverted(page: Page, sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """The speaker's phrase behind a verb right behind a comma that has no subject before it, and no hearer behind."""
    last = sentence.last - 1
    led = any(child.dep_ in grammar.SUBJECTS and child.i < verb for child in page.token[verb].children)
    named = page.token[verb - 1].text in _MARKS and page.token[verb].lemma_ != "tell" and not led
    return (verb + 1, last) if named and verb + 1 < last else None


def _is_naming(page: Page, token: Token) -> bool:
    return token.pos_ in _NAMING and token.text not in _MARKS and not page.quoted[token.i]


def _name(page: Page, attribution: Attribution, verb: int, first: int, last: int) -> str | None:
    """The speaker as the claim over the verb has it, else as the text does, without an article; None for a pronoun."""
    number = page.of_token[verb]
    claims = attribution.by_sentence.get(number, ())
    known = next((claim.name for claim in claims if claim.verb == verb and first <= claim.head < last), None)
    if known:
        return known
    if page.token[first].pos_ == "PRON":
        return None
    first += page.token[first].pos_ == "DET" and last - first > 1
    left, right = page.span(first, last)
    return page.text[left:right]
