"""HTML becomes a tree, whatever it is: bounded in size, depth, elements and attributes before anything walks it. Pure.

What can't be bounded is cut. Libxml2 itself cuts at a depth of 256 (``huge_tree`` is off); its time is quadratic in the
attributes of one tag, extraction takes 2 kB of memory for each element, and lxml keeps 100 bytes for each error, so all
are bounded here. The largest of the development pages has 3,300 tags, and 334 attributes in one of them; without
programs and drawings it has 227 kB.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from lxml import etree, html

MOST_BYTES = 600_000
MOST_TAGS = 12_000
MOST_ENTITIES = 30_000
MOST_PLACES = 200_000  # of "<", before programs and styles are taken out in passes that nothing interrupts
MOST_NAMES = 1_500  # of tags and attributes; libxml2 keeps each for ever, and the development pages have at most 932
SMALL = 20_000  # bytes of a page whose tags can do no harm
MOST_IN_A_TAG = 60_000  # bytes; a tag of that length holds at most some 15,000 attributes, half a second's work

_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r") + b"\x7f"
_NO_CHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")  # U+FFFE, U+FFFF
_DOCTYPE = re.compile(rb"\s*+<!doctype[^<>]{0,999}>", re.IGNORECASE)
_UNREAD = re.compile(rb"<(?:(style|svg|template|script(?![^>]{0,200}ld\+json))\b|!--)", re.IGNORECASE)
# A tag as the HTML standard cuts it ("tokenization"): names, and values with quotes of either kind or none.
_TAG = re.compile(rb"""</?[a-zA-Z][^\s/>]*+(?>[\s/]++|[^\s/>=]++|=\s*+(?>"[^"]*+"?|'[^']*+'?|[^\s>"'][^\s>]*+)?)*+""")
_NAME = re.compile(rb"""([^\s/>=]++)(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>"'][^\s>]*+)?)?+""")


def parse(text: str) -> html.HtmlElement | None:
    """The tree of a page; None where nothing is left to read. Comments and processing instructions are gone."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = html.document_fromstring(_bounded(text.encode("utf-8", "ignore")), parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    return tree if isinstance(tree, html.HtmlElement) else None


def _bounded(page: bytes) -> bytes:
    page = _before(page, b"<", MOST_PLACES)
    page = page.translate(None, _CONTROLS)
    for nothing in _NO_CHARACTERS:
        page = page.replace(nothing, b"")
    doctype = _DOCTYPE.match(page)
    page = page[doctype.end() :] if doctype else page
    if len(page) > MOST_BYTES or page.count(b"<") > MOST_TAGS:
        page = _without_unread(page)[:MOST_BYTES]
    page = _before(page, b"&", MOST_ENTITIES)
    page = _before(page, b"<", MOST_TAGS)
    return _plain(page) if len(page) > SMALL else page


def _before(page: bytes, mark: bytes, most: int) -> bytes:
    """A page up to where it has a mark more than that often."""
    if page.count(mark) <= most:
        return page
    return page[: bisect_left(range(len(page)), most + 1, key=lambda at: page.count(mark, 0, at)) - 1]


def _plain(page: bytes) -> bytes:
    """Without tags that are long, or bring new names after very many; programs, which look like such, go first."""
    tags = set(_TAG.findall(page))
    if max(map(len, tags), default=0) <= MOST_IN_A_TAG and len(set(_NAME.findall(b" ".join(tags)))) <= MOST_NAMES:
        return page  # as all pages but hostile ones; opening and closing tags count apart here, so never too few
    names = _Names()
    plain = _TAG.sub(names.tag, page)
    return _TAG.sub(_Names().tag, _without_unread(page)) if names.full else plain


class _Names:
    """The names that a page has used so far."""

    def __init__(self) -> None:
        self._used: set[bytes] = set()
        self.full = False

    def tag(self, match: re.Match[bytes]) -> bytes:
        """The tag, or a line break in its place."""
        if len(match[0]) > MOST_IN_A_TAG:
            return b"<br"
        new = set(_NAME.findall(match[0], 1)) - self._used
        if len(self._used) + len(new) > MOST_NAMES:
            self.full = True
            return b"<br"
        self._used |= new
        return match[0]


def _without_unread(page: bytes) -> bytes:
    """Without programs, styles, drawings and comments, in one pass: what is never closed is not looked for twice."""
    kept, at, low = [], 0, page.lower()
    while found := _UNREAD.search(low, at):
        closing, after = (b"</" + found[1], found.end()) if found[1] else (b"-->", found.end() - 2)
        end = low.find(closing, after)
        if end < 0:
            break
        end = low.find(b">", end) + 1 or len(page)
        kept.append(page[at : found.start()])
        at = end
    return b"".join((*kept, page[at:]))
