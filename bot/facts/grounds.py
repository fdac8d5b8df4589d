"""Whether what stands behind an opener is a reason: each opener has its own test."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.facts import grammar

if TYPE_CHECKING:
    from spacy.tokens import Token

    from bot.facts.page import Page, Sentence

BEFORE = 20  # characters before an opener that tell whether it is one of time
_TIME_BEFORE = re.compile(
    r"\b(?:days?|weeks?|months?|years?|hours?|minutes?|moments?|shortly|soon|just|immediately|day|long)\s$",
    re.IGNORECASE,
)
_TENSES = frozenset({"VBD", "VBZ", "VBP", "VBG", "VBN"})


def gives_reason(page: Page, sentence: Sentence, left: int, right: int, opened_by: str) -> bool:
    """Whether ``text[left:right]`` is one, behind the words ``opened_by`` of a sentence."""
    first, last = page.tokens(left, right)
    tokens = page.doc[first:last]
    if opened_by == "due to":
        return page.doc[first].tag_ != "VB"
    if opened_by == "to":  # a purpose, not what somebody is expected to do
        return page.doc[first].dep_ != "xcomp"
    if opened_by == "because":
        return any(token.pos_ in {"VERB", "AUX"} for token in tokens)
    if opened_by == "over":
        return _stands_over(page.doc[max(0, first - 2)])
    if opened_by in {"after", "following"}:
        before = page.text[max(sentence.left, left - BEFORE) : left - len(opened_by) - 1]
        return _follows(list(tokens), sentence) and not _TIME_BEFORE.search(f"{before} ")
    return True


def _stands_over(before: Token) -> bool:
    """Protests, anger, somebody outraged over something; what hangs over something is no reason."""
    return before.pos_ in {"NOUN", "PROPN", "ADJ"} or before.tag_ == "VBN"


def _follows(tokens: list[Token], sentence: Sentence) -> bool:
    """Behind "after" a clause may be a reason; a noun, "doing" in a title and what was long ago only tell the order."""
    if any(token.lower_ == "ago" for token in tokens) or (sentence.title and tokens[0].tag_ == "VBG"):
        return False
    return any(token.tag_ in _TENSES for token in tokens)


def is_denied(first: Token) -> bool:
    """Whether the text says that it is not the reason: "reports do not indicate that it was caused by …"."""
    above = [first, *grammar.ancestors(first, 5)]
    told = (verb for below, verb in pairwise(above) if below.dep_ == "ccomp")
    return any(child.dep_ == "neg" for verb in told for child in verb.children)
