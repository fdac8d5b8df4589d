"""Which words look ahead: what will be, is arranged, is planned or promised, as the grammar of their clause says."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.facts.grammar import asides, grammar
from bot.facts.people.agents import is_somebody
from bot.facts.text.lexicon import words
from bot.facts.time.tense import ARRANGEABLE

if TYPE_CHECKING:
    from spacy.tokens import Token

ARRANGED, WILL, PLANNED, PROMISED = 1.0, 0.8, 0.75, 0.4  # how surely it comes
POSSIBLE = 0.3  # the same of what only a day ahead makes an event: "may open in May"

HINT = re.compile(
    r"\b(?:will|won['’]t|shall|due|set (?:to|for)|scheduled|slated|poised|bound|likely|to be|(?:is|are) to|"
    r"expect(?:s|ed|ing)?|plan(?:s|ned|ning)?|hop(?:e|es|ing)|intend(?:s|ing)?|aim(?:s|ing)?|prepar(?:e|es|ing)|"
    r"going to|would|(?:vow|promis|pledg|agre)(?:e?s|e?d|ing)|upcoming|forthcoming|tomorrow|tonight|today|next|coming|"
    r"later|ahead of|by|on|in|until|at|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|['’]ll\b",
    re.IGNORECASE,
)
_SURE = frozenset("due scheduled set slated".split())
_SOON = frozenset("expected planned poised likely bound projected forecast".split())
_PLANS = frozenset("expect plan hope intend aim prepare".split())
_VOWS = frozenset("vow promise pledge agree".split())
_INTENTS = frozenset({"plan", "intention", "bid", "proposal"})
_UNVEILS = frozenset("announce unveil reveal confirm disclose outline reaffirm".split())
_AT = frozenset("for on in at by before within".split())
_MAY = frozenset({"may", "might", "could", "should"})
_LIKE = frozenset({"as", "than"})
_WAS = frozenset({"was", "were", "had"})
# What is no event, whoever will do it, and what is said of things in general.
_STATES = frozenset(
    "find see need want like love know feel enjoy notice recognize recognise remember think believe understand seem "
    "look sound taste smell prefer agree help let make allow require deplore wonder miss hate cost include contain "
    "remain mean depend".split()
)
_EVER = frozenset("always never often sometimes usually typically generally forever ever".split())
_PERSONS = frozenset({"he", "she", "they", "it", "who", "which", "that"})


def strength(token: Token) -> float:
    """How surely a word announces what is still to come, 0 if it doesn't: no condition, fear or fiction above it."""
    found = _strength(token) if token.pos_ in {"VERB", "AUX", "ADJ"} else _intended(token)
    return found if found and not (asides.is_conditional(token) or asides.is_aside(token)) else 0.0


def _strength(token: Token) -> float:
    helpers = grammar.auxiliaries(token)
    if "would" in helpers:
        return PROMISED if "have" not in helpers and is_told(token) else 0.0
    if helpers & grammar.FUTURE:
        return WILL
    if _is_going(token):
        return WILL
    if helpers & _MAY:
        event = token.lemma_.lower() in ARRANGEABLE | {"come"} or (grammar.is_passive(token) and "be" in helpers)
        return POSSIBLE if event and "have" not in helpers else 0.0
    if _is_to_be(token, helpers):
        return ARRANGED
    return _arranged(token, helpers)


def _intended(noun: Token) -> float:
    """Plans to do something, which exist or were announced: "has plans to open", "unveiled a plan to build"."""
    if noun.lemma_.lower() not in _INTENTS or noun.dep_ != "dobj":
        return 0.0
    verb = noun.head
    to = any(child.dep_ in {"acl", "xcomp", "relcl"} and "to" in grammar.auxiliaries(child) for child in noun.rights)
    if not to or "had" in grammar.auxiliaries(verb):
        return 0.0
    has = verb.lemma_ == "have" and verb.tag_ in {"VBZ", "VBP"}
    if has:
        return PLANNED
    return PROMISED if verb.lemma_.lower() in _UNVEILS else 0.0


def _arranged(token: Token, helpers: set[str]) -> float:
    """Due, expected, plans to, has vowed to: in the present, or in the past of somebody's words."""
    kind = _kind(token)
    like = token.i > 0 and token.nbor(-1).lower_ in _LIKE
    if not kind or like or not any(_is_announced(child, token) for child in token.children):
        return 0.0
    if kind == PROMISED:
        vowed = any(child.dep_ == "xcomp" for child in token.children)
        return kind if vowed and "had" not in helpers else 0.0
    if token.tag_ in {"VBN", "JJ", "VBD"} and token.lemma_.lower() in _PLANS and token.lower_ not in _SOON:
        return 0.0
    if "had" in helpers:
        return 0.0
    past = helpers & _WAS or token.head.lower_ in _WAS or any(child.lower_ in _WAS for child in token.lefts)
    return 0.0 if (past or token.tag_ == "VBD") and not is_told(token) else kind


