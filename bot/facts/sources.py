"""Sources: whom the article draws on, by kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.sourcing.alike import OWNER, is_same
from bot.facts.sourcing.source_kinds import is_person, kind_of
from bot.facts.sourcing.source_names import full_name
from bot.facts.text import outlets
from bot.facts.text.lexicon import words
from bot.model import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.people.coreference import Coreference
    from bot.facts.people.roles import Roles
    from bot.facts.speech.claim import Claim
    from bot.facts.text.page import Page
    from bot.model import Evidence, Quote, SourceKind

CHOICE = 60  # sources among which the digest's are: keeps the comparison of names linear
LEAST = 0.5  # weight of a source that is not quoted
CARRIED = 0.5  # what a source is worth for carrying something
MEANT = 0.4  # what one is worth that only a pronoun means: whom it means may be wrong
SPOKEN = 1.0  # what being quoted is worth
# What a kind of source is worth beside a private person or nobody in particular.
_WORTH: dict[SourceKind, float] = {
    "official": 0.8,
    "state_media": 0.8,
    "organisation": 0.5,
    "news_agency": 0.5,
    "document": 0.3,
    "person": 0.2,
}
_AMOUNT = re.compile(
    r"^(?:(?:about|some|nearly|almost|over|around|more than|at least|up to) )?\d|\bper ?cent\b|%", re.IGNORECASE
)
_CARRIED = re.compile(
    r"\b(?:(?:obtained|seen|reviewed|published|reported|quoted|cited|asked|interviewed|conducted) by|according to|"
    r"(?:told|tells) (?:a (?:reporter|journalist) (?:from|for|with) )?|(?:statement|interview|comments?|remarks?|"
    r"speaking|spoke|talking|talked) (?:to|with|for|in)) ?(?:the )?"
    r"((?:The )?[A-Z][\w.&!’'-]*(?: [A-Z][\w.&!’'-]*){0,6})"
)
_OWNED = re.compile(r"(?:his|her|its|their|my|our|your|this|that|these|those)\s", re.IGNORECASE)
_ASKING = frozenset({"WP", "WRB"})  # "what he says", "how she explained it"
_COULD = frozenset({"would", "could", "might", "may"})
_NO_NAME = frozenset("it they he she we i you this that who which what there reports report the one another".split())


@dataclass(frozen=True, slots=True)
class _Mention:
    """A source by name, the token that names it, and what the mention is worth."""

    name: str
    token: int
    weight: float


@dataclass(slots=True)
class _Candidate:
    """A source with the token of its first mention, its kind and the sum of its mentions."""

    name: str
    token: int
    kind: SourceKind | None
    weight: float = 0.0


def sources(page: Page, chain: Coreference, roles: Roles, claims: list[Claim], quotes: list[Quote]) -> Iterator[Source]:
    """Every source once, at its first mention: by its kind and by how often it is quoted and named, the best first."""
    gathered: dict[str, _Candidate] = {}
    for mention in (*_mentions(page, claims), *_quoted(page, chain, quotes), *_carriers(page)):
        name, person = full_name(page, chain, mention.name, mention.token)
        if not name:
            continue
        known = gathered.get(name.lower())
        if known is None:
            kind = kind_of(chain, roles, name.removeprefix("The "), person)
            kind = None if kind == "organisation" and _is_thing(page, mention) else kind
            known = gathered.setdefault(name.lower(), _Candidate(name, mention.token, kind))
        known.weight += mention.weight
    yield from _chosen(page, chain, roles, list(gathered.values()))


def _quoted(page: Page, chain: Coreference, quotes: list[Quote]) -> Iterator[_Mention]:
    """Speakers and carriers of quotations, at their mention next to one; each once."""
    spoken = {name: quote for quote in reversed(quotes) for name in (quote.speaker, quote.via) if name}
    for name, quote in reversed(spoken.items()):
        token = _beside(page, chain, name, quote.evidence)
        if token is not None:
            yield _Mention(name, token, SPOKEN)


def _carriers(page: Page) -> Iterator[_Mention]:
    """Outlets that something was told to, shown to or asked by, outside quotations."""
    for match in _CARRIED.finditer(page.text, page.body_start):
        left, right = match.span(1)
        owner = OWNER.match(page.text, left, right)
        if owner and outlets.kind_of(page.text[owner.end() : right]):
            left = owner.end()
        first, last = page.tokens(left, right)
        name = page.text[left:right]
        if first < last and not page.quoted[first] and page.clean(left, right) and outlets.kind_of(name):
            yield _Mention(name, last - 1, CARRIED)


def _beside(page: Page, chain: Coreference, name: str, quote: Evidence) -> int | None:
    """The head word of a name in the sentences of a quotation, else of the person's mention nearest to it."""
    first, last = page.sentence_at(quote.start), page.sentence_at(max(quote.start, quote.end - 1))
    at = page.text.find(name, first.left, last.right)
    if at >= 0:
        return max(page.tokens(at, at + len(name))[1] - 1, 0)
    person = chain.people.named(name)
    near = first.first
    return min(person.mentions, key=lambda mention: abs(mention - near)) if person and person.mentions else None


