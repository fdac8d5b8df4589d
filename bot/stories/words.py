"""Words of a text as stories compare them: small letters without accents, stems, kinds of events, names, numbers."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from pathlib import Path
from unicodedata import combining, normalize

SHORT = 3  # letters of a word that may be rare
COUNTED = 12  # up to here numbers stand in every text
STEM = 6  # letters: enough to tell words apart, few enough to join "Mozambique" and "Mozambican"
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.,])\d+(?:\.\d+)?")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}"
_DATE = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_MONTH})\b"
    rf"|\b(?P<first>{_MONTH})\.? (?P<second>\d{{1,2}})\b(?![.,]\d)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_OPENS = re.compile(r"(?:^|[.!?:;\n“\"‘(–—-])[\s”\"'’)]*$")
_ENDINGS = ("ings", "ing", "ies", "ied", "es", "ed", "s")
SMALL = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SPELLED = re.compile(
    rf"\b(?P<tens>{'|'.join(TENS)})(?:[- ](?P<small>{'|'.join(list(SMALL)[1:10])}))?\b|\b(?P<alone>{'|'.join(SMALL)})\b"
)


def table(name: str) -> list[list[str]]:
    """The lines of a data file of this room, as words."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if not line.startswith("#")]


MINOR = frozenset(word for line in table("minor.txt") for word in line)
COMMON = frozenset(word for line in table("common.txt") for word in line)
CITIES = frozenset(word for line in table("cities.txt") for word in line)
PARTS = frozenset(word for line in table("parts.txt") for word in line)
TURNS = {word: line[0] for line in table("turns.txt") for word in line}
KINDS = {word: line[0] for line in table("kinds.txt") for word in line} | TURNS


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """A word in small letters, without accents and possessive."""
    plain = "".join(letter for letter in normalize("NFKD", word.lower()) if not combining(letter))
    return plain.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A folded word without its ending, at most six letters."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM // 2:
            return word[: -len(ending)][:STEM]
    return word.removesuffix("e")[:STEM]


def tokens(text: str) -> list[str]:
    """All words of a text, folded, in order."""
    return [folded(word) for word in _TOKEN.findall(text)]


def matter(text: str) -> frozenset[str]:
    """What a text is made of: stems of all words but the minor ones; words of one kind of event are one."""
    return frozenset(KINDS.get(word) or stem(word) for word in tokens(text) if word not in MINOR)


def kinds(text: str) -> list[str]:
    """The kinds of events that a text names, in order, each once."""
    return list(dict.fromkeys(KINDS[word] for word in tokens(text) if word in KINDS))


def rare(text: str) -> frozenset[str]:
    """Stems of the words that few texts have."""
    return frozenset(stem(word) for word in tokens(text) if len(word) >= SHORT and _telling(word))


def names(text: str, surely: frozenset[str] = frozenset()) -> Counter[str]:
    """Words with a capital in the midst of a sentence, or before one ("Julian Harcroft"), folded, and their counts.

    A word that only opens sentences is none, unless ``surely`` has it.
    """
    inside: set[str] = set(surely)
    seen: Counter[str] = Counter()
    opener, reached = "", -1
    for found in _TOKEN.finditer(text):
        if not found[0][0].isupper():
            continue
        plain = folded(found[0])
        seen[plain] += 1
        if _OPENS.search(text, max(0, found.start() - 6), found.start()):
            opener, reached = plain, found.end() + 1
        else:
            inside |= {plain, opener} if found.start() == reached else {plain}
    return Counter(
        {word: count for word, count in seen.items() if word in inside and word not in PARTS and _telling(word)}
    )


def _telling(word: str) -> bool:
    return len(word) > 1 and not any(word in table for table in (MINOR, COMMON, CITIES, KINDS, SMALL, TENS))


def numbers(text: str) -> frozenset[str]:
    """The numbers of a text, in digits or spelled out: "4000", "2.5", "23" for "twenty-three"; no years, no dates."""
    return digits(text) | {str(_value(found)) for found in _SPELLED.finditer(text.lower())}


def digits(text: str) -> frozenset[str]:
    """The numbers that a text has in digits, as it gives figures; no years, no days of a month."""
    return frozenset(
        found[0].replace(",", "") for found in _NUMBER.finditer(_DATE.sub(" ", text)) if not _YEAR.fullmatch(found[0])
    )


def dates(text: str) -> frozenset[str]:
    """The days of a month that a text names: "mar 4" for "4 March" and "Mar. 4"."""
    return frozenset(
        f"{(found['month'] or found['first'])[:3].lower()} {int(found['day'] or found['second'])}"
        for found in _DATE.finditer(text)
    )


def telling(found: frozenset[str]) -> frozenset[str]:
    """Those numbers of which a text does not have just any."""
    return frozenset(number for number in found if float(number) > COUNTED)


def _value(found: re.Match[str]) -> int:
    return TENS.get(found["tens"] or "", 0) + SMALL.get(found["small"] or found["alone"] or "", 0)
