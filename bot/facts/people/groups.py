"""People behind a plural: whom "the foreign ministers" or "the victims" are, by name."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.people.coreference import Coreference
    from bot.facts.people.people import Person
    from bot.facts.people.roles import Roles
    from bot.facts.text.page import Page

EARLY = 8  # sentences in which named people are looked for
JOINED = 14  # tokens between two coordinated names
REACH = 12  # tokens behind a plural role in which its countries stand
MENTIONS, OWNER = 6, 6  # mentions of a person that are looked at, and tokens before one in which a country owns it
MANY = 200  # people of a page that a plural role is compared with


def members(page: Page, chain: Coreference, roles: Roles, head: Token) -> Iterator[tuple[Person, str | None]]:
    """(person, role) of a plural role: "the foreign ministers of A and B" are the two whom the article introduces.

    A person whose own role is told has None; who shares the role has the plural.
    """
    if head.tag_ not in {"NNS", "NNPS"} or head.lemma_.lower() not in words("human_nouns"):
        return
    first, _ = grammar.phrase(head)
    begin = next((i for i in range(first, head.i) if page.token[i].pos_ in {"ADJ", "NOUN", "PROPN"}), head.i)
    left, right = page.span(begin, head.i + 1)
    shared = page.text[left:right]
    last = min(head.right_edge.i + 1, head.i + REACH)
    countries = {page.token[i].lower_ for i in range(first, last) if page.token[i].ent_type_ in {"GPE", "NORP"}}
    for person in chain.people.all[:MANY]:
        role = roles.of(person)
        if role and role.lower().endswith(shared.lower().removesuffix("s")):
            yield person, None
        elif role is None and countries & _owners(page, person.mentions):
            yield person, shared


def _owners(page: Page, mentions: list[int]) -> set[str]:
    """Places that own a name: "North Korea's Choe"."""
    found: set[str] = set()
    for last in mentions[:MENTIONS]:
        for index in range(max(0, last - OWNER), last):
            if page.token[index].tag_ == "POS":
                owner = range(max(0, index - 2), index)
                found |= {page.token[i].lower_ for i in owner if page.token[i].ent_type_ == "GPE"}
    return found


def named(page: Page, chain: Coreference) -> tuple[int, int] | None:
    """The people whom the upper part lists: token indexes of "A, 30, from X, and B"."""
    for sentence in page.body[:EARLY]:
        positions = [position for position, _ in chain.people.order if sentence.first <= position < sentence.last]
        run = _coordinated(page, positions)
        if run and sentence.clean:
            return run
    return None


def _coordinated(page: Page, positions: list[int]) -> tuple[int, int] | None:
    """The longest run of names with only ages, places, commas and "and" between them; at least two names."""
    best: tuple[int, int] | None = None
    start = None
    for before, behind in pairwise(positions):
        if not _joined(page, before + 1, behind):
            start = None
            continue
        start = before if start is None else start
        end = grammar.end_of_name(page.token[behind])
        if best is None or end - start > best[1] - best[0]:
            best = (start, end)
    return best


def _joined(page: Page, first: int, last: int) -> bool:
    tokens = page.token[first:last]
    apart = any(token.pos_ in {"VERB", "AUX", "PRON"} or token.text in ".;:()" for token in tokens)
    return len(tokens) <= JOINED and not apart
