"""Causes that somebody names: "blames the loss on X", "blames X for the loss", "attributes it to X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.text.page import Page, Sentence

_ON = {"blame": "on", "pin": "on", "attribute": "to", "ascribe": "to", "credit": "to"}
_FOR = frozenset({"blame", "fault", "credit"})
_WITHIN = frozenset({"in", "at", "by", "of"})
_STOPS = frozenset({",", ";", "--", "–", "—", ":", "."})
NAME = 4  # tokens of a name at most
LONGEST = 30  # tokens of a cause


def causes(page: Page, sentence: Sentence) -> Iterator[tuple[int, int, float]]:
    """(start, end, weight) of each cause that a verb of blaming names; a bare person tells no reason."""
    for index in range(sentence.first, sentence.last):
        verb = page.token[index]
        lemma = verb.lemma_.lower()
        if lemma not in _ON and lemma not in _FOR:
            continue
        noun = _cause(verb, lemma)
        if noun is not None:
            first, last = _extent(page, noun, sentence)
            left, right = page.span(first, last)
            person = (
                noun.ent_type_ == "PERSON"
                or (noun.pos_ == "PROPN" and last - first <= NAME)
                or noun.lower_ in words("human_nouns")
            )
            if not person:
                yield left, right, 1.8


def _cause(verb: Token, lemma: str) -> Token | None:
    blamed = next((child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}), None)
    for child in (*verb.children, *(blamed.children if blamed is not None else ())):
        if child.dep_ == "prep" and child.lower_ == _ON.get(lemma):
            return grammar.noun_behind(child)
    has_for = any(child.dep_ == "prep" and child.lower_ in {"for", "as"} for child in verb.subtree)
    return blamed if lemma in _FOR and has_for else None


def _extent(page: Page, noun: Token, sentence: Sentence) -> tuple[int, int]:
    """The noun with what hangs on it, up to a mark or the "for" that names the effect."""
    first = max(noun.left_edge.i, noun.i - 8, sentence.first)
    last = noun.i + 1
    for index in range(noun.i + 1, min(sentence.last, first + LONGEST, noun.right_edge.i + 1)):
        token = page.token[index]
        if token.text in _STOPS or (token.lower_ in {"for", "as"} and token.dep_ == "prep" and index > noun.i):
            break
        last = index + 1
    if last < sentence.last and page.token[last].lower_ in _WITHIN and page.token[last].dep_ == "prep":
        edge = min(page.token[last].right_edge.i + 1, sentence.last)
        last = edge if edge - last <= NAME else last
    while last > noun.i + 1 and page.token[last - 1].pos_ in {"ADP", "CCONJ", "DET", "PUNCT"}:
        last -= 1
    return first, last
