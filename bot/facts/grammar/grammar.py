"""Small questions to a parse that several extractors ask: phrases, subjects, clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
# Dependents that stand before a noun and belong to the shortest phrase that names the thing.
_MODIFIERS = frozenset(
    {"det", "predet", "amod", "compound", "nmod", "nummod", "quantmod", "poss", "advmod", "npadvmod", "neg", "punct"}
)
_NARROWING = frozenset({"of", "for", "at", "in", "from"})
_LONG = 12  # tokens
HEDGES = frozenset({"may", "might", "could"})
FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo"})


def phrase(head: Token, *, of: bool = True, joined: bool = False) -> tuple[int, int]:
    """Token indexes of the shortest noun phrase around a head: modifiers before it, "of …" and the like behind it.

    ``joined`` keeps coordinations ("A and B").
    """
    first, last = _begin(head), head.i + 1
    for child in head.rights:
        if child.dep_ == "case" or (child.dep_ == "prep" and of and child.lower_ in _NARROWING):
            if child.left_edge.i != last or child.right_edge.i - child.i > _LONG:
                break
            last = _trimmed(child)
        elif joined and child.dep_ in {"cc", "conj"} and child.pos_ != "VERB":
            last = max(last, phrase(child, of=of, joined=True)[1] if child.dep_ == "conj" else child.i + 1)
        elif child.dep_ == "punct" and child.text == "-":
            last = child.i + 1
        elif not joined:
            break
    last = max(last, head.i + 1)
    return first, last - 1 if head.doc[last - 1].dep_ == "cc" else last


def _begin(head: Token) -> int:
    """Where the modifiers before a noun begin; nothing farther off than a dozen words."""
    first = head.i
    for child in head.lefts:
        if child.dep_ in _MODIFIERS and head.i - child.left_edge.i <= _LONG:
            first = min(first, _begin(child) if child.dep_ in {"poss", "nmod", "compound"} else child.left_edge.i)
    return first


def _trimmed(prep: Token) -> int:
    """The end of a prepositional phrase, before any clause or apposition that hangs on its noun."""
    end = prep.i + 1
    for child in prep.children:
        if child.dep_ in {"pobj", "pcomp"}:
            end = phrase(child, joined=True)[1]
    return end


def begin_of_name(last: Token) -> int:
    """Where the name begins whose last word is given; its own index where it is none."""
    doc, first = last.doc, last.i
    while first and doc[first].ent_iob_ == "I":
        first -= 1
    return first


def end_of_name(first: Token) -> int:
    """Where the name ends (one after its last word) in which a word stands; right behind it where it is none."""
    doc, end = first.doc, first.i + 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return end


def noun_behind(preposition: Token) -> Token | None:
    """The noun that a preposition governs."""
    return next((child for child in preposition.children if child.dep_ == "pobj"), None)


def subject(verb: Token) -> Token | None:
    """The verb's subject; a verb without one borrows it from the verb that it is joined or subordinate to."""
    for _ in range(4):
        nearest = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"} and not child.is_punct]
        if nearest:
            return min(nearest, key=lambda child: abs(child.i - verb.i))
        if verb.dep_ in {"conj", "xcomp", "advcl", "auxpass", "ccomp"} and verb.head.i != verb.i:
            verb = verb.head
        else:
            return None
    return None


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive voice."""
    return any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)


def auxiliaries(verb: Token) -> set[str]:
    """The auxiliaries of a verb, in small letters."""
    return {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}


def ancestors(token: Token, limit: int = 12) -> Iterator[Token]:
    """The heads above a token, nearest first; at most ``limit`` of them, so that a broken parse costs nothing."""
    for _ in range(limit):
        if token.head.i == token.i:
            return
        token = token.head
        yield token
