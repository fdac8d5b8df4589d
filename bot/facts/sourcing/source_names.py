"""The name under which a source is listed: in full, without what stands around it, or none at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts.grammar.grammar import FINITE
from bot.facts.grammar.names import CROWNED, is_given
from bot.facts.text.lexicon import table, words

if TYPE_CHECKING:
    from bot.facts.people.coreference import Coreference
    from bot.facts.people.people import Person
    from bot.facts.text.page import Page

MANY = 200  # people who are looked through for a surname: keeps it linear
NAMED = 2  # words of a full name
LONGEST = 14  # words of a name
_WORD = re.compile(r"\S+")
_STRAY = re.compile(r"[\[\]]")
_EDGE = re.compile(r"^[\s\"“”'‘’«»,;:.!?—–-]+|[\s\"“”‘«»,;:—–-]+$")
_BROKEN = re.compile(r"^.*[\w.!?][\"”'’] (?=[A-Z])")  # a mark of which the name has only one half
_BASED = re.compile(r"^[A-Z][\w.]*-based\s+")
_AGAINST = re.compile(r"^(?:anti|pro|non|ex)-\w+$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+(?=\S)", re.IGNORECASE)
_TIES = frozenset({"of", "from", "by", "with", "and", "for", "to", "at", "in", "'s", "’s"})
# Nouns that say nothing alone.
_BARE = frozenset(
    "people person man woman girl boy men women statement tweet tweets post email e-mail message data figures company "
    "firm campaign team group one others many some all production user users fan "
    "family".split()
)


def full_name(page: Page, chain: Coreference, name: str, token: int) -> tuple[str | None, Person | None]:
    """The name of a source and who bears it, given a mention's words and its head word; no name when it is none."""
    name = _trimmed(_cut(page, name, token))
    person = chain.people.by_token.get(token) or chain.people.named(name)
    if person or (person := _bearer(chain, name)):
        return _of_person(chain, person)
    bare = _ARTICLE.sub("", name).lower()
    if bare in _BARE or not name[1:] or len(name.split()) > LONGEST or _AGAINST.match(name):
        return None, None
    return _with_article(page, name, token), None


def _is_spare(whole: str, said: list[tuple[int, int]]) -> bool:
    """Whether a name's first word is a role, or its last one shouted: "CHER Singer Cher"."""
    first, last = whole[slice(*said[0])], whole[slice(*said[-1])]
    return _is_title(first) or first.lower() == last.lower()


def _with_article(page: Page, name: str, token: int) -> str:
    """The name with its article where that is part of it, a capital in mid-sentence: "The Sun"."""
    sentence = page.sentence_of(token)
    left = page.text.find(f" The {name}", sentence.left, sentence.right)
    return f"The {name}" if left >= 0 and name[:1].isupper() else name


def _cut(page: Page, name: str, token: int) -> str:
    """The name up to a verb that the parse took into it: "Acme's Star beat rival bidders"."""
    sentence = page.sentence_of(token)
    left = page.text.find(name, sentence.left, sentence.right)
    if left < 0:
        return name
    first, last = page.tokens(left, left + len(name))
    verb = next((index for index in range(first + 1, last) if page.token[index].tag_ in FINITE), None)
    return name if verb is None else page.text[left : page.token[verb].idx]


def _trimmed(name: str) -> str:
    """The name without what stands around it; always a part of the text, never put together."""
    name = _STRAY.split(name)[-1] or name
    if sum(name.count(mark) for mark in '"“”') % 2 or _BROKEN.match(name):
        name = _BROKEN.sub("", name)
    name = _BASED.sub("", _EDGE.sub("", name))
    place, _, rest = name.partition(" ")
    if place.lower() in words("broad_places") and is_given(rest.split(" ")[0]):
        name = rest
    return _ARTICLE.sub("", name) if any(map(str.isupper, name)) else name


def _bearer(chain: Coreference, name: str) -> Person | None:
    """The only person whose name the words end with, or whose surname or given name they are."""
    said = [word for word in name.split() if word.lower() not in table("honorifics")]
    if not said or not said[-1][:1].isupper():
        return None
    people = [person for person in chain.people.all[:MANY] if len(person.name.split()) > 1 or len(said) > 1]
    alone = not set(name.lower().split()) & _TIES
    ends = [person for person in people if alone and name.endswith(f" {person.name}")]
    if (
        not ends
        and not any(map(str.islower, said))
        and (len(said) == 1 or len(said[:-1]) == sum(_is_title(word) for word in said[:-1]))
    ):
        ends = [person for person in people if said[-1] in {person.name.split()[-1], person.name.split()[0]}]
    return ends[0] if len({person.name for person in ends}) == 1 else None


def _is_title(word: str) -> bool:
    small = word.lower().rstrip(".")
    return small not in CROWNED and (small in words("human_nouns") or small in words("office_nouns"))


def _of_person(chain: Coreference, person: Person) -> tuple[str, Person]:
    """A person's name without the roles and shouted words that ran into it, in full where only one fits."""
    whole = next((part for part in reversed(_STRAY.split(person.name)) if part.strip()), person.name)
    said = [match.span() for match in _WORD.finditer(whole)]
    while len(said) > 1 and _is_spare(whole, said) and not whole[slice(*said[1])].islower():
        said = said[1:]
    while len(said) > NAMED and whole[slice(*said[-1])].lower() in words("human_nouns"):
        said = said[:-1]
    name = whole[said[0][0] : said[-1][1]]
    if len(said) > 1:
        return name, person
    longer = [each for each in chain.people.all[:MANY] if name in each.name.split() and each.name != person.name]
    return (longer[0].name, longer[0]) if len({each.name for each in longer}) == 1 else (name, person)
