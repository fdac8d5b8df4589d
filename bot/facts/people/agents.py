"""Who can act: whether a word or a phrase means somebody, and whether it says who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
# Bodies that say nothing without their name.
_GENERIC = frozenset("agency department commission council committee panel board bureau staff network crew".split())
# Of these a headline tells as of people: "Cat found after five years".
_ANIMALS = frozenset(
    "cat kitten dog puppy horse pony bear whale dolphin elephant lion tiger shark bird wolf cow bull sheep goat pig "
    "monkey gorilla panda seal swan owl fox deer".split()
)
_DEEDS = frozenset("campaign sale case virus disease number".split())  # that no one is, though they act
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
    if lemma in _ANIMALS:
        return True
    if {lemma, lemma.removesuffix("s")} & (words("event_nouns") | _DEEDS):
        return False
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


def tells(token: Token) -> bool:
    """Whether somebody reports, or is cited: "Roe said", "according to Roe", "Roe told"."""
    if token.dep_ in grammar.SUBJECTS:
        return token.head.lemma_.lower() in words("report_verbs")
    return token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according"


def acts(token: Token) -> bool:
    """Whether a name does or says something anywhere: the subject of an active verb, or behind "by"."""
    if token.dep_ == "pobj":
        return token.head.dep_ == "agent"
    return token.dep_ == "nsubj" and token.head.pos_ == "VERB"
