"""Sources: whom the article draws on, by kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.facts import outlets
from bot.facts.lexicon import words
from bot.facts.roles import role_of
from bot.model import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.claims import Claim
    from bot.facts.coreference import Coreference
    from bot.facts.page import Page
    from bot.model import Quote, SourceKind

_OFFICIAL = re.compile(
    r"\b(?:police|polic\w+|ministr\w+|minister|government|president|prime minister|chancellor|secretary|senator|congress\w*|governor|mayor|"
    r"authorit\w+|officials?|spokes\w+|department|commission\w*|council|court|judge|prosecut\w+|parliament\w*|lawmaker|mp|embassy|"
    r"consulate|ambassador|diplomat|army|military|navy|forces|nato|un|united nations|eu|european union|white house|kremlin|pentagon|"
    r"fbi|cia|treasury|bureau|agency|inspector|detective|investigat\w+|general|colonel|commander|chief|king|queen|premier|emir|sheriff|"
    r"fire (?:service|department|brigade)|coast ?guard|central bank|federal reserve|representative|congressman|congresswoman|state department)\b",
    re.IGNORECASE,
)
_ANONYMOUS = re.compile(
    r"^(?:(?:an?|one|some|several|many|most|two|three|four|other|another|unnamed|anonymous|local|senior|us|u\.s\.|western)\s+)*"
    r"(?:analysts?|experts?|observers?|sources?|insiders?|witnesses|eyewitness(?:es)?|residents?|critics|activists?|campaigners?|aides?|donors?|"
    r"diplomats?|volunteers?|survivors?|passengers?|users?|fans?|consumers?|customers?|protesters?|people|man|woman|friends?|relatives?|"
    r"colleagues?|neighbou?rs?|villagers?|locals?|shopkeepers?|traders?|economists?|scientists?|researchers?|historians?|participants?|"
    r"individuals?|persons?|supporters?|opponents?|officials|diplomatic sources?|commentators?|investors?|employees|workers|others|reports)\b",
    re.IGNORECASE,
)
_KIN = re.compile(r"\b(?:family|father|mother|brother|sister|son|daughter|wife|husband|widow|uncle|aunt|cousin|parents|grandfather|grandmother)(?:-in-law)?\b", re.IGNORECASE)
_DOCUMENT = re.compile(r"\b(?:report|statement|memo|letter|document|documents|study|survey|poll|filing|email|e-mail|press release|communiqu[eé]|indictment|data|figures|transcript|tweet|post|excerpts)$", re.IGNORECASE)
_ORGANISATION = re.compile(r"\b(?:company|firm|group|party|union|campaign|foundation|association|institute|university|organi[sz]ation|charity|club|church|taliban|hezbollah|hamas|team|bank|corp|inc|ltd|plc|international)\b", re.IGNORECASE)
CHOICE = 60  # sources among which the digest's are: keeps the comparison of names linear
_AMOUNT = re.compile(r"^\d|\bper ?cent\b|%")
LEAST = 0.5  # weight of a source that is not quoted
_NO_NAME = frozenset("it they he she we i you this that who which what there reports report the one others another".split())


@dataclass(frozen=True, slots=True)
class _Mention:
    """A source by name, and the token that names it."""

    name: str
    token: int
    weight: float


def sources(page: Page, chain: Coreference, claims: list[Claim], quotes: list[Quote]) -> Iterator[Source]:
    """Every source once, at its first claim, those quoted or named most often first."""
    gathered: dict[str, list[_Mention]] = {}
    for mention in _mentions(page, claims):
        gathered.setdefault(mention.name.lower(), []).append(mention)
    spoken = {(quote.speaker or "").lower() for quote in quotes} | {(quote.via or "").lower() for quote in quotes}
    ranked = sorted(
        gathered.values(),
        key=lambda found: -(sum(mention.weight for mention in found) + (1.0 if found[0].name.lower() in spoken else 0.0) + _rank(page, chain, found[0].name)),
    )
    named: list[str] = []
    for found in ranked[:CHOICE]:
        first = found[0]
        kind = kind_of(page, chain, first.name)
        left, right = _span(page, first)
        known = any(_same(first.name, name) for name in named)
        if kind and not known and page.clean(left, right) and (sum(m.weight for m in found) >= LEAST or first.name.lower() in spoken):
            named.append(first.name)
            yield Source(first.name, kind, page.evidence(left, right))


def _same(name: str, other: str) -> bool:
    """Whether one name is the other with fewer words: "spokesman" and "Nato spokesman"."""
    first, second = (frozenset(re.findall(r"\w+", text.lower())) for text in (name, other))
    return first <= second or second <= first


def _rank(page: Page, chain: Coreference, name: str) -> float:
    """What a kind of source is worth beside a private person or nobody in particular."""
    return {"official": 0.8, "state_media": 0.8, "organisation": 0.5, "news_agency": 0.5, "document": 0.3}.get(kind_of(page, chain, name) or "", 0.0)


def _mentions(page: Page, claims: list[Claim]) -> Iterator[_Mention]:
    for claim in claims:
        if claim.name.lower() in _NO_NAME or _AMOUNT.search(claim.name) or not page.sentences[claim.sentence].clean:
            continue
        verb = page.doc[claim.verb]
        if verb.lower_ == "according" or _tells(verb):
            yield _Mention(claim.name, claim.head, 1.0)
        elif verb.lemma_.lower() in words("speech_verbs"):
            yield _Mention(claim.name, claim.head, 0.2)
        if claim.via:
            yield _Mention(claim.via, claim.head, 0.7)


def _tells(verb: Token) -> bool:
    """Whether a verb of saying has what is said: a clause, a quotation, somebody told."""
    if verb.lemma_.lower() not in words("report_verbs"):
        return False
    return verb.lemma_ in {"say", "tell", "write"} or any(child.dep_ in {"ccomp", "parataxis"} for child in verb.children)


def _span(page: Page, mention: _Mention) -> tuple[int, int]:
    """The name itself where its sentence has it, else the word that stands for it."""
    sentence = page.sentence_of(mention.token)
    at = page.text.find(mention.name, sentence.left, sentence.right)
    if at >= 0:
        return at, at + len(mention.name)
    return page.span(mention.token, mention.token + 1)


def kind_of(page: Page, chain: Coreference, name: str) -> SourceKind | None:
    """The kind of a source by its name and role, or None when it is none."""
    person = chain.people.named(name)
    if person:
        role = re.sub(r"\b(?:former|ex-)\b.*|\bspokes\w+", "", role_of(page, person) or "", flags=re.IGNORECASE)
        return "official" if _OFFICIAL.search(role) else "person"
    outlet = outlets.kind_of(name)
    if outlet == "state_media":
        return "state_media"
    if outlet:
        return "news_agency"
    if name in chain.media:
        return "news_agency"
    if _KIN.search(name):
        return "person"
    if name.lower() in words("broad_places"):
        return "official"
    if _ANONYMOUS.match(name):
        return "anonymous"
    if _DOCUMENT.search(name):
        return "document"
    if _OFFICIAL.search(name):
        return "official"
    if _ORGANISATION.search(name):
        return "organisation"
    if name[:1].isupper():
        return "organisation"
    return "anonymous" if name.split()[-1].lower().rstrip("s") in words("human_nouns") else None
