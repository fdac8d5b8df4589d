"""Who claims a fact and how firmly: stated, reported by somebody, or hedged by its own verb (which wins)."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from bot.facts.speech.claim import Claim
    from bot.facts.text.page import Page
    from bot.model import Certainty

_CONTENT = frozenset({"ccomp", "parataxis", "xcomp", "pcomp"})
_RESULT = frozenset({"ccomp", "xcomp", "oprd"})

# Nouns of which a clause says what somebody says: "the claim that …".
_TELLING = frozenset("claim allegation accusation assertion suggestion rumour rumor warning report belief fear".split())
_SENSES = frozenset("see hear feel smell taste understand remember recall tell".split())


@dataclass(slots=True)
class Attribution:
    """Looks up the claim over a token."""

    page: Page
    claims: list[Claim]
    by_sentence: dict[int, list[Claim]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for claim in self.claims:
            self.by_sentence.setdefault(claim.sentence, []).append(claim)

    def of(self, head: Token) -> tuple[str | None, Certainty]:
        """(who claims it or None, certainty) of the fact whose head word is given; a claim may be nobody's by name."""
        above = [head, *grammar.ancestors(head)]
        if _is_denied(above):
            return None, "hedged"
        claimant = self._claimant(head, above)
        if _hedged(head):
            return claimant or None, "hedged"
        return claimant or None, "stated" if claimant is None else "reported"

    def _claimant(self, head: Token, above: list[Token]) -> str | None:
        """Whoever claims it, empty where nobody is named; None when the article states it itself."""
        for claim in self.by_sentence.get(self.page.of_token[head.i], ()):
            verb = self.page.token[claim.verb]
            if verb.lower_ == "according":
                if self._in_reach(head, claim):
                    return claim.name
            elif verb.lemma_.lower() in words("report_verbs") and _is_told(above, claim.verb):
                return claim.name
        return "" if _is_hearsay(above) else None

    def _in_reach(self, head: Token, claim: Claim) -> bool:
        """Whether "according to" hangs on a verb above the fact, or the fact's own sentence ends or begins with it."""
        verb = self.page.token[claim.verb].head
        return verb.i == head.i or any(verb.i == token.i for token in grammar.ancestors(head)) or verb.dep_ == "ROOT"


def _is_told(above: list[Token], verb: int) -> bool:
    """Whether a fact lies in the clause that a verb of saying reports; who says it, and when, is no report."""
    for below, token in pairwise(above):
        if token.i == verb:
            return below.dep_ in _CONTENT or (token.lemma_ == "accuse" and below.lower_ == "of")
    return False


def _is_denied(above: list[Token]) -> bool:
    """Whether a fact lies in what somebody denies."""
    return any(token.lemma_ == "deny" and below.dep_ in _CONTENT for below, token in pairwise(above))


def _is_hearsay(above: list[Token]) -> bool:
    """Whether nobody in particular says it: "is said to have", "were reported killed", "the claim that"."""
    if any(child.dep_ in _RESULT for child in above[0].children) and _is_impersonal(above[0]):
        return True
    for below, token in pairwise(above):
        if (below.dep_ in _RESULT or below.lower_ == "of") and _is_impersonal(token):
            return True
        if token.lemma_.lower() in _TELLING and token.pos_ == "NOUN" and below.dep_ in {"acl", "ccomp"}:
            return True
    return False


def _is_impersonal(verb: Token) -> bool:
    """Whether a verb of saying stands in the passive without an agent."""
    agent = any(child.dep_ == "agent" for child in verb.children)
    return verb.lemma_.lower() in words("report_verbs") and grammar.is_passive(verb) and not agent


def _was_able(verb: Token) -> bool:
    """In "could see the damage" and "could not reach" nothing is uncertain."""
    able = "could" in grammar.auxiliaries(verb)
    return able and (verb.lemma_.lower() in _SENSES or any(child.dep_ == "neg" for child in verb.children))


def _hedged(head: Token) -> bool:
    """Whether the nearest verb at or above the word is hedged: by auxiliary, adverb, or the verb that governs it."""
    verb = next((token for token in (head, *grammar.ancestors(head, 6)) if token.pos_ in {"VERB", "AUX"}), None)
    for _ in range(4):
        if verb is None:
            return False
        if grammar.auxiliaries(verb) & grammar.HEDGES and not _was_able(verb):
            return True
        if (
            verb.lower_ != "thought"
            and verb.lemma_.lower() in words("hedge_verbs")
            and not any(child.lower_ == "in" for child in verb.children)
        ):
            return True
        if any(child.lower_ in words("hedge_words") for child in verb.children):
            return True
        seems = verb.dep_ == "ccomp" and verb.head.lemma_ in {"appear", "seem"}
        verb = verb.head if (verb.dep_ in {"xcomp", "aux", "auxpass"} or seems) and verb.head.i != verb.i else None
    return False
