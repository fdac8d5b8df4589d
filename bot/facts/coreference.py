"""Whom a mention means: names to full names, pronouns and roles to people. No answer beats a wrong one.

Rule-based, in the manner of Hobbs' and of Lappin and Leass' salience: subjects before other mentions, near sentences before
far ones, and only what agrees in number and gender. Looks at most ``REACH`` sentences back, so that it stays linear.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.facts.grammar import phrase
from bot.facts.lexicon import table, words
from bot.facts.people import People, Person, people_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.page import Page, Sentence

REACH = 4  # sentences: how far back a pronoun or a role looks
_ACRONYM = re.compile(r"\(([A-Z]{2,7})\)")
_CAPITAL = re.compile(r"[A-Z][\w’'-]*")
_SMALL_ONLY = re.compile(r"[a-z ]*")
NAME = 80  # characters of a name before its acronym
HE_SHE = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
PLURAL = frozenset({"they", "them", "their", "we", "both"})
THING = frozenset({"it", "its"})
_PRONOUN = {"he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "herself": "she"}
_GROUPS = frozenset({"family", "police", "company", "government", "ministry", "firm", "group", "team", "party", "campaign"})


@dataclass(slots=True)
class Coreference:
    """The article's persons, and a way from a mention to a name."""

    page: Page
    people: People
    roles: dict[str, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))
    aliases: dict[str, str] = field(default_factory=dict)
    media: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, page: Page) -> Coreference:
        """Gather persons and the roles by which they are introduced."""
        chain = cls(page, people_of(page), aliases=dict(_acronyms(page)))
        for position, person in chain.people.order:
            for word in _role_words(page, position):
                chain.roles[word].append((position, person.name))
        return chain

    def name(self, head: Token) -> str | None:
        """The full name behind a mention's head word, or the mention itself where it names nobody; None for a riddle."""
        person = self.people.by_token.get(head.i) or self.beside(head)
        if person:
            return person.name
        small = head.lower_
        if "_" in small or small.startswith("@"):
            return self.page.text[head.idx : head.idx + len(head)]
        if small in HE_SHE:
            return self._person(head, _PRONOUN[small])
        if small == "others":
            return self.page.text[head.idx : head.idx + len(head)]
        if small in PLURAL:
            return self._group(head)
        if small in THING:
            return self._thing(head)
        if head.pos_ == "PRON" or not small[:1].isalpha():
            return None
        return self._nominal(head)

    def beside(self, head: Token) -> Person | None:
        """The person that a role stands with: "a spokesman, Jon Roe", "Jon Roe, head of …", "a user called Roe"."""
        if head.dep_ == "appos" and head.head.i in self.people.by_token:
            return self.people.by_token[head.head.i]
        if head.lower_ not in words("human_nouns"):
            return None
        for child in head.children:
            if child.dep_ in {"appos", "flat"} and child.i in self.people.by_token:
                return self.people.by_token[child.i]
        return self.people.by_token.get(head.i + 1) if head.i + 1 < len(self.page.doc) else None

    def _nominal(self, head: Token) -> str | None:
        """A role: "the singer" is whoever was introduced as one, "a spokesman" is nobody else."""
        named = _called(head)
        if named is not None:
            return self._words(named)
        small = head.lower_
        definite = head.pos_ != "PROPN" and any(child.lower_ in {"the", "this", "that"} for child in head.lefts if child.dep_ == "det")
        plain = all(child.dep_ in {"det", "punct"} for child in head.lefts)
        narrowed = any(child.dep_ in {"prep", "relcl", "acl"} for child in head.rights)
        if definite and small in words("human_nouns") and head.tag_ in {"NN", "NNP"} and not narrowed:
            known = self.roles.get(small, [])
            before = bisect_left(known, (head.i, ""))
            return (known[before - 1][1] if before else None) or self._fuller(head, plain) or self._person(head, _asked(small)) or self._words(head)
        return self._fuller(head, plain and not narrowed) or self._words(head)

    def _fuller(self, head: Token, plain: bool) -> str | None:
        """The fuller phrase with the same noun a few sentences back: "a company spokesman" for "the spokesman"."""
        if not plain:
            return None
        for sentence in self._back(head):
            for index in range(min(sentence.last, head.i - 1) - 1, sentence.first - 1, -1):
                token = self.page.doc[index]
                if token.lower_ == head.lower_ and not self.page.quoted[index] and _is_modified(token):
                    return self._words(token)
        return None

    def _words(self, head: Token) -> str:
        """The mention's own words: without its article, a name also without its owner ("China's Xinhua")."""
        first, last = phrase(head, joined=head.tag_ in {"NNS", "NNPS"})
        doc = self.page.doc
        if head.pos_ == "PROPN":
            owners = [index for index in range(first, head.i) if doc[index].tag_ == "POS"]
            first = owners[-1] + 1 if owners else first
        while first < head.i and doc[first].lower_ in {"the", "a", "an", "some", "one"}:
            first += 1
        while last - 1 > head.i and doc[last - 1].is_punct:
            last -= 1
        left, right = self.page.span(first, last)
        words_ = self.page.text[left:right]
        return self.aliases.get(words_, words_)

    def _back(self, head: Token) -> Iterator[Sentence]:
        number = self.page.of_token[head.i]
        for back in range(REACH):
            if number - back >= 0:
                yield self.page.sentences[number - back]

    def _person(self, head: Token, pronoun: str) -> str | None:
        """The nearest person that a singular pronoun can mean: the main subject, a subject, else the only one of a sentence."""
        here = self.page.of_token[head.i]
        for sentence in self._back(head):
            if sentence.title and here > REACH:
                return None
            found = list(self._candidates(sentence, head.i, pronoun))
            best = max((rank for _, rank in found), default=0)
            subjects = [name for name, rank in found if rank == best and rank]
            if subjects:
                return subjects[-1]
            names = list(dict.fromkeys(name for name, _ in found))
            if names and sentence.number != here:
                return names[0] if len(names) == 1 or pronoun else None
        return None

    def _candidates(self, sentence: Sentence, before: int, pronoun: str) -> Iterator[tuple[str, int]]:
        """(name, 2 for the main subject, 1 for another, else 0) for the people of a sentence who agree, outside quotations."""
        doc, by_token = self.page.doc, self.people.by_token
        for index in range(sentence.first, min(sentence.last, before)):
            token = doc[index]
            person = by_token.get(index)
            if self.page.quoted[index]:
                continue
            if person and person.pronoun in {"", pronoun} and index + 1 not in self.people.by_token:
                yield person.name, _leads(token)
            elif not person and _leads(token) and token.tag_ == "NN" and _human(token, pronoun) and not self.beside(token):
                yield self._words(token), _leads(token)

    def _group(self, head: Token) -> str | None:
        for sentence in self._back(head):
            for index in range(min(sentence.last, head.i) - 1, sentence.first - 1, -1):
                token = self.page.doc[index]
                plural = token.tag_ in {"NNS", "NNPS"} or token.lower_ in _GROUPS or token.ent_type_ == "ORG"
                if _leads(token) and plural and not self.page.quoted[index] and token.pos_ != "PRON":
                    return self._words(token)
        return None

    def _thing(self, head: Token) -> str | None:
        for sentence in self._back(head):
            for index in range(min(sentence.last, head.i) - 1, sentence.first - 1, -1):
                token = self.page.doc[index]
                if _leads(token) and not self.page.quoted[index] and (token.ent_type_ == "ORG" or token.lower_ in _GROUPS):
                    return self._words(token)
        return None


