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
_BROKEN = re.compile(r"^[^“”\"]*[“”\"][^“”\"]*$| ,")  # half a quotation, a gap
LONGEST = 12  # tokens
MENTIONS = 12  # of a person that are searched for a role
# Roles and titles as they stand beside a name; those of ``human_nouns`` also stand for somebody without one.
_TITLES = frozenset(
    "gov sen rep gen col lt sgt capt maj cmdr adm det supt insp cllr ceo cfo coo mla mep councilor councilman "
    "councilwoman assemblyman assemblywoman hopeful contender frontrunner front-runner coordinator veterinarian "
    "restaurateur winger pitcher linebacker cornerback receiver chairperson vice-chairman".split()
)


@dataclass(slots=True)
class Roles:
    """The roles of one page's people, each looked up once."""

    page: Page
    known: dict[str, str | None] = field(default_factory=dict)

    def of(self, person: Person) -> str | None:
        """The first role that any mention of a person stands with, or None."""
        if person.name not in self.known:
            named = set(person.name.lower().split())
            found = (role for last in person.mentions[:MENTIONS] if (role := self._at(last)))
            self.known[person.name] = next((role for role in found if role.lower().split()[-1] not in named), None)
        return self.known[person.name]

    def learn(self, person: Person, role: str) -> None:
        """A role that a person shares with others, where none of his own is told."""
        if self.of(person) is None:
            self.known[person.name] = role

    def _at(self, last: int) -> str | None:
        if self.page.quoted[last]:
            return None
        first = grammar.begin_of_name(self.page.token[last])
        return self._before(first) or self._apposition(first, last)

    def _before(self, first: int) -> str | None:
        """The nouns and adjectives right before a name, back to the last role noun: "Chinese Foreign Minister"."""
        doc, begin = self.page.doc, first
        start = self.page.sentence_of(first).first
        if first == start or not is_role(doc[first - 1]):
            return None
        while begin > start and first - begin < LONGEST and (_modifies(doc[begin - 1]) or joins(doc[begin - 1], start)):
            begin -= 1
        while begin < first - 1 and (doc[begin].tag_ in {"CD", "POS", "CC"} or doc[begin].is_punct):
            begin += 1
        left, right = self.page.span(begin, first)
        return self.page.text[left:right]

    def _apposition(self, first: int, last: int) -> str | None:
        """The role in "Wang Yi, the foreign minister of China," and in "a spokesman, Jon Roe"."""
        for token in self.page.token[first : last + 1]:
            for child in token.children:
                if child.dep_ == "appos" and child.i > last and is_role(child):
                    return self._text(child)
            if token.dep_ == "appos" and is_role(token.head) and token.head.i < first:
                return self._text(token.head, until=first)
        return self._told(last)

    def _told(self, last: int) -> str | None:
        """The role in "Wang Yi, who is the foreign minister," and in "Wang Yi is the foreign minister"."""
        name = self.page.token[last]
        clauses = [child for child in name.children if child.dep_ == "relcl"]
        clauses += [name.head] if name.dep_ == "nsubj" else []
        for verb in clauses:
            denied = any(child.dep_ == "neg" or child.tag_ == "MD" for child in verb.children)
            if verb.lemma_ == "be" and not denied:
                role = next((child for child in verb.children if child.dep_ == "attr" and is_role(child)), None)
                return self._text(role) if role is not None else None
        return None

    def _text(self, head: Token, until: int | None = None) -> str:
        begin, end = grammar.phrase(head)
        end = min(end, until) if until else end
        left, right = self.page.span(begin, end)
        broken = _BROKEN.search(self.page.text[left:right]) or head.doc[end - 1].pos_ in {"ADJ", "VERB", "DET", "ADP"}
        left, right = self.page.span(begin, head.i + 1) if broken else (left, right)
        return _EDGE.sub("", self.page.text[left:right])


def _modifies(token: Token) -> bool:
    person = token.ent_type_ == "PERSON" and not _in_title(token)
    noun = token.pos_ in {"NOUN", "PROPN", "ADJ"} and token.ent_type_ != "DATE" and not person
    tied = token.text in {"-", "–"} and token.i > 0 and not token.nbor(-1).whitespace_
    return noun or tied or (token.tag_ == "POS" and token.i > 0 and token.nbor(-1).pos_ == "PROPN")


def _in_title(token: Token) -> bool:
    """Whether the model takes a title for a person: "Harbour Security Secretary", "FBI"."""
    last = token.doc[grammar.end_of_name(token) - 1]
    return is_role(last) or (token.text.isupper() and len(token) > 1 and token.dep_ == "compound")


def joins(token: Token, start: int) -> bool:
    """Whether "and" joins two roles of one person: "State Councillor and Foreign Minister"."""
    if token.lower_ not in {"and", "&"} or token.i <= start:
        return False
    if token.i + 1 >= len(token.doc):
        return False
    before, behind = token.nbor(-1), token.nbor(1)
    return is_role(before) and before.text[:1].isupper() == behind.text[:1].isupper()


def is_role(token: Token) -> bool:
    """Whether a word is a role or a title."""
    small = token.lower_.rstrip(".")
    return (small in words("human_nouns") or small in _TITLES) and token.lower_ not in table("honorifics")
