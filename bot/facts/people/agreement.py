"""What a mention is, for what points back to it: subject or not, one or many, person or body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.facts.text import outlets
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_GROUPS = frozenset("family police company government ministry firm group team party campaign".split())
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})


def is_epithet(head: Token) -> bool:
    """Whether a noun with its attributes only varies a name: "the Harbour Lights singer", "the 34-year-old striker"."""
    definite = any(child.lower_ == "the" for child in head.lefts)
    return definite and head.tag_ == "NN" and head.lower_ in words("epithets")


def rank(token: Token) -> int:
    """2 for the subject of a main clause, 1 for that of another, else 0; an apposition has the rank of its noun."""
    if token.dep_ == "appos" and token.head.tag_ not in {"NNS", "NNPS"}:
        token = token.head
    if token.dep_ == "attr":  # "the winner was Ada Roe"
        token = next((each for each in token.head.lefts if each.dep_ == "nsubj" and is_human(each)), token)
    if token.dep_ not in {"nsubj", "nsubjpass"}:
        return int(token.dep_ == "ROOT" and token.pos_ == "PROPN")  # a sentence whose verb the parse missed
    return 2 if token.head.dep_ in {"ROOT", "ccomp", "conj"} else 1


def is_many(token: Token) -> bool:
    """Whether a mention means many: a plural, a group, a body."""
    many = token.tag_ in {"NNS", "NNPS"} or token.lower_ in _GROUPS or token.ent_type_ == "ORG"
    return many and token.pos_ != "PRON"


def is_body(token: Token) -> bool:
    """Whether a mention is a body or a group that acts as one."""
    return token.ent_type_ == "ORG" or token.lower_ in _GROUPS


def is_firm(token: Token) -> bool:
    """Whether a mention is a named organisation, no outlet and no office of a state."""
    named = token.ent_type_ == "ORG" and token.pos_ == "PROPN" and not outlets.kind_of(token.text)
    return named and not any(each.lower_ in words("official_words") for each in (token, *token.lefts))


def is_modified(token: Token) -> bool:
    """Whether a noun has attributes: "company spokesman", "chairman of the board"."""
    before = any(child.dep_ in _MODIFIERS for child in token.lefts)
    return before or any(child.dep_ == "prep" and child.lower_ == "of" for child in token.rights)


def is_human(token: Token) -> bool:
    """Whether a noun means a person, or in the plural people."""
    return token.lower_ in words("human_nouns") or (token.tag_ == "NNS" and token.lemma_ in words("human_nouns"))