def _chosen(page: Page, chain: Coreference, roles: Roles, candidates: list[_Candidate]) -> Iterator[Source]:
    named: list[str] = []
    held: list[str] = []
    worth = {candidate.name: candidate.weight + _WORTH.get(candidate.kind or "person", 0.0) for candidate in candidates}
    for candidate in sorted(candidates, key=lambda candidate: -worth[candidate.name])[:CHOICE]:
        left, right = _span(page, candidate)
        known = any(is_same(candidate.name, name) for name in named) or (
            is_person(candidate.name) and any(is_same(candidate.name, role) for role in held)
        )
        if candidate.kind and not known and candidate.weight >= LEAST and page.clean(left, right):
            person = chain.people.named(candidate.name)
            named.append(candidate.name)
            held += [role] if person and (role := roles.of(person)) else []
            yield Source(candidate.name, candidate.kind, page.evidence(left, right))


def _mentions(page: Page, claims: list[Claim]) -> Iterator[_Mention]:
    for claim in claims:
        if _is_riddle(claim.name) or not page.sentences[claim.sentence].clean:
            continue
        verb = page.token[claim.verb]
        meant = page.token[claim.head].tag_ == "PRP"
        silent = page.token[claim.head].pos_ == "NOUN" and any(child.dep_ == "neg" for child in verb.children)
        if verb.lower_ == "according" or (_tells(verb) and not silent):
            yield _Mention(claim.name, claim.head, MEANT if meant else 1.0)
        elif verb.lemma_.lower() in words("speech_verbs"):
            yield _Mention(claim.name, claim.head, 0.2)
        if claim.via:
            yield _Mention(claim.via, claim.head, 0.7)


def _is_thing(page: Page, mention: _Mention) -> bool:
    """Whether the capital is only that of a sentence's first word: "Estimates", "Preliminary tests"."""
    head = page.token[mention.token]
    named = any(map(str.isupper, mention.name[1:])) or any(child.pos_ == "PROPN" for child in head.lefts)
    bare = head.pos_ == "NOUN" and not named
    return bare and not any(word in words("body_nouns") for word in mention.name.lower().split())


def _is_riddle(name: str) -> bool:
    """No name at all, or "her campaign", of which a list doesn't say whose; a relative may be "his father"."""
    if name.lower() in _NO_NAME or _AMOUNT.search(name):
        return True
    return bool(_OWNED.match(name)) and name.lower().rsplit(maxsplit=1)[-1] not in words("kin_nouns")


def _tells(verb: Token) -> bool:
    """Whether a verb of saying has what is said: a clause, a quotation, somebody told.

    "What the jurors don't say" is said by nobody.
    """
    if verb.lemma_.lower() not in words("report_verbs") or any(map(_is_unsaid, verb.lefts)):
        return False
    content = any(child.dep_ in {"ccomp", "parataxis"} for child in verb.children)
    return content or verb.lemma_ in {"say", "tell", "write"}


def _is_unsaid(child: Token) -> bool:
    """Whether a verb tells what is asked or could be said: "what he says", "as they would say"; not "Roe, who says"."""
    asked = child.tag_ in _ASKING and child.dep_ not in grammar.SUBJECTS
    return asked or (child.dep_ == "aux" and child.lower_ in _COULD)


def _span(page: Page, candidate: _Candidate) -> tuple[int, int]:
    """The name itself where its sentence has it, else the word that stands for it."""
    sentence = page.sentence_of(candidate.token)
    at = page.text.find(candidate.name, sentence.left, sentence.right)
    if at >= 0:
        return at, at + len(candidate.name)
    return page.span(candidate.token, candidate.token + 1)
