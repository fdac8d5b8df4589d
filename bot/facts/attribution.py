"""Who claims a fact and how firmly: stated, reported by somebody, or hedged by its own verb (which wins)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.facts import grammar
from bot.facts.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from bot.facts.claims import Claim
    from bot.facts.page import Page
    from bot.model import Certainty

_CLAUSE_LINKS = frozenset({"xcomp", "ccomp", "aux", "auxpass"})


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
        """(who claims it or None, certainty) of the fact whose head word is given."""
        claimant = self._claimant(head)
        if _hedged(head):
            return claimant, "hedged"
        return claimant, "reported" if claimant else "stated"

    def _claimant(self, head: Token) -> str | None:
        claims = self.by_sentence.get(self.page.of_token[head.i], ())
        if not claims:
            return None
        above = {head.i, *(token.i for token in grammar.ancestors(head))}
        for claim in claims:
            verb = self.page.doc[claim.verb]
            if verb.lower_ == "according":
                if self._in_reach(head, claim):
                    return claim.name
            elif (
                claim.verb in above and verb.lemma_.lower() in words("report_verbs") and not _under_subject(head, verb)
            ):
                return claim.name if claim.verb != head.i or _has_content(verb) else None
        return None

    def _in_reach(self, head: Token, claim: Claim) -> bool:
        """Whether "according to" hangs on a verb above the fact, or the fact's own sentence ends or begins with it."""
        verb = self.page.doc[claim.verb].head
        return verb.i == head.i or any(verb.i == token.i for token in grammar.ancestors(head)) or verb.dep_ == "ROOT"


def _has_content(verb: Token) -> bool:
    return any(child.dep_ in {"ccomp", "xcomp", "dobj", "parataxis"} for child in verb.children)


def _under_subject(head: Token, verb: Token) -> bool:
    """Whether a word belongs to the subject of a verb: the speaker is not what he says."""
    token = head
    while token.head.i not in {verb.i, token.i}:
        token = token.head
    return token.dep_ in grammar.SUBJECTS and token.head.i == verb.i


def _hedged(head: Token) -> bool:
    """Whether the nearest verb at or above the word is hedged: by auxiliary, adverb, or the verb that governs it."""
    verb = next((token for token in (head, *grammar.ancestors(head, 6)) if token.pos_ in {"VERB", "AUX"}), None)
    for _ in range(4):
        if verb is None:
            return False
        if grammar.auxiliaries(verb) & grammar.HEDGES or verb.lemma_.lower() in words("hedge_verbs"):
            return True
        if any(child.lower_ in words("hedge_words") for child in verb.children):
            return True
        verb = verb.head if verb.dep_ in {"xcomp", "aux", "auxpass"} and verb.head.i != verb.i else None
    return False
