"""The kind of a source, by its name and the role of the person who bears it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts.grammar.names import is_given
from bot.facts.people import offices
from bot.facts.text import outlets
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from bot.facts.people.coreference import Coreference
    from bot.facts.people.people import Person
    from bot.facts.people.roles import Roles
    from bot.model import SourceKind

# A spokesman is as official as whom he speaks for.
_SPOKES = re.compile(r"\bspokes\w+", re.IGNORECASE)
_WORD = re.compile(r"[\w’'-]+")
_BEHIND = re.compile(r"\s(?:of|in|on|at|from|for|with|who|near|close to|familiar)\s")
_VAGUE = frozenset(
    "a an one some several many most two three four other another unnamed anonymous local senior us western".split()
)
# Bodies that are no source without their name.
_GENERIC = frozenset(
    "company agency firm group department team club bank commission office bureau council organisation organization "
    "institute charity".split()
)
_BUSINESS = frozenset({"company", "firm", "team", "campaign", "corp", "party"})
_REPORTERS = frozenset("correspondent reporter journalist interviewer presenter columnist".split())
# Who is called by what he does: "Acme's rep", "Weibo commenters"; a maker and a chamber are bodies.
_DOER = re.compile(r"(?:er|or|ist|ian|man|woman|rep|fan)s?$")
_MAKER = re.compile(
    r"\b(?:news)?(?:paper|center|chamber|carrier|retailer|maker|manufacturer|publisher|broadcaster|provider|insurer)s?$"
)
_OWNED = re.compile(r"['’]s?\s")
_KINDS: tuple[tuple[str, SourceKind], ...] = (
    ("kin_nouns", "person"),
    ("official_words", "official"),
    ("body_nouns", "organisation"),
    ("human_nouns", "anonymous"),
)


def kind_of(chain: Coreference, roles: Roles, name: str, person: Person | None) -> SourceKind | None:
    """The kind of a source, given who bears its name, if anybody does; None when the name is none."""
    if person:
        shared = offices.is_shared(roles.of(person) or "")
        return "official" if shared or offices.is_official(chain.mentions.page, person) else "person"
    outlet = outlets.kind_of(name)
    if (outlet or name in chain.media) and not is_person(name):
        kinds = chain.media.get(name), outlet
        return "state_media" if "state_media" in kinds else kinds[0] or outlet
    if _last(name) in _REPORTERS and any(outlets.kind_of(word) for word in name.split()):
        return "news_agency"
    if _last(name) in {"official", "officials"} and not _is_public(chain, name):
        return "organisation"
    return "official" if name.lower() in words("broad_places") else _by_words(name)


def _by_words(name: str) -> SourceKind | None:
    """The kind that the words of a name tell."""
    last, named = _last(name), any(map(str.isupper, name))
    if _is_nameless(name):
        return "anonymous"
    if last in words("document_nouns"):
        return "document"
    if _SPOKES.search(name):
        return _spoken_for(_SPOKES.sub("", name))
    if offices.is_body(name):
        return "official"
    return _of_body(name, last, named=named)


def _of_body(name: str, last: str, *, named: bool) -> SourceKind | None:
    """The kind of a name with a capital, or of people or a body without one."""
    if named and last in words("private_bodies"):
        return "organisation"
    kind = next((kind for lexicon, kind in _KINDS if _holds(name, lexicon)), None)
    if kind == "anonymous" and named and not is_person(name):
        kind = None
    alone = last in _GENERIC and len(_words(name)) == 1 and not name.isupper()
    nameless = kind == "organisation" and not named and (last in _BUSINESS or last not in words("body_nouns"))
    return None if alone or nameless else kind or _by_shape(name)


def _is_public(chain: Coreference, name: str) -> bool:
    """Whether the officials of a name aren't those of a company: "local officials", "Afghan officials"."""
    giver = [word for word in _WORD.findall(name)[:-1] if word[:1].isupper()]
    if not giver or offices.is_body(name) or giver[0].lower() in _VAGUE or _holds(" ".join(giver), "official_words"):
        return True
    kinds = {entity.label_ for entity in chain.mentions.page.doc.ents if giver[-1] in entity.text}
    return "ORG" not in kinds or bool(kinds & {"GPE", "NORP"})


def _by_shape(name: str) -> SourceKind | None:
    """The kind of a name of which no word tells: a handle or a given name is a person's."""
    if is_person(name):
        return "anonymous"
    if name[:1].isupper() and name.rsplit(maxsplit=1)[-1].islower() and _DOER.search(name) and not _MAKER.search(name):
        return "person" if _OWNED.search(name) else "anonymous"
    given = name.split(" ", 1)[0]
    if "_" in name or name.startswith("@") or (is_given(given) and given != name):
        return "person"
    return "organisation" if name[:1].isupper() else None


def is_person(name: str) -> bool:
    """Whether the last word is that of a person or of people without a name: "Acme executives", "a BBC interviewer"."""
    last = _last(name)
    head = re.search(rf"\b{re.escape(last)}\b", name) if last else None
    if head is None:  # written with a capital: "Argus Leader"
        return False
    lemma = next(
        (last.removesuffix(end) for end in ("s", "es") if last.removesuffix(end) in words("human_nouns")), last
    )
    return lemma in words("human_nouns") or last in words("anonymous_nouns")


def _spoken_for(name: str) -> SourceKind:
    """The kind of a nameless spokesman: that of whom he speaks for."""
    if _holds(name, "official_words"):
        return "official"
    return "organisation" if any(map(str.isupper, name)) or _holds(name, "body_nouns") else "anonymous"


def _holds(name: str, lexicon: str) -> bool:
    return any(word in words(lexicon) for word in _words(name))


def _words(name: str) -> list[str]:
    return [re.sub(r"['’]s$|['’]$", "", word) for word in _WORD.findall(name.lower())]


def _last(name: str) -> str:
    """The head of a name: its last word, before any "of …", "in …", "who …"."""
    return next(reversed(_words(_BEHIND.split(name, maxsplit=1)[0])), "")


def _is_nameless(name: str) -> bool:
    """Whether the first word that says something means anybody: "analysts", "a senior official", "one man"."""
    first = next((word for word in _words(name) if word not in _VAGUE), "")
    source = name.islower() and _last(name) in words("anonymous_nouns") and not _holds(name, "official_words")
    return source or first in words("anonymous_nouns")
