"""What names belong to which country: the data file, read once when first needed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

Case = Literal["acronym", "name", "word"]
LISTS = frozenset(
    {"given", "person", "title", "office", "before", "outlet", "house"}
)  # kinds that are word lists, not names of places
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
POSSESSIVE = re.compile(r"['’][sS]$")
LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "æ": "ae", "ı": "i", "đ": "d", "’": "'"})


class Owner(NamedTuple):
    """One country that a name can stand for.

    ``kind`` is the data file's word for how (name, demonym, seat, place, state, city, …); ``size`` is 0 to 5 for cities
    (under 15,000 people … over 3 million), else 0. ``case`` tells how the name must stand: an acronym in capitals, a
    name with a capital, a word in any case.
    """

    code: str
    kind: str
    size: int
    case: Case


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The data.

    ``owners`` is by key (see `key_of`); ``reach`` the largest number of words of names that begin with a word;
    ``lists`` the word lists; ``near`` the neighbours that speak for a country; ``names`` how countries are shown.
    """

    owners: dict[str, tuple[Owner, ...]]
    reach: dict[str, int]
    lists: dict[str, frozenset[str]]
    near: dict[str, frozenset[str]]
    names: dict[str, str]

    def has(self, word_list: str, key: str) -> bool:
        """Whether a word stands in one of the lists: given names, titles, places that are given names too."""
        return key in self.lists[word_list]


def fold(word: str) -> str:
    """A word as it is compared: small letters, no accents, straight apostrophes."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.translate(LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()


def key_of(name: str) -> str:
    """The words of a name, folded, as a text's are compared: without a possessive ending, but with one inside."""
    if name.isalpha() and name.isascii():
        return name.lower()
    return POSSESSIVE.sub("", " ".join(fold(word) for word in WORD.findall(name)))


@cache
def load() -> Gazetteer:
    """The gazetteer of this process. Reading it takes about a tenth of a second."""
    owners: dict[str, tuple[Owner, ...]] = {}
    lists: dict[str, set[str]] = {kind: set() for kind in LISTS}
    near: dict[str, frozenset[str]] = {}
    shown: dict[str, str] = {}
    for kind, code, joined in table("gazetteer.tsv"):
        names = joined.split("|")
        if kind == "near":
            near[code] = frozenset(names)
        elif kind == "show":
            shown[code] = names[0]
        elif kind in LISTS:
            lists[kind].update(key_of(name).replace("'s ", " ") for name in names)
        else:
            add(owners, kind, code, names)
    return Gazetteer(owners, reaches(owners), {kind: frozenset(words) for kind, words in lists.items()}, near, shown)


def table(file: str) -> Iterator[list[str]]:
    """The columns of each line of a data file of this room; names in a column are separated by "|"."""
    for line in files("bot.topics").joinpath(file).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def add(owners: dict[str, tuple[Owner, ...]], kind: str, code: str, names: list[str]) -> None:
    """Enter names; one `Owner` value serves all that are alike."""
    size = int(kind[-1]) if kind.startswith("city") else 0
    plain = kind.rstrip("012345")
    alike: dict[Case, Owner] = {case: Owner(code, plain, size, case) for case in ("acronym", "name", "word")}
    for name in names:
        key = key_of(name)
        mine = (alike[case_of(name)],)
        known = owners.get(key)
        owners[key] = known + mine if known and mine[0] not in known else mine


def case_of(name: str) -> Case:
    """How a name must stand in a text, from how the data file writes it."""
    if name.isupper() and len(name) > 1:
        return "acronym"
    return "word" if name.islower() else "name"


def reaches(owners: dict[str, tuple[Owner, ...]]) -> dict[str, int]:
    """For each first word of names of several words, the largest number of words."""
    found: dict[str, int] = {}
    for key in owners:
        first, space, rest = key.partition(" ")
        if space:
            first = first.removesuffix("'s")
            found[first] = max(found.get(first, 1), rest.count(" ") + 2)
    return found
