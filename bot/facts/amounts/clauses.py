"""The clause around a figure, verbatim: "killing at least four civilians", "84 people were wounded"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from bot.facts.text.page import Page

REACH = 9  # tokens between a figure and the verb that says what happens to what is counted
OBJECT = 5  # tokens of an object or complement that still belong to it
_OBJECTS = frozenset({"dobj", "attr", "oprd", "acomp", "prt", "dative"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# What something leaves people: the clause is nothing without it.
_LEFT = frozenset("dead injured wounded missing homeless stranded trapped jobless displaced".split())
_BREAKS = frozenset(',;:—–()"“”')


def clause_around(page: Page, first: int, last: int) -> tuple[int, int] | None:
    """The tokens (first, one after the last) of the shortest stretch that tells it; None when no verb does."""
    doc = page.doc
    head = _head(doc, first, last)
    modifier = next((child for child in head.rights if child.dep_ == "acl" and child.tag_ == "VBN"), None)
    if modifier is not None and modifier.i - last <= 1:
        return first, modifier.i + 1
    governor, begin = _governor(head, first)
    if governor is None:
        return None
    span = _before(governor, begin, last) if governor.i < first else _behind(governor, begin, last)
    whole = span is not None and not any(token.text in _BREAKS for token in doc[span[0] : span[1]])
    return span if whole else None


def _head(doc: Doc, first: int, last: int) -> Token:
    """The word of a phrase that the others belong to."""
    head = doc[last - 1]
    while first <= head.head.i < last and head.head.i != head.i:
        head = head.head
    return head


def _governor(head: Token, first: int) -> tuple[Token | None, int]:
    """The verb above a phrase, at most past two prepositions, and where the phrase then begins."""
    begin = first
    for _ in range(2):
        if head.dep_ != "pobj" or head.head.dep_ != "prep":
            break
        head = head.head.head
        if head.pos_ in {"VERB", "AUX"}:
            return (head, begin) if head.i < first else (None, begin)
        begin = min(begin, head.left_edge.i)
    if head.dep_ in _OBJECTS | _SUBJECTS and head.head.pos_ in {"VERB", "AUX"}:
        return head.head, begin
    return None, begin


def _before(verb: Token, begin: int, last: int) -> tuple[int, int] | None:
    if begin - verb.i > REACH or verb.pos_ != "VERB":
        return None
    result = verb.doc[last] if last < len(verb.doc) else None
    left = verb.lemma_ == "leave" and result is not None and result.lower_ in _LEFT
    return verb.i, last + left


def _behind(verb: Token, begin: int, last: int) -> tuple[int, int] | None:
    """From the subject to its verb, with a short object or complement."""
    if verb.i - last > REACH:
        return None
    end = verb.i + 1
    for child in verb.rights:
        if child.dep_ not in _OBJECTS or child.left_edge.i != end or child.right_edge.i - child.left_edge.i >= OBJECT:
            break
        end = child.right_edge.i + 1
    along = next((child for child in verb.rights if child.dep_ == "prep" and child.i == end), None)
    if along is not None and _is_short(along):
        end = along.right_edge.i + 1
    told = verb.pos_ == "VERB" or end > verb.i + 1
    return (begin, end) if told else None


def _is_short(prep: Token) -> bool:
    """Whether a phrase behind a verb is short and plain enough to be told with it: "taken to hospital"."""
    short = prep.right_edge.i - prep.i < OBJECT
    return short and not any(token.dep_ == "relcl" or token.text in _BREAKS for token in prep.subtree)
