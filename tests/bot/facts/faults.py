"""What is wrong with a dossier: every promise about evidence, values and lists, held against one article's own text."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import combinations, permutations
from typing import TYPE_CHECKING, get_args

from bot.model import Certainty, Role, SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.model import Digest, Dossier, Evidence, Fact, Reading

ANSWERS = ("who", "what", "when", "where", "why", "how")
CAPS = {**dict.fromkeys(ANSWERS, 3), "key_facts": 5, "upcoming": 5, "sourcing": 8}
LISTS = (*ANSWERS, "key_facts", "figures", "upcoming")
NAMES = {"key_facts": "key", "figures": "figure"}  # lists that are called otherwise than their slot
REPEATED = 0.75  # share of a key fact's words that another one has, or the summary line: from there on it repeats it
_DATE = re.compile(r"(\d{4})(?:-W(\d\d)|-(\d\d)(?:-(\d\d))?)?")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MARKS = '“”„«»"'
_SMALL = frozenset(
    "the a an of in on at to for and or but with by from as is was were are be been had has have".split()
)


def faults_of(dossier: Dossier) -> list[str]:
    """One line a fault; none for an article whose digest keeps every promise."""
    return [fault for check in (_values, _lists, _key_facts) for fault in check(dossier.digest)] + [
        *_spans(dossier),
        *_verbatim(dossier),
    ]


def spans_of(digest: Digest) -> Iterator[tuple[str, str | None, Evidence]]:
    """Every piece of evidence: the list it is in, the item's words (None: only named by it), the evidence."""
    for name, fact in facts_of(digest):
        yield name, fact.words, fact.evidence
    yield from (("quotes", quote.words, quote.evidence) for quote in digest.quotes)
    yield from (("sourcing", None, source.evidence) for source in digest.sourcing)
    yield from (("countries", None, country.evidence) for country in digest.countries if country.evidence)


def facts_of(digest: Digest) -> Iterator[tuple[str, Fact]]:
    """Every fact with its list."""
    for name in LISTS:
        yield from ((name, fact) for fact in getattr(digest, name))


def misplaced(text: str, reading: Reading, evidence: Evidence) -> str | None:
    """Why a piece of evidence is not exact, or None: its words, its margins, and the sentences that it touches."""
    start, end = evidence.start, evidence.end
    if not 0 <= start < end <= len(text) or text[start:end] != evidence.words:
        return "its offsets are not its words"
    if evidence.words != evidence.words.strip():
        return "it has white space at its margins"
    touched = [span for span in reading.sentences if span.start < end and span.end > start]
    if not touched:
        return "it lies in no sentence"
    left, right = touched[0].start, touched[-1].end
    if not left <= start < end <= right:
        return "it sticks out of its sentences"
    if evidence.sentence != text[left:right]:
        return f"its sentence is not {text[left:right]!r}"
    return None


def _spans(dossier: Dossier) -> Iterator[str]:
    article = dossier.article
    for name, words, evidence in spans_of(dossier.digest):
        if fault := misplaced(article.text, dossier.reading, evidence):
            yield f"{name} {evidence}: {fault}"
        if words is not None and words != evidence.words:
            yield f"{name} {words!r}: its evidence is {evidence.words!r}"
        foreign = (span for span in article.foreign if span[0] >= article.body_start)
        if any(left < evidence.end and evidence.start < right for left, right in foreign):
            yield f"{name} {evidence.words!r}: not of this story"
        if name in {"key_facts", "upcoming"} and evidence.words != evidence.sentence:
            yield f"{name} {evidence.words!r}: no whole sentence"
        if name == "quotes" and (
            not evidence.words.strip(_MARKS) or evidence.words[0] + evidence.words[-1] in {'""', "“”"}
        ):
            yield f"quotes {evidence.words!r}: with its marks"


