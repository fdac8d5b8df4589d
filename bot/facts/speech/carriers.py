"""Which outlet carried what somebody said: "told Reuters", "Xinhua quoted Wang as saying", "told the agency NLA"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.speech.claimants import agent, named
from bot.facts.text import outlets

if TYPE_CHECKING:
    from spacy.tokens import Token

    from bot.facts.people.coreference import Coreference
    from bot.facts.text.page import Page

# "state-run Northland Agency", "the state news agency NLA": what stands between, and the name's own first words.
_STATE_RUN = re.compile(rf"{outlets.STATE}(?:{outlets.MEDIUM}\s+)*(?:[A-Z][\w.]*\s+){{0,4}}$")
LONG = 60  # characters of what stands before a name's last word
_MEDIA = frozenset(
    "website newspaper paper magazine agency broadcaster channel tabloid outlet site network station daily".split()
)
_CARRYING = frozenset({"quote", "cite", "report", "say"})


def carrier(page: Page, chain: Coreference, verb: Token) -> str | None:
    """The outlet that was told, or that quoted, by the verb of a claim."""
    for child in verb.children:
        told = child.dep_ in {"dobj", "dative", "iobj", "pobj"} and verb.lemma_ in {"tell", "inform"}
        if told and (found := _outlet(page, chain, child)):
            return found
    by = agent(verb) or _by(verb)
    if by is not None and verb.tag_ == "VBG":
        return _outlet(page, chain, by)
    for above in grammar.ancestors(verb, 3):
        if above.lemma_ in _CARRYING:
            subject = agent(above) or grammar.subject(above)
            return _outlet(page, chain, named(subject, above)) if subject is not None else None
    return None


def note_state(page: Page, chain: Coreference, head: Token, name: str) -> None:
    """Remember that the text calls an outlet state-run."""
    at = page.token[head.i].idx
    if _STATE_RUN.search(page.text, max(0, at - LONG), at):
        chain.media[name] = "state_media"


def _by(verb: Token) -> Token | None:
    """Who stands behind "by" where the parse has no agent: "was quoted as saying by NTB"."""
    by = next((child for child in verb.children if child.dep_ == "prep" and child.lower_ == "by"), None)
    return grammar.noun_behind(by) if by is not None else None


def _outlet(page: Page, chain: Coreference, head: Token) -> str | None:
    """The outlet's name without its article; what the text calls a website or a paper is one, too; a person is none."""
    title = head if head.lemma_.lower() in _MEDIA else None
    name = next((child for child in head.children if title and child.dep_ == "appos" and child.pos_ == "PROPN"), head)
    first, last = grammar.phrase(name)
    while first < name.i and (
        page.token[first].dep_ in {"det", "poss", "case", "punct"} or _is_medium(page.token[first])
    ):
        title = title or (page.token[first] if _is_medium(page.token[first]) else None)
        first += 1
    called = name.pos_ == "PROPN" and (title is not None or any(map(_is_medium, name.children)))
    if name.i in chain.people.by_token and not called:
        return None
    left, right = page.span(first, last)
    words = page.text[left:right]
    note_state(page, chain, page.token[first], words)
    if called:
        chain.media.setdefault(words, "news_agency")
    return words if words in chain.media or outlets.kind_of(words) else None


def _is_medium(noun: Token) -> bool:
    """Whether a noun beside a name makes it an outlet: "the broadcaster NTB", "Sidelight, a website"."""
    return noun.dep_ in {"appos", "compound", "nmod"} and noun.pos_ == "NOUN" and noun.lemma_.lower() in _MEDIA
