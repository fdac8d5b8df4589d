"""Names of people that the model missed: Doc in, spans out.

A run of capitalised proper nouns is a person when something says so: a role or a form of address before it, an age
behind it, a common given name, or a verb of saying of which it is the subject.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Span

from bot.facts.text.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

LONGEST = 4  # words of a name
AGE = 14  # characters of an age behind a name
_AGE = re.compile(r",? (?:aged )?\d{1,2}\b(?! (?:per|million|billion|%))")
# Surnames that are also words of places and bodies: behind a given name they are surnames.
_SURNAMES = frozenset(
    "hill hall park day west north lake march house guard banks field bridge forest moor prince".split()
)
_PLACES = frozenset({"GPE", "NORP", "DATE", "EVENT"})
# Titles without which a name is another one, and small words within names.
CROWNED = frozenset("king queen prince princess pope emir lord lady".split())
PARTICLES = frozenset("de da di do du del della la le el al von van der den bin ibn ben ter ten af".split())


def missed(doc: Doc, tokens: list[Token], text: str, entities: list[Span]) -> Iterator[Span]:
    """People among the proper nouns that no entity of type PERSON covers; ``tokens`` are the Doc's."""
    people = {token.i for entity in entities if entity.label_ == "PERSON" for token in entity}
    places = {token.i for entity in entities if entity.label_ in _PLACES for token in entity}
    for first, last in _runs(tokens, people | places):
        if last - first <= LONGEST and not _is_thing(doc, first, last) and _is_person(doc, text, first, last):
            yield Span(doc, first, last, label="PERSON")


def _runs(tokens: list[Token], taken: set[int]) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised proper nouns, without forms of address."""
    first = None
    for index, token in enumerate(tokens):
        part = token.pos_ == "PROPN" and index not in taken and (token.text[:1].isupper() or bool(token.is_sent_start))
        if part and token.lower_ not in table("honorifics"):
            first = index if first is None else first
            continue
        if first is not None:
            yield first, index
        first = None
    if first is not None:
        yield first, len(tokens)


def _is_thing(doc: Doc, first: int, last: int) -> bool:
    run = doc[first:last]
    if is_surname(run[0].text, run[-1].text):
        run = run[:-1]
    if any(token.lower_.rstrip(".") in words("org_words") for token in run) or all(
        token.text.isupper() for token in run
    ):
        return True
    return any(char.isdigit() or char in "@#/" for token in run for char in token.text)


def is_surname(given: str, word: str) -> bool:
    """Whether a word of places and bodies stands behind a given name: "Ada Hill"."""
    return is_given(given) and given != word and word.lower() in _SURNAMES


def is_given(word: str) -> bool:
    """Whether a word is a common given name."""
    return word in words("male_names") or word in words("female_names")


def _is_person(doc: Doc, text: str, first: int, last: int) -> bool:
    before = doc[first - 1] if first else None
    end = doc[last - 1].idx + len(doc[last - 1])
    long = last - first > 1
    if before is not None and before.lower_ in table("honorifics"):
        return True
    if long and is_given(doc[first].text):
        return True
    introduced = before is not None and _introduces(doc, first)
    if long and before is not None and before.lower_ in words("human_nouns"):
        return True
    if _AGE.match(text, end, end + AGE) and (long or introduced):
        return True
    return (long or introduced) and _speaks(doc[last - 1])


def _introduces(doc: Doc, first: int) -> bool:
    """A role noun right before, or one behind a comma: "his neighbour, Jo Roe"."""
    before = doc[first - 1]
    if before.text == "," and first > 1:
        before = doc[first - 2]
    return before.pos_ == "NOUN" and before.lower_ in words("human_nouns")


def _speaks(head: Token) -> bool:
    """Whether it is the subject of a verb of saying, or stands right before one in the past or present tense."""
    token = head
    while (
        token.dep_ in {"compound", "appos", "flat", "nmod"}
        and token.head.i != token.i
        and abs(token.head.i - head.i) <= LONGEST
    ):
        token = token.head
    if token.dep_ == "nsubj" and token.head.lemma_.lower() in words("speech_verbs") and token.head.tag_ != "VBG":
        return True
    behind = head.nbor() if head.i + 1 < len(head.doc) else None
    return (
        behind is not None and behind.tag_ in {"VBD", "VBZ", "VBN"} and behind.lemma_.lower() in words("speech_verbs")
    )
