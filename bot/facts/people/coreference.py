"""Whom a mention means: names to full names, pronouns and roles to people. No answer beats a wrong one."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.facts.people.agreement import is_epithet
from bot.facts.people.antecedents import Antecedents
from bot.facts.people.mentions import Mentions, acronyms
from bot.facts.people.people import People, people_of
from bot.facts.text.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.people.people import Person
    from bot.facts.text.outlets import OutletKind
    from bot.facts.text.page import Page

MANY = 50  # introductions by one role that are looked at
BEFORE = 4  # tokens before a name in which its role stands
_PRONOUN = {"he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "herself": "she"}
_PLURAL = frozenset({"they", "them", "their", "we", "both"})
# What a business is called in its second mention.
_FIRMS = frozenset(
    "company firm manufacturer maker retailer airline carrier bank club charity group owner giant chain operator "
    "publisher label supermarket brand business organisation organization".split()
)
_THING = frozenset({"it", "its"})


@dataclass(frozen=True, slots=True)
class _Introduced:
    """Where a person stands with a role, by name, and with which attributes of it."""

    position: int
    name: str
    attributes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Coreference:
    """The article's persons, a way from a mention to a name, and what an apposition told to be an outlet."""

    mentions: Mentions
    antecedents: Antecedents
    roles: dict[str, list[_Introduced]] = field(default_factory=lambda: defaultdict(list))
    media: dict[str, OutletKind] = field(default_factory=dict)

    @classmethod
    def of(cls, page: Page) -> Coreference:
        """Gather persons and the roles by which they are introduced."""
        mentions = Mentions(page, people_of(page), acronyms(page))
        chain = cls(mentions, Antecedents(mentions))
        for position, person in mentions.people.order:
            for word, attributes in _role_words(page, position):
                chain.roles[word].append(_Introduced(position, person.name, attributes))
        return chain

    @property
    def people(self) -> People:
        """The persons."""
        return self.mentions.people

    def beside(self, head: Token) -> Person | None:
        """The person that a role stands with."""
        return self.mentions.beside(head)

    def name(self, head: Token) -> str | None:
        """The full name behind a mention's head word, else the mention's own words; None for a riddle."""
        person = self.people.by_token.get(head.i) or self.beside(head)
        if person:
            return person.name
        small = head.lower_
        if "_" in small or small.startswith("@") or small == "others":
            return self.mentions.letters(head)
        if small in {"one", "another"} and all(child.is_punct for child in head.children):
            return self.antecedents.several(head)
        if small in _PRONOUN or small in _PLURAL or small in _THING:
            return self._pronoun(head, small)
        return None if head.pos_ == "PRON" or not small[:1].isalpha() else self._nominal(head, small)

    def _pronoun(self, head: Token, small: str) -> str | None:
        if small in _PRONOUN:
            return self.antecedents.person(head, _PRONOUN[small])
        return self.antecedents.group(head) if small in _PLURAL else self.antecedents.thing(head)

    def _nominal(self, head: Token, small: str) -> str | None:
        """A role: "the singer" is whoever was introduced as one, "a spokesman" is nobody else."""
        called = _called(head)
        if called is not None:
            return self.mentions.words(called)
        narrowed = any(child.dep_ in {"prep", "relcl", "acl"} for child in head.rights)
        plain = not narrowed and all(child.dep_ in {"det", "punct"} for child in head.lefts)
        fuller = self.antecedents.fuller(head) if plain and not _is_new(head) else None
        if plain and _is_definite(head) and small in _FIRMS:
            return self.antecedents.firm(head) or fuller or self.mentions.words(head)
        if _is_definite(head) and small in words("human_nouns") and not narrowed:
            known = self._introduced(head) or fuller or (self.antecedents.same(head) if plain else None)
            pronoun = table("gendered_nouns").get(small, "")
            meant = self.antecedents.person(head, pronoun) if plain or is_epithet(head) else None
            return known or meant or self.mentions.words(head)
        return fuller or self.mentions.words(head)

    def _introduced(self, head: Token) -> str | None:
        """Who was last introduced by a role before a position, with all the attributes that it has now."""
        known = self.roles.get(head.lower_, [])
        before = bisect_left(known, head.i, key=lambda each: each.position)
        attributes = _attributes(head)
        return next(
            (each.name for each in known[max(0, before - MANY) : before][::-1] if attributes <= each.attributes), None
        )


def _is_definite(head: Token) -> bool:
    """Whether a singular noun stands with "the" or "this"."""
    article = any(child.dep_ == "det" and child.lower_ in {"the", "this", "that"} for child in head.lefts)
    return article and (head.tag_ == "NN" or (head.tag_ == "NNP" and head.text.islower()))


def _is_new(head: Token) -> bool:
    """Whether a noun brings in somebody else: "another user", "a man"."""
    return any(child.lower_ in {"a", "an", "one", "another", "other", "second"} for child in head.lefts)


def _called(head: Token) -> Token | None:
    """The name in "a user called Roe"."""
    for child in head.rights:
        if child.dep_ == "acl" and child.lemma_ in {"call", "name"}:
            return next((name for name in child.children if name.dep_ in {"oprd", "attr", "dobj"}), None)
    return None


def _attributes(head: Token) -> frozenset[str]:
    """What stands between the article and a role: "prime", "Irish"."""
    return frozenset(child.lower_ for child in head.lefts if child.dep_ in {"compound", "amod", "nmod"})


def _role_words(page: Page, position: int) -> Iterator[tuple[str, frozenset[str]]]:
    """The role nouns with a name, each with its attributes: "pop singer Jo Roe", "Jo Roe, the singer,"."""
    doc, attributes, roles = page.doc, set[str](), []
    for index in range(position - 1, max(-1, position - BEFORE - 1), -1):
        if doc[index].pos_ not in {"NOUN", "PROPN", "ADJ"}:
            break
        attributes.add(doc[index].lower_)
        if doc[index].lower_ in words("human_nouns"):
            roles.append(doc[index].lower_)
    yield from ((role, frozenset(attributes)) for role in roles)
    head = doc[position]
    while head.dep_ == "compound" and head.head.i != head.i:
        head = head.head
    beside = [child for child in head.children if child.dep_ == "appos"]
    for role in [*beside, head.head] if head.dep_ == "appos" else beside:
        if role.lower_ in words("human_nouns"):
            yield role.lower_, _attributes(role)
