"""What comes in at the command line, parsed: a line of JSON becomes a `Record`, or a `Refusal` with its id (pure)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from bot.errors import BadInput, Refusal, TooLarge

Ident = str | int
LONGEST = 16_000_000  # bytes of a line; a page may have 5 MB, and escapes make it longer

_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character: no parser takes it, so it becomes U+FFFD
_ISO = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9:]{4,6})?)?"
)


@dataclass(frozen=True, slots=True)
class Record:
    """One input. ``html``, else ``text``, is the article itself; ``url`` then only names it, and alone is fetched.

    ``title`` goes with ``text``; a page has its own. ``published`` is checked ISO 8601. No text holds a lone surrogate.
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
    """A date of publication as ISO 8601.

    Raises:
        BadInput: it is none.
    """
    text = published.strip()
    if not _ISO.fullmatch(text) or not _is_time(text):
        raise BadInput("“published” is no ISO 8601 date: write it like 2025-09-29 or 2025-09-29T08:30:00+02:00.")
    return text.replace(" ", "T")


def _is_time(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _fields(line: bytes) -> dict[str, object]:
    if len(line) > LONGEST:
        raise TooLarge(f"The line is longer than {LONGEST // 1_000_000} MB: send a shorter text.")
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise BadInput("The line is no JSON: send one JSON object a line, in UTF-8.") from None
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
    html, text = texts.get("html"), texts.get("text")
    published = texts.get("published")
    return Record(  # an empty string is an empty cell of somebody's table, except where it is the text itself
        url=texts.get("url") or None,
        html=None if html == "" and text is not None else html,
        title=texts.get("title") or None,
        text=text,
        published=when(published) if published else None,
        question=texts.get("question"),
    )


def _text(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise BadInput(f"“{key}” is no string: put it in quotation marks, or leave it out.")
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", value)
