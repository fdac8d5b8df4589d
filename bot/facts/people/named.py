"""People and organisations by how often they are named, and by what they do; who is only cited is none of them."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.facts.people.agents import acts, does, tells
from bot.facts.people.roles import is_role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.facts.people.coreference import Coreference
    from bot.facts.people.people import Person
    from bot.facts.people.roles import Roles
    from bot.facts.text.page import Page

UPPER = 3  # sentences in which a name counts as early
THING, CITED = 2, 3  # how weak
FEW = 3  # mentions of somebody named farther down who is in the margin of the story


@dataclass(frozen=True, slots=True)
class Candidate:
    """Token indexes of a phrase that may answer, whom it names, how well it fits, its role and the event's verb.

    ``weak``: it stands only where nobody better does: a role without a name, an idle name (1). A thing (2) and somebody
    who is only cited (3) are no answers, unless they are somebody else by another name.
    """

    first: int
    last: int
    key: str
    score: float
    role: str | None = None
    verb: int | None = None
    weak: int = 0


def of_person(person: Person, score: float, roles: Roles) -> Candidate:
    """A person at the first mention of the full name."""
    return Candidate(*person.first, key=person.name.lower(), score=score, role=roles.of(person))


def people(page: Page, chain: Coreference, roles: Roles, lede: int) -> Iterator[Candidate]:
    """People by how often they are named, and named as subjects; who only owns something or is cited is none."""
    for person in chain.people.all:
        mentions = [page.token[last] for last in person.mentions]
        if all(token.dep_ == "poss" for token in mentions) or _is_none(page, person):
            continue
        subjects = sum(map(does, mentions))
        upper = page.of_token[person.mentions[0]]
        heard = not subjects and upper != lede and not page.sentences[upper].title and any(map(tells, mentions))
        early = 0.6 if upper <= UPPER else 0.0
        if len(mentions) > 1 or subjects:
            known = 0.5 * math.log1p(len(mentions)) + 0.4 * math.log1p(subjects) + early
            central = upper <= max(UPPER, lede) or len(mentions) > FEW
            found = of_person(person, known if central else 0.5 * known, roles)
            yield replace(found, weak=CITED) if heard else found


def _is_none(page: Page, person: Person) -> bool:
    """A title without its bearer, a road or a virus: "Council Chairman", "A429", "H5N1"."""
    return is_role(page.token[person.first[1] - 1]) or any(letter.isdigit() for letter in person.name)


def organisations(page: Page) -> Iterator[Candidate]:
    """Organisations that are named more than once; one that does and says nothing is a weak answer."""
    found = [entity for entity in page.doc.ents if entity.label_ == "ORG" and not page.quoted[entity.start]]
    counts = Counter(entity.text.lower() for entity in found)
    acting = {entity.text.lower() for entity in found if acts(entity.root)}
    doing = {entity.text.lower() for entity in found if acts(entity.root) and not tells(entity.root)}
    telling = {entity.text.lower() for entity in found if tells(entity.root)}
    for key, entity in {entity.text.lower(): entity for entity in reversed(found)}.items():
        titled = page.sentences[page.of_token[entity.start]].title
        if counts[key] > 1 and (titled or key in doing or key not in telling):
            early = 0.4 if page.of_token[entity.start] <= UPPER else 0.0
            score = 0.45 * math.log1p(counts[key]) + early
            yield Candidate(entity.start, entity.end, key, score, weak=int(key not in acting))
