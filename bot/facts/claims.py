"""Who says, writes or claims something, and where: Doc in, claims out, in the order of the text.

A claim is a reporting verb with its subject ("Roe said"), a passive with its agent ("described by friends as"), a
reported one ("Xinhua quoted Wang as saying"), or "according to" with its noun.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.facts import grammar, outlets
from bot.facts.claimants import author, claimant, is_misread, named, possessor
from bot.facts.lexicon import words
from bot.facts.papers import Papers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.coreference import Coreference
    from bot.facts.page import Page

# "state-run Northland Agency", "the state news agency NLA": what stands between, and the name's own first words.
_STATE_RUN = re.compile(
    r"\bstate(?:-(?:run|owned|controlled|backed))?\s+(?:(?:news|media|tv|television|radio|broadcaster|newspaper|agency)\s+)*"
    r"(?:[A-Z][\w.]*\s+){0,4}$"
)
LONG = 60  # characters of what stands before a name's last word
_MEDIA = frozenset(
    "website newspaper paper magazine agency broadcaster channel tabloid outlet site network station daily".split()
)
_AGENT = re.compile(r"(?:er|or|ist|ian|man|woman|person)$")  # whoever speaks and is called so is a person
_GOING_ON = frozenset({"continue", "conclude", "add", "go"})  # what a thing may do without a word
_RIDDLES = frozenset({"he", "she", "they", "one", "another", "who"})


@dataclass(frozen=True, slots=True)
class Claim:
    """Token indexes of the verb (or "according") and of the speaker's head word; his name; the outlet between.

    The name is empty where a pronoun speaks of whom nothing tells who it is: somebody's claim all the same.
    """

    verb: int
    head: int
    name: str
    via: str | None
    sentence: int


def claims_of(page: Page, chain: Coreference) -> Iterator[Claim]:
    """Every claim outside quotations."""
    papers = Papers(page, chain)
    for token in page.doc:
        if page.quoted[token.i]:
            continue
        papers.note(token)
        head = claimant(page, chain.people, token) if _is_saying(token) else possessor(page, token)
        if head is not None and not _only_goes_on(token, author(head)):
            for claim in _claim(page, chain, token, author(head), papers):
                papers.said(claim, head)
                yield claim


def _claim(page: Page, chain: Coreference, verb: Token, source: Token, papers: Papers) -> Iterator[Claim]:
    number = page.of_token[verb.i]
    name = papers.issuer(source, number) or chain.name(source) or ""
    if name or source.lower_ in _RIDDLES:
        if name and _is_somebody(source):
            chain.antecedents.speaking(source, name)
        if _STATE_RUN.search(page.text, max(0, page.doc[source.i].idx - LONG), page.doc[source.i].idx):
            chain.media[name] = "state_media"
        via = _via(page, chain, verb)
        yield Claim(verb.i, source.i, name, None if via == name else via, number)


def _is_saying(token: Token) -> bool:
    """Whether a word is "according" or a verb of saying."""
    verb = token.pos_ in {"VERB", "AUX"} and token.lemma_.lower() in words("speech_verbs")
    spoken = verb and (token.dep_ != "amod" or is_misread(token))
    return spoken or token.lower_ in {"according", "reads"} or token.lemma_ == "read"


def _only_goes_on(verb: Token, head: Token) -> bool:
    """Whether a thing goes on without a word: "as the inquiry continues"."""
    bare = verb.lemma_ in _GOING_ON and not any(child.dep_ == "ccomp" for child in verb.children)
    thing = head.tag_ == "NN" and not _is_somebody(head) and head.lower_ not in words("body_nouns")
    return bare and thing and head.lower_ not in words("document_nouns")


def _is_somebody(head: Token) -> bool:
    """Whether a speaker's word can only mean one person: a role, an unknown name that is no body's."""
    if head.tag_ == "NN":
        return head.lower_ in words("human_nouns") or bool(_AGENT.search(head.lower_))
    return head.tag_ == "NNP" and head.ent_type_ in {"", "PERSON", "DATE"} and not head.text.isupper()


def _via(page: Page, chain: Coreference, verb: Token) -> str | None:
    """The outlet that was told, or that quoted: "told Reuters", "Xinhua quoted Wang as saying"."""
    for child in verb.children:
        if child.dep_ in {"dobj", "dative", "iobj", "pobj"} and verb.lemma_ in {"tell", "inform"}:
            found = _outlet(page, chain, child)
            if found:
                return found
    for above in grammar.ancestors(verb, 3):
        if above.lemma_ in {"quote", "cite", "report", "say"}:
            carrier = grammar.subject(above)
            return _outlet(page, chain, named(carrier, above)) if carrier is not None else None
    return None


def _outlet(page: Page, chain: Coreference, head: Token) -> str | None:
    """The outlet's name without its article; what an apposition calls a website or a paper is one, too."""
    first, last = grammar.phrase(head)
    while first < head.i and page.doc[first].dep_ in {"det", "poss", "case", "punct"}:
        first += 1
    left, right = page.span(first, last)
    name = page.text[left:right]
    if head.pos_ == "PROPN" and (_is_medium(page.doc[first - 1]) or any(map(_is_medium, head.children))):
        chain.media.setdefault(name, "news_agency")
    return name if name in chain.media or outlets.kind_of(name) else None


def _is_medium(noun: Token) -> bool:
    """Whether a noun beside a name makes it an outlet: "the broadcaster NTB", "Sidelight, a website"."""
    return noun.dep_ in {"appos", "compound", "nsubj", "nmod"} and noun.pos_ == "NOUN" and noun.lemma_.lower() in _MEDIA