def _acronyms(page: Page) -> Iterator[tuple[str, str]]:
    """Acronyms with the full name before their bracket: "Korean Broadcasting System (KBS)"."""
    for match in _ACRONYM.finditer(page.text):
        before = list(_CAPITAL.finditer(page.text, max(0, match.start() - NAME), match.start()))[-len(match[1]) :]
        if "".join(word[0][0] for word in before) == match[1] and _SMALL_ONLY.fullmatch(page.text, before[-1].end(), match.start()):
            yield match[1], page.text[before[0].start() : match.start()].strip()


def _leads(token: Token) -> int:
    """2 for the subject of a main clause, 1 for that of another, else 0; an apposition has the rank of its noun."""
    if token.dep_ == "appos":
        token = token.head
    if token.dep_ not in {"nsubj", "nsubjpass"}:
        return 0
    return 2 if token.head.dep_ in {"ROOT", "ccomp", "conj"} else 1


def _called(head: Token) -> Token | None:
    """The name in "a user called Roe"."""
    for child in head.rights:
        if child.dep_ == "acl" and child.lemma_ in {"call", "name"}:
            return next((name for name in child.children if name.dep_ in {"oprd", "attr", "dobj"}), None)
    return None


def _is_modified(token: Token) -> bool:
    before = any(child.dep_ in {"compound", "amod", "nmod", "poss"} for child in token.lefts)
    return before or any(child.dep_ == "prep" and child.lower_ == "of" for child in token.rights)


def _asked(small: str) -> str:
    return table("gendered_nouns").get(small, "")


def _human(token: Token, pronoun: str) -> bool:
    small = token.lower_
    return small in words("human_nouns") and table("gendered_nouns").get(small, pronoun or "he") in {pronoun or "he", pronoun}


def _role_words(page: Page, position: int) -> Iterator[str]:
    """The role nouns before a name ("singer Jo Roe") and in apposition to it ("Jo Roe, the singer,")."""
    doc = page.doc
    for index in range(position - 1, max(-1, position - 5), -1):
        if doc[index].pos_ not in {"NOUN", "PROPN", "ADJ"}:
            break
        if doc[index].lower_ in words("human_nouns"):
            yield doc[index].lower_
    head = doc[position]
    while head.dep_ == "compound" and head.head.i != head.i:
        head = head.head
    for child in head.children:
        if child.dep_ == "appos" and child.lower_ in words("human_nouns"):
            yield child.lower_
    if head.dep_ == "appos" and head.head.lower_ in words("human_nouns"):
        yield head.head.lower_
