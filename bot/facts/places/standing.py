"""How a place stands in its clause: behind which preposition, as somebody's home, before what happened there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.facts.places.places import KINDS
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NEAR = frozenset({"in", "at", "near", "outside", "inside"})
AROUND = frozenset({"across", "around", "on", "off", "throughout", "from", "over", "through", "into"})
STANDING = NEAR | {"across", "around", "throughout", "through", "into", "to", "of"}
NAMING = frozenset({"compound", "amod", "poss", "nmod"})  # a place that only names something else
_LIVING = frozenset("live reside bear raise grow educate".split())


def preposition(head: Token) -> str:
    """The preposition before a place; in "in the port of X", the first one."""
    noun = governed(head)
    return noun.head.lower_ if noun.dep_ == "pobj" else ""


def governed(head: Token) -> Token:
    """The noun that a place's preposition governs: the place, what it is compounded with, or its kind."""
    if head.dep_ in {"conj", "appos"} and head.head.i != head.i:
        head = head.head
    if head.dep_ in {"compound", "nmod"} and head.head.dep_ == "pobj":
        head = head.head
    kind = head.head.head
    return kind if head.dep_ == "pobj" and head.head.lower_ == "of" and kind.lower_ in KINDS else head


def is_home(entity: Span) -> bool:
    """Whether somebody is from there or lives there, whatever happens elsewhere: "adults from X", "who lived in X"."""
    noun = governed(entity.root)
    if noun.dep_ != "pobj":
        return False
    above = noun.head.head
    if noun.head.lower_ in {"from", "of", "to", "for"}:
        return above.ent_type_ == "PERSON" or above.like_num or above.lemma_.lower() in words("human_nouns")
    return noun.head.lower_ == "in" and above.lemma_.lower() in _LIVING


def of_story(entity: Span, story: frozenset[str]) -> bool:
    """False for the place of another thing: in "revenge for the raid on a mine in X" the news is not in X."""
    place = governed(entity.root)
    noun = place.head.head
    other = place.dep_ == "pobj" and place.head.lower_ in NEAR and noun.pos_ == "NOUN"
    return not other or noun.lemma_.lower() in story or noun.lower_ in KINDS


def names_event(head: Token) -> bool:
    """Whether a place stands before what happened there: "the Ashford mill fire"."""
    noun = head
    while noun.dep_ in NAMING and noun.head.i > noun.i:
        noun = noun.head
    return noun.i != head.i and noun.lemma_.lower() in words("event_nouns")
