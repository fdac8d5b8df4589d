"""Who: those that the event is about, by full name and role. Subjects first, then whom the article speaks of most."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.facts import grammar
from bot.facts.events import Event, clause_events, title_event
from bot.facts.lexicon import words
from bot.facts.roles import role_of
from bot.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.attribution import Attribution
    from bot.facts.coreference import Coreference
    from bot.facts.page import Page
    from bot.facts.relevance import Relevance

EARLY = 8  # sentences in which named people are looked for
JOINED = 14  # tokens between two coordinated names
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Token indexes of a phrase that may answer, whom it names, and how well it fits."""

    first: int
    last: int
    key: str
    score: float
    role: str | None = None
    verb: int | None = None


def who(page: Page, attribution: Attribution, chain: Coreference, relevance: Relevance) -> Iterator[Fact]:
    """Everyone that the event may be about."""
    best: dict[str, _Candidate] = {}
    for candidate in _candidates(page, chain, relevance):
        known = best.get(candidate.key)
        merged = candidate if known is None else _better(known, candidate)
        best[candidate.key] = merged
    for candidate in best.values():
        left, right = page.span(candidate.first, candidate.last)
        if page.clean(left, right):
            evidence = page.evidence(left, right)
            claimed, certainty = attribution.of(page.doc[candidate.verb]) if candidate.verb is not None else (None, "stated")
            yield Fact("who", evidence.words, evidence, claimed, certainty, round(candidate.score, 4), role=candidate.role)


def _better(known: _Candidate, candidate: _Candidate) -> _Candidate:
    """The better of two mentions of the same one, worth a little more for being two."""
    first, second = sorted((known, candidate), key=lambda c: -c.score)
    score = first.score + 0.3 * second.score
    return _Candidate(first.first, first.last, first.key, score, first.role or second.role, first.verb or second.verb)


def _candidates(page: Page, chain: Coreference, relevance: Relevance) -> Iterator[_Candidate]:
    event = title_event(page)
    lede = relevance.lede
    clauses = list(clause_events(page, lede)) if lede else []
    acting = [clause for clause in clauses if clause.subject is not None and not clause.passive]
    if event and event.subject is not None:
        yield from _subject(page, chain, page.doc[event.subject], 2.2 if event.passive and acting else 3.0)
    if page.title:
        yield from _agent(page, chain, page.title.first, page.title.last, 2.8)
    for rank, clause in enumerate(clauses):
        if clause.subject is not None and not page.quoted[clause.subject]:
            found = _subject(page, chain, page.doc[clause.subject], 2.0 - 0.8 * rank)
            yield from (replace(candidate, verb=clause.verb) for candidate in found)
        if clause.passive and lede:
            yield from _agent(page, chain, clause.verb, lede.last, 2.2)
    yield from _named_ones(page, chain, event)
    yield from _spoken_of(page, chain)


def _named_ones(page: Page, chain: Coreference, event: Event | None) -> Iterator[_Candidate]:
    """Where the news is who somebody is ("victims named"), the people themselves: "as A, 30, from X, and B"."""
    if event is None or page.doc[event.verb].lemma_.lower() not in {"name", "identify"}:
        return
    for sentence in page.body[:EARLY]:
        people = [(i, p) for i, p in chain.people.order if sentence.first <= i < sentence.last]
        run = _coordinated(page, [position for position, _ in people])
        if run and sentence.clean:
            yield _Candidate(*run, key="named", score=3.4)
            return


def _coordinated(page: Page, positions: list[int]) -> tuple[int, int] | None:
    """The longest run of names with only ages, places, commas and "and" between them; at least two names."""
    best: tuple[int, int] | None = None
    start = None
    for before, behind in pairwise(positions):
        between = page.doc[before + 1 : behind]
        joined = len(between) <= JOINED and not any(token.pos_ in {"VERB", "AUX", "PRON"} or token.text in ".;:()" for token in between)
        if not joined:
            start = None
            continue
        start = before if start is None else start
        end = _end_of_name(page, behind)
        if best is None or end - start > best[1] - best[0]:
            best = (start, end)
    return best


def _end_of_name(page: Page, position: int) -> int:
    end = position + 1
    while end < len(page.doc) and page.doc[end].ent_iob_ == "I":
        end += 1
    return end


def _agent(page: Page, chain: Coreference, first: int, last: int, score: float) -> Iterator[_Candidate]:
    """Who did it, behind "by"."""
    for index in range(first, min(last, len(page.doc))):
        if page.doc[index].lower_ == "by":
            for child in page.doc[index].children:
                if child.dep_ == "pobj" and child.tag_ != "VBG" and child.ent_type_ not in {"DATE", "TIME", "PERCENT", "CARDINAL"}:
                    yield from _subject(page, chain, child, score)


