"""The cast: who may be meant by "who". Subjects, agents, named people, and whom the article speaks of most."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.grammar.events import clause_events, title_event
from bot.facts.people import groups
from bot.facts.people.agents import NAMES, acts, acts_in, does, is_nameless, is_somebody
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.grammar.relevance import Relevance
    from bot.facts.people.coreference import Coreference
    from bot.facts.people.people import Person
    from bot.facts.people.roles import Roles
    from bot.facts.text.page import Page

UPPER = 3  # sentences in which a name counts as early
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_ACTING = frozenset({"ORG", "PERSON", "PRODUCT"})
MANY = 60  # people of a page that a surname, or one another, are compared with
FEW = 3  # mentions of somebody named farther down who is in the margin of the story
TITLE = 2.2  # score from which a subject is the headline's
_NOBODY = frozenset({"DATE", "TIME", "PERCENT", "CARDINAL"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Token indexes of a phrase that may answer, whom it names, how well it fits, its role and the event's verb.

    ``weak``: it stands only where nobody better does: a role without a name, an idle name (1), a thing (2).
    """

    first: int
    last: int
    key: str
    score: float
    role: str | None = None
    verb: int | None = None
    weak: int = 0


@dataclass(frozen=True, slots=True)
class Cast:
    """Gathers the candidates of one page."""

    page: Page
    chain: Coreference
    roles: Roles

    def candidates(self, relevance: Relevance) -> Iterator[Candidate]:
        """Subjects of title and lede, agents behind "by", named people, and whom the article speaks of."""
        page, event, lede = self.page, title_event(self.page), relevance.lede
        clauses = list(clause_events(page, lede)) if lede else []
        acting = any(clause.subject is not None and not clause.passive for clause in clauses)
        # Where the news is who somebody is ("victims named"), the people themselves are the answer.
        naming = event is not None and page.doc[event.verb].lemma_.lower() in {"name", "identify"}
        run = groups.named(page, self.chain) if naming else None
        if event and event.subject is not None and not (run and event.passive):
            yield from self._subject(page.doc[event.subject], 2.2 if event.passive and acting else 3.0)
        if page.title:
            yield from self._agent(page.title.first, page.title.last, 2.8)
        for rank, clause in enumerate(clauses):
            if clause.subject is not None and not page.quoted[clause.subject] and not (run and clause.passive):
                found = self._subject(page.doc[clause.subject], 2.0 - 0.8 * rank)
                yield from (replace(candidate, verb=clause.verb) for candidate in found)
            if clause.passive:
                yield from self._agent(clause.verb, clause.sentence.last, 2.2)
        if run:
            yield Candidate(*run, key="named", score=3.8)
        yield from self._people(lede.number if lede else 0)
        yield from self._organisations()

    def _agent(self, first: int, last: int, score: float) -> Iterator[Candidate]:
        """Who did it, behind "by"."""
        for token in self.page.doc[first:last]:
            if token.lower_ != "by":
                continue
            for child in token.children:
                if child.dep_ == "pobj" and child.tag_ != "VBG" and child.ent_type_ not in _NOBODY:
                    yield from self._subject(child, score)

    def _subject(self, head: Token, score: float) -> Iterator[Candidate]:
        """A subject as a candidate: a person by full name, a group with its people, else the phrase itself."""
        by_token = self.chain.people.by_token
        person = by_token.get(head.i) or self.chain.beside(head) or self._surnamed(head)
        if person:
            yield self._named(person, score)
            others = (child.i for child in head.children if child.dep_ == "conj" and child.i in by_token)
            yield from (self._named(by_token[other], score - 0.1) for other in others)
        elif head.pos_ == "ADJ" or head.ent_type_ in {"DATE", "TIME"}:
            return
        elif head.pos_ == "PRON":
            meant = self.chain.people.named(self.chain.name(head) or "")
            if meant:
                yield self._named(meant, score - 0.5)
        else:
            yield from self._phrase(head, score)

    def _phrase(self, head: Token, score: float) -> Iterator[Candidate]:
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
            known = self.chain.people.by_token.get(inner[1] - 1) or self._surnamed(self.page.doc[inner[1] - 1])
            named = Candidate(*inner, key=self.page.doc[inner[0] : inner[1]].text.lower(), score=score + 0.2)
            yield self._named(known, score + 0.2) if known else named
            score -= 0.6
        acts = acts_in(self.page.doc, first, last)
        score -= (0.0 if acts else 0.7) + (0.8 if head.pos_ == "NUM" else 0.0)
        bare = last - first == 1 and score < TITLE and is_nameless(head)
        weak = int(bare) if is_somebody(head) or self._is_name(head) else 2
        key = head.lemma_.lower() if head.pos_ == "NOUN" else self.page.doc[first:last].text.lower()
        yield Candidate(first, last, key, score, weak=weak)

    def _is_name(self, head: Token) -> bool:
        """Whether a headline's noun is a name that the tagger misses: the body never writes it small."""
        doc, title = self.page.doc, self.page.title
        if title is None or head.i >= title.last or head.pos_ != "NOUN" or not head.text[:1].isupper():
            return False
        forms = {token.text for token in doc[title.last :] if token.lower_ == head.lower_ and not token.is_sent_start}
        return forms == {head.text}

    def _surnamed(self, head: Token) -> Person | None:
        """The person whose surname is a headline's last name: "Unpredictable Roe"."""
        if head.pos_ != "PROPN":
            return None
        people = self.chain.people.all[:MANY]
        return next((person for person in people if person.name.rsplit(" ", 1)[-1] == head.text), None)

    def _name_in(self, head: Token, first: int) -> tuple[int, int] | None:
        """In "Acme bar shape change", Acme: what acts is a thing, and a name stands in it."""
        if head.lower_ in words("human_nouns") or head.tag_ in {"NNPS", "NNP"} or head.ent_type_ in NAMES:
            return None
        if head.tag_ == "NNS" and is_somebody(head):
            return None
        doc = self.page.doc
        for token in doc[first : head.i]:
            capital = self.page.text[token.idx].isupper()
            if capital and token.ent_type_ not in _PLACES and (token.pos_ == "PROPN" or token.ent_type_ in _ACTING):
                end = token.i + 1
                while end < head.i and doc[end].ent_iob_ == "I":
                    end += 1
                return token.i, end
        return None

    def _named(self, person: Person, score: float) -> Candidate:
        """A person at the first mention of the full name."""
        return Candidate(*person.first, key=person.name.lower(), score=score, role=self.roles.of(person))

    def _people(self, lede: int) -> Iterator[Candidate]:
        """People by how often they are named, and named as subjects; who only owns something is none of them."""
        doc = self.page.doc
        for person in self.chain.people.all:
            if all(doc[last].dep_ == "poss" for last in person.mentions):
                continue
            subjects = sum(does(doc[last]) for last in person.mentions)
            upper = self.page.of_token[person.mentions[0]]
            early = 0.6 if upper <= UPPER else 0.0
            if len(person.mentions) > 1 or subjects:
                known = 0.5 * math.log1p(len(person.mentions)) + 0.4 * math.log1p(subjects) + early
                yield self._named(
                    person, known if upper <= max(UPPER, lede) or len(person.mentions) > FEW else 0.5 * known
                )

    def _organisations(self) -> Iterator[Candidate]:
        """Organisations that are named more than once; one that does and says nothing is a weak answer."""
        found = [
            entity for entity in self.page.doc.ents if entity.label_ == "ORG" and not self.page.quoted[entity.start]
        ]
        counts = Counter(entity.text.lower() for entity in found)
        acting = {entity.text.lower() for entity in found if acts(entity.root)}
        for key, entity in {entity.text.lower(): entity for entity in reversed(found)}.items():
            if counts[key] > 1:
                early = 0.4 if self.page.of_token[entity.start] <= UPPER else 0.0
                score = 0.45 * math.log1p(counts[key]) + early
                yield Candidate(entity.start, entity.end, key, score, weak=int(key not in acting))
