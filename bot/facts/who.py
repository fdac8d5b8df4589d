"""Who: those that the event is about, by full name and role. Subjects first, then whom the article speaks of most."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.facts import grammar, groups
from bot.facts.events import clause_events, title_event
from bot.facts.lexicon import words
from bot.model import Certainty, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.attribution import Attribution
    from bot.facts.coreference import Coreference
    from bot.facts.page import Page
    from bot.facts.people import Person
    from bot.facts.relevance import Relevance
    from bot.facts.roles import Roles

UPPER = 3  # sentences in which a name counts as early
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_NOBODY = frozenset({"DATE", "TIME", "PERCENT", "CARDINAL"})


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Token indexes of a phrase that may answer, whom it names, how well it fits, its role and the event's verb."""

    first: int
    last: int
    key: str
    score: float
    role: str | None = None
    verb: int | None = None


def who(page: Page, attribution: Attribution, chain: Coreference, roles: Roles, relevance: Relevance) -> Iterator[Fact]:
    """Everyone that the event may be about."""
    best: dict[str, _Candidate] = {}
    for candidate in _Cast(page, chain, roles).candidates(relevance):
        known = best.get(candidate.key)
        best[candidate.key] = candidate if known is None else _better(known, candidate)
    for candidate in best.values():
        left, right = page.span(candidate.first, candidate.last)
        if not page.clean(left, right):
            continue
        evidence = page.evidence(left, right)
        claimed: str | None = None
        certainty: Certainty = "stated"
        if candidate.verb is not None:
            claimed, certainty = attribution.of(page.doc[candidate.verb])
        score = round(candidate.score, 4)
        yield Fact("who", evidence.words, evidence, claimed, certainty, score, role=candidate.role)


def actor_of(page: Page, chain: Coreference) -> str | None:
    """The name of the headline's subject, or None."""
    event = title_event(page)
    return chain.name(page.doc[event.subject]) if event and event.subject is not None else None


def _better(known: _Candidate, candidate: _Candidate) -> _Candidate:
    """The better of two mentions of the same one, worth a little more for being two."""
    first, second = sorted((known, candidate), key=lambda c: -c.score)
    verb = first.verb if first.verb is not None else second.verb
    return replace(first, score=first.score + 0.3 * second.score, role=first.role or second.role, verb=verb)


