"""The role by which a person is introduced, as a verbatim span: before the name, or in apposition to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts import grammar
from bot.facts.lexicon import table, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from bot.facts.page import Page
    from bot.facts.people import Person

_EDGE = re.compile(r"^(?:the|a|an|his|her|their|its|our|former)\s+(?=\S)", re.IGNORECASE)
_LONGEST = 12  # tokens


def role_of(page: Page, person: Person) -> str | None:
    """The first role that any mention of a person stands with, or None."""
    for last in person.mentions[:12]:
        if page.quoted[last]:
            continue
        first = last
        while first > 0 and page.doc[first - 1].ent_type_ == "PERSON" and page.doc[first].ent_iob_ == "I":
            first -= 1
        found = _before(page, first) or _apposition(page, first, last)
        if found:
            return found
    return None


def _before(page: Page, first: int) -> str | None:
    """The nouns and adjectives right before a name, back to the last role noun: "Chinese Foreign Minister"."""
    doc = page.doc
    begin = first
    while begin > 0 and first - begin < _LONGEST and _modifies(doc[begin - 1]) and doc[begin - 1].sent == doc[first].sent:
        begin -= 1
    if begin == first or not _is_role(doc[first - 1]):
        return None
    while begin < first - 1 and (doc[begin].tag_ in {"CD", "POS"} or doc[begin].is_punct):
        begin += 1
    left, right = page.span(begin, first)
    return page.text[left:right]


def _modifies(token: Token) -> bool:
    return (token.pos_ in {"NOUN", "PROPN", "ADJ"} and token.ent_type_ not in {"PERSON", "DATE"}) or (token.text in {"-", "–"})


def _is_role(token: Token) -> bool:
    return token.lower_.rstrip(".") in words("human_nouns") and token.lower_ not in table("honorifics")


def _apposition(page: Page, first: int, last: int) -> str | None:
    """"Wang Yi, the foreign minister of China," and "a spokesman, Jon Roe"."""
    for index in range(first, last + 1):
        token = page.doc[index]
        for child in token.children:
            if child.dep_ == "appos" and child.i > last and _is_role(child):
                return _text(page, child)
        if token.dep_ == "appos" and _is_role(token.head) and token.head.i < first:
            return _text(page, token.head, until=first)
    return None


def _text(page: Page, head: Token, until: int | None = None) -> str:
    begin, end = grammar.phrase(head)
    left, right = page.span(begin, min(end, until) if until else end)
    return _EDGE.sub("", page.text[left:right])
