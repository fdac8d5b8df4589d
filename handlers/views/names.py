"""Whose names are shown, of persons, speakers and sources: nobody twice, and nobody who is nobody to a reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from handlers.views.message import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.model import Fact, Source

T = TypeVar("T")

LONGEST = 120  # characters of a name; what is longer is none
NEWS_AGENCIES = frozenset(
    "aap|afp|agence france-presse|ani|ansa|antara|anp|ap|apa|associated press|australian associated press|belga|"
    "bernama|bloomberg|bloomberg news|bns|canadian press|deutsche presse-agentur|dow jones newswires|dpa|efe|"
    "europa press|ians|interfax|jiji|jiji press|kyodo|kyodo news|lusa|ntb|pa|pa media|press association|"
    "press trust of india|pti|reuters|ritzau|tt|united news of india|united press international|upi|yonhap".split("|")
)
"""Agencies that other outlets take their news from, in small letters without an article."""

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
# An address, "44 percent of Americans", "his family".
_NOT_NAMED = re.compile(r"@|one of\b|\d|.*\bper ?cent\b|(?:my|your|his|her|its|our|their|whose)\b", re.IGNORECASE)
# Counts, and nouns that say only that there was somebody: "At least two people", "man", "company".
_SOMEBODY = frozenset(
    "a an the this that these those one two three four five six seven eight nine ten dozens hundreds thousands several "
    "some many most few all other others another more less than at least about around over nearly up to and or last "
    "people person persons man men woman women boy boys girl girls child children adult adults teenager teenagers "
    "someone somebody anyone everyone everybody nobody victim victims user users fan fans reader readers viewer "
    "viewers source sources report reports reporter reporters media outlet outlets critic critics company companies "
    "firm firms organisation organization group groups team teams club family relative relatives friend friends "
    "resident local locals statement statements document documents tweet tweets post posts letter letters email emails "
    "memo message paper study spokesman spokeswoman spokesperson spokespeople spokesmen official judge "
    "maker makers owner speaker officer driver witness worker employee customer student teacher parent mother father "
    "brother sister son daughter uncle aunt neighbour neighbor".split()
)
# Of a body that goes without its name: "company spokeswoman".
_NAMELESS_BODY = re.compile(
    r"(?:the |a )?(?:company|firm|ministry|agency|club|group|team|family|charity|school|airline|store)(?:['’]s)? "
    r"(?:spokes\w+|official|representative|statement|source|member|executive|boss|chief)s?|"
    r"(?:the )?(?:city|town|village|county|country|state|province|region|government|nation)['’]s .+",
)


# Bodies that go without their name: "production company".
_BODIES = frozenset("company firm agency group club team organisation organization charity airline".split())
# Where somebody works, without its name; and whom others have.
_NOWHERE = re.compile(
    r",? (?:at|of|for|with|in) (?:the|a|an|its|their|his|her) (?:[a-z-]+ ){0,2}(?:company|firm|group|giant|agency|club|"
    r"team|organi[sz]ation|charity|airline|retailer|studio|startup|start-up|network|chain|bank|business)\Z"
)
_SOMEBODYS = frozenset(
    "rival opponent counterpart predecessor successor partner boss aide ally deputy colleague friend "
    "neighbour neighbor husband wife widow father mother brother sister son daughter uncle aunt cousin "
    "boyfriend girlfriend".split()
)


_LINK = re.compile(r" (?:of|in|at|for|from|and|with) ")  # what stands before it isn't part of the name
_LIST = re.compile(r"[A-Z]\w+ [A-Z]\w+\b.* and .*[A-Z]\w+ [A-Z]")
_TITLES = frozenset(
    "the mr mrs ms miss dr sir dame lord lady president vice chancellor premier prime minister ambassador secretary "
    "governor gov senator sen representative rep congressman congresswoman mayor general gen colonel col lieutenant lt "
    "captain capt sergeant sgt judge justice professor prof king queen prince princess pope chief former".split()
)


def telling(name: str | None) -> bool:
    """Whether a name tells a reader who it is; a bare noun, "his family" and "@name" don't."""
    words = clean(name)
    if not 0 < len(words) <= LONGEST or _NOT_NAMED.match(words) or _NAMELESS_BODY.fullmatch(words.casefold()):
        return False
    nameless = words.islower() and any(word in _BODIES for word in _tokens(words))
    return not nameless and not all(word in _SOMEBODY or word.isdigit() for word in _tokens(words))


