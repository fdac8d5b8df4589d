"""What people copy along with a story: its headline, byline, date and outlet, above it and below it. Pure.

Only what is plain counts; what could be something else is left out, and stays in the text like everything else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.articles.about import dates, names
from bot.articles.paste.paragraphs import Paragraph
from bot.articles.prose import imprint, lines, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_ABOVE, MOST_BELOW = 16, 6  # paragraphs above and below a story that may be about it
_HEADLINE = range(4, 26)  # words
_LONGEST = 170  # characters of a headline
_NO_HEADLINE = re.compile(r"\A\W*[a-z]|[.,;:…\"”)\]]\Z")
_RUNNING = 28  # words from which a paragraph is running text
_SENTENCE, _SHORT = 8, 60  # words of a sentence, characters of a signature
_FULL_STOP = re.compile(r"[.…][\"'”’)\]]*(?:\s*\([\w. ]+\)|\s*(?:--|[—–-])\s?[\w. ]+)?\Z|[.!?,][\"”’]\Z")
_REPORTING = re.compile(r"\W{0,2}reporting(?: by|:) ([^;/]+)", re.IGNORECASE)
_BYLINE = re.compile(
    r"\W{0,2}(?:(?:written|story|reported|words|text|analysis) )?by:? (?=\S)|authors?: ", re.IGNORECASE
)
_IN_PLACE = re.compile(
    r"(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w.’'-]+(?:,? and (?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w.’'-]+)? in [A-Z][\w ]{2,30}"
)
_STAMP = re.compile(
    r"\W{0,2}(?:first |last |originally )?(?:published|posted|updated|modified|issued)\b(?: on| at)?\s*:?\s*",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"\W{0,2}(?:last )?(?:updated|modified)", re.IGNORECASE)
_SUBJECT = re.compile(r"subject:\s*(?:(?:fwd?|re|aw|wg):\s*)*(.*)", re.IGNORECASE)
_HEADER = re.compile(
    r"(?:from|to|cc|bcc|sent|reply-to|subject|date|importance)\s?:\s"
    r"|---.*---\Z|forwarded message|begin forwarded message",
    re.IGNORECASE,
)
_TITLED = re.compile(r"(?:title|headline)\s?:\s+", re.IGNORECASE)
_SUFFIX = re.compile(r"(?<!\s)\s+(?:[|–—-]|::)\s+((?:The |the )?[A-Z][\w.&’']*(?: (?:[A-Z][\w.&’']*|of|and|&)){0,4})\Z")
_SOURCE = re.compile(
    r"\W{0,2}(?:source|via|published (?:by|in)|copyright(?: ©)?(?: \d{4})?|©(?: \d{4})?|\(c\) \d{4})\s*:?\s+(.{2,60})",
    re.IGNORECASE,
)
_OUTLET = r"([A-Z][\w.&’'-]*(?: (?:[A-Z][\w.&’'-]*|of|and|&)){0,4})"
_SIGNED = re.compile(rf"(?:[.!?][\"”’)]*|\A)\s*(?:\({_OUTLET}\)|(?:--|[—–-])\s?{_OUTLET})\W*\Z")
_DATELINE = re.compile(
    r"\A[^a-z()]{2,60}[\w,. ]{0,40}\((Reuters|AP|AFP"
    r"|UPI|Xinhua|PTI|ANI|IANS|TASS|dpa|DPA|Bloomberg|Kyodo|Yonhap|Interfax|CNN)\)"
)
_RIGHTS = re.compile(r"[.,;]?\s*(?:all rights reserved.*|\d{4})\W*\Z|[.,;]\s.*\Z|\s*\W\Z", re.IGNORECASE)
_ADDRESS = re.compile(r"<?(https?://\S+?|www\.\S+?)[>)\].,]*\Z", re.IGNORECASE)
_NOBODY = re.compile(
    r"agenc|staff|\bwires\b|various|own|internet|social|media|twitter|instagram|getty"
    r"|stock|unsplash|pixabay|imago|epa|inputs|ministry|statement|interview",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Preamble:
    """What is plainly said, else None or empty. The story is ``paragraphs[first:last]``; ``address`` a link beside."""

    first: int
    last: int
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    site: str | None = None
    address: str | None = None


def read(paragraphs: tuple[Paragraph, ...]) -> Preamble:
    """Look above and below the story."""
    first = next((at for at, each in enumerate(paragraphs) if _is_story(each)), 0)
    last = len(paragraphs) - next(
        (at for at, each in enumerate(reversed(paragraphs[first:])) if _is_story(each)), len(paragraphs) - first - 1
    )
    found = Preamble(first, last)
    if first <= MOST_ABOVE:
        for each in paragraphs[:first]:
            found = _with(found, each.words, above=True)
    for each in paragraphs[last:][:MOST_BELOW]:
        found = _with(found, each.words, above=False)
    return _signed(found, paragraphs[first:last])


def is_about(words: str) -> bool:
    """Whether a line tells only who wrote a story, when it was put up, or who sent it on; a story is longer."""
    if len(words) > 2 * _LONGEST:
        return False
    return bool(_HEADER.match(words)) or (bool(_BYLINE.match(words)) and bool(_authors(words, None)))


def is_long(words: str) -> bool:
    """Whether a paragraph is longer than any headline or credit: then a missing full stop means nothing."""
    return len(words.split()) >= _RUNNING


def _is_story(paragraph: Paragraph) -> bool:
    """Whether it is running text: a sentence with its full stop, or as long as no headline is."""
    words = paragraph.words
    if is_about(words) or lines.is_foreign(words):
        return False
    return is_long(words) or (len(words.split()) >= _SENTENCE and bool(_FULL_STOP.search(words)))


def _with(found: Preamble, words: str, *, above: bool) -> Preamble:
    """What one line adds; what was said first stays."""
    if subject := _SUBJECT.match(words):
        return replace(found, title=found.title or _headline(subject[1]))
    if _HEADER.match(words) and not _STAMP.match(words):
        return found
    if address := _ADDRESS.search(words):
        found = replace(found, address=found.address or address[1])
    authors = _authors(words, found.site)
    credited = () if authors or above else names.people(_reporters(words), found.site)
    named = _outlet(words)
    dated = _date(words) if authors or _STAMP.match(words) or imprint.is_date(words) else None
    if authors or named or dated or credited:
        kept = found.published if found.published or (_CHANGED.match(words) and not above) else dated
        return replace(found, authors=found.authors or authors or credited, site=found.site or named, published=kept)
    return _titled(found, words) if above and not found.title else found


def _titled(found: Preamble, words: str) -> Preamble:
    """With a headline; an outlet behind a bar or a dash at its end is not part of it."""
    line = _TITLED.sub("", words)
    suffix = _SUFFIX.search(line)
    title = _headline(line[: suffix.start()]) if suffix else None
    if suffix and title:
        return replace(found, title=title, site=found.site or suffix[1])
    return replace(found, title=_headline(line))


def _headline(words: str) -> str | None:
    words = words.strip()
    fits = len(words) <= _LONGEST and len(words.split()) in _HEADLINE
    if not fits or _NO_HEADLINE.search(words) or (lines.is_foreign(words) and not phrases.LABEL.fullmatch(words)):
        return None
    return words


def _authors(words: str, site: str | None) -> tuple[str, ...]:
    """The names in a byline: behind “By”, with a post, or between bars beside a date."""
    if _BYLINE.match(words) or _is_placed(words):
        return names.people([_BYLINE.sub("", words)], site)
    parts = re.split(r"\s+[|•·]\s+", words)
    dated = [part for part in parts if dates.iso(part)]
    return names.people([part for part in parts if names.is_person(part)], site) if dated and len(parts) > 1 else ()


def _is_placed(words: str) -> bool:
    """A correspondent's name and post, such as “Amina Yusuf in Moyale”."""
    return bool(_IN_PLACE.fullmatch(words)) and len(words.split()) <= 2 * _SENTENCE