def _values(digest: Digest) -> Iterator[str]:
    for name, fact in facts_of(digest):
        if fact.slot != NAMES.get(name, name) or fact.certainty not in get_args(Certainty):
            yield f"{name} {fact}: of another list"
        if fact.certainty == "stated" and fact.attribution is not None:
            yield f"{name} {fact.words!r}: stated by {fact.attribution!r}"
        if fact.date is not None and not is_date(fact.date):
            yield f"{name} {fact.words!r}: {fact.date!r} is no date"
    for source in digest.sourcing:
        if source.kind not in get_args(SourceKind):
            yield f"sourcing {source}"
    for country in digest.countries:
        if country.role not in get_args(Role) or not 0 <= country.salience <= 1 or len(country.code) != len("XX"):
            yield f"countries {country}"


def _verbatim(dossier: Dossier) -> Iterator[str]:
    digest, text = dossier.digest, dossier.article.text
    for name, told in _names(digest):
        if not told.strip() or told not in text:
            yield f"{name} {told!r}: no words of the text"
    if not digest.headline or digest.headline not in (dossier.article.title or text):
        yield f"headline {digest.headline!r}"


def _names(digest: Digest) -> Iterator[tuple[str, str]]:
    """Whoever is named beside an item, and in which list: verbatim too."""
    told = [(name, who) for name, fact in facts_of(digest) for who in (fact.attribution, fact.role)]
    told += [("quotes", who) for quote in digest.quotes for who in (quote.speaker, quote.via)]
    told += [("sourcing", source.name) for source in digest.sourcing]
    return ((name, who) for name, who in told if who is not None)


def _lists(digest: Digest) -> Iterator[str]:
    for name, cap in CAPS.items():
        if len(getattr(digest, name)) > cap:
            yield f"{name}: {len(getattr(digest, name))} of them"
    for name in LISTS:
        yield from _twice(name, (" ".join(plain(fact.words)) or fact.words for fact in getattr(digest, name)))
        yield from _nested(name, getattr(digest, name))
    yield from _twice("when", (fact.date or fact.words for fact in digest.when))
    yield from _twice("quotes", (" ".join(plain(quote.words)) for quote in digest.quotes))
    yield from _twice("sourcing", (source.name.lower() for source in digest.sourcing))
    yield from _twice("countries", (country.code for country in digest.countries))
    if [country.salience for country in digest.countries] != sorted(
        (c.salience for c in digest.countries), reverse=True
    ):
        yield "countries: not the most salient first"


def _twice(name: str, values: Iterable[str]) -> Iterator[str]:
    for value, count in Counter(values).items():
        if count > 1:
            yield f"{name}: {value!r} {count} times"


def _nested(name: str, facts: tuple[Fact, ...]) -> Iterator[str]:
    """Words within other words of the same list, at the same place."""
    for one, other in permutations((fact.evidence for fact in facts), 2):
        if other.start <= one.start and one.end <= other.end:
            yield f"{name}: {one.words!r} within {other.words!r}"


def _key_facts(digest: Digest) -> Iterator[str]:
    for one, other in combinations((fact.words for fact in digest.key_facts), 2):
        if max(share(one, other), share(other, one)) >= REPEATED:
            yield f"key_facts {other!r} repeats {one!r}"
    for fact in digest.key_facts:
        if share(fact.words, digest.headline) >= REPEATED:
            yield f"key_facts {fact.words!r} repeats {digest.headline!r}"
    for fact in digest.key_facts:
        if fact.words.endswith("?") or not fact.words[0].isalnum():
            yield f"key_facts {fact.words!r}: no statement"


def share(words: str, told: str) -> float:
    """How much of a sentence another one tells: the share of its words that count."""
    mine, others = (frozenset(plain(text)) - _SMALL for text in (words, told))
    return len(mine & others) / (len(mine) or 1)


def plain(text: str) -> list[str]:
    """Words in small letters."""
    return _WORD.findall(text.lower())


def is_date(text: str) -> bool:
    """Whether it is a year, a month, a week or a day of the calendar, in the form of the contract."""
    form = _DATE.fullmatch(text)
    if form is None:
        return False
    year, week, month, day = form.groups()
    try:
        if week:
            date.fromisocalendar(int(year), int(week), 1)
        else:
            date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True
