"""Whose words a paper holds: "the statement" is by whom the article last named as its author."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.facts.speech.claimants import WRITTEN

if TYPE_CHECKING:
    from spacy.tokens import Token

    from bot.facts.people.coreference import Coreference
    from bot.facts.speech.claim import Claim
    from bot.facts.text.page import Page

REACH = 16  # tokens between "said" and its "in a statement"
_BARE = frozenset({"det", "punct", "relcl"})  # what may hang on a paper of which nothing new is told


@dataclass(slots=True)
class Papers:
    """The papers of one page by noun, each with its author, in the order of the text; and the last claim."""

    page: Page
    chain: Coreference
    authors: dict[str, str] = field(default_factory=dict)
    last: Claim | None = None

    def said(self, claim: Claim, head: Token) -> None:
        """Remember a claim by its subject, and its paper: "a statement by Roe said", "Roe said in a statement"."""
        self.last = claim
        if head.i != claim.head and claim.name:
            self.authors[head.lemma_.lower()] = claim.name
        sentence = self.page.sentences[claim.sentence]
        for token in self.page.token[claim.verb + 1 : min(sentence.last, claim.verb + REACH)]:
            if (
                token.lemma_ in WRITTEN
                and token.dep_ in {"pobj", "dobj"}
                and claim.name
                and not self.page.quoted[token.i]
            ):
                self.authors[token.lemma_] = claim.name

    def issuer(self, paper: Token, number: int) -> str | None:
        """Whose paper "the statement" is, in a sentence by its number: the known author's, else the last speaker's."""
        noun = paper.lemma_.lower()
        if noun not in WRITTEN or any(child.dep_ not in _BARE for child in paper.children):
            return None
        definite = any(child.lower_ in {"the", "this", "that"} for child in paper.children)
        if definite and noun in self.authors:
            return self.authors[noun]
        near = self.last is not None and number - self.last.sentence <= 1
        return self.last.name if self.last and near and not self.chain.antecedents.fuller(paper) else None
