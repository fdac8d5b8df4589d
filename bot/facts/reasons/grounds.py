"""Whether what stands behind an opener is a reason: each opener has its own test."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.reasons.bearing import governing
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Span, Token

    from bot.facts.text.page import Page, Sentence

BEFORE = 20  # characters before an opener that tell whether it is one of time
_TIME_BEFORE = re.compile(
    r"\b(?:days?|weeks?|months?|years?|hours?|minutes?|moments?|shortly|soon|just|immediately|day|long)\s+$",
    re.IGNORECASE,
)
_STATES = frozenset(
    "be become have find learn discover total reach average face".split()
)  # "rose to become", "woke to find"
_BEFALLS = frozenset(
    "die fall suffer resign quit apologise apologize face lose collapse crash spark cause anger develop catch win "
    "survive struggle".split()
)
_ALLOWED = frozenset({"authorized", "authorised", "permitted", "allowed"})
_FOUND = frozenset({"find", "locate", "spot", "return"})  # "found after she was lost": that only tells the order
_POINTING = frozenset("he she it they this that these those there here".split())
SHORT = 2  # tokens: "to rest" tells no purpose
_CAUSING = frozenset("be cause trigger spark prompt drive motivate do make provoke fuel".split())
_TENSES = frozenset({"VBD", "VBZ", "VBP", "VBG", "VBN"})


def gives_reason(page: Page, sentence: Sentence, left: int, right: int, opened_by: str) -> bool:
    """Whether ``text[left:right]`` is one, behind the words ``opened_by`` of a sentence ("" before a "to …")."""
    first, last = page.tokens(left, right)
    if opened_by in {"after", "following"}:
        before = page.text[max(sentence.left, left - BEFORE) : left - len(opened_by) - 1]
        befallen = governing(page.doc, first, last)
        return _follows(page.doc[first:last], befallen) and not _TIME_BEFORE.search(before)
    if opened_by == "over":
        return _stands_over(page.token[max(0, first - 2)])
    test = _TESTS.get("down to" if opened_by.endswith(" down to") else opened_by)
    return test is None or test(page.doc[first:last])


def _is_purpose(tokens: Span) -> bool:
    """In "widen the gaps to save costs" the verb behind "to" says what for; behind "plans" or "able" it does not."""
    verb = tokens[0].head
    if _is_asked(tokens[0], verb) or any(child.dep_ == "neg" for child in verb.head.children):
        return False
    if verb.tag_ != "VB" or verb.head.i > verb.i or verb.head.pos_ != "VERB" or verb.lemma_ in _STATES:
        return False
    able = tokens.start > 0 and tokens.doc[tokens.start - 1].pos_ == "ADJ"  # "unfit to stand trial"
    purpose = verb.dep_ == "advcl" or (verb.dep_ == "xcomp" and verb.head.lemma_ == "use")
    return purpose and not able and len(tokens) > SHORT


def _is_asked(to: Token, verb: Token) -> bool:
    """In "a requirement for staff to declare gifts" the verb behind "to" is what is required."""
    before = to.nbor(-1) if to.i else to
    doer = next((child for child in verb.lefts if child.dep_ == "nsubj"), before)
    begin = doer.left_edge.i
    return begin > 0 and to.doc[begin - 1].lower_ == "for"


def _is_clause(tokens: Span) -> bool:
    """A clause, but not the wires' formula for the unnamed: "because they are not authorised to speak"."""
    unnamed = any(token.lower_ in _ALLOWED for token in tokens) and any(token.dep_ == "neg" for token in tokens)
    return any(token.pos_ in {"VERB", "AUX"} for token in tokens) and not unnamed


def _is_ground(tokens: Span) -> bool:
    """What one cites as a reason, not whom one cites for a report."""
    head = tokens.root
    sources = (words(name) for name in ("human_nouns", "document_nouns", "anonymous_nouns"))
    return head.ent_type_ not in {"PERSON", "ORG"} and not any(head.lemma_.lower() in source for source in sources)


def _is_owed(tokens: Span) -> bool:
    """In "due to open" nothing is the reason of anything."""
    return tokens[0].tag_ != "VB"


def _is_no_amount(tokens: Span) -> bool:
    """In "it was down to 9 percent" a figure falls."""
    return tokens[0].pos_ != "NUM" and tokens[0].text not in {"$", "£", "€"}


_TESTS: dict[str, Callable[[Span], bool]] = {
    "": _is_purpose,
    "because": _is_clause,
    "now that": _is_clause,
    "given that": _is_clause,
    "citing": _is_ground,
    "due to": _is_owed,
    "down to": _is_no_amount,
}


def _stands_over(before: Token) -> bool:
    """Protests, anger, somebody outraged or sued over something; what hangs or is taken over something is no reason."""
    lemma = before.lemma_.lower()
    return lemma in words("judging_words") or lemma in words("quarrel_words") or before.lower_ in words("quarrel_words")


def _follows(tokens: Span, before: Token | None) -> bool:
    """Behind "after" a clause may be a reason; a noun and what was long ago only tell the order.

    "After doing" gives the reason of what befalls somebody ("fined after parking", "dies after eating"), not of what
    somebody does next.
    """
    top = tokens.root
    if any(token.lower_ == "ago" for token in tokens) or top.pos_ not in {"VERB", "AUX"}:
        return False
    if before is not None and before.lemma_.lower() in _FOUND:
        return False
    if tokens[0].tag_ != "VBG":
        return any(token.tag_ in _TENSES for token in tokens)
    if before is None:
        return False
    acting = any(child.dep_ in {"dobj", "xcomp", "ccomp"} for child in before.children)
    befallen = (before.tag_ in {"VBN", "VBD"} and not acting) or grammar.is_passive(before)
    return befallen or before.lemma_.lower() in _BEFALLS


def leans(reason: Span, *, lede: bool) -> bool:
    """Whether a reason says little by itself: "they …" of other sentences, "what …", "the disease"."""
    first = reason[0]
    bare = len(reason) == SHORT and first.lower_ in {"the", "this", "that", "these", "those"}
    asks = first.tag_ in {"WP", "WDT", "WRB"}
    return bare or asks or (first.lower_ in _POINTING and not lede)


def is_denied(first: Token) -> bool:
    """Whether the text says that it is not the reason, or leaves it open: "was not caused by", "whether it was"."""
    above = [first, *grammar.ancestors(first, 5)]
    if any(child.lower_ == "whether" for token in above for child in token.lefts):
        return True
    denied = (token for token in above[1:] if token.lemma_ in _CAUSING)
    told = (verb for below, verb in pairwise(above) if below.dep_ == "ccomp")
    return any(child.dep_ == "neg" for verb in (*told, *denied) for child in verb.children)
