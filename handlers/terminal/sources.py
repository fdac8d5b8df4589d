"""What somebody names at a prompt, a link, a file or `-`, becomes a `Record`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from bot.articles.web import charset, kinds
from bot.errors import BadInput, NotHtml, TooLarge
from handlers.record import Record
from handlers.views.message import clean

if TYPE_CHECKING:
    from typing import BinaryIO

LARGEST = 5_000_000  # bytes, as of a page from the web
PAGES = frozenset({".html", ".htm", ".xhtml"})
_GIVE = "give a file, a whole link beginning with https://, or - for standard input"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


def record_of(source: str, stdin: BinaryIO, published: str | None = None, question: str | None = None) -> Record:
    """A web address is named, not fetched; a file is a page by its ending or its first bytes, else text.

    Raises:
        BadInput: no such file, or one that can't be opened.
        NotHtml: neither a page nor a text.
        TooLarge: over the limit of bytes.
    """
    if _SCHEME.match(source):
        return Record(url=source, published=published, question=question)
    if not source.strip():
        raise BadInput(f"No source is named: {_GIVE}.")
    if source == "-":
        return _record("standard input", "", stdin.read(LARGEST + 1), published, question)
    path = Path(source)
    try:
        with path.open("rb") as file:
            body = file.read(LARGEST + 1)
    except (OSError, ValueError):  # ValueError: a NUL in the name
        raise BadInput(_why(path, source)) from None
    return _record(path.name, path.suffix.lower(), body, published, question)


def _record(source: str, suffix: str, body: bytes, published: str | None, question: str | None) -> Record:
    name = clean(source)
    if len(body) > LARGEST:
        raise TooLarge(f"{name} is larger than {LARGEST // 1_000_000} MB: give the part that matters.")
    try:
        kind = "html" if suffix in PAGES else kinds.sniff("", "text/plain", body)
    except NotHtml:
        raise NotHtml(f"{name} is neither a web page nor plain text: give an .html or .txt file.") from None
    text = charset.decode(body, None)
    if kind == "html" and suffix != ".txt":
        return Record(html=text, published=published, question=question)
    return Record(text=text, published=published, question=question)


def _why(path: Path, source: str) -> str:
    try:
        if path.is_dir():
            return f"{clean(source)} is a folder: give a file in it."
        if path.exists():
            return f"{clean(source)} can't be opened: check its permissions."
    except (OSError, ValueError):
        pass
    return f"There is no file {clean(source)}: {_GIVE}."