@dataclass(frozen=True, slots=True)
class _Cast:
    """Gathers the candidates of one page."""

    page: Page
    chain: Coreference
    roles: Roles

    def candidates(self, relevance: Relevance) -> Iterator[_Candidate]:
        """Subjects of title and lede, agents behind "by", named people, and whom the article speaks of."""
        page, event, lede = self.page, title_event(self.page), relevance.lede
        clauses = list(clause_events(page, lede)) if lede else []
        acting = any(clause.subject is not None and not clause.passive for clause in clauses)
        if event and event.subject is not None:
            yield from self._subject(page.doc[event.subject], 2.2 if event.passive and acting else 3.0)
        if page.title:
            yield from self._agent(page.title.first, page.title.last, 2.8)
        for rank, clause in enumerate(clauses):
            if clause.subject is not None and not page.quoted[clause.subject]:
                found = self._subject(page.doc[clause.subject], 2.0 - 0.8 * rank)
                yield from (replace(candidate, verb=clause.verb) for candidate in found)
            if clause.passive:
                yield from self._agent(clause.verb, clause.sentence.last, 2.2)
        # Where the news is who somebody is ("victims named"), the people themselves are the answer.
        naming = event is not None and page.doc[event.verb].lemma_.lower() in {"name", "identify"}
        if naming and (run := groups.named(page, self.chain)):
            yield _Candidate(*run, key="named", score=3.8)
        yield from self._people()
        yield from self._organisations()

    def _agent(self, first: int, last: int, score: float) -> Iterator[_Candidate]:
        """Who did it, behind "by"."""
        for token in self.page.doc[first:last]:
            if token.lower_ != "by":
                continue
            for child in token.children:
                if child.dep_ == "pobj" and child.tag_ != "VBG" and child.ent_type_ not in _NOBODY:
                    yield from self._subject(child, score)

    def _subject(self, head: Token, score: float) -> Iterator[_Candidate]:
        """A subject as a candidate: a person by full name, a group with its people, else the phrase itself."""
        by_token = self.chain.people.by_token
        person = by_token.get(head.i) or self.chain.beside(head)
        if person:
            yield self._named(person, score)
            others = (child.i for child in head.children if child.dep_ == "conj" and child.i in by_token)
            yield from (self._named(by_token[other], score - 0.1) for other in others)
        elif head.pos_ == "PRON":
            meant = self.chain.people.named(self.chain.name(head) or "")
            if meant:
                yield self._named(meant, score - 0.5)
        else:
            yield from self._phrase(head, score)

    def _phrase(self, head: Token, score: float) -> Iterator[_Candidate]:
        members = list(groups.members(self.page, self.chain, self.roles, head))
        for person, shared in members:
            if shared:
                self.roles.learn(person, shared)
            yield self._named(person, score + 0.6)
        score -= 1.2 if len(members) > 1 else 0.0
        first, last = grammar.phrase(head)
        while first < head.i and self.page.doc[first].lower_ in {"the", "a", "an"}:
            first += 1
        inner = self._name_in(head, first)
        if inner is not None:
            yield _Candidate(*inner, key=self.page.doc[inner[0] : inner[1]].text.lower(), score=score + 0.2)
            score -= 0.6
        score -= (0.0 if self._acts(first, last) else 0.7) + (0.8 if head.pos_ == "NUM" else 0.0)
        yield _Candidate(first, last, self.page.doc[first:last].text.lower(), score)

    def _acts(self, first: int, last: int) -> bool:
        """Whether somebody can be meant: a name, a person's role, people."""
        for token in self.page.doc[first:last]:
            lemma = token.lemma_.lower()
            if token.ent_type_ in _NAMES or token.pos_ == "PROPN":
                return True
            if lemma in words("human_nouns") or lemma in words("group_nouns"):
                return True
        return False

    def _name_in(self, head: Token, first: int) -> tuple[int, int] | None:
        """In "Acme bar shape change", Acme: what acts is a thing, and a name stands in it."""
        if head.lower_ in words("human_nouns") or head.tag_ in {"NNS", "NNPS", "NNP"} or head.ent_type_ in _NAMES:
            return None
        for token in self.page.doc[first : head.i]:
            if token.pos_ == "PROPN" or token.ent_type_ in {"ORG", "PERSON", "PRODUCT"}:
                end = token.i + 1
                while end < head.i and self.page.doc[end].ent_iob_ == "I":
                    end += 1
                return token.i, end
        return None

    def _named(self, person: Person, score: float) -> _Candidate:
        """A person at the first mention of the full name."""
        return _Candidate(*person.first, key=person.name.lower(), score=score, role=self.roles.of(person))

    def _people(self) -> Iterator[_Candidate]:
        """People by how often they are named, and named as subjects."""
        for person in self.chain.people.all:
            subjects = sum(self.page.doc[last].dep_ in grammar.SUBJECTS for last in person.mentions)
            early = 0.6 if self.page.of_token[person.mentions[0]] <= UPPER else 0.0
            if len(person.mentions) > 1 or subjects:
                yield self._named(person, 0.5 * math.log1p(len(person.mentions)) + 0.4 * math.log1p(subjects) + early)

    def _organisations(self) -> Iterator[_Candidate]:
        """Organisations that are named more than once."""
        found = [
            entity for entity in self.page.doc.ents if entity.label_ == "ORG" and not self.page.quoted[entity.start]
        ]
        counts = Counter(entity.text.lower() for entity in found)
        for key, entity in {entity.text.lower(): entity for entity in reversed(found)}.items():
            if counts[key] > 1:
                early = 0.4 if self.page.of_token[entity.start] <= UPPER else 0.0
                yield _Candidate(entity.start, entity.end, key, 0.45 * math.log1p(counts[key]) + early)