def role_of(words: str | None) -> str:
    """A role as far as it says something by itself: a "rival" is somebody's, "at the company" doesn't say at which."""
    told = _NOWHERE.sub("", clean(words))
    return "" if told.casefold() in _SOMEBODYS else told


def full(name: str | None) -> bool:
    """Whether it is a name in full: two words in capitals at least."""
    return sum(word[:1].isupper() for word in clean(name).split()) > 1


def people(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Those who tell a reader who they are, each once, best first: "Taliban insurgents" are the Taliban again."""
    kept: dict[str, Fact] = {}
    found = [fact for fact in facts if telling(fact.words)]
    for fact in found:
        name = clean(fact.words)
        again = next((other for other in kept if same(name, other) or within(name, other) or within(other, name)), None)
        if _described(name, found) or (again and not _extends(name, again)):
            continue
        kept = _put(kept, name, fact, again)
    return tuple(kept.values())


def sources(found: Iterable[Source], site: str | None) -> tuple[Source, ...]:
    """The same of sources; the outlet that published the article (``site``) is none of its own."""
    kept: dict[str, Source] = {}
    for source in found:
        name, outlet = clean(source.name), source.kind in {"news_agency", "state_media"}
        if len(name) > LONGEST:
            continue
        again = next((other for other in kept if same(name, other)), None)
        if not (telling(name) or (outlet and name)) or own(name, site) or (again and not _extends(name, again)):
            continue
        kept = _put(kept, name, source, again)
    return tuple(kept.values())


def own(name: str | None, site: str | None) -> bool:
    """Whether a name is that of the publishing outlet, or how it begins: "BBC" of BBC News."""
    words, outlet = _tokens(name), _tokens(re.sub(r"\.(?:com|org|net|co\.\w\w|\w\w)$", "", clean(site).casefold()))
    return bool(words) and outlet[: len(words)] == words


def same(one: str, other: str) -> bool:
    """Whether two names are one: one name is the other's end ("Volker" of Kurt Volker) or its initials."""
    words = sorted((_untitled(one), _untitled(other)), key=len)
    if words[0] and words[1][-len(words[0]) :] == words[0]:
        return True
    return _initials(one) == other.replace(".", "") or _initials(other) == one.replace(".", "")


def within(one: str, other: str) -> bool:
    """Whether all words of one name are words of the other."""
    words = frozenset(_untitled(one))
    return bool(words) and words <= frozenset(_untitled(other))


def _put(kept: dict[str, T], name: str, item: T, again: str | None) -> dict[str, T]:
    """All that is kept, and one more: a longer name takes the place of the shorter one, else it comes last."""
    known = {(name if other == again else other): (item if other == again else kept[other]) for other in kept}
    known.setdefault(name, item)
    return known


def _described(name: str, people: list[Fact]) -> bool:
    """Whether somebody else's role says this ("son of the mayor"), or a list of names ("the victims")."""
    others = [fact for fact in people if clean(fact.words) != name]
    return any(within(name, clean(fact.role)) for fact in others) or (
        _tokens(name)[-1] in _SOMEBODY and any(_LIST.search(clean(fact.words)) for fact in others)
    )


def _extends(name: str, other: str) -> bool:
    """Whether a name is another one with more before it: Kurt Volker for "Volker"."""
    words, fewer = _untitled(name), _untitled(other)
    return len(words) > len(fewer) > 0 and words[-len(fewer) :] == fewer and not _LINK.search(name)


def _initials(name: str) -> str:
    letters = [word[0] for word in name.split() if word[:1].isupper()]
    return "".join(letters) if len(letters) > 1 else ""


def _untitled(name: str) -> tuple[str, ...]:
    return tuple(word for word in _tokens(name) if word not in _TITLES)


def _tokens(name: str | None) -> tuple[str, ...]:
    """The words of a name in small letters, without article, possessive and full stops."""
    found = (re.sub(r"['’]s$", "", word).replace(".", "") for word in _WORD.findall(clean(name).casefold()))
    return tuple(word for word in found if word != "the")
