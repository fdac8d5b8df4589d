"""Lines beside each other: what one of them says again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handlers.views.message import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

REPEATS = 0.5  # share of a line's words from which another line says it already
FIGURED = 0.75  # the same of a line with a figure that the other one lacks
STEM = 4  # letters by which two forms of a word are one: "killed", "killing"
LEAST = 3  # words that count below which a share means nothing
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_AMOUNT = re.compile(r"[$£€¥]\d|\b(?!(?:1[89]|20)\d\d\b)\d[\d,.]*")
_POINTING = re.compile(
    r"(?:he|she|they|it|his|her|their|its|this(?! (?:week|weekend|month|year|season)\b)|that|these|those|which|but|and|"
    r"so|such|then|there)\b",
    re.IGNORECASE,
)
_JOINING = re.compile(
    r"(?:(?:and|but|yet)|(?:however|still|meanwhile|moreover|further(?:more)?|nevertheless|in addition),) (?=\w)",
    re.IGNORECASE,
)
_MINOR = frozenset(
    "the a an of in on at to for and or but with by from as is was were are be been has have had it its that this "
    "which who he she they his her their not after before into over about when while said says say saying told "
    "according officials official who whom whose will would could may can also more than least most".split()
)


def repeats(line: str, told: Iterable[str], *, figures: bool = True) -> bool:
    """Whether one of the lines ``told`` says it already.

    That ``figures`` differ makes no other line, but they add something: "cut its forecast", "the forecast is 3.5%".
    """
    own, amounts = stems(line), _amounts(line) if figures else frozenset()
    if len(own) < LEAST:
        return False
    return any(
        len(own & stems(other)) >= (REPEATS if amounts <= _amounts(other) else FIGURED) * len(own) for other in told
    )


def dangles(line: str) -> bool:
    """Whether it begins with a word that points to a sentence before it; a "But" before all can go."""
    return _POINTING.match(unjoined(clean(line)).lstrip("…“”‘’'\" ")) is not None


def unjoined(line: str) -> str:
    """The line without the "But" that joins it to the sentence before it: "… the council voted against the plan."."""
    match = _JOINING.match(line)
    return f"… {line[match.end() :]}" if match else line


def share(one: str, other: str) -> bool:
    """Whether two lines speak of the same: two of their words at least are common."""
    return len(stems(one) & stems(other)) > 1


def mentions(line: str, name: str) -> bool:
    """Whether a line has a name, or a part of it that is written in capitals: the surname."""
    parts = (word for word in name.split() if word[:1].isupper() and word.casefold() not in _MINOR)
    return name.casefold() in line.casefold() or any(re.search(rf"\b{re.escape(part)}\b", line) for part in parts)


def _amounts(line: str) -> frozenset[str]:
    return frozenset(_AMOUNT.findall(clean(line)))


def stems(line: str) -> frozenset[str]:
    """The words that count, in small letters, each cut to its stem."""
    words = (re.sub(r"['’]s$", "", word) for word in _WORD.findall(clean(line).casefold()))
    return frozenset(word[:STEM] for word in words if word not in _MINOR)
