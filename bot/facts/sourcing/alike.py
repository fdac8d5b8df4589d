"""Whether two names are one source's."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.facts.sourcing.source_kinds import is_person

NAMES = 1000  # names of which it is kept how they are compared: each is, with every other
OWNER = re.compile(r".{1,40}['’]s? (?=[A-Z])")  # "the North's Central News Agency": whose it is


def is_same(name: str, other: str) -> bool:
    """Whether one name is the other with fewer words, its acronym, or the same in somebody's possession.

    "spokesman" and "Nato spokesman", "KCNA", "the North's News Agency"; of a role its place doesn't count.
    """
    core = [_core(text) for text in (name, other)]
    if bool(OWNER.match(core[0])) != bool(OWNER.match(core[1])):
        core = [OWNER.sub("", text) for text in core]
    first, second = map(_name_words, core)
    shorter, longer = sorted(core, key=len)
    short = shorter.isupper() and shorter == "".join(re.findall(r"\b[A-Z]", longer.removeprefix("The ")))
    return short or bool(first and second and (first <= second or second <= first))


@lru_cache(NAMES)
def _core(name: str) -> str:
    return name.split(" in ", 1)[0] if is_person(name) else name


@lru_cache(NAMES)
def _name_words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.lower())) - {"the"}
