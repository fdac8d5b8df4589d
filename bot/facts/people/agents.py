"""Who can act: whether a word or a phrase means somebody, and whether it says who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
# Bodies that say nothing without their name.
_GENERIC = frozenset(
    "agency department commission council committee panel board bureau staff network club crew".split()
)
_DOERS = ("ers", "ors", "ists", "ians", "men", "women", "people")


def acts_in(doc: Doc, first: int, last: int) -> bool:
    """Whether somebody can be meant: a name, a person's role, people."""
    for token in doc[first:last]:
        lemma = token.lemma_.lower()
        if token.ent_type_ in NAMES or token.pos_ == "PROPN":
            return True
        if lemma in words("human_nouns") or lemma in words("group_nouns"):
            return True
    return False


def is_somebody(head: Token) -> bool:
    """Whether the head word itself is somebody, not only a name beside it ("Acme sales", "the map of Ruritania")."""
    lemma = head.lemma_.lower()
    if head.ent_type_ in NAMES or head.pos_ in {"PROPN", "NUM"}:
        return True
    known = lemma in words("human_nouns") or lemma in words("group_nouns") or lemma in words("official_words")
    return known or head.lower_.endswith(_DOERS)


def is_nameless(head: Token) -> bool:
    """A singular role or body alone: "senator", "team"."""
    lemma = head.lemma_.lower()
    generic = lemma in words("human_nouns") or lemma in words("body_nouns") or lemma in _GENERIC
    return head.pos_ in {"NOUN", "PROPN"} and head.tag_ in {"NN", "NNP"} and generic


def does(token: Token) -> bool:
    """Whether somebody does something rather than tell of it."""
    return token.dep_ in grammar.SUBJECTS and token.head.lemma_.lower() not in words("report_verbs")


def acts(token: Token) -> bool:
    """Whether a name does or says something anywhere: the subject of an active verb, or behind "by"."""
    if token.dep_ == "pobj":
        return token.head.dep_ == "agent"
    return token.dep_ == "nsubj" and token.head.pos_ == "VERB"