def _subject(page: Page, chain: Coreference, head: Token, score: float) -> Iterator[_Candidate]:
    """A subject as a candidate: a person by full name, a group with its people, else the phrase itself."""
    person = chain.people.by_token.get(head.i) or chain.beside(head)
    if person:
        yield _named(page, chain, person.name, score)
        for other in head.children:
            if other.dep_ == "conj" and other.i in chain.people.by_token:
                yield _named(page, chain, chain.people.by_token[other.i].name, score - 0.1)
        return
    if head.pos_ == "PRON":
        name = chain.name(head)
        if name and chain.people.named(name):
            yield _named(page, chain, name, score - 0.5)
        return
    members = list(_members(page, chain, head, score))
    yield from members
    score -= 1.2 if len(members) > 1 else 0.0
    first, last = grammar.phrase(head)
    while first < head.i and page.doc[first].lower_ in {"the", "a", "an"}:
        first += 1
    inner = _name_in(page, chain, head, first)
    if inner is not None:
        yield _Candidate(inner[0], inner[1], page.doc[inner[0] : inner[1]].text.lower(), score + 0.2)
        score -= 0.6
    score -= 0.0 if _acts(page, first, last) else 0.7
    yield _Candidate(first, last, page.doc[first:last].text.lower(), score)


def _acts(page: Page, first: int, last: int) -> bool:
    """Whether somebody can be meant: a name, a person's role, people."""
    return any(
        page.doc[index].ent_type_ in _NAMES or page.doc[index].pos_ == "PROPN" or page.doc[index].lemma_.lower() in words("human_nouns")
        or page.doc[index].lemma_.lower() in words("group_nouns")
        for index in range(first, last)
    )


def _name_in(page: Page, chain: Coreference, head: Token, first: int) -> tuple[int, int] | None:
    """In "Acme bar shape change", Acme: what acts is a thing, and a name that the article repeats stands in it."""
    if head.lower_ in words("human_nouns") or head.tag_ in {"NNS", "NNPS", "NNP"} or head.ent_type_ in _NAMES:
        return None
    for index in range(first, head.i):
        token = page.doc[index]
        if token.pos_ == "PROPN" or token.ent_type_ in {"ORG", "PERSON", "PRODUCT"}:
            end = index + 1
            while end < head.i and page.doc[end].ent_iob_ == "I":
                end += 1
            return index, end
    return None


def _members(page: Page, chain: Coreference, head: Token, score: float) -> Iterator[_Candidate]:
    """The people behind a plural role: "the foreign ministers of A and B" are the two whom the article introduces."""
    single = head.lemma_.lower()
    if head.tag_ not in {"NNS", "NNPS"} or single not in words("human_nouns"):
        return
    first, last = grammar.phrase(head)
    begin = next((i for i in range(first, head.i) if page.doc[i].pos_ in {"ADJ", "NOUN", "PROPN"}), head.i)
    left, right = page.span(begin, head.i + 1)
    shared = page.text[left:right]
    countries = {page.doc[i].lower_ for i in range(first, _reach(head)) if page.doc[i].ent_type_ in {"GPE", "NORP"}}
    for person in chain.people.all:
        role = role_of(page, person)
        if role and role.lower().endswith(shared.lower()[:-1] if shared.endswith("s") else shared.lower()):
            yield _named(page, chain, person.name, score + 0.6)
        elif role is None and countries & _owners(page, person.mentions):
            yield _named(page, chain, person.name, score + 0.5, role=shared)


def _reach(head: Token) -> int:
    return min(head.right_edge.i + 1, head.i + 12)


def _owners(page: Page, mentions: list[int]) -> set[str]:
    """Places that own a name: "North Korea's Choe"."""
    found: set[str] = set()
    for last in mentions[:6]:
        for index in range(max(0, last - 6), last):
            if page.doc[index].tag_ == "POS":
                found |= {page.doc[i].lower_ for i in range(max(0, index - 2), index) if page.doc[i].ent_type_ == "GPE"}
    return found


def _named(page: Page, chain: Coreference, name: str, score: float, role: str | None = None) -> _Candidate:
    """A person at the first mention of the full name."""
    person = chain.people.named(name)
    assert person is not None  # noqa: S101 - names come from the same persons
    return _Candidate(*person.first, key=name.lower(), score=score, role=role or role_of(page, person))


def _spoken_of(page: Page, chain: Coreference) -> Iterator[_Candidate]:
    """People and organisations by how often they are named, and named as subjects, in the upper part."""
    for person in chain.people.all:
        subjects = sum(page.doc[last].dep_ in grammar.SUBJECTS for last in person.mentions)
        early = 0.6 if page.of_token[person.mentions[0]] <= 3 else 0.0
        score = 0.5 * math.log1p(len(person.mentions)) + 0.4 * math.log1p(subjects) + early
        if len(person.mentions) > 1 or subjects:
            yield _named(page, chain, person.name, score)
    orgs = [entity for entity in page.doc.ents if entity.label_ == "ORG" and not page.quoted[entity.start]]
    counts = Counter(entity.text.lower() for entity in orgs)
    seen: set[str] = set()
    for entity in orgs:
        key = entity.text.lower()
        if key not in seen and counts[key] > 1:
            seen.add(key)
            early = 0.4 if page.of_token[entity.start] <= 3 else 0.0
            yield _Candidate(entity.start, entity.end, key, 0.45 * math.log1p(counts[key]) + early)
