"""Who wrote it, and who published it: names without job titles, outlets and addresses. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

MOST_AUTHORS = 12
_MOST_WORDS, _MOST_CHARACTERS = 5, 50
_LONGEST = 400  # characters of a byline
_OUTLET_LETTERS = 5  # a word of the outlet's name that a person's rarely has too
_BY = re.compile(
    r"\A(?:(?:written|posted|reported|reporting|published|story|words|text|analysis)\s+)?by[:\s]+", re.IGNORECASE
)
_ADDRESS = re.compile(r"\S*@\S+")
_SPLIT = re.compile(
    r"\s*(?:[;|/•·]|(?<=[a-z]{4})\.\s+(?=[A-Z])|,\s*(?!(?i:jr|sr|ph\.?d|m\.?d|ii+|iv)\b)|\s+(?i:and|&|with)\s+)\s*"
)
_TAIL = re.compile(
    r"\s*(?:\(.*|[-–—]\s.*|\b(?:for|at|of|in|from|on)\b\s.*|@.*|(?i:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d.*)|\d.*)\Z"
)
_NO_PERSON = re.compile(
    r"\b(?:editors?|editorial|reporters?|correspondents?|writers?|staff|contributors?|contributing|newsroom"
    r"|desk|team|news|agency|agencies|media"
    r"|magazine|admin|administrator|journalists?|columnist|producer|photographer|analyst|reuters|afp|ap|upi"
    r"|dpa|bloomberg|xinhua|associated|wires?"
    r"|bureau|services?|guest|user|author|authors|unknown|anonymous|online|web|website|inc|llc|ltd|university"
    r"|institute|department|ministry"
    r"|newspaper|tv|radio|network|group|company|corporation|press release|follow|twitter|facebook|https?|www"
    r"|com|updated|published|min read"
    r"|senior|chief|deputy|director|manager|professor|fellow|view|all|posts|more|about|the)\b|[@<>{}=\\_#:]|\d",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][\w.’'-]*(?:\s+[\w.’'-]+)*\Z")


def people(candidates: Iterable[str], site: str | None) -> tuple[str, ...]:
    """The persons among some bylines, each once, in their order."""
    found: dict[str, str] = {}
    outlet = {word for word in re.findall(r"\w+", (site or "").casefold()) if len(word) >= _OUTLET_LETTERS}
    for candidate in candidates:
        for part in _parts(candidate):
            name = _TAIL.sub("", _BY.sub("", part.strip())).strip(" .,’'-")
            if is_person(name) and not _is_outlet(name, outlet):
                found.setdefault(_key(name), name.title() if name.isupper() and " " in name else name)
    return tuple(found.values())[:MOST_AUTHORS]


def _parts(byline: str) -> list[str]:
    """The parts of a byline, each a name if any; where a date follows names, what stands behind it is none."""
    text = _BY.sub("", _ADDRESS.sub(";", byline.strip()[:_LONGEST]))
    before = _SPLIT.split(re.split(r"\d", text, maxsplit=1)[0])
    return before if any(is_person(_TAIL.sub("", part.strip())) for part in before) else _SPLIT.split(text)


def _is_outlet(name: str, outlet: set[str]) -> bool:
    """Whether a word of a name is one of the outlet's, or begins a domain that is written together."""
    words = [word for word in re.findall(r"\w+", name.casefold()) if len(word) >= _OUTLET_LETTERS]
    return any(
        own == word or (len(word) > _OUTLET_LETTERS and own.startswith(word)) for word in words for own in outlet
    )


def is_person(name: str) -> bool:
    """Whether words may be a person's name: a few of them, with capitals, and no job, agency or address."""
    words = name.split()
    if not 0 < len(words) <= _MOST_WORDS or len(name) > _MOST_CHARACTERS or _NO_PERSON.search(name):
        return False
    if name.isascii() and len(words) == 1:
        return False  # a login, an agency or an outlet, far more often than a person
    return bool(_NAME.match(name)) and (words[0][0].isupper() or not name.isascii())


def _key(name: str) -> str:
    return re.sub(r"\W", "", name.casefold())
