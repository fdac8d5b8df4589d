"""The role by which a person is introduced, as a verbatim span: before the name, or in apposition to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.text.lexicon import table, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from bot.facts.people.people import Person
    from bot.facts.text.page import Page

_EDGE = re.compile(r"^(?:the|a|an|his|her|their|its|our)\s+(?=\S)", re.IGNORECASE)
LONGEST = 12  # tokens
MENTIONS = 12  # of a person that are searched for a role


@dataclass(slots=True)
class Roles:
    """The roles of one page's people, each looked up once."""

    page: Page
    known: dict[str, str | None] = field(default_factory=dict)

    def of(self, person: Person) -> str | None:
        """The first role that any mention of a person stands with, or None."""
        if person.name not in self.known:
            self.known[person.name] = next(
                (role for last in person.mentions[:MENTIONS] if (role := self._at(last))), None
            )
        return self.known[person.name]

    def learn(self, person: Person, role: str) -> None:
        """A role that a person shares with others, where none of his own is told."""
        if self.of(person) is None:
            self.known[person.name] = role

    def _at(self, last: int) -> str | None:
        doc, first = self.page.doc, last
        if self.page.quoted[last]:
            return None
        while first > 0 and doc[first - 1].ent_type_ == "PERSON" and doc[first].ent_iob_ == "I":
            first -= 1
        return self._before(first) or self._apposition(first, last)

    def _before(self, first: int) -> str | None:
        """The nouns and adjectives right before a name, back to the last role noun: "Chinese Foreign Minister"."""
        doc, begin = self.page.doc, first
        start = self.page.sentence_of(first).first
        while begin > start and first - begin < LONGEST and _modifies(doc[begin - 1]):
            begin -= 1
        if begin == first or not _is_role(doc[first - 1]):
            return None
        while begin < first - 1 and (doc[begin].tag_ in {"CD", "POS"} or doc[begin].is_punct):
            begin += 1
        left, right = self.page.span(begin, first)
        return self.page.text[left:right]

    def _apposition(self, first: int, last: int) -> str | None:
        """The role in "Wang Yi, the foreign minister of China," and in "a spokesman, Jon Roe"."""
        for token in self.page.doc[first : last + 1]:
            for child in token.children:
                if child.dep_ == "appos" and child.i > last and _is_role(child):
                    return self._text(child)
            if token.dep_ == "appos" and _is_role(token.head) and token.head.i < first:
                return self._text(token.head, until=first)
        return None

    def _text(self, head: Token, until: int | None = None) -> str:
        begin, end = grammar.phrase(head)
        left, right = self.page.span(begin, min(end, until) if until else end)
        return _EDGE.sub("", self.page.text[left:right])


def _modifies(token: Token) -> bool:
    noun = token.pos_ in {"NOUN", "PROPN", "ADJ"} and token.ent_type_ not in {"PERSON", "DATE"}
    return noun or token.text in {"-", "–"}


def _is_role(token: Token) -> bool:
    return token.lower_.rstrip(".") in words("human_nouns") and token.lower_ not in table("honorifics")