def _is_announced(child: Token, token: Token) -> bool:
    """What is announced, or when: "due to open", "due on Friday"; "set up", "due to the cold" announce nothing."""
    if child.dep_ == "prep" and token.lemma_.lower() in _PLANS and token.lower_ not in _SOON:
        return any(noun.lemma_.lower() in words("scheduled_nouns") for noun in child.children)
    if child.dep_ == "prep":
        return child.lower_ in (_AT if token.lower_ != "set" else {"for"})
    return child.dep_ in {"xcomp", "ccomp"} or (child.dep_ == "npadvmod" and child.i > token.i)


def has_vowed(token: Token) -> bool:
    """Whether a word tells a vow as an act that is over: "agreed on Sunday to meet"; "have agreed" goes on."""
    return _kind(token) == PROMISED and token.tag_ == "VBD"


def _kind(token: Token) -> float:
    if token.lower_ in _SURE:
        return ARRANGED
    if token.lower_ in _SOON or (token.lemma_.lower() in _PLANS and token.pos_ == "VERB"):
        return PLANNED
    return PROMISED if token.lemma_.lower() in _VOWS and token.pos_ == "VERB" else 0.0


def _is_going(token: Token) -> bool:
    """In "is going to rise", "going"."""
    if token.lower_ != "going":
        return False
    present = grammar.auxiliaries(token) & {"is", "are", "'s", "’s", "'re", "’re", "am", "'m", "’m"}
    return bool(present) and any(child.dep_ == "xcomp" for child in token.children)


def _is_to_be(token: Token, helpers: set[str]) -> bool:
    """In "is to be shown", "is to open" and "an interview to be shown", the last verb."""
    if "to" not in helpers or token.tag_ not in {"VB", "VBN"}:
        return False
    if token.dep_ == "xcomp" and token.head.lower_ in {"is", "are"} and token.head.pos_ == "AUX":
        actor = grammar.subject(token.head)
        return (
            actor is not None
            and actor.lemma_.lower() not in words("aim_nouns")
            and token.lemma_ not in {"blame", "say"}
        )
    return "be" in helpers and token.tag_ == "VBN" and token.dep_ in {"acl", "relcl"} and not _is_past(token)


def _is_past(token: Token) -> bool:
    """Whether the noun before a word stands under a past verb that reports nothing."""
    verb = next((above for above in grammar.ancestors(token, 6) if above.pos_ == "VERB"), None)
    reports = verb is not None and verb.lemma_.lower() in words("report_verbs") | {"discuss"}
    return verb is not None and verb.tag_ == "VBD" and not reports


def is_told(token: Token) -> bool:
    """Whether it stands in what somebody has just said: "said he would resign"; "had said" is another time."""
    for below, above in pairwise((token, *grammar.ancestors(token, 6))):
        if above.lemma_.lower() in words("report_verbs") and above.tag_ in {"VBD", "VBN"}:
            told = below.dep_ in {"ccomp", "parataxis"} or (above.dep_ == "parataxis" and below.i == token.i)
            return told and "had" not in grammar.auxiliaries(above)
        if below.dep_ not in {"conj", "xcomp", "ccomp", "relcl", "advcl", "attr", "dobj", "pobj", "prep", "acl"}:
            break
    return any(_reports(child) for child in token.children if child.dep_ in {"parataxis", "ccomp"})


def _reports(verb: Token) -> bool:
    reports = verb.lemma_.lower() in words("report_verbs") and verb.tag_ == "VBD"
    return reports and "had" not in grammar.auxiliaries(verb)


def is_act(verb: Token, *, sometime: bool = False) -> bool:
    """Whether somebody will do something, or something will be done: not what readers will find or like.

    ``sometime``: the sentence tells roughly when, which makes an event also of what people will see.
    """
    if (verb.lemma_.lower() in _STATES and not sometime) or any(child.lower_ in _EVER for child in verb.children):
        return False
    if any(child.dep_ == "neg" for child in verb.children):
        return False
    if verb.lemma_ in {"be", "have"} and not any(child.dep_ == "xcomp" for child in verb.children):
        return False
    actor = grammar.subject(verb.head if verb.dep_ in {"acomp", "dobj"} else verb)
    if actor is None or grammar.is_passive(verb) or _kind(verb):
        return actor is not None
    if actor.pos_ == "PRON":
        return actor.lower_ in _PERSONS
    return is_somebody(actor) or verb.lemma_.lower() in ARRANGEABLE
