"""Who is who: every person of the article under the fullest name that it gives, with what tells the pronoun."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.facts.grammar.names import PARTICLES
from bot.facts.text.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

    from bot.facts.text.page import Page

LONGEST = 6  # words of a name
MANY = 200  # people who share a name that are told apart: keeps it linear
RECENT = 120  # tokens: a namesake within this distance is the one that is meant


@dataclass(slots=True)
class Person:
    """A person: the fullest name, the mentions as token indexes of their last word, and the pronoun ("" unknown)."""

    name: str
    pronoun: str = ""
    mentions: list[int] = field(default_factory=list)
    first: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class People:
    """The persons of one article, looked up by token."""

    all: list[Person]
    by_token: dict[int, Person]
    order: list[tuple[int, Person]]
    by_name: dict[str, Person]

    def named(self, name: str) -> Person | None:
        """The person of exactly this name."""
        return self.by_name.get(name)


def people_of(page: Page) -> People:
    """Gather the persons from the entities, in the order of the text."""
    doc = page.doc
    spans = [span for entity in doc.ents if entity.label_ == "PERSON" for span in _bare(entity)]
    full = [span for span in spans if len(span) > 1]
    people: dict[tuple[str, str], Person] = {}
    by_word: dict[str, list[Person]] = defaultdict(list)
    for span in full:
        _introduce(page, span, people, by_word)
    by_token: dict[int, Person] = {}
    order: list[tuple[int, Person]] = []
    for span in spans:
        person = _whose(page, span, people, by_word)
        person.mentions.append(span.end - 1)
        order.append((span.start, person))
        by_token.update((token.i, person) for token in span)
    everyone = list({id(person): person for _, person in order}.values())
    by_name = {person.name: person for person in reversed(everyone)}
    return People(everyone, by_token, order, by_name)


def _bare(span: Span) -> Iterator[Span]:
    """The name without forms of address; nothing where no capitalised word is left."""
    first = span.start
    while first < span.end - 1 and span.doc[first].lower_ in table("honorifics") and span.doc[first].lower_ != "lady":
        first += 1
    while first < span.end - 1 and span.doc[first].text.islower() and span.doc[first].lower_ not in PARTICLES:
        first += 1
    bare = span.doc[first : span.end]
    if first and span.doc[first - 1].text == "#":  # a hashtag
        return
    good = any(token.text[:1].isupper() for token in bare) and all(
        token.pos_ != "VERB" or token.is_title for token in bare
    )
    if good and len(bare) <= LONGEST:
        yield bare


def _introduce(page: Page, span: Span, people: dict[tuple[str, str], Person], by_word: dict[str, list[Person]]) -> None:
    key = (span[0].text, span[-1].text)
    left, right = span.start_char, span.end_char
    name = page.text[left:right]
    known = people.get(key)
    if known:
        known.name = name if len(name) > len(known.name) and not name.isupper() else known.name
        return
    person = Person(name, _pronoun(span.doc, span), first=(span.start, span.end))
    people[key] = person
    for word in dict.fromkeys((span[-1].text, span[0].text)):
        by_word[word].append(person)


def _pronoun(doc: Doc, span: Span) -> str:
    """By form of address, given name, or a gendered noun right before or in apposition."""
    before = doc[span.start - 1].lower_ if span.start else ""
    told = table("honorifics").get(before, "-")
    if told != "-":
        return told
    if before in table("gendered_nouns"):
        return table("gendered_nouns")[before]
    given = span[0].text if len(span) > 1 else ""
    if given in words("male_names") and given not in words("female_names"):
        return "he"
    if given in words("female_names") and given not in words("male_names"):
        return "she"
    nouns = {table("gendered_nouns")[word] for word in _beside(span[-1]) if word in table("gendered_nouns")}
    return nouns.pop() if len(nouns) == 1 else ""


def _beside(last: Token) -> Iterator[str]:
    """The nouns that a name stands with: "Roe, the singer,", "her son, Jon Roe", "her son, Jon Roe, a dancer"."""
    yield from (child.lower_ for child in last.children if child.dep_ in {"appos", "relcl", "compound"})
    if last.dep_ == "appos":
        yield from (
            noun.lower_ for noun in (last.head, *last.head.children) if noun.i == last.head.i or noun.dep_ == "appos"
        )


def _whose(page: Page, span: Span, people: dict[tuple[str, str], Person], by_word: dict[str, list[Person]]) -> Person:
    if len(span) > 1:
        return people[span[0].text, span[-1].text]
    word = span.text
    candidates = by_word.get(word)
    told = table("honorifics").get(span.doc[span.start - 1].lower_, "-") if span.start else "-"
    if candidates:
        fitting = [p for p in candidates[:MANY] if told == "-" or p.pronoun in {"", told}] or candidates
        chosen = _namesake(fitting, word, span.start)
        chosen.pronoun = chosen.pronoun or (told if told != "-" else "")
        return chosen
    person = people.get((word, word))
    if person is None:
        first = span.start - (told != "-" and page.text[span.doc[span.start - 1].idx].isupper())
        left, right = page.span(first, span.end)
        person = people[word, word] = Person(page.text[left:right], _pronoun(span.doc, span), first=(first, span.end))
    return person


def _namesake(candidates: list[Person], word: str, position: int) -> Person:
    """Among people who share a word: whose surname it is, then the latest one if near, then the one most spoken of."""
    candidates = candidates[:MANY]
    surnamed = [person for person in candidates if person.name.endswith(word)] or candidates
    if len(surnamed) == 1:
        return surnamed[0]
    recent = [p for p in surnamed if p.mentions and position - p.mentions[-1] <= RECENT]
    pool = recent or surnamed
    return max(pool, key=lambda person: (len(person.mentions), person.mentions[-1] if person.mentions else -1))
