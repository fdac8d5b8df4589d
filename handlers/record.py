"""What comes in at the command line, parsed: a line of JSON becomes a `Record`, or a `Refusal` with its id (pure)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from bot.errors import BadInput, Refusal, TooLarge

Ident = str | int
SOURCES = ("text", "html", "url")  # what an article may come from
LONGEST = 16_000_000  # bytes of a line; a page may have 5 MB, and escapes make it longer

_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character: no parser takes it, so it becomes U+FFFD
_YEARS = range(1000, 9000)  # of publication: what lies beyond is the first or the last date of somebody's calendar
_ISO = re.compile(r"[0-9]{4}[0-9W-]{4,6}(?:T[0-9:]{2,8}(?:[.,][0-9]+)?(?:Z|[+-][0-9:]{2,6})?)?")
_EXTENDED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[^,]*)?")


@dataclass(frozen=True, slots=True)
class Record:
    """One input. ``html``, else ``text``, is the article itself; ``url`` then only names it, and alone is fetched.

    ``title`` goes with ``text``, and with a page that has none of its own. ``published`` is checked ISO 8601. No text
    holds a lone surrogate.
    """

    url: str | None = None
    html: str | None = None
    title: str | None = None
    text: str | None = None
    published: str | None = None
    question: str | None = None


class Entry(NamedTuple):
    """One line: its id (None: it has none), and its record or what is wrong with it."""

    id: Ident | None
    record: Record | Refusal


def parse(line: bytes, keys: frozenset[str]) -> Entry:
    """A line of JSON; of its keys only these count, all others are ignored, whatever they hold."""
    try:
        fields = _fields(line)
        ident = _ident(fields)
    except Refusal as refusal:
        return Entry(None, refusal)
    try:
        return Entry(ident, _record({key: fields.get(key) for key in keys}))
    except Refusal as refusal:
        return Entry(ident, refusal)


def when(published: str) -> str:
    """A date of publication in the extended form of ISO 8601; the basic form and a day of a week are turned into it.

    Raises:
        BadInput: it is none.
    """
    text = published.strip().upper().replace(" ", "T", 1)
    moment = _moment(text)
    if moment is None or moment.year not in _YEARS:
        raise BadInput(
            "“published” is no date of publication in ISO 8601: write it like 2025-09-29 or 2025-09-29T08:30:00+02:00."
        )
    if _EXTENDED.fullmatch(text):
        return text
    return moment.isoformat() if "T" in text else moment.date().isoformat()


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if _ISO.fullmatch(text) else None
    except ValueError:
        return None


def _fields(line: bytes) -> dict[str, object]:
    if len(line) > LONGEST:
        raise TooLarge(f"The line is longer than {LONGEST // 1_000_000} MB: send a shorter text.")
    if not line.strip():
        raise BadInput("The line is empty: send one JSON object a line.")
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except ValueError:
        raise BadInput("The line is no JSON: send one JSON object a line, in UTF-8.") from None
    except RecursionError:
        raise BadInput("The line is nested too deeply to be read: leave out what isn't asked for.") from None
    if not isinstance(fields, dict):
        raise BadInput('The line is no JSON object: send one like {"id": "1", "text": "…"}.')
    return fields


def _ident(fields: dict[str, object]) -> Ident:
    ident = fields.get("id")
    if isinstance(ident, bool) or not isinstance(ident, str | int):
        raise BadInput("The line has no id: add “id”, a string or a whole number.")
    return ident


def _record(fields: dict[str, object]) -> Record:
    texts = {key: _text(key, value) for key, value in fields.items() if value is not None}
    html, text, title, published = (texts.get(key) for key in ("html", "text", "title", "published"))
    record = Record(  # an empty string is an empty cell of somebody's table, except where it is the text itself
        url=texts.get("url") or None,
        html=None if html == "" and text is not None else html,
        title=title if title and not title.isspace() else None,
        text=text,
        published=when(published) if published else None,
        question=texts.get("question"),
    )
    if record.html is record.text is record.url is None:
        raise BadInput(f"There is nothing to read: add {' or '.join(f'“{key}”' for key in SOURCES if key in fields)}.")
    return record


def _text(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise BadInput(f"“{key}” is no string: put it in quotation marks, or leave it out.")
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", value)