def _reporters(words: str) -> Iterator[str]:
    """The names in “Reporting by A in B and C; editing by D”, of whom the first wrote it."""
    found = _REPORTING.match(words)
    yield from re.split(r"\s*(?:,|\band\b)\s*", found[1])[: names.MOST_AUTHORS] if found else ()


def _outlet(words: str) -> str | None:
    source = _SOURCE.fullmatch(words)
    if source:
        named = _RIGHTS.sub("", source[1]).strip(" .©")
        return named if named and not _ADDRESS.search(named) and not _NOBODY.search(named) else None
    if imprint.is_agency(words) and len(words) < _SHORT and not _NOBODY.search(words):
        return words.strip(" ()—–-")
    signed = _SIGNED.fullmatch(words)
    return (signed[1] or signed[2]) if signed and len(words) < _SHORT and not _NOBODY.search(words) else None


def _date(words: str) -> str | None:
    return dates.iso(_STAMP.sub("", words, count=1)) or dates.iso(re.sub(r"^\D*", "", words))


def _signed(found: Preamble, story: tuple[Paragraph, ...]) -> Preamble:
    """With the agency in which its last sentence or its dateline ends, where nothing else names an outlet."""
    if found.site or not story:
        return found
    signed = _SIGNED.search(story[-1].words[-_SHORT:])
    agency = _DATELINE.match(story[0].words)
    named = (signed[1] or signed[2]) if signed else agency[1] if agency else None
    return replace(found, site=named)
