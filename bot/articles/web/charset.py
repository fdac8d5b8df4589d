"""Bytes become text, by a charset from an allow-list: the byte order mark, the header, the page, else UTF-8. Pure."""

from __future__ import annotations

import codecs
import re

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"))
_META = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE)
_META_WITHIN = 2_048
_PIECE = 65_536  # bytes that are decoded at once
_MOST_BROKEN = 50_000  # characters: a long page in another charset than it says has fewer
# Read as the wider charset that pages mean by them (WHATWG Encoding, "labels").
_WIDER = {"ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949"}
_WIDER |= {
    "utf-16": "utf-16-le",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}
_ALLOWED = frozenset(
    (
        *("utf-8", "utf-16-be", "utf-16-le", "utf-16", "koi8-r", "koi8-u", "cp866", "cp874", "mac-roman"),
        *("gb18030", "cp949", "cp932", "big5hkscs", "euc_jp"),
        *(f"cp{page}" for page in range(1250, 1259)),
        *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
    )
)


def decode(body: bytes | bytearray, declared: str | None) -> str:
    """The text of a page; what is broken in it becomes U+FFFD, and an unknown charset counts as none.

    Without any declaration bytes that are not UTF-8 are Windows-1252, as browsers have it. After too much that is
    broken the rest is left out: it is no text, and every broken byte costs a microsecond in which all else waits.
    """
    for mark, marked in _MARKS:
        if body.startswith(mark):
            return _lenient(body[len(mark) :], marked)
    found = _META.search(body[:_META_WITHIN])
    in_page = _known(found[1].decode("ascii", "replace")) if found else None
    if in_page and in_page.startswith("utf-16"):  # it was read as ASCII, so it can't be true (WHATWG, prescan)
        in_page = "utf-8"
    charset = _known(declared or "") or in_page
    if charset:
        return _lenient(body, charset)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        # Cut at the limit, or truly something else?
        return _lenient(body, "utf-8" if error.start > len(body) - 4 else "cp1252")


def _lenient(body: bytes | bytearray, charset: str) -> str:
    decoder = codecs.getincrementaldecoder(charset)("replace")
    pieces, broken = [], 0
    for at in range(0, len(body), _PIECE):
        pieces.append(decoder.decode(body[at : at + _PIECE], at + _PIECE >= len(body)))
        broken += pieces[-1].count("\ufffd")
        if broken > _MOST_BROKEN:
            break
    return "".join(pieces)


def _known(label: str) -> str | None:
    try:
        name = codecs.lookup(label.strip().strip("\"'").lower()).name
    except (LookupError, ValueError):
        return None
    name = _WIDER.get(name, name)
    return name if name in _ALLOWED else None
