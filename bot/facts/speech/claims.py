"""Who says, writes or claims something, and where: Doc in, claims out, in the order of the text.

A claim is a reporting verb with its subject ("Roe said"), a passive with its agent ("described by friends as"), a
reported one ("Xinhua quoted Wang as saying"), or "according to" with its noun.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts.speech.carriers import carrier, note_state
from bot.facts.speech.claim import Claim
from bot.facts.speech.claimants import author, claimant, is_misread, possessor
from bot.facts.speech.papers import Papers
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.people.coreference import Coreference
    from bot.facts.text.page import Page

_AGENT = re.compile(r"(?:er|or|ist|ian|man|woman|person)$")  # whoever speaks and is called so is a person
_GOING_ON = frozenset({"continue", "conclude", "add", "go"})  # what a thing may do without a word
_FINDING = frozenset({"find", "show"})
_RIDDLES = frozenset({"he", "she", "they", "one", "another", "who"})


def claims_of(page: Page, chain: Coreference) -> Iterator[Claim]:
    """Every claim outside quotations."""
    papers = Papers(page, chain)
    for token, quoted in zip(page.token, page.quoted, strict=True):
        if quoted:
            continue
        head = claimant(page, chain.people, token) if _is_saying(token) else possessor(page, token)
        if head is not None and not _only_goes_on(token, head):
            for claim in _claim(page, chain, token, author(head), papers):
                papers.said(claim, head)
                yield claim


def _claim(page: Page, chain: Coreference, verb: Token, source: Token, papers: Papers) -> Iterator[Claim]:
    number = page.of_token[verb.i]
    name = papers.issuer(source, number) or chain.name(source) or ""
    if name or source.lower_ in _RIDDLES:
        if name and _is_somebody(source):
            chain.antecedents.speaking(source, name)
        note_state(page, chain, source, name)
        via = carrier(page, chain, verb)
        yield Claim(verb.i, source.i, name, None if via == name else via, number)


def _is_saying(token: Token) -> bool:
    """Whether a word is "according" or a verb of saying."""
    verb = token.pos_ in {"VERB", "AUX"} and token.lemma_.lower() in words("speech_verbs")
    spoken = verb and (token.dep_ != "amod" or is_misread(token))
    found = token.lemma_ in _FINDING and any(child.dep_ == "ccomp" for child in token.children)
    return spoken or found or token.lower_ in {"according", "reads"} or token.lemma_ == "read"


def _only_goes_on(verb: Token, head: Token) -> bool:
    """Whether it is no claim: a thing goes on without a word ("as the inquiry continues"), somebody finds something."""
    if verb.lemma_ in _FINDING:  # papers and figures do it with words
        return not {head.lemma_.lower(), head.lower_} & words("document_nouns")
    bare = verb.lemma_ in _GOING_ON and not any(child.dep_ == "ccomp" for child in verb.children)
    thing = head.tag_ == "NN" and not _is_somebody(head) and head.lower_ not in words("body_nouns")
    return bare and thing and head.lower_ not in words("document_nouns")


def _is_somebody(head: Token) -> bool:
    """Whether a speaker's word can only mean one person: a role, an unknown name that is no body's."""
    if head.tag_ == "NN":
        return head.lower_ in words("human_nouns") or bool(_AGENT.search(head.lower_))
    return head.tag_ == "NNP" and head.ent_type_ in {"", "PERSON", "DATE"} and not head.text.isupper()
