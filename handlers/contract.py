"""The newsroom's values as the JSON objects that the design promises: exactly those keys, in that order (pure).

`handlers/schema/output.schema.json` says the same for machines. Offsets count Unicode code points.
"""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot import model
    from bot.errors import Refusal

Json = dict[str, object]
_DIGITS = 6  # of a probability: more would be noise
_EXACT = 2**53  # up to here a whole number is the same number in every reader of JSON
# Legal in JSON, but not on every line or terminal: controls, line separators, bidi controls, lone surrogates.
_UNFIT = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def line(item: Json, indent: int | None = None) -> str:
    """An object as JSON: one line (unless indented), always encodable as UTF-8, and harmless on a terminal."""
    text = json.dumps(item, ensure_ascii=False, allow_nan=False, indent=indent)
    return _UNFIT.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def article(value: model.Article) -> Json:
    """What was read."""
    return {
        "url": value.url,
        "canonical_url": value.canonical_url,
        "site": value.site,
        "title": value.title,
        "authors": list(value.authors),
        "published": value.published,
        "language": value.language,
        "text": value.text,
        "receipt": {"kind": value.receipt.kind, "words": value.receipt.words},
    }


def digest(value: model.Digest) -> Json:
    """What was found in it; every list the best first."""
    return {
        "version": value.version,
        "headline": value.headline,
        "who": [{**_fact(fact), "role": fact.role} for fact in value.who],
        "what": _facts(value.what),
        "when": [{**_fact(fact), "date": fact.date} for fact in value.when],
        "where": [{**_fact(fact), "country": fact.country} for fact in value.where],
        "why": _facts(value.why),
        "how": _facts(value.how),
        "key_facts": _facts(value.key_facts),
        "figures": [{**_fact(fact), "value": _number(fact.value), "unit": fact.unit} for fact in value.figures],
        "upcoming": [{**_fact(fact), "date": fact.date} for fact in value.upcoming],
        "quotes": [_quote(quote) for quote in value.quotes],
        "countries": countries(value.countries),
        "sourcing": [_source(source) for source in value.sourcing],
    }


def countries(values: Iterable[model.Country]) -> list[Json]:
    """The countries, most salient first."""
    return [
        {
            "code": value.code,
            "name": value.name,
            "role": value.role,
            "salience": round(value.salience, _DIGITS),
            "about": value.about,
            "evidence": _evidence(value.evidence) if value.evidence else None,
        }
        for value in values
    ]


def answer(value: model.Answer) -> Json:
    """What the article says to a question."""
    return {
        "answerable": value.answerable,
        "words": value.words,
        "verdict": value.verdict,
        "items": [{"words": item.words, "evidence": _evidence(item.evidence)} for item in value.items],
        "confidence": round(value.confidence, _DIGITS),
        "evidence": [{**_evidence(evidence), "words": evidence.words} for evidence in value.evidence],
    }


def error(value: Refusal) -> Json:
    """Why there is nothing."""
    return {"kind": value.kind, "message": value.message}


def _evidence(value: model.Evidence) -> Json:
    return {"start": value.start, "end": value.end, "sentence": value.sentence}


def _facts(values: Iterable[model.Fact]) -> list[Json]:
    return [_fact(value) for value in values]


def _fact(value: model.Fact) -> Json:
    return {
        "words": value.words,
        "evidence": _evidence(value.evidence),
        "attribution": value.attribution,
        "certainty": value.certainty,
    }


def _quote(value: model.Quote) -> Json:
    return {
        "speaker": value.speaker,
        "via": value.via,
        "words": value.words,
        "evidence": _evidence(value.evidence),
    }


def _source(value: model.Source) -> Json:
    return {"name": value.name, "kind": value.kind, "evidence": _evidence(value.evidence)}


def _number(value: float | None) -> float | None:
    """Whole numbers without a fraction; what JSON has no number for is not stated."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) and abs(value) < _EXACT else value
