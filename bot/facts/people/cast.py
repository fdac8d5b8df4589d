"""The cast: who may be meant by "who". Subjects, agents, named people, and whom the article speaks of most."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.grammar.events import clause_events, title_event
from bot.facts.people import groups
from bot.facts.people.agents import NAMES, acts, acts_in, is_name, is_nameless, is_small, is_somebody
from bot.facts.people.named import THING, Candidate, of_person, organisations, people
from bot.facts.people.roles import is_role, joins
from bot.facts.text.lexicon import words
from bot.facts.text.outlets import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.grammar.events import Event
    from bot.facts.grammar.relevance import Relevance
    from bot.facts.people.coreference import Coreference
    from bot.facts.people.people import Person
    from bot.facts.people.roles import Roles
    from bot.facts.text.page import Page

BEARER = 4  # tokens between a title and its bearer: "Chairman and CEO Jo Roe"
_NO_ACTORS = frozenset({"GPE", "LOC", "FAC", "NORP"})
_ACTING = frozenset({"ORG", "PERSON", "PRODUCT"})
MANY = 60  # people of a page that a surname, or one another, are compared with
OPENS = 3.8  # score of an organisation that a headline begins with, before its full stop
TITLE = 2.2  # score from which a subject is the headline's
_TELLING = frozenset({"say", "tell", "report", "confirm", "add", "fear", "believe"})
_HARM = frozenset("kill injure wound hurt trap strand displace".split())
_NOBODY = frozenset({"DATE", "TIME", "PERCENT", "CARDINAL"})


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
        naming = event is not None and page.token[event.verb].lemma_.lower() in {"name", "identify"}
        run = groups.named(page, self.chain) if naming else None
        if event and event.subject is not None and not (run and event.passive):
            yield from self._subject(page.token[event.subject], 2.2 if event.passive and acting else 3.0)
        yield from self._opener()
        if page.title:
            yield from self._agent(page.title.first, page.title.last, 2.8)
        for rank, clause in enumerate(clauses):
            told = clause.subject is None or page.quoted[clause.subject] or self._is_source(clause)
            if clause.subject is not None and not told and not (run and clause.passive):
                found = self._subject(page.token[clause.subject], 2.0 - 0.8 * rank)
                yield from (replace(candidate, verb=clause.verb) for candidate in found)
            if clause.passive:
                yield from self._agent(clause.verb, clause.sentence.last, 2.2)
            yield from self._harmed(clause)
        if run:
            yield Candidate(*run, key="named", score=3.8)
        yield from people(page, self.chain, self.roles, lede.number if lede else 0)
        yield from organisations(page)

    def _opener(self) -> Iterator[Candidate]:
        """Whoever a headline names before its colon or full stop: "Greenpeace. More than 100 ships …"."""
        title, token = self.page.title, self.page.token
        end = next((i for i in range(1, min(BEARER, title.last)) if token[i].text in {".", ":"}), 0) if title else 0
        if end and kind_of(self.page.doc[:end].text) is None:
            opener = self.page.doc[:end].text
            if any(each.label_ == "ORG" and each.text == opener and acts(each.root) for each in self.page.doc.ents):
                yield Candidate(0, end, opener.lower(), OPENS)

    def _harmed(self, clause: Event) -> Iterator[Candidate]:
        """Whom a thing harms: "an explosion has killed two people"."""
        verb, subject = self.page.token[clause.verb], clause.subject
        if subject is None or verb.lemma_ not in _HARM or is_somebody(self.page.token[subject]):
            return
        for child in verb.children:
            if child.dep_ == "dobj" and is_somebody(child):
                yield from self._subject(child, 1.8)

    def _is_source(self, clause: Event) -> bool:
        """Whether a lede's subject is somebody without a name who only reports: "…, a local official said"."""
        token, title = self.page.token, self.page.title
        head = token[clause.subject or 0]
        if head.pos_ != "NOUN" or token[clause.verb].lemma_.lower() not in _TELLING:
            return False
        return title is None or head.lemma_ not in {each.lemma_ for each in token[: title.last]}

    def _agent(self, first: int, last: int, score: float) -> Iterator[Candidate]:
        """Who did it, behind "by"."""
        for token in self.page.token[first:last]:
            if token.lower_ != "by":
                continue
            for child in token.children:
                if child.dep_ == "pobj" and child.tag_ != "VBG" and child.ent_type_ not in _NOBODY:
                    yield from self._subject(child, score)

    def _subject(self, head: Token, score: float) -> Iterator[Candidate]:
        """A subject as a candidate: a person by full name, a group with its people, else the phrase itself."""
        by_token = self.chain.people.by_token
        person = self._bearer(head) or self.chain.beside(head) or self._surnamed(head)
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

    def _bearer(self, head: Token) -> Person | None:
        """The person of a name; of a title, or the first of two, whoever bears it right behind it."""
        token, person = self.page.token, self.chain.people.by_token.get(head.i)
        last = token[person.first[1] - 1] if person else head
        titled = is_role(last) and (
            person is not None or any(joins(each, 0) for each in token[head.i + 1 : head.i + 2])
        )
        if not titled:
            return person
        near = (
            each for at, each in self.chain.people.order if head.i < at <= head.i + BEARER and is_role(token[at - 1])
        )
        return next(near, None)

    def _phrase(self, head: Token, score: float) -> Iterator[Candidate]:
        members = list(groups.members(self.page, self.chain, self.roles, head))
        for person, shared in members:
            if shared:
                self.roles.learn(person, shared)
            yield self._named(person, score + 0.6)
        score -= 1.2 if len(members) > 1 else 0.0
        first, last = grammar.phrase(head)
        while first < head.i and self.page.token[first].lower_ in {"the", "a", "an"}:
            first += 1
        inner = self._name_in(head, first)
        if inner is not None:
            known = self.chain.people.by_token.get(inner[1] - 1) or self._surnamed(self.page.token[inner[1] - 1])
            named = Candidate(*inner, key=self.page.doc[inner[0] : inner[1]].text.lower(), score=score + 0.2)
            yield self._named(known, score + 0.2) if known else named
            score -= 0.6
        score -= (0.0 if acts_in(self.page.doc, first, last) else 0.7) + (0.8 if head.pos_ == "NUM" else 0.0)
        bare = last - first == 1 and score < TITLE and is_nameless(head)
        somebody = (is_somebody(head) and not is_small(self.page, head)) or is_name(self.page, head)
        weak = int(bare) if somebody else THING
        key = head.lemma_.lower() if head.pos_ == "NOUN" else self.page.doc[first:last].text.lower()
        yield Candidate(first, last, key, score, weak=weak)

    def _surnamed(self, head: Token) -> Person | None:
        """The person whose surname is a headline's last name: "Unpredictable Roe"."""
        if head.pos_ != "PROPN":
            return None
        known = self.chain.people.all[:MANY]
        return next((person for person in known if person.name.rsplit(" ", 1)[-1] == head.text), None)

    def _name_in(self, head: Token, first: int) -> tuple[int, int] | None:
        """In "Acme bar shape change", Acme: what acts is a thing, and a name stands in it."""
        if head.lower_ in words("human_nouns") or head.tag_ in {"NNPS", "NNP"} or head.ent_type_ in NAMES:
            return None
        if head.tag_ == "NNS" and is_somebody(head):
            return None
        doc = self.page.doc
        for token in doc[first : head.i]:
            capital = self.page.text[token.idx].isupper()
            named = token.ent_type_ not in _NO_ACTORS and (token.pos_ == "PROPN" or token.ent_type_ in _ACTING)
            if capital and named and not is_small(self.page, token):
                return token.i, min(head.i, grammar.end_of_name(token))
        return None

    def _named(self, person: Person, score: float) -> Candidate:
        """A person at the first mention of the full name."""
        return of_person(person, score, self.roles)
