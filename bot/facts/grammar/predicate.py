"""The shortest predicate that tells an event: the verb with its auxiliaries and its object, without circumstances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.grammar.headline import CUT, ties

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from bot.facts.text.page import Page

LONGEST = 24  # tokens of a predicate
NEAR = 6  # tokens between a preposition and the name of its place
_PLACE_TIME = frozenset("in at near during within by from with without under throughout".split())
_OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd", "ccomp", "xcomp"})


def bounds(page: Page, verb: Token, limit: int) -> tuple[int, int]:
    """Token indexes of a predicate: first, and one after the last, before ``limit``."""
    begin = min([child.i for child in verb.lefts if child.dep_ in {"aux", "auxpass", "neg"}] + [verb.i])
    end, has_object = verb.i + 1, False
    for index in range(verb.i + 1, min(limit, begin + LONGEST)):
        token = page.token[index]
        if (_ends(page.doc, index) and not page.quoted[index]) or _opens_clause(token, limit, has_object=has_object):
            break
        if has_object and _is_circumstance(token, verb):
            break
        if (has_object or verb.tag_ == "VBN") and _names_its_place(page.doc, token, limit):
            break
        has_object = has_object or (token.dep_ in _OBJECTS and token.head.i == verb.i)
        end = index + 1
    return begin, _without_dangling(page.doc, verb.i, end)


def _opens_clause(token: Token, limit: int, *, has_object: bool) -> bool:
    """Whether a relative, a content or a coordinated clause begins."""
    if token.tag_ in {"WDT", "WP", "WRB"}:
        return True
    if token.lower_ == "that" and token.dep_ in {"mark", "nsubj"} and has_object:
        return True
    return token.dep_ == "cc" and token.i + 1 < limit and _joins_verb(token)


def _is_circumstance(token: Token, verb: Token) -> bool:
    """Whether time, place or means follow the object."""
    if token.dep_ == "prep" and token.lower_ in _PLACE_TIME and token.head.i == verb.i:
        return True
    return token.ent_type_ in {"DATE", "TIME"} and token.dep_ in {"npadvmod", "nummod"}


def _ends(doc: Doc, index: int) -> bool:
    """Whether the predicate is over before a token: at a mark, a dash between spaces, or an opener of circumstances."""
    token = doc[index]
    if ties(doc, index):
        return False
    inside = _number(doc, index) or (doc[index - 1].dep_ == "amod" and doc[index - 1].head.i > index)
    return token.lower_ in CUT or token.is_space or (token.text in {",", ".", "?", "!"} and not inside)


def _names_its_place(doc: Doc, token: Token, limit: int) -> bool:
    """Whether "in" or "near" begins and a place name stands within the next few words of one noun phrase."""
    if token.lower_ not in {"in", "near"}:
        return False
    for index in range(token.i + 1, min(limit, token.i + 1 + NEAR)):
        if doc[index].ent_type_ in {"GPE", "LOC", "FAC"}:
            return True
        if doc[index].pos_ in {"VERB", "PUNCT", "CCONJ"} or (doc[index].pos_ == "ADP" and doc[index].lower_ != "of"):
            return False
    return False


def _number(doc: Doc, index: int) -> bool:
    return index + 1 < len(doc) and doc[index + 1].like_num and doc[index - 1].like_num


def _joins_verb(conjunction: Token) -> bool:
    """Whether "and" joins another verb with its own subject, or another main verb."""
    for child in conjunction.head.children:
        if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"} and child.i > conjunction.i:
            subject = any(own.dep_ in grammar.SUBJECTS for own in child.children)
            return subject or conjunction.head.tag_ in grammar.FINITE or conjunction.head.tag_ == "VBN"
    return False


def _without_dangling(doc: Doc, verb: int, end: int) -> int:
    while end - 1 > verb and (
        doc[end - 1].pos_ in {"ADP", "DET", "CCONJ", "SCONJ", "PUNCT", "PART"} and doc[end - 1].dep_ != "prt"
    ):
        end -= 1
    return end
